"""Entries under review in words: what it is about, what each version says, why, and what to do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from counter_app.domain import dossier_facts, facts, queue_facts
from counter_app.domain.procedures import WorkStep
from counter_app.services.reviews import Cause, ReviewItem, Version
from ui import messages
from ui.desk import times
from ui.desk.dossier import story

_BY_HAND = (
    dossier_facts.DossierReceived,
    dossier_facts.PaymentMade,
    dossier_facts.DossierReturned,
    dossier_facts.SupplementRequested,
    dossier_facts.TermExtended,
    dossier_facts.DossierRefused,
)
"""Acts that left something in a citizen's hands: somebody has to see to it outside the program."""


@dataclass(frozen=True, slots=True)
class Told:
    """One version: what was done, what came of it, somebody's own words, by whom and where, and when."""

    title: str
    text: str
    said: str
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class _Names:
    """What the words of one entry need to know."""

    steps: tuple[WorkStep, ...]
    names: Mapping[str, str]

    def name_of(self, officer: str) -> str:
        return self.names.get(officer, officer)


def subject(item: ReviewItem) -> tuple[str, str]:
    """Return what an item is about: the dossier, the number or the record; and its name."""
    translate = QCoreApplication.translate
    about = item.dossier or item.refused.fact
    if isinstance(about, dossier_facts.DossierReceived | dossier_facts.DossierRegistered) or item.dossier:
        code, name, procedure = (getattr(about, key) for key in ("code", "applicant", "procedure_name"))
        return " · ".join(filter(None, (code, name.name))), procedure
    if item.ticket is not None:
        return translate("Review", "Số {label}").format(label=item.ticket.label), times.day_short(item.ticket.issued_at)
    return _thing(item.stream), ""


def told(item: ReviewItem, version: Version, names: Mapping[str, str]) -> Told:
    """Return one version in words."""
    dossier = item.before or item.dossier
    title, text, said = _said(version, _Names(dossier.steps if dossier else (), names), item)
    here = QCoreApplication.translate("Review", "{station} (máy này)") if version.own else "{station}"
    who = " · ".join(filter(None, (version.officer, here.format(station=version.station))))
    return Told(title, text, said, who, times.day_and_clock(version.at))


def title_of(item: ReviewItem, names: Mapping[str, str]) -> str:
    """Return what was done, in a word or two."""
    return told(item, item.refused, names).title


def heads(item: ReviewItem) -> tuple[str, str]:
    """Return what to call the version that stands, and the other one."""
    translate = QCoreApplication.translate
    if item.cause is Cause.CLONE:
        return translate("Review", "Bản máy này đang giữ"), translate("Review", "Bản khác, cùng số thứ tự")
    return translate("Review", "Đang có hiệu lực"), translate("Review", "Chưa có hiệu lực")


def why(item: ReviewItem) -> str:
    """Return why it is under review."""
    translate = QCoreApplication.translate
    if item.cause is Cause.LAW and item.before is not None and item.rule is not None:
        state = messages.word(item.before.state.name.lower())
        sentence = translate("Review", "{rule}. Lúc ghi việc này, hồ sơ {state}.")
        return sentence.format(rule=messages.word(item.rule), state=state)
    sentences = {
        Cause.TWICE: translate("Review", "Việc này chỉ ghi được một lần, và đã được ghi trước ở máy khác."),
        Cause.NOT_APPROVED: translate(
            "Review", "Lúc ghi việc này, lãnh đạo chưa duyệt kết quả, hoặc đã trả lại người xử lý ở máy khác."
        ),
        Cause.NOT_BEGUN: translate(
            "Review", "Chưa có phần mở đầu của việc này (tiếp nhận, phát số). Phần ấy về đến nơi thì mục này tự hết."
        ),
        Cause.UNREADABLE: translate("Review", "Nội dung của mục này không đọc được."),
        Cause.CLONE: translate(
            "Review",
            "{station} đã ghi hai việc khác nhau dưới cùng một số thứ tự: dữ liệu của máy ấy được khôi phục từ bản cũ,"
            " hoặc được chép sang máy khác.",
        ),
        Cause.DAMAGED: translate("Review", "Nội dung đã bị thay đổi sau khi ghi, hoặc hỏng trên đường truyền."),
        Cause.FOREIGN: translate("Review", "Mục này mang tên {station} nhưng không có chữ ký của máy ấy."),
        Cause.BROKEN_CHAIN: translate(
            "Review",
            "Mục này không nối tiếp mục trước đó của {station}: ổ đĩa có thể hỏng, hoặc dữ liệu được khôi phục từ bản"
            " cũ.",
        ),
    }
    usual = translate("Review", "Việc này không khớp với những việc đã ghi trước nó.")
    return sentences.get(item.cause, usual).format(station=item.refused.station)


def advice(item: ReviewItem) -> str:
    """Return what to do about it."""
    translate = QCoreApplication.translate
    if item.cause in (Cause.CLONE, Cause.BROKEN_CHAIN):
        return translate(
            "Review",
            "Ngừng dùng {station} ngay, cài lại như một máy mới của bộ phận. Việc nào còn thiếu thì làm lại ở đây.",
        ).format(station=item.refused.station)
    if item.unsound:
        return translate(
            "Review", "Đối chiếu với giấy tờ, nhờ người phụ trách kiểm tra máy; máy lạ thì gỡ ở Quản trị, tab Các máy."
        )
    if item.cause is Cause.NOT_BEGUN:
        return translate("Review", "Chờ máy kia nối lại. Nếu máy ấy đã hỏng hẳn, hỏi người đã làm rồi ghi lại.")
    if item.cause is Cause.NOT_APPROVED and not item.may_redo:
        return translate("Review", "Xem ý kiến của lãnh đạo, trình duyệt lại; duyệt xong thì bấm “Làm lại việc này”.")
    by_fact = _advice_by_fact(item)
    if by_fact:
        return by_fact
    if item.may_redo:
        return translate("Review", "Nếu việc này vẫn cần, bấm “Làm lại việc này”; nếu không, giữ như hiện tại.")
    return translate("Review", "Nếu không cần làm gì thêm, giữ như hiện tại.")


def needs_a_hand(item: ReviewItem) -> bool:
    """Tell whether somebody has to do something outside the program."""
    return item.unsound or isinstance(item.refused.fact, _BY_HAND)


def _advice_by_fact(item: ReviewItem) -> str:
    translate, fact = QCoreApplication.translate, item.refused.fact
    stands = item.dossier.code if item.dossier else ""
    match fact:
        case dossier_facts.DossierReceived():
            said = translate(
                "Review", "Người dân cầm giấy hẹn mã {code}. Gọi cho người dân, đổi sang giấy hẹn mã {stands}."
            )
            return said.format(code=fact.code, stands=stands)
        case dossier_facts.PaymentMade():
            return translate(
                "Review", "Người dân có thể đã nộp tiền hai lần: đối chiếu biên lai, phần thừa thì hoàn lại."
            )
        case dossier_facts.DossierReturned():
            return translate("Review", "Kết quả được ghi trả hai lần: hỏi lại xem bản giấy đang ở ai.")
        case dossier_facts.SupplementRequested():
            return translate(
                "Review", "Người dân có thể cầm hai phiếu yêu cầu bổ sung: báo rõ phiếu nào có hiệu lực, cần những gì."
            )
        case dossier_facts.TermExtended():
            return translate(
                "Review", "Người dân có thể cầm hai phiếu xin lỗi với hai ngày hẹn: báo rõ ngày có hiệu lực."
            )
        case dossier_facts.DossierRefused():
            return translate("Review", "Người dân có thể cầm phiếu từ chối: báo rằng hồ sơ vẫn được tiếp nhận.")
        case dossier_facts.WithdrawalRequested() | dossier_facts.DossierStopped():
            return translate("Review", "Hỏi lại người dân: nhận kết quả đã có, hay thôi không nhận.")
        case _:
            return ""


def _said(version: Version, names: _Names, item: ReviewItem) -> tuple[str, str, str]:
    translate, fact = QCoreApplication.translate, version.fact
    about = item.dossier.code if item.dossier else getattr(item.refused.fact, "code", "")
    line = story.say(names, fact)
    if line is not None:
        _, title, text, said = line
        return title, " · ".join(filter(None, (_code(version, about), text))), said
    saying = _SAYING.get(type(fact))
    if saying is not None:
        return saying(fact), "", ""
    if fact is None:
        return translate("Review", "Không đọc được"), version.kind, ""
    return translate("Review", "Thay đổi: {thing}").format(thing=_thing(item.stream)), "", ""


def _code(version: Version, about: str) -> str:
    """The code that a version is about, where it is another than the one that the page names."""
    code: str = getattr(version.fact, "code", "") or version.code
    return "" if code == about else code


def _thing(stream: str) -> str:
    translate = QCoreApplication.translate
    kind, _, key = stream.partition("/")
    things = {
        "dossier": translate("Review", "hồ sơ"),
        "ticket": translate("Review", "số thứ tự"),
        "rating": translate("Review", "đánh giá"),
        "office": translate("Review", "thông tin bộ phận"),
        "station": translate("Review", "máy của bộ phận"),
        "desk": translate("Review", "quầy"),
        "officer": translate("Review", "cán bộ"),
        "group": translate("Review", "lĩnh vực"),
        "procedure": translate("Review", "thủ tục"),
        "catalogue": translate("Review", "danh mục thủ tục"),
        "calendar": translate("Review", "lịch làm việc"),
        "hours": translate("Review", "giờ làm việc"),
        "device": translate("Review", "thiết bị"),
        "queueday": translate("Review", "ngày làm việc của hàng chờ"),
        "seat": translate("Review", "quầy"),
        "queuehead": translate("Review", "máy giữ hàng chờ"),
    }
    named = things.get(kind, translate("Review", "thiết lập"))
    return f"{named} {key.rpartition('@')[0] or key}" if kind == "procedure" else named


def _at_desk(source: object) -> Callable[[Any], str]:
    return lambda fact: QCoreApplication.translate("Review", str(source)).format(desk=fact.desk)


def _plain(source: object) -> Callable[[Any], str]:
    return lambda _: QCoreApplication.translate("Review", str(source))


_SAYING: dict[type, Callable[[Any], str]] = {
    facts.TicketIssued: _plain(QT_TRANSLATE_NOOP("Review", "Phát số")),
    facts.TicketPrinted: _plain(QT_TRANSLATE_NOOP("Review", "In phiếu số")),
    facts.TicketCalled: _at_desk(QT_TRANSLATE_NOOP("Review", "Gọi đến quầy {desk}")),
    facts.ServiceStarted: _at_desk(QT_TRANSLATE_NOOP("Review", "Bắt đầu phục vụ ở quầy {desk}")),
    queue_facts.ServiceSwitched: _plain(QT_TRANSLATE_NOOP("Review", "Thêm việc khác")),
    queue_facts.TicketParked: _plain(QT_TRANSLATE_NOOP("Review", "Tạm gác")),
    facts.TicketTransferred: _plain(QT_TRANSLATE_NOOP("Review", "Chuyển số")),
    facts.TicketFinished: _plain(QT_TRANSLATE_NOOP("Review", "Kết thúc lượt")),
    facts.TicketMissed: _plain(QT_TRANSLATE_NOOP("Review", "Vắng mặt")),
    facts.TicketCancelled: _plain(QT_TRANSLATE_NOOP("Review", "Hủy số")),
    facts.RatingOpened: _at_desk(QT_TRANSLATE_NOOP("Review", "Mời đánh giá ở quầy {desk}")),
    facts.RatingGiven: _plain(QT_TRANSLATE_NOOP("Review", "Đánh giá của người dân")),
    facts.RatingReasonsGiven: _plain(QT_TRANSLATE_NOOP("Review", "Lý do của đánh giá")),
    facts.RatingClosed: _plain(QT_TRANSLATE_NOOP("Review", "Không đánh giá")),
    queue_facts.DeskStateSet: _at_desk(QT_TRANSLATE_NOOP("Review", "Đổi trạng thái quầy {desk}")),
    queue_facts.EmergencyRaised: _at_desk(QT_TRANSLATE_NOOP("Review", "Quầy {desk} cần hỗ trợ gấp")),
    queue_facts.EmergencyAccepted: _plain(QT_TRANSLATE_NOOP("Review", "Nhận đến hỗ trợ")),
    queue_facts.EmergencyEnded: _plain(QT_TRANSLATE_NOOP("Review", "Hết cần hỗ trợ")),
    queue_facts.QueueTaken: _plain(QT_TRANSLATE_NOOP("Review", "Nhận giữ hàng chờ")),
}
