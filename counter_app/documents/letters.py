"""Forms 02 to 05: what the office writes to an applicant."""

from collections.abc import Sequence
from functools import partial

from reportlab.platypus import Flowable, Spacer

from counter_app.documents.form_head import begin_form, circular, draw_title, form_number, form_title
from counter_app.documents.form_records import ApologyForm, Edition, RefusalForm, StopForm, SupplementForm
from counter_app.documents.lines import Lines, dated, timed
from counter_app.documents.sheets import Sheets, sheets_pdf
from counter_app.documents.signatures import WITH_SEAL, Signatures, Signer
from counter_app.documents.typography import NORMAL, PORTRAIT, markup, written

Letter = SupplementForm | RefusalForm | ApologyForm | StopForm
_LINES = Lines(PORTRAIT, NORMAL)
_YOU = "Ông (Bà)/Tổ chức"


def draw_supplement(form: SupplementForm) -> bytes:
    """Return form 02 as a PDF."""
    where, phone = markup(form.contact) or markup(form.issuer.name), markup(form.contact_phone)
    call = f" – số điện thoại <b>{phone}</b>" if phone else ""
    until = [_LINES.text(f"Thời hạn bổ sung, hoàn thiện: chậm nhất <b>{dated(form.until)}</b>")] if form.until else []
    body = [
        _LINES.field("Hồ sơ của", form.applicant.name, bold=True),
        _LINES.field("Nội dung yêu cầu giải quyết", form.procedure, bold=True),
        *_LINES.reach(form.applicant),
        _LINES.text("Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:"),
        *_LINES.numbered(form.items, least=4 if not form.items else 1),
        _LINES.field("Lý do", form.reason),
        *until,
    ]
    last = (
        f"Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, mời {_YOU} liên hệ với {where}{call} để được hướng dẫn."
    )
    return _letter("02", form, form.edition, body, [_LINES.text(last)], [Signer("NGƯỜI HƯỚNG DẪN", form.officer)])


def draw_refusal(form: RefusalForm) -> bytes:
    """Return form 03 as a PDF."""
    name = markup(form.issuer.name)
    body = [
        _LINES.text(f"{name} tiếp nhận hồ sơ của: <b>{markup(form.applicant.name)}</b>"),
        _LINES.field("Số định danh cá nhân/tổ chức", form.applicant.identity),
        *_LINES.reach(form.applicant),
        _LINES.field("Mã hồ sơ (nếu có)", form.code),
        _LINES.field("Nội dung yêu cầu giải quyết", form.procedure, bold=True),
        _LINES.text(f"Qua xem xét, {name} thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:"),
        *_LINES.numbered(form.reasons, least=3 if not form.reasons else 1),
    ]
    last = [_LINES.text(f"Xin thông báo cho {_YOU} được biết và thực hiện.")]
    signers = [
        Signer("NGƯỜI NỘP HỒ SƠ", form.submitter or form.applicant.name),
        Signer("NGƯỜI TIẾP NHẬN HỒ SƠ", form.officer),
    ]
    return _letter("03", form, form.edition, body, last, signers)


def draw_apology(form: ApologyForm) -> bytes:
    """Return form 04 as a PDF; the request for more time of 2025 was a new appointment in 2018."""
    agency = markup(form.agency)
    identity = f"; số định danh cá nhân/tổ chức: {markup(form.applicant.identity)}" if form.applicant.identity else ""
    old = form.edition is Edition.CIRCULAR_2018
    promise = "xin hẹn lại ngày trả kết quả" if old else "đề nghị gia hạn thời gian giải quyết"
    body = [
        *_addressed(form.applicant.name),
        _LINES.text(
            f"{_sentence(dated(form.received))}, {agency} tiếp nhận giải quyết hồ sơ thủ tục hành chính "
            f"<b>{markup(form.procedure)}</b> của {markup(form.applicant.name)}{identity}; "
            f"mã số hồ sơ: <b>{markup(form.code)}</b>.",
            indent=True,
        ),
        _LINES.text(f"Thời gian hẹn trả kết quả: {timed(form.due)}.", indent=True),
        _LINES.text(
            f"Đến nay, {agency} chưa trả được kết quả đúng thời gian đã hẹn. Lý do: {_ended(form.reason)}",
            indent=True,
        ),
    ]
    last = [
        _LINES.text(f"Sự chậm trễ này gây phiền hà cho {_YOU}, {agency} xin chân thành xin lỗi.", indent=True),
        _LINES.text(
            f"{agency} {promise} và sẽ trả kết quả giải quyết hồ sơ vào <b>{timed(form.new_due)}</b>.", indent=True
        ),
        _LINES.text(f"Rất mong nhận được sự thông cảm của {_YOU}.", indent=True),
    ]
    return _letter("04", form, form.edition, body, last, [Signer(form.signer_title, form.signer, WITH_SEAL)])


def draw_stop(form: StopForm) -> bytes:
    """Return form 05 as a PDF: a suggestion, the circular's own layout was not at hand."""
    asked = f"Theo đề nghị {dated(form.requested)} của {_YOU}, lý do" if form.requested else "Lý do dừng giải quyết"
    body = [
        *_addressed(form.applicant.name),
        _LINES.field("Mã hồ sơ", form.code, bold=True),
        _LINES.field("Thủ tục hành chính", form.procedure, bold=True),
        _LINES.field("Số định danh cá nhân/tổ chức", form.applicant.identity),
        _LINES.field("Địa chỉ", form.applicant.address),
        _LINES.field("Thời gian tiếp nhận hồ sơ", timed(form.received)),
        _LINES.field(asked, form.reason),
    ]
    last = [
        _LINES.text(
            f"{markup(form.issuer.name)} thông báo dừng giải quyết hồ sơ nêu trên kể từ <b>{timed(form.stopped)}</b>."
        ),
        _LINES.field("Nhận lại giấy tờ", form.papers_back),
        _LINES.field("Phí, lệ phí", form.fee_note),
        _LINES.text(f"Xin thông báo để {_YOU} được biết."),
    ]
    signers = [Signer(form.signer_title, form.signer, WITH_SEAL)]
    return _letter("05", form, Edition.CIRCULAR_2025, body, last, signers)


def _letter(
    number: str,
    form: Letter,
    edition: Edition,
    body: Sequence[Flowable],
    last: Sequence[Flowable],
    signers: Sequence[Signer],
) -> bytes:
    title, issuer = form_title(number, edition), form.issuer
    code = written(form.code)
    # Forms 02 and 03 name the code once only if it is known; in 04 and 05 it is one of the lines.
    below = f"Mã hồ sơ: {code}" if code and number == "02" else ""

    def compose(sheets: Sheets) -> None:
        mark = f"Mẫu số {form_number(number, edition)}"
        begin_form(sheets, mark, issuer, form.number, form.made, NORMAL, code)
        draw_title(sheets, _title_lines(title), NORMAL, below)
        sheets.flow(body)
        sheets.close(last, Signatures(signers, NORMAL))

    running = f"{title} – {code}" if code else title
    return sheets_pdf(title, written(issuer.name), circular(number, edition), PORTRAIT, running, [partial(compose)])


def _title_lines(title: str) -> tuple[str, ...]:
    """Break a long title where its sense does."""
    first, joint, second = title.partition(" và ")
    return (first, f"{joint.strip()} {second}") if joint and len(title) > 45 else (title,)


def _addressed(name: str) -> list[Flowable]:
    return [_LINES.text(f"Kính gửi: {_YOU} <b>{markup(name)}</b>", centred=True), Spacer(0, 8)]


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _ended(text: str) -> str:
    plain = markup(text)
    return plain if not plain or plain[-1] in ".!?" else f"{plain}."
