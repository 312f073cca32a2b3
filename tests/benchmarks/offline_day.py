"""Is the desk slower while the province is away? Played days with the province up, and down for half of each."""

import tempfile
from datetime import datetime, time
from pathlib import Path
from statistics import median

from counter_app.clocks import VIETNAM, ManualClock
from counter_app.demo.office import DemoOffice
from counter_app.demo.plan import CITIZENS, DAY
from counter_app.demo.play import PlayedDay
from devices.settings import TransportKind
from tests.benchmarks.measure import Figures, report

ROUNDS = 3
DOWN_FROM, DOWN_UNTIL = CITIZENS // 4, CITIZENS * 3 // 4


def play(*, away: bool) -> float:
    """Milliseconds at the desk for one citizen, over one day."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "paper").mkdir()
        clock = ManualClock(datetime.combine(DAY, time(7, 15), VIETNAM))
        office = DemoOffice(folder, clock, speaker=TransportKind.FILE)

        def between(gone: int) -> None:
            if not away:
                return
            if DOWN_FROM <= gone < DOWN_UNTIL and office.province.is_running:
                office.province.stop()
            elif gone >= DOWN_UNTIL and not office.province.is_running:
                office.province.start()

        try:
            office.start()
            return PlayedDay(office, clock, 5, folder / "paper").run(between) * 1000 / CITIZENS
        finally:
            office.close()


def main() -> None:
    """Play in turn, so that a busy machine is busy for both."""
    up, down = [], []
    for _ in range(ROUNDS):
        up.append(play(away=False))
        down.append(play(away=True))
    ratio = median(mine / base for mine, base in zip(down, up, strict=True))
    figures = [
        Figures("province up", median(up), max(up), 1.0),
        Figures("province down for half of the day", median(down), max(down), ratio),
    ]
    report("offline_day", figures, unit="one citizen, ticket to rating", days=ROUNDS)


if __name__ == "__main__":
    main()
