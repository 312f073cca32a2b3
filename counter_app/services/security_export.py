"""The security record as a file: CSV for a spreadsheet, CEF lines for a collector, JSON lines for a program."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path

import msgspec

from counter_app import __version__
from counter_app.clocks import VIETNAM
from counter_app.domain.cef import cef
from counter_app.domain.places import Officer
from counter_app.domain.security_facts import EventFilter, SecurityEvent
from counter_app.journal.journal import Journal
from counter_app.services.output import whole_file
from counter_app.services.tables import Cell, Column, TableFormat, Value, Watch, write_table
from counter_app.store import places, security_events

COLUMNS = (
    Column("Số", Cell.NUMBER, 8),
    Column("Ngày", Cell.DAY, 12),
    Column("Giờ", width=10),
    Column("Mức (0–10)", Cell.NUMBER, 10),
    Column("Việc", width=22),
    Column("Cán bộ", width=28),
    Column("Mã cán bộ", width=16),
    Column("Đối tượng", width=44),
    Column("Chi tiết", width=44),
    Column("Mã chuỗi (SHA-256)", width=66),
)


class RecordFormat(StrEnum):
    """How the file is written."""

    CSV = "csv"
    CEF = "cef"
    JSONL = "jsonl"


def write_record(
    journal: Journal, path: Path, form: RecordFormat, wanted: EventFilter, watch: Watch | None = None
) -> int:
    """Write what ``wanted`` lets through, the oldest first, and return how many events that is.

    Raises EXPORT_CANCELLED, DISK_FULL, OUTPUT_NOT_WRITABLE; nothing then bears the name.
    """
    with journal.database.read() as connection:
        names = {one.id: one.name for one in places.all_of(connection, Officer)}
        found = security_events.each(connection, wanted)
        if form is RecordFormat.CSV:
            return write_table(path, COLUMNS, _rows(found, names), watch=watch, form=TableFormat.CSV)
        return _write_lines(path, _lines(found, form, journal.key.station))


def _rows(found: Iterable[SecurityEvent], names: Mapping[str, str]) -> Iterator[Sequence[Value]]:
    for event in found:
        detail = ", ".join(f"{key}: {value}" for key, value in sorted(event.detail.items()))
        yield (
            *(event.id, event.at, f"{event.at.astimezone(VIETNAM):%H:%M:%S}", event.severity, event.kind),
            *(names.get(event.officer, event.officer), event.officer, event.subject, detail, event.chain),
        )


def _lines(found: Iterable[SecurityEvent], form: RecordFormat, station: str) -> Iterator[bytes]:
    for event in found:
        if form is RecordFormat.CEF:
            yield cef(event, station, __version__).encode()
        else:
            yield msgspec.json.encode({"station": station, **{name: getattr(event, name) for name in _FIELDS}})


def _write_lines(path: Path, lines: Iterable[bytes]) -> int:
    count = 0
    with whole_file(path) as partial, partial.open("wb") as file:
        for count, line in enumerate(lines, 1):  # noqa: B007 - the last count is the answer
            file.write(line + b"\n")
    return count


_FIELDS = SecurityEvent.__slots__
