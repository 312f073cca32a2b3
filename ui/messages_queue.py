"""Sentences about the queue of many desks: numbers, calling, desks, the office station."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter_app.errors import Code

QUEUE_WORDS: dict[str, object] = {
    "directing": QT_TRANSLATE_NOOP("Messages", "điều hành hàng chờ"),
    "open": QT_TRANSLATE_NOOP("Messages", "đang mở"),
    "break": QT_TRANSLATE_NOOP("Messages", "đang nghỉ"),
    "closed": QT_TRANSLATE_NOOP("Messages", "đã đóng"),
    "back-office": QT_TRANSLATE_NOOP("Messages", "đang làm việc nội bộ"),
    "parked": QT_TRANSLATE_NOOP("Messages", "đang được tạm gác"),
}

QUEUE: dict[Code, tuple[object, object]] = {
    Code.NUMBERS_CLOSED: (
        QT_TRANSLATE_NOOP("Messages", "Lúc này bộ phận một cửa không phát số."),
        QT_TRANSLATE_NOOP("Messages", "Xem giờ mở cửa, hoặc nhờ người điều hành mở phát số."),
    ),
    Code.CONTINGENT_USED: (
        QT_TRANSLATE_NOOP("Messages", "Hôm nay đã phát hết {most} số của lĩnh vực này."),
        QT_TRANSLATE_NOOP("Messages", "Mời ông/bà quay lại vào ngày làm việc tiếp theo, hoặc hỏi cán bộ hướng dẫn."),
    ),
    Code.NUMBER_TAKEN: (
        QT_TRANSLATE_NOOP("Messages", "Hôm nay số {label} đã được phát."),
        QT_TRANSLATE_NOOP("Messages", "Xem lại số trên phiếu giấy rồi ghi lại."),
    ),
    Code.NUMBER_OUT_OF_RANGE: (
        QT_TRANSLATE_NOOP("Messages", "Số {label} nằm ngoài dải số của lĩnh vực."),
        QT_TRANSLATE_NOOP("Messages", "Ghi một số từ {first} đến {last}."),
    ),
    Code.CALLED_OFTEN_ENOUGH: (
        QT_TRANSLATE_NOOP("Messages", "Số {label} đã được gọi {most} lần."),
        QT_TRANSLATE_NOOP("Messages", "Báo vắng số này; người đến muộn vẫn gọi lại được."),
    ),
    Code.RECALL_TOO_LATE: (
        QT_TRANSLATE_NOOP("Messages", "Số {label} đã lỡ {since} lượt, quá mức cho phép ({within})."),
        QT_TRANSLATE_NOOP("Messages", "Mời ông/bà lấy số mới, hoặc nhờ người điều hành gọi ngoài lượt."),
    ),
    Code.DESK_TAKEN: (
        QT_TRANSLATE_NOOP("Messages", "Quầy {desk} đang có cán bộ khác ngồi."),
        QT_TRANSLATE_NOOP("Messages", "Cán bộ ấy đóng quầy trước, hoặc ông/bà chọn quầy khác."),
    ),
    Code.OFFICER_ELSEWHERE: (
        QT_TRANSLATE_NOOP("Messages", "Ông/bà đang có một số ở quầy {desk}."),
        QT_TRANSLATE_NOOP("Messages", "Kết thúc số ấy ở quầy {desk} rồi mới gọi ở đây."),
    ),
    Code.DESK_NOT_OPEN: (
        QT_TRANSLATE_NOOP("Messages", "Quầy {desk} {state}, nên chưa gọi số được."),
        QT_TRANSLATE_NOOP("Messages", "Mở quầy rồi gọi."),
    ),
    Code.DESK_UNKNOWN: (
        QT_TRANSLATE_NOOP("Messages", "Bộ phận một cửa này không có quầy {desk}."),
        QT_TRANSLATE_NOOP("Messages", "Chọn quầy khác, hoặc nhờ người quản trị thêm quầy."),
    ),
    Code.NO_EMERGENCY: (
        QT_TRANSLATE_NOOP("Messages", "Quầy {desk} không còn cần hỗ trợ gấp."),
        QT_TRANSLATE_NOOP("Messages", "Không cần làm gì thêm."),
    ),
    Code.RULE_INVALID: (
        QT_TRANSLATE_NOOP("Messages", "Quy tắc gọi số chưa đúng: {field}."),
        QT_TRANSLATE_NOOP("Messages", "Sửa ô được đánh dấu rồi ghi lại."),
    ),
    Code.QUEUE_FILE_UNREADABLE: (
        QT_TRANSLATE_NOOP("Messages", "Không đọc được tệp {path}: {detail}."),
        QT_TRANSLATE_NOOP("Messages", "Kiểm tra tên và nội dung tệp rồi thử lại."),
    ),
    Code.OFFICE_AWAY: (
        QT_TRANSLATE_NOOP("Messages", "Máy giữ hàng chờ của văn phòng không trả lời."),
        QT_TRANSLATE_NOOP("Messages", "Chờ vài giây rồi thử lại; nếu vẫn vậy, để một máy khác tiếp quản hàng chờ."),
    ),
    Code.NOT_AN_OFFICE: (
        QT_TRANSLATE_NOOP("Messages", "Ở địa chỉ {url} là một chương trình khác, không phải máy giữ hàng chờ."),
        QT_TRANSLATE_NOOP("Messages", "Xem địa chỉ ở máy giữ hàng chờ: trang Quản trị, mục Máy trạm."),
    ),
    Code.OFFICE_NOT_IN_CHARGE: (
        QT_TRANSLATE_NOOP("Messages", "Máy này hiện không giữ hàng chờ của văn phòng."),
        QT_TRANSLATE_NOOP("Messages", "Chương trình đang tìm máy giữ hàng chờ; thử lại sau vài giây."),
    ),
}
