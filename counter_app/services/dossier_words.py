"""Words of papers and files about dossiers: these are Vietnamese whatever the screen's language is."""

from collections.abc import Mapping

from counter_app.domain.dossier_facts import PaymentMethod, PersonKind, ReturnWay
from counter_app.domain.dossiers import DossierState
from counter_app.domain.procedures import Channel

STATES: Mapping[DossierState, str] = {
    DossierState.NEW: "Mới đăng ký",
    DossierState.RECEIVED: "Được tiếp nhận",
    DossierState.REFUSED: "Không được tiếp nhận",
    DossierState.PROCESSING: "Đang xử lý",
    DossierState.SUPPLEMENT: "Yêu cầu bổ sung giấy tờ",
    DossierState.PAYMENT: "Yêu cầu thực hiện nghĩa vụ tài chính",
    DossierState.WITHDRAWING: "Công dân yêu cầu rút hồ sơ",
    DossierState.STOPPED: "Dừng xử lý",
    DossierState.DONE: "Đã xử lý xong",
    DossierState.RETURNED: "Đã trả kết quả",
}
"""The names of the national public service portal."""

CHANNELS: Mapping[Channel, str] = {
    Channel.IN_PERSON: "Trực tiếp",
    Channel.ONLINE: "Trực tuyến",
    Channel.POSTAL: "Bưu chính công ích",
}
PERSONS: Mapping[PersonKind, str] = {
    PersonKind.CITIZEN: "Công dân",
    PersonKind.ENTERPRISE: "Doanh nghiệp",
    PersonKind.STATE_AGENCY: "Cơ quan nhà nước",
    PersonKind.ORGANISATION: "Tổ chức khác",
}
RETURN_WAYS: Mapping[ReturnWay, str] = {
    ReturnWay.COUNTER: "Trực tiếp",
    ReturnWay.POST: "Bưu chính công ích",
    ReturnWay.ONLINE: "Trực tuyến",
}
PAYMENTS: Mapping[PaymentMethod, str] = {
    PaymentMethod.CASH: "Tiền mặt",
    PaymentMethod.TRANSFER: "Chuyển khoản",
}
