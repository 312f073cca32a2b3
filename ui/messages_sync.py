"""Sentences about the link and the server."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter_app.errors import Code

SYNC: dict[Code, tuple[object, object]] = {
    Code.BLOBS_ADDRESS: (
        QT_TRANSLATE_NOOP("Messages", "Không dùng được nơi chứa tệp {address}: {detail}."),
        QT_TRANSLATE_NOOP("Messages", "Sửa địa chỉ sau --blobs, hoặc đặt khóa truy cập vào biến môi trường."),
    ),
    Code.CAPTIVE_PAGE: (
        QT_TRANSLATE_NOOP(
            "Messages", "Mạng này trả về trang khác (thường là trang đăng nhập), chưa tới máy chủ {host}."
        ),
        QT_TRANSLATE_NOOP(
            "Messages", "Mở trình duyệt, đăng nhập vào mạng. Dữ liệu vẫn ở máy này và tự gửi khi mạng thông."
        ),
    ),
    Code.NOTHING_TO_RESTORE: (
        QT_TRANSLATE_NOOP("Messages", "Máy chủ của tỉnh chưa có dữ liệu nào của văn phòng này."),
        QT_TRANSLATE_NOOP(
            "Messages", "Hỏi lại tỉnh xem mã cấp cho đúng xã chưa. Nếu xã chưa từng gửi gì lên, chọn “Văn phòng mới”."
        ),
    ),
    Code.PROXY_REFUSED: (
        QT_TRANSLATE_NOOP("Messages", "Máy chủ trung gian (proxy) của cơ quan không cho đi qua."),
        QT_TRANSLATE_NOOP(
            "Messages", "Nhờ người phụ trách mạng kiểm tra tên và mật khẩu của proxy. Dữ liệu vẫn ở máy này."
        ),
    ),
    Code.CERTIFICATE_EXPIRED: (
        QT_TRANSLATE_NOOP("Messages", "Chứng thư của máy chủ {host} đã hết hạn, nên máy này chưa gửi gì."),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Xem ngày giờ của máy này có đúng không. Nếu đúng, báo người quản trị máy chủ gia hạn chứng thư.",
        ),
    ),
    Code.CERTIFICATE_NOT_YET: (
        QT_TRANSLATE_NOOP(
            "Messages", "Chứng thư của máy chủ {host} chưa đến ngày dùng: có lẽ đồng hồ máy này chạy chậm."
        ),
        QT_TRANSLATE_NOOP("Messages", "Chỉnh lại ngày giờ của máy. Dữ liệu vẫn ở máy này và tự gửi lại."),
    ),
    Code.CERTIFICATE_HOST: (
        QT_TRANSLATE_NOOP(
            "Messages", "Chứng thư nhận được là của máy khác, không phải của {host}; máy này chưa gửi gì."
        ),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Kiểm tra địa chỉ máy chủ trong cài đặt. Nếu đúng, báo người quản trị: có thể mạng bị chuyển hướng.",
        ),
    ),
    Code.CERTIFICATE_UNKNOWN: (
        QT_TRANSLATE_NOOP("Messages", "Chứng thư của máy chủ {host} không do nơi tin cậy cấp; máy này chưa gửi gì."),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Báo người quản trị: cần cài chứng thư gốc của tỉnh vào máy này, hoặc có ai đó đứng giữa đường truyền.",
        ),
    ),
    Code.SERVER_NEWER: (
        QT_TRANSLATE_NOOP(
            "Messages", "Máy chủ dùng bản mới hơn (giao thức {server}) so với chương trình ở máy này (giao thức {own})."
        ),
        QT_TRANSLATE_NOOP("Messages", "Nhờ người quản trị cập nhật chương trình. Dữ liệu vẫn ở máy này, không mất gì."),
    ),
    Code.SERVER_OLDER: (
        QT_TRANSLATE_NOOP(
            "Messages", "Máy chủ dùng bản cũ hơn (giao thức {server}) so với chương trình ở máy này (giao thức {own})."
        ),
        QT_TRANSLATE_NOOP("Messages", "Báo người quản trị máy chủ cập nhật. Dữ liệu vẫn ở máy này, không mất gì."),
    ),
    Code.PROVINCE_UNSET: (
        QT_TRANSLATE_NOOP("Messages", "Máy này chưa có địa chỉ máy chủ của tỉnh."),
        QT_TRANSLATE_NOOP("Messages", "Ghi địa chỉ ở trang Đồng bộ (Ctrl+8), hoặc mang dữ liệu đi bằng thẻ nhớ."),
    ),
    Code.STICK_NOT_WRITABLE: (
        QT_TRANSLATE_NOOP("Messages", "Không ghi được ra thẻ nhớ {path}: thẻ đầy, bị khóa hoặc đã rút ra."),
        QT_TRANSLATE_NOOP("Messages", "Cắm lại hoặc thay thẻ rồi xuất lại. Dữ liệu vẫn ở máy này, không mất gì."),
    ),
    Code.STICK_UNREADABLE: (
        QT_TRANSLATE_NOOP("Messages", "Không đọc được tệp {path} trên thẻ nhớ."),
        QT_TRANSLATE_NOOP("Messages", "Cắm lại thẻ rồi nhập lại. Nếu vẫn lỗi, xuất lại sang thẻ khác."),
    ),
    Code.STICK_DAMAGED: (
        QT_TRANSLATE_NOOP("Messages", "Tệp {path} trên thẻ nhớ bị hỏng hoặc bị sửa; máy này không nhận gì từ tệp đó."),
        QT_TRANSLATE_NOOP("Messages", "Xuất lại sang thẻ khác. Dữ liệu gốc vẫn ở nơi xuất, không mất gì."),
    ),
    Code.STICK_NOT_OURS: (
        QT_TRANSLATE_NOOP("Messages", "Tệp {path} trên thẻ nhớ không phải để gửi cho máy này."),
        QT_TRANSLATE_NOOP("Messages", "Kiểm tra đã cắm đúng thẻ chưa."),
    ),
    Code.STICK_EMPTY: (
        QT_TRANSLATE_NOOP("Messages", "Trên thẻ nhớ {path} không có gì của tỉnh gửi cho máy này."),
        QT_TRANSLATE_NOOP("Messages", "Mang thẻ lên tỉnh để nhận dữ liệu rồi nhập lại."),
    ),
    Code.STICK_WITHOUT_KEY: (
        QT_TRANSLATE_NOOP("Messages", "Trên thẻ nhớ {path} không có khóa của tỉnh nên chưa xuất được."),
        QT_TRANSLATE_NOOP("Messages", "Xin tỉnh một thẻ nhớ đã ghi khóa, rồi cắm thẻ đó vào máy này."),
    ),
    Code.STICK_KEY_STRANGE: (
        QT_TRANSLATE_NOOP(
            "Messages", "Khóa trên thẻ nhớ ({fingerprint}) chưa được xác nhận là của tỉnh nên chưa xuất."
        ),
        QT_TRANSLATE_NOOP("Messages", "Gọi cho tỉnh để so từng nhóm ký tự. Nếu đúng, xác nhận khóa rồi xuất lại."),
    ),
}
