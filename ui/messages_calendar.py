"""Sentences about the working calendar and the dates that it gives."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter_app.errors import Code

CALENDAR_SENTENCES: dict[Code, tuple[object, object]] = {
    Code.TERM_UNSET: (
        QT_TRANSLATE_NOOP("Messages", "Danh mục chưa có thời hạn giải quyết của thủ tục này."),
        QT_TRANSLATE_NOOP("Messages", "Hỏi bộ phận chuyên môn rồi tự nhập ngày hẹn."),
    ),
    Code.CALENDAR_CLOSED: (
        QT_TRANSLATE_NOOP("Messages", "Lịch không còn ngày làm việc nào trong 60 ngày kể từ {day}."),
        QT_TRANSLATE_NOOP("Messages", "Xem lại các ngày nghỉ quanh đó trong Quản trị, Lịch làm việc."),
    ),
    Code.HOURS_INVALID: (
        QT_TRANSLATE_NOOP("Messages", "Giờ làm việc chưa đúng."),
        QT_TRANSLATE_NOOP(
            "Messages", "Ghi giờ theo thứ tự, ví dụ 07:00–11:30, 13:30–17:00; mỗi tuần ít nhất một buổi."
        ),
    ),
    Code.DAY_UNCHANGED: (
        QT_TRANSLATE_NOOP("Messages", "Ngày {day} vốn đã như vậy, không cần ghi."),
        QT_TRANSLATE_NOOP("Messages", "Chọn ngày khác, hoặc loại ngày khác."),
    ),
    Code.DAY_NAME_MISSING: (
        QT_TRANSLATE_NOOP("Messages", "Chưa ghi tên của ngày {day}."),
        QT_TRANSLATE_NOOP("Messages", "Ghi vì sao, ví dụ “Nghỉ lễ”: tên này hiện trong cách tính ngày hẹn."),
    ),
}
