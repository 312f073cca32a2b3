"""Form 06: "Phiếu kiểm soát quá trình giải quyết hồ sơ", from whom to whom a dossier went."""

from datetime import datetime

from reportlab.platypus import Flowable, Spacer

from counter_app.documents.form_head import begin_form, circular, draw_title, form_number, form_title
from counter_app.documents.form_records import ControlForm, ControlRow, Outcome
from counter_app.documents.lines import Lines, timed
from counter_app.documents.rows import Cell, Row
from counter_app.documents.sheets import Grid, Sheets, sheets_pdf
from counter_app.documents.typography import NORMAL, PORTRAIT, Density, markup, written
from counter_app.domain.working_days import VIETNAM

_DENSITY = Density(NORMAL.size, NORMAL.leading, NORMAL.signature, cell=11)
_LINES = Lines(PORTRAIT, _DENSITY)
_WIDTHS = (40, 34, 34, 12.5, 12.5, 12.5, 19.5)
_OUTCOMES = (Outcome.EARLY, Outcome.ON_TIME, Outcome.LATE)
_BY_HAND = "… giờ … phút"
_ROOM = 16  # points to sign in
_BLANK_ROWS = 4


def draw_control(form: ControlForm) -> bytes:
    """Return form 06 (05 of 2018) as a PDF; without rows it has lines to fill by hand."""
    title = form_title("06", form.edition)
    code = written(form.code)
    fields = [
        _LINES.field("Mã số hồ sơ", form.code, bold=True),
        _LINES.field("Cơ quan (bộ phận) giải quyết hồ sơ", form.agency),
        _LINES.field("Cơ quan phối hợp giải quyết hồ sơ", form.cooperating),
        _LINES.field("Ngày nhận hồ sơ", timed(form.received)),
        _LINES.field("Hẹn trả kết quả", timed(form.due)),
        Spacer(0, 6),
    ]
    blank = ControlRow("", "", None, "", None)
    rows = [_row(row) for row in form.rows or (blank,) * _BLANK_ROWS]
    grid = _grid(rows)
    note = (
        "<i>Ghi chú: Trước hạn, đúng hạn, quá hạn do bên nhận đánh dấu. Phiếu điện tử được hệ thống ghi lại tự động, "
        "không phải ký từng bước.</i>"
    )

    def compose(sheets: Sheets) -> None:
        mark = f"Mẫu số {form_number('06', form.edition)}"
        begin_form(sheets, mark, form.issuer, form.number, form.made, _DENSITY, code)
        draw_title(sheets, (title,), _DENSITY)
        sheets.flow(fields)
        sheets.grid(grid)
        sheets.flow([Spacer(0, 6), _LINES.text(note)])

    running = f"{title} – {code}"
    author = written(form.issuer.name)
    return sheets_pdf(title, author, circular("06", form.edition), PORTRAIT, running, [compose])


def _grid(rows: list[list[Cell]]) -> Grid:
    whole = sum(_WIDTHS)
    wide = [PORTRAIT.column * width / whole for width in _WIDTHS]
    above = ["Tên đơn vị", "Thời gian giao, nhận hồ sơ", "", "Kết quả giải quyết", "", "", "Ghi chú"]
    below = ["", "1. Giao", "2. Nhận", "Trước hạn", "Đúng hạn", "Quá hạn", ""]
    spans = (((0, 0), (0, 1)), ((1, 0), (2, 0)), ((3, 0), (5, 0)), ((6, 0), (6, 1)))
    head = Row([_LINES.heads(above), _LINES.heads(below)], wide, spans)
    return Grid(head, [Row([row], wide) for row in rows])


def _row(row: ControlRow) -> list[Cell]:
    marks = ["×" if row.outcome is outcome else "" for outcome in _OUTCOMES]
    return [
        _units(row),
        _handed(row.given, "Người giao", row.giver),
        _handed(row.taken, "Người nhận", row.taker),
        *(_LINES.marked_cell(mark, centred=True) for mark in marks),
        _LINES.cell(row.note),
    ]


def _units(row: ControlRow) -> list[Flowable]:
    given, taken = markup(row.giver_unit) or "……………", markup(row.unit) or "……………"
    return [_LINES.marked_cell(f"1. Giao: {given}"), Spacer(0, 4), _LINES.marked_cell(f"2. Nhận: {taken}")]


def _handed(at: datetime | None, title: str, name: str) -> list[Flowable]:
    when = f"{at.astimezone(VIETNAM):%H giờ %M phút}," if at else f"{_BY_HAND},"
    day = f"ngày {at.astimezone(VIETNAM):%d/%m/%Y}" if at else "ngày …/…/……"
    return [
        _LINES.marked_cell(f"{when}<br/>{day}", centred=True),
        _LINES.marked_cell(f"<i>{title}</i>", centred=True),
        Spacer(0, _ROOM),
        _LINES.cell(name, centred=True, bold=True),
    ]
