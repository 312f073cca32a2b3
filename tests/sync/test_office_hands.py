"""The queue changes hands where no election can: by hand; and what the dead office acknowledged is passed on."""

from dataclasses import replace
from pathlib import Path

import pytest

from counter_app.bootstrap import Counter, open_counter, set_up_station
from counter_app.demo.commune import new_station
from counter_app.errors import Code, CounterError
from counter_app.journal import outbox
from counter_app.services.setup import station_of
from counter_app.settings import Settings
from sync import records
from sync.records import RefusedError
from sync.signing import ServerTime
from sync.wire import Upstream, Wire
from tests.sync.offices import (
    LEADER,
    LOCAL,
    command,
    first_station,
    group_of,
    insist,
    is_sound,
    join,
    joined,
    labels,
    running,
    until,
    until_here,
)
from tests.sync.stations import station


def _port(counter: Counter) -> int:
    assert counter.office is not None
    return int(counter.office.url.rpartition(":")[2])


def test_in_an_office_of_two_machines_an_officer_takes_over_and_the_first_gets_it_back(tmp_path: Path) -> None:
    with first_station(tmp_path / "office") as office, joined(office, tmp_path / "second", 7, serve=True) as second:
        assert second.office is not None
        port, first = _port(office), office.journal.key.station
        office.close()
        until(second, lambda status: not status.reachable)
        with pytest.raises(CounterError) as away:
            second.services.queue.take_number(group_of(second), command=command())
        assert away.value.code is Code.OFFICE_AWAY
        second.office.take_over(LEADER)
        until(second, lambda status: status.in_charge and status.calls)
        given = second.services.queue.take_number(group_of(second), command=command())
        head = second.services.queue.head()
        assert head is not None
        assert (head.officer, head.rank, head.term) == (LEADER, 1, 2)
        with running(tmp_path / "office", replace(LOCAL, port=port)) as again:
            until(again, lambda status: status.in_charge and status.term == 3)
            until(second, lambda status: status.station == first)
            assert labels(again) == [given.ticket.label]
            is_sound(again)
        is_sound(second)


def test_a_station_that_does_not_serve_takes_nothing_over(tmp_path: Path) -> None:
    with first_station(tmp_path / "office") as office, joined(office, tmp_path / "desk", 7) as desk:
        assert desk.office is not None
        with pytest.raises(CounterError) as caught:
            desk.office.take_over(LEADER)
        assert caught.value.code is Code.OFFICE_NOT_IN_CHARGE


def test_a_number_that_only_the_kiosk_heard_of_is_known_to_who_takes_over(tmp_path: Path) -> None:
    """The office acknowledged it to the kiosk and died; the standby was switched off at that moment."""
    with first_station(tmp_path / "office") as office, joined(office, tmp_path / "kiosk", None) as kiosk:
        second = join(office, tmp_path / "second", 7, serve=True)
        tap = command()
        given = kiosk.services.queue.take_number(group_of(kiosk), command=tap).ticket
        office.close()
        until(kiosk, lambda status: not status.reachable)
        with running(tmp_path / "second", second) as standby:
            assert standby.office is not None
            assert labels(standby) == []
            standby.office.take_over(LEADER)
            url = standby.office.url
            kiosk.close()
            with running(tmp_path / "kiosk", replace(LOCAL, serve=False, urls=(url,))) as again:
                until_here(standby, lambda: labels(standby) == [given.label])
                insist(lambda: again.services.queue.take_number(group_of(again), command=tap))
                assert labels(again) == labels(standby) == [given.label]
                is_sound(standby)


_NO_COMMANDS = (
    ("/v1/queue/nothing?id=a1", b"{}", 400),
    ("/v1/queue/call-next?id=a1", b"[", 400),
    ("/v1/queue/call-next?id=", b'{"desk":1,"officer":"ha"}', 400),
    ("/v1/queue/call-next?id=a/b", b'{"desk":1,"officer":"ha"}', 400),
    ("/v1/queue/call-next?id=a1", b" " * 20_000, 413),
    ("/v1/feed/begin", b"x", 400),
    ("/v1/office/hand-back", None, 421),
)


def test_what_is_no_command_is_refused_politely(tmp_path: Path) -> None:
    with first_station(tmp_path / "office") as office, joined(office, tmp_path / "desk", 7) as desk:
        assert office.office is not None
        wire = Wire(Upstream(office.office.url), desk.journal.key, ServerTime(desk.journal.clock))
        answers = []
        for target, body, _status in _NO_COMMANDS:
            with pytest.raises(RefusedError) as caught:
                wire.call("POST", target, body)
            answers.append(caught.value.status)
        wire.close()
        assert answers == [status for _target, _body, status in _NO_COMMANDS]
        assert labels(office) == []


def test_a_stranger_learns_nothing_of_the_office(tmp_path: Path) -> None:
    with first_station(tmp_path / "office") as office, station(tmp_path / "stranger") as stranger:
        assert office.office is not None
        wire = stranger.wire(office.office.url)
        for method, target in (("GET", "/v1/office?beat={}"), ("POST", "/v1/queue/call-next?id=a1")):
            with pytest.raises(RefusedError) as caught:
                wire.call(method, target, None if method == "GET" else records.encode({}))
            assert (caught.value.status, caught.value.code) == (401, Code.STATION_UNKNOWN)
        wire.close()
        outbox.admit(office.journal, stranger.id, stranger.journal.key.public_hex, "H99.2")
        wire = stranger.wire(office.office.url)
        with pytest.raises(RefusedError) as other:
            wire.call("GET", "/v1/office?beat={}")
        wire.close()
        assert other.value.status == 403
        assert station_of(office.journal).rank == 0


def test_a_port_that_is_taken_is_said_and_the_rest_of_the_station_works(tmp_path: Path) -> None:
    with first_station(tmp_path / "office") as office:
        set_up_station(tmp_path / "other", new_station())
        other = open_counter(tmp_path / "other", Settings(office=replace(LOCAL, port=_port(office))))
        try:
            with pytest.raises(CounterError) as caught:
                other.start()
            assert caught.value.code is Code.PORT_TAKEN
            assert other.services.queue.of_today() == ()
        finally:
            other.close()
