"""Words of the field in everyday Vietnamese: terms, forms of paper, fees, states, due dates."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from counter_app.domain.dossier_facts import FormKind
from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.holiday_seed import english
from counter_app.domain.procedures import Channel, PaperForm, Term
from counter_app.domain.working_calendar import VIETNAM, Appointment
from counter_app.domain.working_days import WorkingDays
from ui import due_words as due_words_of
from ui import language
from ui.components.tone import Tone
from ui.desk import times

SOON = timedelta(days=1)
_FAR = 90
"""Days; farther than that nobody counts working days."""


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
    told = due_words_of.explanation(appointment.explanation, QCoreApplication.translate, holiday_name)
    return told[:1].upper() + told[1:]


def holiday_name(name: str) -> str:
    """Return the name of a public holiday in the language on screen; what an office named itself stays."""
    return english(name) if language.language() == "en" else name


def state_chip(dossier: Dossier, now: datetime) -> tuple[str, Tone, str]:
    """Return the words, tone and icon of a dossier's state."""
    return state_words(dossier.state), *_STATES[dossier.state]


def state_words(state: DossierState) -> str:
    """Return the national name of a state."""
    translate = QCoreApplication.translate
    words = {
        DossierState.NEW: translate("Words", "Mới đăng ký"),
        DossierState.RECEIVED: translate("Words", "Được tiếp nhận"),
        DossierState.REFUSED: translate("Words", "Không tiếp nhận"),
        DossierState.PROCESSING: translate("Words", "Đang xử lý"),
        DossierState.SUPPLEMENT: translate("Words", "Yêu cầu bổ sung"),
        DossierState.PAYMENT: translate("Words", "Yêu cầu tài chính"),
        DossierState.WITHDRAWING: translate("Words", "Xin rút hồ sơ"),
        DossierState.STOPPED: translate("Words", "Dừng xử lý"),
        DossierState.DONE: translate("Words", "Đã xử lý xong"),
        DossierState.RETURNED: translate("Words", "Đã trả kết quả"),
    }
    return words[state]


_STATES = {
    DossierState.NEW: (Tone.NEUTRAL, "bell"),
    DossierState.RECEIVED: (Tone.NEUTRAL, "file-plus"),
    DossierState.REFUSED: (Tone.DANGER, "ban"),
    DossierState.PROCESSING: (Tone.INFO, "progress"),
    DossierState.SUPPLEMENT: (Tone.WARNING, "alert-triangle"),
    DossierState.PAYMENT: (Tone.WARNING, "cash"),
    DossierState.WITHDRAWING: (Tone.WARNING, "arrow-back-up"),
    DossierState.STOPPED: (Tone.NEUTRAL, "player-stop"),
    DossierState.DONE: (Tone.SUCCESS, "circle-check"),
    DossierState.RETURNED: (Tone.SUCCESS, "package-export"),
}
"""Tone and icon; no two icons have the same shape, so that a chip is known without its colour."""


def due_note(dossier: Dossier, now: datetime, calendar: WorkingDays | None = None) -> tuple[str, Tone]:
    """Return how near the due date is, or why it does not run, and its tone; working days with a ``calendar``."""
    if dossier.state.ended or dossier.state is DossierState.DONE:
        return _ended_note(dossier)
    translate = QCoreApplication.translate
    since = times.day_short(dossier.paused_at) if dossier.paused_at else ""
    waits = {
        DossierState.NEW: translate("Words", "chưa tiếp nhận"),
        DossierState.SUPPLEMENT: translate("Words", "chờ bổ sung từ {day}").format(day=since),
        DossierState.PAYMENT: translate("Words", "chờ nộp tiền từ {day}").format(day=since),
        DossierState.WITHDRAWING: translate("Words", "chờ dừng theo yêu cầu"),
    }
    if dossier.state in waits:
        return waits[dossier.state], Tone.NEUTRAL
    return _running_note(dossier.due, now, calendar) if dossier.due else ("", Tone.NEUTRAL)


def _running_note(due: datetime, now: datetime, calendar: WorkingDays | None) -> tuple[str, Tone]:
    translate = QCoreApplication.translate
    last, today = due.astimezone(VIETNAM).date(), now.astimezone(VIETNAM).date()
    if due < now:
        days = (today - last).days
        late = translate("Words", "quá hạn {count} ngày").format(count=days)
        return (late if days else translate("Words", "quá hạn hôm nay")), Tone.DANGER
    if last == today:
        at = f"{due.astimezone(VIETNAM):%H:%M}"
        return translate("Words", "hôm nay, {time}").format(time=at), Tone.WARNING
    days = (last - today).days
    if calendar is None or days > _FAR:
        said = translate("Words", "còn {count} ngày").format(count=days)
    else:
        days = sum(calendar.is_working(today + timedelta(ahead)) for ahead in range(1, days + 1))
        said = translate("Words", "còn {count} ngày làm việc").format(count=days)
    return said, Tone.WARNING if days <= 1 or due - now <= SOON else Tone.NEUTRAL


def _ended_note(dossier: Dossier) -> tuple[str, Tone]:
    translate = QCoreApplication.translate
    at = dossier.ended_at or dossier.done_at
    if dossier.state in (DossierState.REFUSED, DossierState.STOPPED):
        refused = dossier.state is DossierState.REFUSED
        told = translate("Words", "từ chối {day}") if refused else translate("Words", "dừng {day}")
        return (told.format(day=times.day_short(at)) if at else ""), Tone.NEUTRAL
    on_time, tone = "", Tone.NEUTRAL
    if dossier.due is not None and dossier.done_at is not None:
        due, done = (moment.astimezone(VIETNAM) for moment in (dossier.due, dossier.done_at))
        days = (done.date() - due.date()).days
        if dossier.done_at > dossier.due:
            late = translate("Words", "muộn {count} ngày").format(count=days)
            on_time, tone = (late if days else translate("Words", "muộn trong ngày")), Tone.DANGER
        else:
            early = translate("Words", "sớm {count} ngày").format(count=-days)
            on_time = early if days else translate("Words", "đúng hạn")
    if dossier.state is DossierState.RETURNED:
        handed = dossier.returned_at
        told = translate("Words", "trả {day}").format(day=times.day_short(handed)) if handed else ""
    else:
        told = translate("Words", "chưa trả")
    return ", ".join(filter(None, (told, on_time))), tone


def channel_words(channel: Channel) -> str:
    """Return how a dossier came in."""
    translate = QCoreApplication.translate
    words = {
        Channel.IN_PERSON: translate("Words", "trực tiếp"),
        Channel.ONLINE: translate("Words", "trực tuyến"),
        Channel.POSTAL: translate("Words", "bưu chính"),
    }
    return words[channel]


def form_name(form: FormKind) -> str:
    """Return the title of a form of the circular."""
    translate = QCoreApplication.translate
    words = {
        FormKind.RECEIPT: translate("Words", "Giấy tiếp nhận và hẹn trả"),
        FormKind.SUPPLEMENT: translate("Words", "Phiếu yêu cầu bổ sung"),
        FormKind.REFUSAL: translate("Words", "Phiếu từ chối tiếp nhận"),
        FormKind.APOLOGY: translate("Words", "Phiếu xin lỗi và hẹn lại"),
        FormKind.STOP: translate("Words", "Thông báo dừng giải quyết"),
        FormKind.CONTROL: translate("Words", "Phiếu kiểm soát quá trình"),
    }
    return words[form]
