"""What an entry of a dossier says, in the words of a paper for the citizen."""

from collections.abc import Callable, Mapping
from typing import Any

from counter_app.domain import dossier_facts as facts
from counter_app.domain.dossier_facts import FileRole
from counter_app.domain.money import dong

_ROLES = {FileRole.DRAFT: "dự thảo", FileRole.SIGNED: "kết quả đã ký"}
_WORDS: Mapping[type, Callable[[Any], str]] = {
    facts.DossierRegistered: lambda _: "Đăng ký hồ sơ",
    facts.DossierReceived: lambda _: "Tiếp nhận hồ sơ",
    facts.DossierRefused: lambda fact: f"Không tiếp nhận: {'; '.join(fact.reasons)}",
    facts.SupplementRequested: lambda fact: f"Yêu cầu bổ sung: {'; '.join(fact.items)}. Lý do: {fact.reason}",
    facts.SupplementReceived: lambda _: "Nhận giấy tờ bổ sung",
    facts.HandedOver: lambda fact: f"Chuyển xử lý: {fact.department}" if fact.department else "Chuyển xử lý",
    facts.TakenOver: lambda _: "Nhận bàn giao",
    facts.Commented: lambda _: "Cán bộ ghi ý kiến nội bộ",
    facts.FileAttached: lambda fact: f"Đính kèm {_ROLES.get(fact.role, 'tệp')}: {fact.name}",
    facts.ResultApproved: lambda _: "Duyệt kết quả",
    facts.ResultSentBack: lambda _: "Trả lại để làm tiếp",
    facts.PaymentRequested: lambda fact: f"Yêu cầu nộp {dong(fact.amount)}: {fact.reason}",
    facts.PaymentMade: lambda fact: f"Đã nộp {dong(fact.amount)}",
    facts.TermExtended: lambda fact: f"Xin lỗi và hẹn lại: {fact.reason}",
    facts.WithdrawalRequested: lambda _: "Yêu cầu rút hồ sơ",
    facts.DossierStopped: lambda fact: f"Dừng giải quyết: {fact.reason}",
    facts.ResultReady: lambda fact: f"Có kết quả {fact.number}".rstrip(),
    facts.DossierReturned: lambda fact: f"Trả kết quả cho {fact.taker}",
    facts.PageScanned: lambda _: "Quét một trang",
    facts.ReceiptPrinted: lambda _: "Lập giấy hẹn (mẫu 01)",
    facts.FormIssued: lambda fact: f"Lập mẫu {fact.form.value}",
    facts.RuleOverridden: lambda fact: f"Người quản trị cho phép vượt quy tắc: {fact.reason}",
    facts.DossierLookedAt: lambda _: "Mở xem hồ sơ",
}


def entry_words(fact: object) -> str:
    """What an entry says; the kind's own name for one of a later program. A remark among officers stays theirs."""
    words = _WORDS.get(type(fact))
    return words(fact) if words else type(fact).__name__
