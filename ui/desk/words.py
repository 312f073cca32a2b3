"""Words of the field in everyday Vietnamese: terms, forms of paper, fees, states, due dates."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.holiday_seed import english
from counter_app.domain.money import dong
from counter_app.domain.procedures import Fee, FeeUnit, PaperForm, Term
from counter_app.domain.working_calendar import VIETNAM, Appointment
from ui import due_words as due_words_of
from ui import language
from ui.components.tone import Tone

SOON = timedelta(days=1)


def term_words(term: Term) -> str:
    """Return ``3 ngày làm việc``, ``trong ngày``, ``4 giờ làm việc``."""
    return due_words_of.term_words(term, QCoreApplication.translate)


def form_words(form: PaperForm) -> str:
    """Return the name of a form in which a paper is handed over."""
    translate = QCoreApplication.translate
    words = {
        PaperForm.ORIGINAL: translate("Words", "Bản chính"),
        PaperForm.CERTIFIED: translate("Words", "Chứng thực"),
        PaperForm.COPY: translate("Words", "Bản sao"),
        PaperForm.ELECTRONIC: translate("Words", "Điện tử"),
        PaperForm.PRESENTED: translate("Words", "Xuất trình"),
    }
    return words[form]


def fee_words(fee: Fee, copies: int) -> str:
    """Return how the fee is made up: ``Lệ phí 15.000 đ × 2 bản``."""
    translate = QCoreApplication.translate
    if fee.amount == 0:
        return fee.note or translate("Words", "Không thu lệ phí")
    units = {
        FeeUnit.DOSSIER: translate("Words", "hồ sơ"),
        FeeUnit.PAGE: translate("Words", "trang"),
        FeeUnit.COPY: translate("Words", "bản"),
        FeeUnit.CASE: translate("Words", "việc"),
    }
    counted = translate("Words", "Lệ phí {amount} × {count} {unit}")
    return counted.format(amount=dong(fee.amount), count=copies, unit=units[fee.unit])


def sex_words(sex: str) -> str:
    """Return a sex as written on papers; what is stored as a code comes out as a word."""
    translate = QCoreApplication.translate
    return {"male": translate("Words", "Nam"), "female": translate("Words", "Nữ")}.get(sex, sex)


def due_words(due: datetime | None) -> str:
    """Return ``Thứ Sáu, 27/11/2026, trước 17:00``; nothing for what has no appointment yet."""
    if due is None:
        return ""
    local = due.astimezone(VIETNAM)
    return QCoreApplication.translate("Words", "{date}, trước {time}").format(
        date=language.long_date(local.date()), time=f"{local:%H:%M}"
    )


def due_sentence(appointment: Appointment) -> str:
    """Return why the result is due then, in one sentence an officer can read out."""
    return due_words_of.brief(appointment.explanation, QCoreApplication.translate, holiday_name) + "."


def due_explanation(appointment: Appointment) -> str:
    """Return the whole way from reception to the due time."""
    return due_words_of.explanation(appointment.explanation, QCoreApplication.translate, holiday_name)


def holiday_name(name: str) -> str:
    """Return the name of a public holiday in the language on screen; what an office named itself stays."""
    return english(name) if language.language() == "en" else name


def state_chip(dossier: Dossier, now: datetime) -> tuple[str, Tone, str]:
    """Return the words, tone and icon of a dossier's state."""
    translate = QCoreApplication.translate
    if dossier.state is DossierState.RETURNED:
        return translate("Words", "Đã trả kết quả"), Tone.SUCCESS, "circle-check"
    return translate("Words", "Được tiếp nhận"), Tone.INFO, "file-plus"


def due_note(dossier: Dossier, now: datetime) -> tuple[str, Tone]:
    """Return how near the due date is, and its tone."""
    translate = QCoreApplication.translate
    if dossier.state is DossierState.RETURNED:
        at = dossier.returned_at
        told = translate("Words", "trả {day}").format(day=f"{at.astimezone(VIETNAM):%d/%m/%Y}") if at else ""
        return told, Tone.NEUTRAL
    if dossier.due is None:
        return "", Tone.NEUTRAL
    left = dossier.due - now
    if left < timedelta():
        days = -left // timedelta(days=1)
        late = translate("Words", "quá hạn {count} ngày").format(count=days)
        return (late if days else translate("Words", "quá hạn hôm nay")), Tone.DANGER
    if dossier.due.astimezone(VIETNAM).date() == now.astimezone(VIETNAM).date():
        return translate("Words", "hôm nay, {time}").format(
            time=f"{dossier.due.astimezone(VIETNAM):%H:%M}"
        ), Tone.WARNING
    days = (dossier.due.astimezone(VIETNAM).date() - now.astimezone(VIETNAM).date()).days
    words = translate("Words", "còn {count} ngày").format(count=days)
    return words, Tone.WARNING if left <= SOON else Tone.NEUTRAL
