"""Tables as files that a spreadsheet opens: XLSX and CSV, row by row, whole or not at all.

Everything from outside stays text: what begins like a formula is none (CWE-1236), leading zeros stay.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from counter_app.clocks import VIETNAM
from counter_app.documents.printable import printable
from counter_app.errors import Code, CounterError
from counter_app.services.output import whole_file

if TYPE_CHECKING:  # a quarter of a second: loaded when the first file is written
    from openpyxl.cell.cell import Cell as SheetCell

Value = str | int | date | datetime | None
_EVERY = 100
_SHEET_ROWS = 1_000_000
_CELL_LETTERS = 32_000
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER_LIKE = re.compile(r"[\d\s.,+/-]+")


class TableFormat(StrEnum):
    """What a file's name ends with."""

    XLSX = "xlsx"
    CSV = "csv"


class Cell(Enum):
    """What a column holds; CODE is text made of digits (a telephone), CLOCK an instant's hour and minute."""

    TEXT = "@"
    CODE = "code"
    NUMBER = "#,##0"
    DAY = "dd/mm/yyyy"
    CLOCK = "hh:mm"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, what it holds, its width in letters."""

    head: str
    cell: Cell = Cell.TEXT
    width: int = 16


@dataclass(frozen=True, slots=True)
class Watch:
    """Whoever waits: ``progress`` is told rows written so far, ``cancelled`` is asked now and then."""

    progress: Callable[[int], None] = lambda _: None
    cancelled: Callable[[], bool] = lambda: False


def format_of(path: Path) -> TableFormat | None:
    """The format that a name asks for; None for another ending."""
    ending = path.suffix.lower().removeprefix(".")
    return TableFormat(ending) if ending in set(TableFormat) else None


def write_table(
    path: Path,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Value]],
    *,
    title: str = "",
    watch: Watch | None = None,
    form: TableFormat | None = None,
) -> int:
    """Write ``rows`` below the heads and return how many; an XLSX file unless ``form`` or the name's end says CSV.

    Raises EXPORT_CANCELLED, DISK_FULL, OUTPUT_NOT_WRITABLE; the file then is as it was before.
    """
    watched = _watched(rows, watch or Watch())
    with whole_file(path) as partial:
        if (form or format_of(path)) is TableFormat.CSV:
            return _write_csv(partial, columns, watched)
        return _write_xlsx(partial, columns, watched, title)


def _watched(rows: Iterable[Sequence[Value]], watch: Watch) -> Iterator[Sequence[Value]]:
    count = 0
    for row in rows:
        if count % _EVERY == 0:
            if watch.cancelled():
                raise CounterError(Code.EXPORT_CANCELLED)
            watch.progress(count)
        yield row
        count += 1
    if watch.cancelled():
        raise CounterError(Code.EXPORT_CANCELLED)
    watch.progress(count)


def _write_csv(path: Path, columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> int:
    """UTF-8 with its mark, which Excel needs to show diacritics; RFC 4180 otherwise."""
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([column.head for column in columns])
        for count, row in enumerate(rows, 1):  # noqa: B007 - the last count is the answer
            writer.writerow([_plain(column, value) for column, value in zip(columns, row, strict=True)])
    return count


def _plain(column: Column, value: Value) -> str:
    match value:
        case None:
            return ""
        case datetime():
            return f"{value.astimezone(VIETNAM):{'%H:%M' if column.cell is Cell.CLOCK else '%d/%m/%Y'}}"
        case date():
            return f"{value:%d/%m/%Y}"
        case int():
            return str(value)
        case str():
            text = printable(value)
    # A CSV file has no types: the apostrophe is how a spreadsheet is told that a cell is text.
    number = column.cell is Cell.CODE and _NUMBER_LIKE.fullmatch(text) is not None
    return f"'{text}" if number or value.startswith(_FORMULA) or text.startswith(_FORMULA) else text


def _write_xlsx(path: Path, columns: Sequence[Column], rows: Iterable[Sequence[Value]], title: str) -> int:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    count = 0
    sheet: Any = None
    cells: list[SheetCell] = []
    try:
        for count, row in enumerate(rows, 1):
            if (count - 1) % _SHEET_ROWS == 0:
                sheet, cells = _begin_sheet(book.create_sheet(), columns, title)
            for cell, column, value in zip(cells, columns, row, strict=True):
                _fill(cell, column, value)
            sheet.append(cells)
        if sheet is None:
            _begin_sheet(book.create_sheet(), columns, title)
        book.save(path)
    finally:
        for made in book.worksheets:
            _forget(made)
    return count


def _begin_sheet(sheet: Any, columns: Sequence[Column], title: str) -> "tuple[Any, list[SheetCell]]":  # noqa: ANN401
    """Write the heads; the cells returned are filled anew for each row, which is several times faster.

    The published types know only a part of a write-only sheet.
    """
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for number, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.freeze_panes = "A3" if title else "A2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "2:2" if title else "1:1"
    if title:
        above = WriteOnlyCell(sheet, printable(title))
        above.font = Font(bold=True, size=14)
        sheet.append([above])
    heads = []
    for column in columns:
        head = WriteOnlyCell(sheet, column.head)
        head.font, head.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="center")
        heads.append(head)
    sheet.append(heads)
    return sheet, [_empty(sheet, column) for column in columns]


def _empty(sheet: Any, column: Column) -> "SheetCell":  # noqa: ANN401 - as above
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment

    cell = WriteOnlyCell(sheet)
    is_text = column.cell in (Cell.TEXT, Cell.CODE)
    cell.number_format = "@" if is_text else column.cell.value
    cell.alignment = Alignment(vertical="top", wrap_text=column.width > 24)
    if is_text:
        cell.quotePrefix = True  # stays text also when a person edits the cell
    return cell


def _fill(cell: "SheetCell", column: Column, value: Value) -> None:
    match value:
        case str():
            cell.value = printable(value)[:_CELL_LETTERS]
            cell.data_type = "s"  # not "=…" as a formula, not "#N/A" as an error
        case datetime():
            local = value.astimezone(VIETNAM)
            cell.value = local.time().replace(second=0, microsecond=0) if column.cell is Cell.CLOCK else local.date()
        case _:
            cell.value = value


def _forget(sheet: Any) -> None:  # noqa: ANN401 - as above
    """Remove the sheet's rows from the temporary folder: they hold personal data, and stay there after an error."""
    writer = sheet._writer
    if writer is None or not Path(writer.out).exists():
        return
    with suppress(OSError):
        sheet.close()
    with suppress(OSError):
        writer.cleanup()
