"""What the upstream countersigned: a station that rewrites its past is found out, and an honest one never accused."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from counter_app.clocks import SystemClock
from counter_app.errors import Code
from counter_app.journal import checkpoints, outbox
from counter_app.journal.checkpoint_report import Compared, compare
from counter_app.journal.signing import make_station_key
from counter_app.journal.verify import Fault
from counter_app.services.security_log import SecurityKind, SecurityLog
from counter_app.store.security_events import EventFilter
from sync.checkpoint_notes import CheckpointNotes
from sync.comparing import against, key_of
from sync.countersigned import Countersigned
from sync.link import SyncStatus
from sync.server.countersigning import AT_ONCE
from sync.server.keeping import stick_key
from sync.server.program import ServerThread
from sync.stick.province import exchange
from sync.stick.station import export_to, import_from, province_key
from sync.wire import Upstream
from tests.support.rewriting import cut, resign, rewrite
from tests.support.waiting import until_true
from tests.sync.stations import (
    OFFICE,
    Station,
    admit,
    all_sent,
    faults,
    held,
    province,
    replicating,
    station,
    until,
    until_journal,
)


@pytest.fixture
def any_server(tmp_path: Path, database: str) -> Iterator[ServerThread]:
    """A province over SQLite, and one over PostgreSQL."""
    with province(tmp_path / "any", database=database) as running:
        yield running


@pytest.fixture
def desk(tmp_path: Path, server: ServerThread) -> Path:
    """The folder of a desk that sent 20 entries, all of which the province countersigned."""
    return _sent(tmp_path / "desk", server)


def _sent(folder: Path, server: ServerThread) -> Path:
    with station(folder) as made:
        admit(server, made)
        made.issue(20)
        _meet(made, server)
        return made.folder


def _meet(one: Station, server: ServerThread) -> SyncStatus:
    """Run sync until everything is sent and the station has what the province countersigned of its last entry."""
    with replicating(one, server.url) as replicator:
        status = until(replicator, all_sent)
        replicator.countersigned.doubt()
        replicator.wake()
        until_true(lambda: _last(one) == one.journal.last_seq)
        return status


def _last(one: Station) -> int:
    kept = checkpoints.kept(one.journal, one.id)
    return kept[-1].seq if kept else 0


def _compared(one: Station) -> Compared:
    return compare(one.journal, "", make_station_key())


def _against(one: Station, server: ServerThread) -> tuple[Fault, ...]:
    return against(one.journal, Upstream(server.url), checkpoints.pinned(one.journal))


def _where(found: Sequence[Fault]) -> list[str]:
    return [fault.where.partition("/")[2] for fault in found]


def _broken(status: SyncStatus) -> bool:
    return status.fault is Code.CHECKPOINT_BROKEN


def test_a_station_keeps_what_its_province_countersigned_and_knows_its_key(
    tmp_path: Path, any_server: ServerThread
) -> None:
    server = any_server
    with station(_sent(tmp_path / "desk", server)) as one:
        kept = checkpoints.kept(one.journal)
        assert {(each.station, each.signer) for each in kept} == {(one.id, server.store.signing_key)}
        assert checkpoints.pinned(one.journal) == server.store.signing_key == key_of(one.journal, Upstream(server.url))
        assert kept == server.store.checkpoints(one.id)
        assert _compared(one) == Compared(len(kept), server.store.signing_key, ())
        assert _against(one, server) == ()


def test_an_attacker_with_the_stations_key_passes_plain_verification_and_not_the_checkpoints(
    tmp_path: Path, any_server: ServerThread
) -> None:
    server, desk = any_server, _sent(tmp_path / "desk", any_server)
    rewrite(desk, 18)
    with station(desk) as one:
        assert faults(one.journal) == ()
        assert _where(_compared(one).faults) == ["20"]
        assert _where(_against(one, server)) == ["20", "18"]


def test_an_attacker_who_deletes_the_stations_copies_is_found_out_by_the_provinces(
    server: ServerThread, desk: Path
) -> None:
    rewrite(desk, 18, copies=False)
    with station(desk) as one:
        assert faults(one.journal) == ()
        assert _compared(one).faults == ()
        assert _where(_against(one, server)) == ["20", "18"]


def _subjects(security: SecurityLog) -> list[str]:
    security.flush()
    events = security.page(EventFilter(kinds=frozenset({SecurityKind.CHECKPOINT_BROKEN})), most=10)
    return [event.subject for event in events]


@pytest.mark.expects_log("event=checkpoint_broken")
@pytest.mark.allows_log("event=station_copied")
def test_at_the_next_contact_the_station_says_that_it_was_rewritten_and_goes_on_saying_so(
    server: ServerThread, desk: Path
) -> None:
    rewrite(desk, 18)
    with station(desk) as one:
        security = SecurityLog(one.journal)
        with replicating(one, server.url) as replicator:
            replicator.listen(CheckpointNotes(security, one.id).heard)
            assert until(replicator, _broken).fault_params["seq"] == 20
            until_true(lambda: _subjects(security) == [f"station/{one.id}"])
        security.close()
    with station(desk) as one:
        Countersigned(one.journal).look()
        assert one.journal.rewritten is not None
        assert _where(_compared(one).faults) == ["20"]


@pytest.mark.expects_log("event=station_copied")
def test_where_nothing_is_left_that_was_countersigned_the_station_is_stopped_as_a_copy(
    server: ServerThread, desk: Path
) -> None:
    rewrite(desk, 18, copies=False)
    with station(desk) as one, replicating(one, server.url) as replicator:
        until(replicator, lambda status: status.fault is Code.SEQUENCE_CONFLICT)
        assert one.journal.rewritten is None, "it might be an old copy: people look at both versions"


@pytest.mark.expects_log("event=checkpoint_broken", "event=station_copied", "event=entry_conflict")
@pytest.mark.allows_log("event=station_behind")
def test_entries_that_are_sent_again_as_others_are_kept_aside_and_the_station_is_stopped_and_accused(
    server: ServerThread, desk: Path
) -> None:
    rewrite(desk, 18, pushed=17)
    with station(desk) as one, replicating(one, server.url) as replicator:
        until(replicator, _broken)
        until_true(lambda: one.journal.held is not None)
        assert one.journal.held is not None
        assert one.journal.held.code is Code.SEQUENCE_CONFLICT
        assert held(server) == {one.id: 20}
        assert faults(server) == ()


@pytest.mark.expects_log("event=checkpoint_broken")
@pytest.mark.allows_log("event=entry_kept-for-review", "event=station_copied")
def test_nothing_is_countersigned_after_entries_that_do_not_continue_what_was_sent(
    server: ServerThread, desk: Path
) -> None:
    rewrite(desk, 18)
    with station(desk) as one:
        one.issue(3, first=900)
        with replicating(one, server.url) as replicator:
            until(replicator, lambda status: _broken(status) and not status.waiting)
        assert held(server) == {one.id: 23}
        assert server.store.countersign(one.id, AT_ONCE) is None
        assert server.store.checkpoints(one.id)[-1].seq == 20
        assert _where(_against(one, server)) == ["20", "18"]


@pytest.mark.expects_log(
    "event=checkpoint_broken", "event=station_behind", "event=own_entries_back", "event=checkpoints_agree_again"
)
@pytest.mark.allows_log("event=feed_rewound")
def test_a_journal_cut_at_its_end_is_found_out_and_is_whole_again_after_a_contact(
    server: ServerThread, desk: Path
) -> None:
    cut(desk, 15, pushed=15)
    with station(desk) as one:
        assert faults(one.journal) == (), "cut with care, it is a sound journal"
        assert _where(_compared(one).faults) == ["20"]
        assert _where(_against(one, server)) == ["20", "16"]
        with replicating(one, server.url) as replicator:
            until_journal(one.journal, lambda: held(one.journal) == {one.id: 20})
            until(replicator, _broken)
    with station(desk) as one:
        assert _compared(one).faults == _against(one, server) == ()
        Countersigned(one.journal).look()
        assert one.journal.rewritten is None


def test_another_upstreams_key_is_found_out_although_it_signed_all_anew(server: ServerThread, desk: Path) -> None:
    rewrite(desk, 18)
    resign(desk, make_station_key())
    with station(desk) as one:
        told = _compared(one)
        assert told.faults == (), "alone it cannot know, but it says whose key it believes"
        assert told.key != server.store.signing_key
        assert [fault.where for fault in _against(one, server)] == ["province"]


@pytest.mark.expects_log("event=province_key_changed")
def test_a_province_that_signs_with_another_key_is_said_and_only_an_administrator_changes_it(
    server: ServerThread, desk: Path
) -> None:
    other = make_station_key()
    resign(desk, other)
    with station(desk) as one:
        with replicating(one, server.url) as replicator:
            changed = Code.PROVINCE_KEY_CHANGED
            status = until(replicator, lambda status: status.fault is changed and status.up is True)
        assert status.up, "what is written is still sent"
        assert status.fault_params["fingerprint"] == checkpoints.fingerprint(server.store.signing_key)
        assert checkpoints.pinned(one.journal) == other.public_hex
        checkpoints.pin(one.journal, server.store.signing_key)
        assert checkpoints.kept(one.journal) == ()
        _meet(one, server)
        assert _compared(one).faults == ()


def test_checkpoints_by_a_key_that_nobody_pinned_are_named(desk: Path) -> None:
    with station(desk) as one:
        kept = checkpoints.kept(one.journal, one.id)
        with one.database.write() as connection:
            made = checkpoints.signed(
                one.id, 5, outbox.own_entries(one.journal, 4, 1)[0].hash, SystemClock().now(), one.journal.key
            )
            checkpoints.keep(connection, made)
        assert _where(_compared(one).faults) == ["5"], "least of all by the station's own"
        assert len(kept) < len(checkpoints.kept(one.journal, one.id))


def test_a_checkpoint_for_another_station_is_none_for_this_one(server: ServerThread, desk: Path) -> None:
    with station(desk) as one:
        other = make_station_key()
        told = server.store.checkpoints(one.id)[-1]
        turned = replace(told, station=other.station)
        assert checkpoints.is_signed(told)
        assert not checkpoints.is_signed(turned)
        forged = replace(checkpoints.signed(other.station, 19, "0" * 64, SystemClock().now(), other), station=one.id)
        mine = Countersigned(one.journal)
        mine.take((turned, forged))
        assert one.journal.rewritten is None
        assert not checkpoints.kept(one.journal, other.station)
        assert forged not in checkpoints.kept(one.journal)


@pytest.fixture
def yesterday(tmp_path: Path, server: ServerThread, desk: Path) -> Path:
    """A copy of the desk, which has written and sent 8 entries since."""
    shutil.copytree(desk, tmp_path / "yesterday")
    with station(desk) as one:
        one.issue(8, first=21)
        _meet(one, server)
    return tmp_path / "yesterday"


@pytest.mark.expects_log("event=station_behind", "event=own_entries_back")
@pytest.mark.allows_log("event=feed_rewound")
def test_a_station_restored_from_yesterday_is_accused_of_nothing(server: ServerThread, yesterday: Path) -> None:
    with station(yesterday) as one:
        assert _compared(one).faults == ()
        assert _where(_against(one, server)) == ["28", "21"]
        assert "comes back" in _against(one, server)[-1].what
        said: list[SyncStatus] = []
        with replicating(one, server.url) as replicator:
            replicator.listen(said.append)
            until_journal(one.journal, lambda: held(one.journal) == {one.id: 28})
            until(replicator, lambda status: all_sent(status) and one.journal.held is None)
            one.issue(2, first=29)
            until(replicator, all_sent)
        assert not any(_broken(status) for status in said)
        _meet(one, server)
        assert _compared(one).faults == _against(one, server) == ()


@pytest.mark.expects_log("event=station_copied")
@pytest.mark.allows_log("event=station_behind", "event=entry_", "event=own_entries_back")
def test_a_restored_station_that_wrote_on_is_a_copy_and_no_attacker(server: ServerThread, yesterday: Path) -> None:
    with station(yesterday) as one:
        one.issue(9, first=21)
        with replicating(one, server.url) as replicator:
            until(replicator, lambda status: status.fault is Code.SEQUENCE_CONFLICT)
            until(replicator, lambda status: not status.waiting)
            replicator.countersigned.doubt()
            replicator.wake()
            until(replicator, lambda status: bool(status.up))
        Countersigned(one.journal).look()
        assert one.journal.rewritten is None
        assert _compared(one).faults == ()


def test_the_feed_tells_every_station_what_was_countersigned_of_the_others(
    tmp_path: Path, any_server: ServerThread
) -> None:
    server, desk = any_server, _sent(tmp_path / "desk", any_server)
    with station(tmp_path / "second") as second:
        admit(server, second)
        with replicating(second, server.url), station(desk) as first:
            until_true(lambda: bool(checkpoints.kept(second.journal, first.id)))
            found = checkpoints.kept(second.journal, first.id)[-1]
            assert found in server.store.checkpoints(first.id)
        assert _compared(second).faults == ()


def test_a_station_without_any_link_gets_it_by_stick(tmp_path: Path, server: ServerThread) -> None:
    stick, key = tmp_path / "stick", stick_key(server.folder)
    stick.mkdir()
    exchange(server.store, key, stick)
    with station(tmp_path / "far") as far:
        admit(server, far)
        far.issue(7)
        export_to(far.journal, stick, OFFICE, province_key(stick))
        exchange(server.store, key, stick)
        import_from(far.journal, stick, province_key(stick))
        assert [(one.seq, one.signer) for one in checkpoints.kept(far.journal)] == [(7, server.store.signing_key)]
        assert _compared(far).faults == ()
    rewrite(tmp_path / "far", 6)
    with station(tmp_path / "far") as far:
        assert faults(far.journal) == ()
        assert _where(_compared(far).faults) == ["7"]
