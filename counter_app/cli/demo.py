"""``counter-app demo``: the whole counter on one machine, to look at or to play through."""

import argparse
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time
from pathlib import Path

from counter_app.clocks import VIETNAM, ManualClock
from counter_app.demo.office import DemoOffice
from counter_app.demo.plan import DAY
from counter_app.demo.play import PlayedDay, Summary, write_acknowledged
from counter_app.domain.hybrid_time import instant
from counter_app.errors import Code, CounterError
from devices.settings import TransportKind

_DRAIN_S = 60.0


def run(arguments: argparse.Namespace) -> int:
    """Open the demo's windows, or play a day and print its summary."""
    with _folder(arguments.dir) as folder:
        if not arguments.play:
            from counter_app.cli.demo_windows import show

            return show(folder)
        summary = play(folder, arguments.seed)
    if arguments.json:
        print(json.dumps(summary.as_dict()))
    else:
        print("\n".join(f"{name:>17}: {value}" for name, value in summary.as_dict().items()))
    return 0


def play(folder: Path, seed: int) -> Summary:
    """Play (or finish) the day in ``folder``. Raises LINK_DOWN if the province has not all of it within a minute."""
    clock = ManualClock(datetime.combine(DAY, time(7, 15), VIETNAM))
    office = DemoOffice(folder, clock, speaker=TransportKind.FILE)
    try:
        clock.set(max(clock.now(), instant(office.counter.journal.last_time)))
        stop = write_acknowledged(office.counter.journal, folder / "acknowledged.log")
        office.start()
        paper = folder / "paper"
        paper.mkdir(exist_ok=True)
        day = PlayedDay(office, clock, seed, paper)
        seconds = day.run()
        office.wait_until_sent(_DRAIN_S)
        stop()
        return day.summary(seconds)
    finally:
        office.close()


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
