"""Form 07, the register of dossiers, and the list of what one unit hands over to another: many rows, A4 landscape."""

from reportlab.platypus import Flowable, Spacer

from counter_app.documents.form_head import begin_form, circular, draw_title, form_number, form_title
from counter_app.documents.form_records import HandOverKind, HandOverList, HandOverRow, RegisterForm, RegisterRow
from counter_app.documents.lines import Lines, money, short_time, timed
from counter_app.documents.printable import printable
from counter_app.documents.rows import Row
from counter_app.documents.sheets import Grid, Sheets, sheets_pdf
from counter_app.documents.signatures import Signatures, Signer
from counter_app.documents.typography import LANDSCAPE, Density, markup, written

_DENSITY = Density(12, 15.5, 48, cell=9.5)
_LINES = Lines(LANDSCAPE, _DENSITY)
_REGISTER_WIDTHS = (9, 32, 40, 29, 38, 28, 18, 18, 18, 18, 20)
_REGISTER_HEADS = (
    "STT",
    "Mã hồ sơ",
    "Tên thủ tục hành chính",
    "Tên tổ chức, cá nhân",
    "Địa chỉ, số điện thoại",
    "Cơ quan chủ trì giải quyết",
)
_REGISTER_SUBHEADS = ("Nhận hồ sơ", "Hẹn trả kết quả", "Trả kết quả", "Phương thức nhận kết quả", "Ký nhận")
_HAND_OVER_WIDTHS = (9, 38, 58, 40, 38, 46, 19, 16)
_HAND_OVER_HEADS = (
    "TT",
    "Mã hồ sơ",
    "Nội dung",
    "Kết quả",
    "Họ tên chủ hồ sơ",
    "Địa chỉ",
    "Phí (đồng)",
    "Trả qua bưu điện",
)
_HAND_OVER_TITLES = {HandOverKind.DOSSIERS: "Phiếu bàn giao hồ sơ", HandOverKind.RESULTS: "Phiếu bàn giao kết quả"}


def draw_register(form: RegisterForm) -> bytes:
    """Return form 07 (06 of 2018) as a PDF; its head is on every page."""
    title = form_title("07", form.edition)
    grid = _register_grid([_register_row(number, row) for number, row in enumerate(form.rows, 1)])
    period = f"Từ ngày {form.first:%d/%m/%Y} đến ngày {form.last:%d/%m/%Y}"
    book = f"; Quyển số: {markup(form.book)}" if printable(form.book) else ""
    field = _LINES.text(f"Lĩnh vực: <b>{markup(form.field) or 'Tất cả'}</b>", centred=True)
    ending = [Spacer(0, 4), _LINES.text(f"Tổng số: <b>{len(form.rows)}</b> hồ sơ.")]

    def compose(sheets: Sheets) -> None:
        mark = f"Mẫu số {form_number('07', form.edition)}"
        begin_form(sheets, mark, form.issuer, form.number, form.made, _DENSITY)
        draw_title(sheets, (title,), _DENSITY)
        sheets.flow([field, _LINES.text(f"{period}{book}", centred=True), Spacer(0, 4)])
        sheets.grid(grid, sheets.height(ending))
        sheets.flow(ending)

    running = f"{title} – {written(form.field)}" if form.field else title
    author = written(form.issuer.name)
    return sheets_pdf(title, author, circular("07", form.edition), LANDSCAPE, running, [compose])


def draw_hand_over(form: HandOverList) -> bytes:
    """Return the list as a PDF; its head is on every page, giver and receiver sign at the end."""
    title = _HAND_OVER_TITLES[form.kind]
    rows = [_hand_over_row(number, row) for number, row in enumerate(form.rows, 1)]
    grid = _LINES.grid(_HAND_OVER_WIDTHS, _HAND_OVER_HEADS, rows)
    opening = [
        _LINES.field("Thời gian bàn giao", timed(form.made)),
        _LINES.fields(
            ("Bên giao", _side(form.giver, form.giver_unit)), ("Bên nhận", _side(form.taker, form.taker_unit))
        ),
        Spacer(0, 4),
    ]
    fees = money(sum(row.fee for row in form.rows))
    closing = [
        Spacer(0, 4),
        _LINES.text(f"Tổng số: <b>{len(form.rows)}</b> hồ sơ; phí, lệ phí: <b>{fees}</b> đồng."),
    ]
    signatures = Signatures((Signer("NGƯỜI GIAO", form.giver), Signer("NGƯỜI NHẬN", form.taker)), _DENSITY)

    def compose(sheets: Sheets) -> None:
        begin_form(sheets, "", form.issuer, form.number, form.made, _DENSITY)
        draw_title(sheets, (title,), _DENSITY)
        sheets.flow(opening)
        sheets.grid(grid, sheets.ending(closing, signatures))
        sheets.close(closing, signatures)

    return sheets_pdf(title, written(form.issuer.name), title, LANDSCAPE, title, [compose])


def _register_grid(rows: list[list[Flowable]]) -> Grid:
    wide = [_part(_REGISTER_WIDTHS, column) for column in range(len(_REGISTER_WIDTHS))]
    alone, grouped = len(_REGISTER_HEADS), len(_REGISTER_SUBHEADS)
    above = _LINES.heads([*_REGISTER_HEADS, "Nhận và trả kết quả", *[""] * (grouped - 1)])
    below = _LINES.heads([*[""] * alone, *_REGISTER_SUBHEADS])
    spans = tuple(((column, 0), (column, 1)) for column in range(alone))
    head = Row([above, below], wide, (*spans, ((alone, 0), (alone + grouped - 1, 0))))
    return Grid(head, [Row([row], wide) for row in rows])


def _register_row(number: int, row: RegisterRow) -> list[Flowable]:
    phone = f"<br/>{markup(row.phone)}" if printable(row.phone) else ""
    times = (row.received, row.due, row.returned)
    return [
        _LINES.marked_cell(str(number), centred=True),
        _LINES.code_cell(row.code, _part(_REGISTER_WIDTHS, 1)),
        _LINES.cell(row.procedure),
        _LINES.cell(row.applicant),
        _LINES.marked_cell(f"{markup(row.address)}{phone}"),
        _LINES.cell(row.agency),
        *(_LINES.cell(short_time(at), centred=True) for at in times),
        _LINES.cell(row.return_way, centred=True),
        _LINES.cell(row.signed, centred=True),
    ]


def _hand_over_row(number: int, row: HandOverRow) -> list[Flowable]:
    return [
        _LINES.marked_cell(str(number), centred=True),
        _LINES.code_cell(row.code, _part(_HAND_OVER_WIDTHS, 1)),
        *(_LINES.cell(text) for text in (row.content, row.result, row.holder, row.address)),
        _LINES.cell(money(row.fee) if row.fee else "", right=True),
        _LINES.marked_cell("×" if row.by_post else "", centred=True),
    ]


def _part(widths: tuple[float, ...], column: int) -> float:
    """Return the width of a column in points."""
    return LANDSCAPE.column * widths[column] / sum(widths)


def _side(name: str, unit: str) -> str:
    return ", ".join(part for part in (printable(name), printable(unit)) if part)
