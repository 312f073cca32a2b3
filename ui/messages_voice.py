"""Sentences about the voice of the hall and the boards' pictures."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter_app.errors import Code

VOICE: dict[Code, tuple[object, object]] = {
    Code.RECORDER_ABSENT: (
        QT_TRANSLATE_NOOP("Messages", "Máy này chưa có micrô hoặc chương trình ghi âm."),
        QT_TRANSLATE_NOOP("Messages", "Cắm micrô rồi thử lại, hoặc ghi ở máy khác và nhập tệp WAV vào đây."),
    ),
    Code.RECORDING_SILENT: (
        QT_TRANSLATE_NOOP("Messages", "Không nghe thấy tiếng nào trong bản ghi “{name}”."),
        QT_TRANSLATE_NOOP("Messages", "Kiểm tra micrô, nói to hơn rồi ghi lại."),
    ),
    Code.SOUND_FILE_UNREADABLE: (
        QT_TRANSLATE_NOOP("Messages", "Không đọc được tệp âm thanh “{name}”."),
        QT_TRANSLATE_NOOP("Messages", "Chọn một tệp WAV thường (PCM)."),
    ),
    Code.SOUND_TOO_LONG: (
        QT_TRANSLATE_NOOP("Messages", "Bản ghi “{name}” dài quá {most} giây."),
        QT_TRANSLATE_NOOP("Messages", "Mỗi bản ghi chỉ đọc một từ; cắt ngắn lại rồi nhập."),
    ),
    Code.VOICE_UNSAYABLE: (
        QT_TRANSLATE_NOOP("Messages", "Số {label} có ký tự chưa có giọng đọc: {signs}."),
        QT_TRANSLATE_NOOP("Messages", "Dùng chữ cái và chữ số, ví dụ A012."),
    ),
    Code.PICTURE_UNREADABLE: (
        QT_TRANSLATE_NOOP("Messages", "Tệp “{name}” không phải là hình PNG hoặc JPEG."),
        QT_TRANSLATE_NOOP("Messages", "Chọn một tệp hình khác."),
    ),
    Code.PICTURE_TOO_LARGE: (
        QT_TRANSLATE_NOOP("Messages", "Hình “{name}” nặng {megabytes} MB, quá mức {most} MB."),
        QT_TRANSLATE_NOOP("Messages", "Thu nhỏ hình rồi chọn lại."),
    ),
}
