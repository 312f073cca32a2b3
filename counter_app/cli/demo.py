"""``counter-app demo``: the whole counter on one machine, to look at or to play through."""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime, time
from pathlib import Path

from counter_app.cli.words import Parser, add_json, number
from counter_app.clocks import VIETNAM, ManualClock
from counter_app.demo.mishaps import Happened, Mishaps
from counter_app.demo.office import DemoOffice
from counter_app.demo.paper_trail import PaperTrail, compare, read_sign
from counter_app.demo.plan import CITIZENS, DAY
from counter_app.demo.play import PlayedDay, Summary, write_acknowledged
from counter_app.domain.hybrid_time import instant
from counter_app.errors import Code, CounterError
from counter_app.journal.verify import verify
from counter_app.services.live import DeviceNow
from devices.settings import TransportKind

_DRAIN_S = 60.0
_MOST_PRINTINGS = 10_000


@dataclass(frozen=True, slots=True)
class BadDay:
    """A day with faults: the summary, what happened, and whether anything was lost."""

    summary: Summary
    happened: tuple[Happened, ...]
    paper: PaperTrail
    devices: tuple[DeviceNow, ...]
    faults_of_journals: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether the journals verify and the print journal says what is on paper."""
        return not self.faults_of_journals and not self.paper.wrong

    def as_dict(self) -> dict[str, object]:
        """Everything as one JSON object's fields."""
        return {
            **self.summary.as_dict(),
            "happened": [
                {"at": _clock(one.at), "device": one.device, "fault": one.mishap, "seconds": round(one.seconds, 2)}
                for one in self.happened
            ],
            "paper": asdict(self.paper),
            "devices": {one.device.name: _counts(one) for one in self.devices},
            "journal_faults": self.faults_of_journals,
        }

    def lines(self) -> Iterator[str]:
        """Yield everything as lines of text."""
        for one in self.happened:
            yield f"{_clock(one.at)}  {one.device:<8} {one.mishap:<11} at work again after {one.seconds:.1f} s"
        yield from _summary_lines(self.summary)
        for device in self.devices:
            counts = " ".join(f"{name}={count}" for name, count in _counts(device).items())
            yield f"{device.device.name:>17}: {counts}"
        yield f"{'paper':>17}: " + " ".join(f"{name}={value}" for name, value in asdict(self.paper).items())
        yield f"{'verify':>17}: " + (", ".join(self.faults_of_journals) or "clean")


def add_words(parser: Parser) -> None:
    """Add what ``demo`` takes; its data is its own."""
    parser.add_argument("--play", action="store_true", help=f"play a whole day of {CITIZENS} citizens without a screen")
    add_json(parser, "print the played day's summary as one JSON object")
    parser.add_argument("--dir", type=Path, default=None, metavar="DIR", help="keep the data and the papers here")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="which day is played (default: 1)")
    text = f"with --play: only the first N of the {CITIZENS} come"
    citizens = number(1, CITIZENS, "a number of citizens")
    parser.add_argument("--citizens", type=citizens, default=CITIZENS, metavar="N", help=text)
    text = "with --play: let the devices fail in ways drawn from SEED"
    parser.add_argument("--faults", type=int, default=None, metavar="SEED", help=text)


def run(arguments: argparse.Namespace) -> int:
    """Open the demo's windows, or play a day and print its summary; exit 1 where a day with faults lost anything."""
    with _folder(arguments.dir) as folder:
        if not arguments.play:
            from counter_app.cli.demo_windows import show

            return show(folder)
        if arguments.faults is not None:
            bad = play_with_faults(folder, arguments.seed, arguments.faults, arguments.citizens)
            print(json.dumps(bad.as_dict()) if arguments.json else "\n".join(bad.lines()))
            if not bad.right:
                print("counter-app: the journal does not say what happened", file=sys.stderr)
            return 0 if bad.right else 1
        summary = play(folder, arguments.seed, arguments.citizens)
    print(json.dumps(summary.as_dict()) if arguments.json else "\n".join(_summary_lines(summary)))
    return 0


def play(folder: Path, seed: int, citizens: int = CITIZENS) -> Summary:
    """Play (or finish) the day in ``folder``. Raises LINK_DOWN if the province has not all of it within a minute."""
    with _office(folder) as (office, clock):
        return _played(PlayedDay(office, clock, seed, _paper(folder), citizens=citizens), office)


def play_with_faults(folder: Path, seed: int, faults: int, citizens: int = CITIZENS) -> BadDay:
    """Play a day whose devices fail as ``faults`` draws it. Raises as ``play``, and when one does not come back."""
    with _office(folder, hurried=True) as (office, clock):
        counter, pieces = office.counter, list[str]()
        office.virtual.printer.on_ticket(lambda picture: pieces.append(read_sign(picture)))
        mishaps = Mishaps(office.virtual, counter.devices, clock, faults)
        day = PlayedDay(office, clock, seed, _paper(folder), citizens=citizens, mishaps=mishaps)
        summary = _played(day, office)
        records = counter.services.printing.printed_today(most=_MOST_PRINTINGS)
        found = [
            f"{name}: {fault.where}: {fault.what}"
            for name, journal in (("station", counter.journal), ("province", office.province_journal))
            for fault in verify(journal).faults
        ]
        devices = counter.services.live.view().devices
        return BadDay(summary, mishaps.happened, compare(records, pieces), devices, tuple(found))


@contextmanager
def _office(folder: Path, *, hurried: bool = False) -> Iterator[tuple[DemoOffice, ManualClock]]:
    clock = ManualClock(datetime.combine(DAY, time(7, 15), VIETNAM))
    office = DemoOffice(folder, clock, speaker=TransportKind.FILE, hurried=hurried)
    try:
        clock.set(max(clock.now(), instant(office.counter.journal.last_time)))
        stop = write_acknowledged(office.counter.journal, folder / "acknowledged.log")
        office.start()
        yield office, clock
        stop()
    finally:
        office.close()


def _played(day: PlayedDay, office: DemoOffice) -> Summary:
    seconds = day.run()
    office.wait_until_sent(_DRAIN_S)
    return day.summary(seconds)


def _paper(folder: Path) -> Path:
    paper = folder / "paper"
    paper.mkdir(exist_ok=True)
    return paper


def _summary_lines(summary: Summary) -> Iterator[str]:
    return (f"{name:>17}: {value}" for name, value in summary.as_dict().items())


def _clock(at: datetime) -> str:
    return f"{at.astimezone(VIETNAM):%H:%M}"


def _counts(one: DeviceNow) -> dict[str, int]:
    return {"faults": one.faults_today, "tickets": one.device.tickets, "pages": one.device.pages}


@contextmanager
def _folder(wanted: Path | None) -> Iterator[Path]:
    """The folder asked for, or one that goes with the demo."""
    if wanted is None:
        made = Path(tempfile.mkdtemp(prefix="counter-app-"))
        try:
            yield made
        finally:
            shutil.rmtree(made, ignore_errors=True)
        return
    try:
        wanted.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CounterError(Code.OUTPUT_NOT_WRITABLE, path=wanted) from error
    yield wanted.resolve()
