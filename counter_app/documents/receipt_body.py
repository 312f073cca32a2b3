"""The lines of form 01 between its title and its signatures."""

from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, Table

from counter_app.documents.fonts import Serif
from counter_app.documents.printable import printable
from counter_app.documents.receipt_form import ReceiptForm, ReceiptPaper, ReceiptPerson
from counter_app.documents.typography import COLUMN, Density, body_style, cell_style, markup, width_of
from counter_app.domain.working_calendar import VIETNAM

_COUNT = 22 * mm
_NUMBER = 11 * mm
_CELL = 12.0
_FONT = ("FONTNAME", (0, 0), (-1, -1), Serif.REGULAR.value)  # else every PDF names Helvetica, and does not embed it
_HEADS = ("TT", "Thành phần hồ sơ", "Bản<br/>chính", "Bản<br/>chứng thực", "Bản<br/>photo")


def dated(at: datetime) -> str:
    """Return the day as administrative papers write it: two digits below 10, and for January and February."""
    local = at.astimezone(VIETNAM)
    month = f"{local.month:02}" if local.month < 3 else str(local.month)
    return f"ngày {local.day:02} tháng {month} năm {local.year}"


def opening_lines(form: ReceiptForm, density: Density) -> list[Flowable]:
    """Return who hands in what: everything down to the table of papers."""
    lines = [_line(f"{markup(form.receiver)} tiếp nhận hồ sơ của:", density)]
    lines += _person("Ông (Bà)/Tổ chức", form.applicant, density)
    if form.representative:
        lines += _person("Người được ủy quyền", form.representative, density)
        lines.append(_field("Giấy tờ ủy quyền", form.authority, density))
    code = f" ({markup(form.procedure_code)})" if form.procedure_code else ""
    lines.append(_line(f"Nội dung yêu cầu giải quyết: <b>{markup(form.procedure)}</b>{code}", density))
    lines.append(_line("Thành phần hồ sơ nộp gồm:", density))
    lines.append(_papers(form.papers))
    return lines


def closing_lines(form: ReceiptForm, density: Density) -> list[Flowable]:
    """Return the times and the place: everything from the table of papers to the signatures."""
    fee = f"{form.fee:,} đồng".replace(",", ".") if form.fee else "không thu"
    lines = [
        _pair(f"Số lượng hồ sơ: <b>{form.sets:02}</b> (bộ)", f"Phí, lệ phí: {fee}", density),
        _line(f"Thời gian giải quyết hồ sơ theo quy định: <b>{markup(form.term)}</b>", density),
        _line(f"Thời gian nhận hồ sơ: {_timed(form.received)}", density),
        _line(f"Thời gian trả kết quả: <b>{_timed(form.due)}</b>", density),
    ]
    if form.term_note:
        lines.append(_line(f"<i>({markup(form.term_note)})</i>", density))
    lines.append(_field("Đăng ký nhận kết quả tại", form.return_at, density))
    if form.book or form.book_number:
        book = _filled("Vào Sổ theo dõi hồ sơ, Quyển số", form.book, density, COLUMN / 2 - 6 * mm)
        lines.append(_pair(book, _filled("Số thứ tự", form.book_number, density, COLUMN / 2), density))
    return lines


def _timed(at: datetime) -> str:
    return f"{at.astimezone(VIETNAM):%H giờ %M phút}, {dated(at)}"


def _person(title: str, person: ReceiptPerson, density: Density) -> list[Flowable]:
    half = COLUMN / 2
    return [
        _line(f"{title}: <b>{markup(person.name)}</b>", density),
        _field("Số định danh cá nhân/tổ chức", person.identity, density),
        _field("Địa chỉ", person.address, density),
        _pair(
            _filled("Số điện thoại", person.phone, density, half - 6 * mm),
            _filled("Email", person.email, density, half),
            density,
        ),
    ]


def _line(text: str, density: Density) -> Flowable:
    return Paragraph(text, body_style(density))


def _field(name: str, value: str, density: Density) -> Flowable:
    return _line(_filled(name, value, density, COLUMN), density)


def _filled(name: str, value: str, density: Density, width: float) -> str:
    """Return a field; dots stand for a missing value, to be written by hand."""
    if printable(value):
        return f"{name}: {markup(value)}"
    room = width - width_of(f"{name}: ", Serif.REGULAR, density.size) - 2
    return f"{name}: {'.' * int(room / width_of('.', Serif.REGULAR, density.size))}"


def _pair(left: str, right: str, density: Density) -> Flowable:
    pair = Table([[_line(left, density), _line(right, density)]], colWidths=[COLUMN / 2, COLUMN / 2])
    pair.setStyle(
        [
            _FONT,
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
    )
    pair.spaceAfter = body_style(density).spaceAfter
    return pair


def _papers(papers: tuple[ReceiptPaper, ...]) -> Flowable:
    heads = [Paragraph(head, cell_style(Serif.BOLD, 11, centred=True)) for head in _HEADS]
    rows = [_row(number, paper) for number, paper in enumerate(papers, 1)]
    table = Table(
        [heads, *rows],
        colWidths=[_NUMBER, COLUMN - _NUMBER - 3 * _COUNT, _COUNT, _COUNT, _COUNT],
        repeatRows=1,
        splitInRow=1,
    )
    table.setStyle(
        [
            _FONT,
            ("GRID", (0, 0), (-1, -1), 0.6, "black"),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), 3),
            ("RIGHTPADDING", (0, 0), (-1, -1), 3),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4.5),
        ]
    )
    table.spaceAfter = 6
    return table


def _row(number: int, paper: ReceiptPaper) -> list[Flowable]:
    middle = cell_style(Serif.REGULAR, _CELL, centred=True)
    notes = [note for note, so in (("xuất trình", paper.presented), ("bản điện tử", paper.electronic)) if so]
    note = f" <i>({', '.join(notes)})</i>" if notes else ""
    counts = [str(count) if count else "" for count in (paper.original, paper.certified, paper.copies)]
    if not any(counts) and paper.presented:
        counts[0] = "×"
    return [
        Paragraph(str(number), middle),
        Paragraph(markup(paper.name) + note, cell_style(Serif.REGULAR, _CELL)),
        *(Paragraph(count, middle) for count in counts),
    ]
