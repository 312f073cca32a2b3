"""Sentences about keys, accounts, backups and the security record."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter_app.errors import Code

SAFETY: dict[Code, tuple[object, object]] = {
    Code.ESCROW_KEY_INVALID: (
        QT_TRANSLATE_NOOP("Messages", "Đây không phải khóa ký gửi của tỉnh."),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Chép lại nguyên dòng: khóa riêng bắt đầu bằng AGE-SECRET-KEY-1, khóa công khai bắt đầu bằng age1.",
        ),
    ),
    Code.ESCROW_NOT_OURS: (
        QT_TRANSLATE_NOOP("Messages", "Khóa của máy này được ký gửi cho khóa khác, không phải khóa vừa đưa."),
        QT_TRANSLATE_NOOP("Messages", "Tìm đúng khóa ký gửi của tỉnh, so dấu vân tay của khóa rồi làm lại."),
    ),
    Code.ESCROW_DAMAGED: (
        QT_TRANSLATE_NOOP("Messages", "Bản khóa ký gửi bị hỏng hoặc bị cắt mất một phần."),
        QT_TRANSLATE_NOOP("Messages", "Lấy bản khác từ máy chủ của tỉnh hoặc từ bản sao lưu, rồi làm lại."),
    ),
    Code.ESCROW_ABSENT: (
        QT_TRANSLATE_NOOP("Messages", "Thư mục này không có bản khóa ký gửi cho tỉnh."),
        QT_TRANSLATE_NOOP("Messages", "Lấy bản ký gửi của máy này ở máy chủ của tỉnh, hoặc dùng bản sao lưu: {path}"),
    ),
    Code.ESCROW_KEY_THERE: (
        QT_TRANSLATE_NOOP("Messages", "Tệp này đã có sẵn, khóa mới chưa được ghi để không mất khóa cũ."),
        QT_TRANSLATE_NOOP("Messages", "Chọn tên tệp khác, hoặc cất {path} đi nơi khác trước."),
    ),
}
