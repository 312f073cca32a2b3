"""How acts, rules and files are called."""

from PySide6.QtCore import QCoreApplication

from counter_app.domain.dossier_facts import FileRole, PaymentMethod, ReturnWay
from ui.desk.dossier.acts import Act


def act_words(act: Act) -> str:
    """Return the name of an act, as on its button."""
    translate = QCoreApplication.translate
    words = {
        Act.TAKE_OVER: translate("DossierActs", "Nhận bàn giao"),
        Act.APPROVE: translate("DossierActs", "Duyệt kết quả"),
        Act.SEND_BACK: translate("DossierActs", "Trả lại người xử lý"),
        Act.HAND_OVER: translate("DossierActs", "Chuyển xử lý"),
        Act.READY: translate("DossierActs", "Xong, có kết quả"),
        Act.RETURN: translate("DossierActs", "Trả kết quả"),
        Act.TAKE_SUPPLEMENT: translate("DossierActs", "Nhận giấy tờ bổ sung"),
        Act.RECORD_PAYMENT: translate("DossierActs", "Đã nộp tiền"),
        Act.SUPPLEMENT: translate("DossierActs", "Yêu cầu bổ sung (02)"),
        Act.EXTEND: translate("DossierActs", "Xin lỗi, hẹn lại (04)"),
        Act.PAYMENT: translate("DossierActs", "Yêu cầu nộp tiền"),
        Act.WITHDRAW: translate("DossierActs", "Người dân xin rút"),
        Act.STOP: translate("DossierActs", "Dừng giải quyết (05)"),
        Act.REFUSE: translate("DossierActs", "Từ chối tiếp nhận (03)"),
        Act.ATTACH: translate("DossierActs", "Đính kèm tệp"),
        Act.COMMENT: translate("DossierActs", "Ghi ý kiến"),
    }
    return words[act]


def submit_words(act: Act) -> str:
    """Return what the button below an act's form says."""
    translate = QCoreApplication.translate
    words = {
        Act.SUPPLEMENT: translate("DossierActs", "Lập phiếu yêu cầu bổ sung"),
        Act.EXTEND: translate("DossierActs", "Lập phiếu xin lỗi"),
        Act.STOP: translate("DossierActs", "Lập thông báo dừng"),
        Act.REFUSE: translate("DossierActs", "Lập phiếu từ chối"),
        Act.HAND_OVER: translate("DossierActs", "Bàn giao"),
        Act.TAKE_SUPPLEMENT: translate("DossierActs", "Ghi đã nhận bổ sung"),
        Act.RECORD_PAYMENT: translate("DossierActs", "Ghi đã nộp tiền"),
        Act.PAYMENT: translate("DossierActs", "Ghi yêu cầu nộp tiền"),
        Act.WITHDRAW: translate("DossierActs", "Ghi yêu cầu rút"),
        Act.ATTACH: translate("DossierActs", "Đính kèm"),
        Act.COMMENT: translate("DossierActs", "Ghi ý kiến"),
        Act.SEND_BACK: translate("DossierActs", "Trả lại"),
        Act.APPROVE: translate("DossierActs", "Duyệt"),
        Act.READY: translate("DossierActs", "Xong, có kết quả"),
    }
    return words.get(act, act_words(act))


def done_words(act: Act) -> str:
    """Return what to say when an act is in the journal."""
    translate = QCoreApplication.translate
    words = {
        Act.TAKE_OVER: translate("DossierActs", "Đã nhận bàn giao."),
        Act.APPROVE: translate("DossierActs", "Đã duyệt kết quả."),
        Act.SEND_BACK: translate("DossierActs", "Đã trả lại người xử lý."),
        Act.HAND_OVER: translate("DossierActs", "Đã bàn giao; phiếu kiểm soát (06) tự ghi."),
        Act.READY: translate("DossierActs", "Hồ sơ đã có kết quả."),
        Act.TAKE_SUPPLEMENT: translate("DossierActs", "Đã nhận bổ sung; ngày hẹn tính tiếp."),
        Act.RECORD_PAYMENT: translate("DossierActs", "Đã ghi nộp tiền; ngày hẹn tính tiếp."),
        Act.SUPPLEMENT: translate("DossierActs", "Đã yêu cầu bổ sung; thời hạn tạm dừng."),
        Act.EXTEND: translate("DossierActs", "Đã xin lỗi và hẹn lại."),
        Act.PAYMENT: translate("DossierActs", "Đã yêu cầu nộp tiền; thời hạn tạm dừng."),
        Act.WITHDRAW: translate("DossierActs", "Đã ghi yêu cầu rút hồ sơ."),
        Act.STOP: translate("DossierActs", "Đã dừng giải quyết hồ sơ."),
        Act.REFUSE: translate("DossierActs", "Đã từ chối tiếp nhận."),
        Act.ATTACH: translate("DossierActs", "Đã đính kèm tệp."),
        Act.COMMENT: translate("DossierActs", "Đã ghi ý kiến."),
    }
    return words.get(act, act_words(act))


def role_words(role: FileRole) -> str:
    """Return what a file is."""
    translate = QCoreApplication.translate
    words = {
        FileRole.DRAFT: translate("DossierActs", "dự thảo"),
        FileRole.SIGNED: translate("DossierActs", "đã ký"),
        FileRole.OTHER: translate("DossierActs", "tệp khác"),
    }
    return words[role]


def method_words(method: PaymentMethod) -> str:
    """Return how something was paid."""
    translate = QCoreApplication.translate
    words = {
        PaymentMethod.CASH: translate("DossierActs", "tiền mặt"),
        PaymentMethod.TRANSFER: translate("DossierActs", "chuyển khoản"),
    }
    return words[method]


def way_words(way: ReturnWay) -> str:
    """Return how a result reaches the applicant."""
    translate = QCoreApplication.translate
    words = {
        ReturnWay.COUNTER: translate("DossierActs", "tại quầy"),
        ReturnWay.POST: translate("DossierActs", "qua bưu chính"),
        ReturnWay.ONLINE: translate("DossierActs", "trực tuyến"),
    }
    return words[way]
