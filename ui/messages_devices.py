"""Sentences about printers, keypads, readers and scanners that the first versions did not know."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter_app.errors import Code

DEVICES: dict[Code, tuple[object, object]] = {
    Code.DEVICE_DENIED: (
        QT_TRANSLATE_NOOP("Messages", "Máy tính chưa cho phép dùng {device}."),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Nhờ người quản trị máy cấp quyền cho tài khoản này (nhóm dialout, lp, scanner), rồi đăng nhập lại.",
        ),
    ),
    Code.DEVICE_TWINS: (
        QT_TRANSLATE_NOOP("Messages", "Có hai thiết bị giống hệt nhau, máy không biết đâu là {device}."),
        QT_TRANSLATE_NOOP("Messages", "Vào Quản trị, Thiết bị: tìm lại và chọn đúng cổng, rồi giữ nguyên chỗ cắm."),
    ),
    Code.PAGE_UNREADABLE: (
        QT_TRANSLATE_NOOP("Messages", "Không đọc được trang {page}: tệp ảnh hỏng."),
        QT_TRANSLATE_NOOP("Messages", "Quét lại trang này, rồi thử lại."),
    ),
    Code.PAPER_NOT_SCANNED: (
        QT_TRANSLATE_NOOP("Messages", "Giấy tờ này của hồ sơ {code} chưa có trang quét nào."),
        QT_TRANSLATE_NOOP("Messages", "Quét giấy tờ khi tiếp nhận hồ sơ, hoặc đính kèm tệp vào hồ sơ."),
    ),
    Code.PAPER_TOO_LARGE: (
        QT_TRANSLATE_NOOP("Messages", "Tệp {megabytes} MB, quá mức {most} MB của một tệp."),
        QT_TRANSLATE_NOOP("Messages", "Lưu từng giấy tờ riêng, hoặc quét lại với độ phân giải thấp hơn."),
    ),
}
