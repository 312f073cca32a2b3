"""The queue in everyday words: why someone comes next, what a desk is doing."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from counter_app.domain.calling import Why
from counter_app.domain.queue_facts import DeskState
from ui.desk import times
from ui.desk.queue.state import NextFace, priority_words


def next_words(face: NextFace, now: datetime) -> str:
    """Return ``Tiếp: A012 · chờ 47 phút, quá 45 phút``."""
    translate = QCoreApplication.translate
    span = now - face.since
    wait = times.minutes(span)
    match face.why:
        case Why.OVERDUE if face.bound and span > timedelta(minutes=face.bound):
            why = translate("Queue", "chờ {wait}, quá {bound} phút").format(wait=wait, bound=face.bound)
        case Why.PRIORITY if face.priority is not None:
            why = translate("Queue", "ưu tiên: {who}").format(who=priority_words(face.priority))
        case Why.QUICK:
            why = translate("Queue", "việc nhanh, chờ {wait}").format(wait=wait)
        case Why.ONLY_HERE:
            why = translate("Queue", "được chuyển đến quầy này")
        case _:
            why = translate("Queue", "đến lượt, chờ {wait}").format(wait=wait)
    return translate("Queue", "Tiếp: {label} · {why}").format(label=face.label, why=why)


def desk_words(state: DeskState) -> str:
    """Return what a desk is doing, in two words."""
    return _said(_SHORT, state)


def desk_sentence(state: DeskState) -> str:
    """Return what a desk is doing, as its card says it while nobody is there."""
    return _said(_CARD, state)


def desk_choice(state: DeskState) -> str:
    """Return a state of a desk as a choice."""
    return _said(_CHOICES, state)


def desk_icon(state: DeskState) -> str:
    """Return the icon of a desk's state."""
    return _ICONS[state]


Words = dict[DeskState, Callable[[], str]]


def _said(words: Words, state: DeskState) -> str:
    return words[state]()


_ICONS = {
    DeskState.OPEN: "circle-check",
    DeskState.BREAK: "coffee",
    DeskState.BACK_OFFICE: "files",
    DeskState.CLOSED: "lock",
}
_SHORT: Words = {
    DeskState.OPEN: lambda: QCoreApplication.translate("Queue", "Đang mở"),
    DeskState.BREAK: lambda: QCoreApplication.translate("Queue", "Đang nghỉ"),
    DeskState.BACK_OFFICE: lambda: QCoreApplication.translate("Queue", "Nội bộ"),
    DeskState.CLOSED: lambda: QCoreApplication.translate("Queue", "Đã đóng"),
}
_CARD: Words = {
    DeskState.OPEN: lambda: QCoreApplication.translate("Queue", "Quầy đang trống"),
    DeskState.BREAK: lambda: QCoreApplication.translate("Queue", "Quầy đang nghỉ"),
    DeskState.BACK_OFFICE: lambda: QCoreApplication.translate("Queue", "Làm việc nội bộ"),
    DeskState.CLOSED: lambda: QCoreApplication.translate("Queue", "Quầy đã đóng"),
}
_CHOICES: Words = {
    DeskState.OPEN: lambda: QCoreApplication.translate("Queue", "Mở: gọi số"),
    DeskState.BREAK: lambda: QCoreApplication.translate("Queue", "Nghỉ"),
    DeskState.BACK_OFFICE: lambda: QCoreApplication.translate("Queue", "Làm việc nội bộ"),
    DeskState.CLOSED: lambda: QCoreApplication.translate("Queue", "Đóng quầy"),
}
