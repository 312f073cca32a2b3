"""The journal of a dossier in words: who did what, when, and what was said."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication

from counter_app.domain import dossier_facts as facts
from counter_app.domain.facts import Recorded
from counter_app.domain.money import dong
from counter_app.domain.procedures import WorkStep
from ui import messages
from ui.desk import times, words
from ui.desk.dossier import act_words
from ui.desk.dossier.reading import DossierRead


class Mark(StrEnum):
    """What kind of line it is; each has a sign of its own shape."""

    STEP = "step"
    PAPER = "paper"
    REMARK = "remark"
    PAUSE = "pause"
    BAD = "bad"  # refused, stopped
    END = "end"
    OVERRIDE = "override"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the time line; ``said`` are somebody's own words."""

    mark: Mark
    title: str
    at: datetime
    who: str = ""
    text: str = ""
    said: str = ""
    note: str = ""


class Teller(Protocol):
    """What the words of one entry need to know."""

    @property
    def steps(self) -> tuple[WorkStep, ...]:
        """The process of the dossier."""

    def name_of(self, officer: str) -> str:
        """The name of an officer by id."""


Line = tuple[Mark, str, str, str]
"""Mark, title, what came of it, somebody's own words."""


def tell(read: DossierRead) -> tuple[Told, ...]:
    """Every entry in order; the pages of one scan are one line."""
    return tuple(_lines(read))


def say(read: Teller, fact: object) -> Line | None:
    """Say what one entry of a dossier tells; None for what is not in the time line's words."""
    telling = _TELLING.get(type(fact))
    return telling(read, fact) if telling else None


def _lines(read: DossierRead) -> Iterator[Told]:
    scanned: list[Recorded] = []
    for entry in read.history:
        if isinstance(entry.fact, facts.PageScanned):
            scanned.append(entry)
            continue
        if scanned:
            yield _scan(read, scanned)
            scanned = []
        yield _line(read, entry)
    if scanned:
        yield _scan(read, scanned)


def _scan(read: DossierRead, entries: list[Recorded]) -> Told:
    title = QCoreApplication.translate("Story", "Quét {count} trang").format(count=len(entries))
    return Told(Mark.PAPER, title, entries[0].at, _who(read, entries[0].actor))


def _line(read: DossierRead, entry: Recorded) -> Told:
    mark, title, text, said = say(read, entry.fact) or (Mark.PAPER, type(entry.fact).__name__, "", "")
    note = ""
    if (entry.station, entry.seq) in read.doubtful:
        mark = Mark.DOUBT
        note = QCoreApplication.translate(
            "Story", "Mục này không khớp với diễn biến nên chưa có hiệu lực; cần xem lại."
        )
        if (entry.station, entry.seq) in read.looked_at:
            note = QCoreApplication.translate("Story", "Không có hiệu lực: đã có người xem lại.")
    return Told(mark, title, entry.at, _who(read, entry.actor), text, said, note)


def _who(read: DossierRead, actor: str) -> str:
    kind, _, key = actor.partition("/")
    return read.name_of(key) if kind == "officer" else ""


def _join(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def _until(day: date | None) -> str:
    return QCoreApplication.translate("Story", "đến {day}").format(day=f"{day:%d/%m/%Y}") if day else ""


def _new_due(due: datetime) -> str:
    return QCoreApplication.translate("Story", "Hẹn trả mới: {due}").format(due=words.due_words(due))


def _registered(read: Teller, fact: facts.DossierRegistered) -> Line:
    translate = QCoreApplication.translate
    return Mark.STEP, translate("Story", "Đăng ký hồ sơ"), words.channel_words(fact.channel), ""


def _received(read: Teller, fact: facts.DossierReceived) -> Line:
    translate = QCoreApplication.translate
    desk = translate("Story", "quầy {desk}").format(desk=fact.desk) if fact.desk else ""
    papers = translate("Story", "{count} giấy tờ").format(count=sum(1 for paper in fact.papers if paper.applies))
    due = translate("Story", "hẹn trả {day}").format(day=times.day_and_clock(fact.due))
    return Mark.STEP, translate("Story", "Tiếp nhận"), _join(desk, papers, due), ""


def _refused(read: Teller, fact: facts.DossierRefused) -> Line:
    title = QCoreApplication.translate("Story", "Từ chối tiếp nhận (mẫu 03)")
    return Mark.BAD, title, "", "; ".join(fact.reasons)


def _asked(read: Teller, fact: facts.SupplementRequested) -> Line:
    title = QCoreApplication.translate("Story", "Yêu cầu bổ sung (mẫu 02)")
    return Mark.PAUSE, title, _join("; ".join(fact.items), _until(fact.until)), fact.reason


def _came(read: Teller, fact: facts.SupplementReceived) -> Line:
    return Mark.STEP, QCoreApplication.translate("Story", "Nhận giấy tờ bổ sung"), _new_due(fact.due), fact.note


def _handed(read: Teller, fact: facts.HandedOver) -> Line:
    translate = QCoreApplication.translate
    title = translate("Story", "Chuyển {who}").format(who=read.name_of(fact.taker))
    steps = read.steps
    step = steps[fact.step].name if 0 <= fact.step < len(steps) else ""
    due = translate("Story", "hạn của bước {time}").format(time=times.day_and_clock(fact.due)) if fact.due else ""
    return Mark.STEP, title, _join(fact.department, step, due), fact.note


def _took(read: Teller, fact: facts.TakenOver) -> Line:
    return Mark.STEP, QCoreApplication.translate("Story", "Nhận bàn giao"), "", ""


def _remark(read: Teller, fact: facts.Commented) -> Line:
    return Mark.REMARK, QCoreApplication.translate("Story", "Ý kiến"), "", fact.text


def _file(read: Teller, fact: facts.FileAttached) -> Line:
    title = QCoreApplication.translate("Story", "Đính kèm tệp")
    return Mark.PAPER, title, _join(fact.name, act_words.role_words(fact.role)), ""


def _approved(read: Teller, fact: facts.ResultApproved) -> Line:
    return Mark.STEP, QCoreApplication.translate("Story", "Duyệt kết quả"), "", fact.note


def _sent_back(read: Teller, fact: facts.ResultSentBack) -> Line:
    title = QCoreApplication.translate("Story", "Trả lại {who}").format(who=read.name_of(fact.taker))
    return Mark.PAUSE, title, "", fact.reason


def _to_pay(read: Teller, fact: facts.PaymentRequested) -> Line:
    title = QCoreApplication.translate("Story", "Yêu cầu nộp {amount}").format(amount=dong(fact.amount))
    return Mark.PAUSE, title, _until(fact.until), fact.reason


def _paid(read: Teller, fact: facts.PaymentMade) -> Line:
    translate = QCoreApplication.translate
    title = translate("Story", "Đã nộp {amount}").format(amount=dong(fact.amount))
    receipt = translate("Story", "biên lai {number}").format(number=fact.receipt) if fact.receipt else ""
    return Mark.STEP, title, _join(act_words.method_words(fact.method), receipt, _new_due(fact.due)), ""


def _extended(read: Teller, fact: facts.TermExtended) -> Line:
    title = QCoreApplication.translate("Story", "Xin lỗi và hẹn lại (mẫu 04)")
    return Mark.PAUSE, title, _new_due(fact.due), fact.reason


def _withdrawn(read: Teller, fact: facts.WithdrawalRequested) -> Line:
    translate = QCoreApplication.translate
    title = translate("Story", "Người dân yêu cầu rút hồ sơ")
    return Mark.PAUSE, title, translate("Story", "người yêu cầu: {who}").format(who=fact.who), fact.reason


def _stopped(read: Teller, fact: facts.DossierStopped) -> Line:
    return Mark.BAD, QCoreApplication.translate("Story", "Dừng giải quyết (mẫu 05)"), "", fact.reason


def _ready(read: Teller, fact: facts.ResultReady) -> Line:
    translate = QCoreApplication.translate
    number = translate("Story", "số {number}").format(number=fact.number) if fact.number else ""
    signer = translate("Story", "người ký: {who}").format(who=fact.signer) if fact.signer else ""
    issued = f"{fact.issued:%d/%m/%Y}" if fact.issued else ""
    said_no = translate("Story", "kết quả là từ chối giải quyết") if fact.refusal else ""
    return Mark.STEP, translate("Story", "Có kết quả"), _join(number, issued, signer, said_no), fact.note


def _returned(read: Teller, fact: facts.DossierReturned) -> Line:
    translate = QCoreApplication.translate
    taker = translate("Story", "người nhận: {who}").format(who=fact.taker)
    return Mark.END, translate("Story", "Trả kết quả"), _join(taker, act_words.way_words(fact.way), fact.paper), ""


def _printed(read: Teller, fact: facts.ReceiptPrinted) -> Line:
    return Mark.PAPER, QCoreApplication.translate("Story", "Lập giấy hẹn (mẫu 01)"), "", ""


def _issued(read: Teller, fact: facts.FormIssued) -> Line:
    title = QCoreApplication.translate("Story", "Lập {name} (mẫu {form})")
    return Mark.PAPER, title.format(name=_lower(words.form_name(fact.form)), form=fact.form.value), "", ""


def _opened(read: Teller, fact: facts.RuleOverridden) -> Line:
    translate = QCoreApplication.translate
    title = translate("Story", "Cho phép vượt quy tắc")
    return Mark.OVERRIDE, title, messages.word(fact.rule), fact.reason


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


_TELLING: dict[type, Callable[[Teller, Any], Line]] = {
    facts.DossierRegistered: _registered,
    facts.DossierReceived: _received,
    facts.DossierRefused: _refused,
    facts.SupplementRequested: _asked,
    facts.SupplementReceived: _came,
    facts.HandedOver: _handed,
    facts.TakenOver: _took,
    facts.Commented: _remark,
    facts.FileAttached: _file,
    facts.ResultApproved: _approved,
    facts.ResultSentBack: _sent_back,
    facts.PaymentRequested: _to_pay,
    facts.PaymentMade: _paid,
    facts.TermExtended: _extended,
    facts.WithdrawalRequested: _withdrawn,
    facts.DossierStopped: _stopped,
    facts.ResultReady: _ready,
    facts.DossierReturned: _returned,
    facts.ReceiptPrinted: _printed,
    facts.FormIssued: _issued,
    facts.RuleOverridden: _opened,
}
