"""A real office on a real encrypted file, for tests: the invented commune An Phúc."""

import atexit
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from types import TracebackType

from counter_app.clocks import ManualClock
from counter_app.demo.commune import FOLLOW_BASE, new_station
from counter_app.errors import Code, DeviceError
from counter_app.journal.journal import Journal
from counter_app.ports import PrintHead, PrintReport, Raster, TextTicket, TicketPrinter
from counter_app.services.bundle import Services, make_services
from counter_app.services.catalogue_data import load_groups, load_procedures
from counter_app.services.setup import office_of, set_up
from counter_app.store.database import open_database

MORNING = datetime(2026, 11, 23, 1, 55, tzinfo=UTC)
"""Monday 23/11/2026, 08:55 in Vietnam; the 24th is a holiday."""


class NoPrinter:
    """An office without a ticket printer."""

    width = 576

    def print_drawn(self, draw: Callable[[PrintHead], Raster | TextTicket]) -> PrintReport:
        """Say that there is none."""
        raise DeviceError(Code.DEVICE_ABSENT, device="printer")


@dataclass(frozen=True)
class OpenOffice:
    """An open office; close it, or use it in a ``with``."""

    services: Services
    journal: Journal
    clock: ManualClock

    def close(self) -> None:
        """Close the store."""
        self.journal.database.close()

    def __enter__(self) -> "OpenOffice":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_office(
    folder: Path, printer: TicketPrinter | None = None, clock: ManualClock | None = None, *, prepared: bool = True
) -> OpenOffice:
    """Open the office in ``folder``, setting it up on the first run. Officers: ``ha``, ``minh``, ``lan``; PIN 1234.

    The set-up is copied from one made before, so that every office of a run is the same station; not with a ``clock``
    of its own, nor where what happens to the files is what is tried (``prepared`` false).
    """
    if prepared and clock is None and not (folder / "counter.db").exists():
        shutil.copytree(_prepared(), folder, dirs_exist_ok=True)
    return _open(folder, printer, clock or ManualClock(MORNING))


def _open(folder: Path, printer: TicketPrinter | None, clock: ManualClock) -> OpenOffice:
    journal = Journal(open_database(folder), clock)
    set_up(journal, new_station(), load_groups(), load_procedures())
    services = make_services(journal, office_of(journal), printer or NoPrinter(), FOLLOW_BASE)
    return OpenOffice(services, journal, clock)


@cache
def _prepared() -> Path:
    """An office just set up: a tenth of the time, once opened, of one set up anew."""
    folder = Path(tempfile.mkdtemp(prefix="counter-app-office-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _open(folder, None, ManualClock(MORNING)).close()
    return folder
