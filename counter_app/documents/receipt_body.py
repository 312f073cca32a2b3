"""The lines of form 01 between its title and its signatures."""

from reportlab.platypus import Flowable

from counter_app.documents.lines import Lines, money, timed
from counter_app.documents.printable import printable
from counter_app.documents.receipt_form import ReceiptForm, ReceiptPaper, ReceiptPerson
from counter_app.documents.sheets import Grid
from counter_app.documents.typography import markup
from counter_app.domain.dossier_facts import ReturnWay

_HEADS = ("TT", "Thành phần hồ sơ", "Bản<br/>chính", "Bản<br/>chứng thực", "Bản<br/>photo")
_WIDTHS = (11, 88, 22, 22, 22)
_WAYS = {
    ReturnWay.COUNTER: "",
    ReturnWay.POST: " (trả qua dịch vụ bưu chính)",
    ReturnWay.ONLINE: " (trả trực tuyến, bản điện tử)",
}


def opening_lines(form: ReceiptForm, lines: Lines) -> list[Flowable]:
    """Return who hands in what: everything down to the table of papers."""
    made = [lines.text(f"{markup(form.receiver)} tiếp nhận hồ sơ của:")]
    made += _person("Ông (Bà)/Tổ chức", form.applicant, lines)
    for number, other in enumerate(form.others, 2):
        made.append(_other(number, other, lines))
    if form.representative:
        made += _agent(form.representative, form.authority, lines)
    code = f" ({markup(form.procedure_code)})" if form.procedure_code else ""
    made.append(lines.text(f"Nội dung yêu cầu giải quyết: <b>{markup(form.procedure)}</b>{code}"))
    made.append(lines.text("Thành phần hồ sơ nộp gồm:"))
    return made


def paper_grid(form: ReceiptForm, lines: Lines) -> Grid:
    """Return the table of papers; in one row the originals, certified copies and photocopies of a paper."""
    return lines.grid(_WIDTHS, _HEADS, [_row(number, paper, lines) for number, paper in enumerate(form.papers, 1)])


def closing_lines(form: ReceiptForm, lines: Lines) -> list[Flowable]:
    """Return the times and the place: everything from the table of papers to the signatures."""
    fee = f"{money(form.fee)} đồng" if form.fee else "không thu"
    made = [
        lines.pair(f"Số lượng hồ sơ: <b>{form.sets:02}</b> (bộ)", f"Phí, lệ phí: {fee}"),
        lines.text(f"Thời gian giải quyết hồ sơ theo quy định: <b>{markup(form.term)}</b>"),
        lines.text(f"Thời gian nhận hồ sơ: {timed(form.received)}"),
        lines.text(f"Thời gian trả kết quả: <b>{timed(form.due)}</b>"),
    ]
    if form.term_note:
        made.append(lines.text(f"<i>({markup(form.term_note)})</i>"))
    where = printable(form.return_at)
    made.append(lines.field("Đăng ký nhận kết quả tại", f"{where}{_WAYS[form.return_way]}" if where else ""))
    if form.book or form.book_number:
        made.append(lines.fields(("Vào Sổ theo dõi hồ sơ, Quyển số", form.book), ("Số thứ tự", form.book_number)))
    return made


def _person(title: str, person: ReceiptPerson, lines: Lines) -> list[Flowable]:
    return [
        lines.text(f"{title}: <b>{markup(person.name)}</b>"),
        lines.field("Số định danh cá nhân/tổ chức", person.identity),
        *lines.reach(person),
    ]


def _agent(person: ReceiptPerson, authority: str, lines: Lines) -> list[Flowable]:
    where, telephone = lines.reach(person)
    return [
        lines.text(f"Người được ủy quyền: <b>{markup(person.name)}</b>"),
        where,
        lines.field("Số định danh cá nhân", person.identity),
        telephone,
        lines.field("Giấy tờ ủy quyền", authority),
    ]


def _other(number: int, person: ReceiptPerson, lines: Lines) -> Flowable:
    known = (("số định danh", person.identity), ("địa chỉ", person.address), ("số điện thoại", person.phone))
    more = "".join(f", {name} {markup(value)}" for name, value in known if printable(value))
    return lines.text(f"Người cùng nộp hồ sơ ({number}): <b>{markup(person.name)}</b>{more}")


def _row(number: int, paper: ReceiptPaper, lines: Lines) -> list[Flowable]:
    notes = [note for note, so in (("xuất trình", paper.presented), ("bản điện tử", paper.electronic)) if so]
    note = f" <i>({', '.join(notes)})</i>" if notes else ""
    counts = [str(count) if count else "" for count in (paper.original, paper.certified, paper.copies)]
    if not any(counts) and paper.presented:
        counts[0] = "×"
    return [
        lines.marked_cell(str(number), centred=True),
        lines.marked_cell(markup(paper.name) + note),
        *(lines.marked_cell(count, centred=True) for count in counts),
    ]
