"""How the page says working time, steps and buckets."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from counter_app.domain.working_calendar import VIETNAM
from ui.components.tone import Tone
from ui.desk import times
from ui.desk.process.work import Bucket, Nearness, Stage, Work

_HOUR = timedelta(hours=1)
_DAY = timedelta(hours=8)
"""Eight working hours are a day."""
_LONG = 5 * _DAY

ICONS = {
    Bucket.ALL: "list",
    Bucket.TAKING: "user-check",
    Bucket.PASSING: "send",
    Bucket.WORK: "list-check",
    Bucket.APPROVAL: "signature",
    Bucket.SIGNING: "hourglass",
    Bucket.SUPPLEMENT: "alert-triangle",
    Bucket.PAYMENT: "cash",
    Bucket.RESULT: "package-export",
    Bucket.LATE: "alert-octagon",
    Bucket.TODAY: "clock-exclamation",
    Bucket.SOON: "clock-hour-4",
    Bucket.LATER: "calendar-event",
}


def bucket_words(bucket: Bucket) -> str:
    """Return the name of a bucket."""
    translate = QCoreApplication.translate
    words = {
        Bucket.ALL: translate("Process", "Tất cả"),
        Bucket.TAKING: translate("Process", "Chờ nhận bàn giao"),
        Bucket.PASSING: translate("Process", "Chưa chuyển xử lý"),
        Bucket.WORK: translate("Process", "Đang xử lý"),
        Bucket.APPROVAL: translate("Process", "Chờ duyệt"),
        Bucket.SIGNING: translate("Process", "Đã trình lãnh đạo"),
        Bucket.SUPPLEMENT: translate("Process", "Chờ bổ sung"),
        Bucket.PAYMENT: translate("Process", "Chờ nộp tiền"),
        Bucket.RESULT: translate("Process", "Đã có kết quả"),
        Bucket.LATE: translate("Process", "Quá hạn"),
        Bucket.TODAY: translate("Process", "Đến hạn hôm nay"),
        Bucket.SOON: translate("Process", "Sắp đến hạn"),
        Bucket.LATER: translate("Process", "Còn thời gian"),
    }
    return words[bucket]


def stage_words(stage: Stage) -> str:
    """Return what a row waits for, where its step has no name."""
    translate = QCoreApplication.translate
    words = {
        Stage.TAKING: translate("Process", "Chờ nhận bàn giao"),
        Stage.PASSING: translate("Process", "Tại quầy tiếp nhận"),
        Stage.WORK: translate("Process", "Đang xử lý"),
        Stage.APPROVAL: translate("Process", "Chờ duyệt kết quả"),
        Stage.APPROVED: translate("Process", "Đã duyệt, chờ phát hành"),
        Stage.SUPPLEMENT: translate("Process", "Chờ bổ sung"),
        Stage.PAYMENT: translate("Process", "Chờ nộp tiền"),
        Stage.WITHDRAWING: translate("Process", "Xin rút hồ sơ"),
        Stage.RESULT: translate("Process", "Đã có kết quả"),
    }
    return words[stage]


def step_words(work: Work) -> tuple[str, str]:
    """Return the step's name and ``bước 2/4``, or what it waits for where it has no name."""
    stage = stage_words(work.stage)
    if not work.step:
        return stage, ""
    number = QCoreApplication.translate("Process", "bước {number}/{steps}").format(number=work.number, steps=work.steps)
    waits = _waits(work.stage)
    return work.step, f"{number} · {waits}" if waits else number


def _waits(stage: Stage) -> str:
    """Return in short what a named step waits for."""
    translate = QCoreApplication.translate
    words = {
        Stage.TAKING: translate("Process", "chờ nhận"),
        Stage.APPROVAL: translate("Process", "chờ duyệt"),
        Stage.APPROVED: translate("Process", "đã duyệt"),
        Stage.SUPPLEMENT: translate("Process", "chờ bổ sung"),
        Stage.PAYMENT: translate("Process", "chờ nộp tiền"),
        Stage.WITHDRAWING: translate("Process", "xin rút"),
        Stage.RESULT: translate("Process", "có kết quả"),
    }
    return words.get(stage, "")


def due_words(work: Work, now: datetime) -> tuple[str, str, Tone]:
    """Return when the step is due, how near that is, and its tone."""
    translate = QCoreApplication.translate
    dossier = work.dossier
    if work.nearness is Nearness.NONE:
        if dossier.done_at is not None:
            return "–", translate("Process", "xong {day}").format(day=times.day(dossier.done_at)), Tone.SUCCESS
        since = dossier.paused_at
        told = translate("Process", "tạm dừng từ {day}").format(day=times.day(since)) if since else ""
        return "–", told, Tone.NEUTRAL
    due = dossier.step_due
    at = f"{due.astimezone(VIETNAM):%d/%m %H:%M}" if due else "–"
    if work.nearness is Nearness.LATE:
        late = -work.left
        span = translate("Process", "{count} ngày").format(count=late // _DAY) if late >= _DAY else span_words(late)
        return at, translate("Process", "quá hạn {span}").format(span=span), Tone.DANGER
    told = translate("Process", "còn {span}").format(span=span_words(work.left))
    return at, told, Tone.WARNING if work.nearness is Nearness.TODAY else Tone.NEUTRAL


def short_span(span: timedelta) -> str:
    """Return working time where it is clear that it is: ``1 giờ 40 phút``, ``14 giờ``, ``6 ngày``."""
    translate = QCoreApplication.translate
    if span >= _LONG:
        return translate("Process", "{count} ngày").format(count=span // _DAY)
    hours, minutes = span // _HOUR, (span % _HOUR) // timedelta(minutes=1)
    if hours and (span >= _DAY or not minutes):
        return translate("Process", "{count} giờ").format(count=hours)
    return span_words(span)


def span_words(span: timedelta) -> str:
    """Return working time: ``1 giờ 40 phút``, ``14 giờ làm việc``, from five days on ``6 ngày làm việc``."""
    translate = QCoreApplication.translate
    if span >= _LONG:
        return translate("Process", "{count} ngày làm việc").format(count=span // _DAY)
    hours, minutes = span // _HOUR, (span % _HOUR) // timedelta(minutes=1)
    if span >= _DAY or (hours and not minutes):
        return translate("Process", "{count} giờ làm việc").format(count=hours)
    if hours:
        return translate("Process", "{hours} giờ {minutes} phút").format(hours=hours, minutes=minutes)
    return translate("Process", "{count} phút").format(count=minutes)
