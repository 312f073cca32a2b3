"""What the hall hears: five desks at once, each call whole, in order, never two at a time; and what a board chose."""

import random
from array import array
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from counter_app.clocks import VIETNAM
from counter_app.domain.queue_policy import BoardChoices
from counter_app.domain.spoken import call_words
from counter_app.domain.tickets import Ticket, TicketState
from counter_app.ports import Manner
from counter_app.services.officers import NewOfficer
from devices.speaker.clips import ClipBank
from devices.speaker.device import Speaker
from devices.speaker.players import ProgramPlayer
from devices.speaker.samples import RATE, faded, read_wav, write_wav
from tests.support.null_sink import Sink, alike, open_sink, place_of, sinks
from tests.support.office import OpenOffice
from ui.board.announcing import CallLine, is_quiet, manner_of
from ui.board.window import BoardWindow
from ui.tasks import Tasks

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
WAIT_MS = 30_000


# five desks at once


@pytest.fixture(params=sinks())
def sink(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Sink]:
    (tmp_path / "sink").mkdir()
    with open_sink(request.param, tmp_path / "sink") as opened:
        yield opened


@pytest.fixture
def short_words(tmp_path: Path) -> ClipBank:
    """A bank whose words are bursts of noise, each of its own, of a tenth of a second."""
    folder = tmp_path / "voice"
    folder.mkdir()
    for name in {word for number in range(1, 6) for word in call_words(f"A{number:03d}", number)}:
        chance = random.Random(name)  # noqa: S311 - noise
        burst = array("h", [chance.randrange(-9000, 9000) for _ in range(RATE // 10)])
        (folder / f"{name.replace(',', 'comma')}.wav").write_bytes(write_wav(faded(burst)))
    return ClipBank(folder)


@pytest.fixture
def speaker(office: OpenOffice, sink: Sink, short_words: ClipBank) -> Iterator[Speaker]:
    made = Speaker(ProgramPlayer(sink.player), call_words, name="hall", clock=office.clock, bank=short_words)
    made.start()
    yield made
    made.close()


def five_desks_call(office: OpenOffice) -> list[tuple[str, int]]:
    """Five desks call within a tenth of a second, through the services."""
    services = office.services
    services.officers.register(NewOfficer("tu", "Ngô Văn Tư", "Công chức", "tra-da-19"), "son")
    for number in range(1, 6):
        office.clock.move(timedelta(seconds=1))
        services.queue.take_number("civil-status", command=f"{number:032x}")
    began = office.clock.now()
    called = []
    for desk, officer in enumerate(("ha", "minh", "lan", "son", "tu"), 1):
        called.append((services.queue.call_next(desk, officer, command=f"{90 + desk:032x}").label, desk))
        office.clock.move(timedelta(milliseconds=20))
    assert office.clock.now() - began <= timedelta(milliseconds=100)
    return called


def test_five_desks_that_call_at_once_are_five_whole_announcements_in_order_and_five_rows(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, speaker: Speaker, sink: Sink, short_words: ClipBank
) -> None:
    office.services.queue_choices.set_board(1, BoardChoices(chimes=False), "son")
    spoken: list[tuple[str, int]] = []
    speaker.on_finished(lambda label, desk: spoken.append((label, desk)))
    board = BoardWindow(office.services, tasks, announcer=speaker, on_spoken=speaker.on_finished)
    qtbot.addWidget(board)
    board.resize(1920, 1080)
    board.show()

    called = five_desks_call(office)

    def all_spoken() -> bool:
        board.countdown.pass_time(min(4, board.countdown.left) if len(spoken) > shown[0] else 0)
        shown[0] = len(spoken)
        return len(spoken) == 5

    shown = [0]
    qtbot.waitUntil(all_spoken, timeout=WAIT_MS)
    calls = [read_wav(short_words.join(call_words(*call)).wav, "call") for call in called]
    qtbot.waitUntil(lambda: place_of(calls[-1], sink.heard())[1] > 0.99, timeout=WAIT_MS)

    heard, end = sink.heard(), 0
    for call in calls:
        place, likeness = place_of(call, heard, end)
        assert likeness > 0.99  # whole: over its full length, to the last sample
        assert place >= end  # in the order of the calls, after the one before has ended
        end = place + len(call)
    assert spoken == called
    rows = [(row.label.text(), row.desk.text()) for row in board.calls.rows[:5]]
    assert rows == [(label, str(desk)) for label, desk in reversed(called)]


def test_two_calls_over_one_another_would_be_noticed(short_words: ClipBank) -> None:
    """The measure itself: a mixture, a cut call and a call of another number are not alike."""
    first, second = (read_wav(short_words.join(call_words(label, 1)).wav, "call") for label in ("A001", "A002"))
    mixed = array("h", [a + b for a, b in zip(first[4000:], second, strict=False)])
    assert alike(first, first[:4000] + mixed[: len(first) - 4000]) < 0.9
    assert alike(first, second) < 0.95
    assert place_of(first, first[:-3000])[1] == 0
    place, likeness = place_of(first, array("h", bytes(1000)) + first)
    assert (place, round(likeness, 6)) == (500, 1)


# the line of calls


def ticket(number: int, desk: int = 1, *, calls: int = 1, at: datetime = NOW, group: str = "land") -> Ticket:
    return Ticket(
        id=f"{number}",
        office="H99",
        day=date(2026, 11, 23),
        group=group,
        prefix="A",
        number=number,
        priority=None,
        state=TicketState.CALLED,
        issued_at=NOW,
        waiting_since=NOW,
        called_at=at,
        calls=calls,
        desk=desk,
    )


def drained(line: CallLine) -> list[tuple[str, int | None]]:
    return [(one.label, one.desk) for one in iter(line.next, None)]


def test_a_number_called_again_while_its_call_still_waits_last_is_said_once() -> None:
    line, again = CallLine(), ticket(2, calls=2, at=NOW + timedelta(seconds=3))
    line.add([ticket(1), ticket(2)], BoardChoices(), NOW)
    line.add([ticket(1), again], BoardChoices(), NOW)
    assert drained(line) == [("A001", 1), ("A002", 1)]


def test_a_number_called_again_after_others_is_said_again() -> None:
    line, again = CallLine(), ticket(1, calls=2, at=NOW + timedelta(seconds=3))
    line.add([ticket(1), ticket(2)], BoardChoices(), NOW)
    line.add([ticket(2), again], BoardChoices(), NOW)
    assert drained(line) == [("A001", 1), ("A002", 1), ("A001", 1)]


def test_a_number_sent_to_another_desk_before_it_was_said_is_said_with_that_desk() -> None:
    line, there = CallLine(), ticket(1, 4, at=NOW + timedelta(seconds=3))
    line.add([ticket(1), ticket(2)], BoardChoices(), NOW)
    line.add([ticket(2), there], BoardChoices(), NOW)
    assert drained(line) == [("A002", 1), ("A001", 4)]


def test_a_number_called_back_after_it_was_put_aside_is_a_call_of_its_own() -> None:
    line = CallLine()
    line.add([ticket(1)], BoardChoices(), NOW)
    assert drained(line) == [("A001", 1)]
    back = ticket(1, at=NOW + timedelta(minutes=10))  # its count began again
    line.add([back], BoardChoices(), NOW + timedelta(minutes=10))
    assert drained(line) == [("A001", 1)]


def test_a_board_says_only_its_groups_and_nothing_old() -> None:
    line = CallLine()
    old = ticket(3, at=NOW - timedelta(seconds=61))
    line.add([old, ticket(1), ticket(2, group="civil-status")], BoardChoices(groups=("land",)), NOW)
    assert drained(line) == [("A001", 1)]


# how a board speaks


@pytest.mark.parametrize(
    "since, until, hour, quiet",
    [
        ("11:30", "13:00", 12, True),
        ("11:30", "13:00", 11, False),
        ("11:30", "13:00", 13, False),
        ("17:00", "08:00", 7, True),
        ("17:00", "08:00", 22, True),
        ("17:00", "08:00", 9, False),
        ("", "", 12, False),
        ("25:99", "13:00", 12, False),
    ],
)
def test_quiet_hours_may_go_past_midnight(since: str, until: str, hour: int, quiet: bool) -> None:
    assert is_quiet(BoardChoices(quiet_from=since, quiet_to=until), time(hour)) is quiet


def test_a_board_speaks_as_it_was_set_or_not_at_all() -> None:
    noon = datetime(2026, 11, 23, 12, tzinfo=VIETNAM)
    choices = BoardChoices(chimes=False, volume=40, quiet_from="11:30", quiet_to="13:00")
    assert manner_of(choices, noon) is None
    assert manner_of(choices, noon.replace(hour=14)) == Manner(chimes=False, volume=40)
    assert manner_of(replace(choices, speaks=False), noon.replace(hour=14)) is None


class Ear:
    """A speaker that notes what it is given."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Manner]] = []

    def announce(self, label: str, desk: int, manner: Manner = Manner()) -> None:  # noqa: B008
        """Note a call."""
        self.calls.append((label, manner))


def test_what_is_set_while_the_board_runs_holds_from_the_next_call(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks
) -> None:
    ear, services = Ear(), office.services
    board = BoardWindow(services, tasks, announcer=ear, number=2)
    qtbot.addWidget(board)
    board.show()

    def call(number: int) -> None:
        office.clock.move(timedelta(seconds=1))
        services.queue.take_number("civil-status", command=f"{number:032x}")
        services.queue.call_next(number, ("ha", "minh", "lan")[number - 1], command=f"{90 + number:032x}")
        qtbot.waitUntil(board.calling.isVisible)
        board.countdown.pass_time(15)

    call(1)
    services.queue_choices.set_board(2, BoardChoices(speaks=False), "son")
    call(2)
    services.queue_choices.set_board(2, BoardChoices(volume=30), "son")
    call(3)
    assert ear.calls == [("A001", Manner()), ("A003", Manner(volume=30))]
