"""Sentences about backups and restoring from one."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter_app.errors import Code

BACKUP: dict[Code, tuple[object, object]] = {
    Code.BACKUP_PLACE_UNSET: (
        QT_TRANSLATE_NOOP("Messages", "Chưa chọn nơi để bản sao lưu."),
        QT_TRANSLATE_NOOP("Messages", "Chọn một thư mục ở ổ khác hoặc thẻ nhớ, trong Quản trị, mục Sao lưu."),
    ),
    Code.BACKUP_PLACE_ABSENT: (
        QT_TRANSLATE_NOOP("Messages", "Không thấy nơi để bản sao lưu: {path}."),
        QT_TRANSLATE_NOOP("Messages", "Cắm lại ổ hoặc thẻ nhớ; máy sẽ tự sao lưu. Bản sao lưu cũ không bị ảnh hưởng."),
    ),
    Code.BACKUP_PLACE_INSIDE: (
        QT_TRANSLATE_NOOP("Messages", "Nơi để bản sao lưu nằm ngay trong thư mục dữ liệu: {path}."),
        QT_TRANSLATE_NOOP("Messages", "Chọn ổ khác hoặc thẻ nhớ: ổ này hỏng thì mất cả dữ liệu lẫn bản sao lưu."),
    ),
    Code.BACKUP_NO_ROOM: (
        QT_TRANSLATE_NOOP("Messages", "Không đủ chỗ để sao lưu vào {path}: cần thêm khoảng {megabytes} MB."),
        QT_TRANSLATE_NOOP("Messages", "Xóa bớt tệp khác ở đó hoặc dùng ổ lớn hơn. Bản sao lưu cũ không bị ảnh hưởng."),
    ),
    Code.BACKUP_NOT_WRITTEN: (
        QT_TRANSLATE_NOOP("Messages", "Không ghi được bản sao lưu vào {path}: {detail}."),
        QT_TRANSLATE_NOOP("Messages", "Cắm lại hoặc thay ổ rồi bấm Sao lưu ngay. Bản sao lưu cũ không bị ảnh hưởng."),
    ),
    Code.BACKUP_RUNNING: (
        QT_TRANSLATE_NOOP("Messages", "Một lần sao lưu khác đang chạy vào {path}."),
        QT_TRANSLATE_NOOP("Messages", "Chờ lần đó xong rồi làm lại."),
    ),
    Code.BACKUP_STOPPED: (
        QT_TRANSLATE_NOOP("Messages", "Đã dừng, chưa có bản sao lưu mới."),
        QT_TRANSLATE_NOOP("Messages", "Bản sao lưu cũ vẫn còn nguyên. Bấm Sao lưu ngay khi cần."),
    ),
    Code.BACKUP_UNREADABLE: (
        QT_TRANSLATE_NOOP("Messages", "Không đọc được {path}, hoặc đây không phải bản sao lưu của chương trình này."),
        QT_TRANSLATE_NOOP("Messages", "Cắm lại ổ, hoặc chọn tệp có đuôi .backup trong thư mục QuayMotCua."),
    ),
    Code.BACKUP_DAMAGED: (
        QT_TRANSLATE_NOOP("Messages", "Bản sao lưu {path} bị hỏng ({detail}); máy này chưa lấy gì từ đó."),
        QT_TRANSLATE_NOOP("Messages", "Dùng bản sao lưu khác cùng thư mục, bản cũ hơn một chút."),
    ),
    Code.BACKUP_TOO_NEW: (
        QT_TRANSLATE_NOOP("Messages", "Bản sao lưu {path} do bản chương trình mới hơn tạo ra."),
        QT_TRANSLATE_NOOP("Messages", "Cài bản chương trình mới nhất rồi làm lại."),
    ),
    Code.BACKUP_OLD: (
        QT_TRANSLATE_NOOP("Messages", "Không có bản sao lưu mới nào trong {days} ngày qua."),
        QT_TRANSLATE_NOOP(
            "Messages", "Xem thẻ nhớ hoặc ổ ngoài còn cắm không, rồi bấm Sao lưu ngay trong Quản trị, mục Sao lưu."
        ),
    ),
    Code.BACKUP_NOT_OURS: (
        QT_TRANSLATE_NOOP("Messages", "Bản sao lưu {path} là của máy khác ({owner})."),
        QT_TRANSLATE_NOOP("Messages", "Chọn bản trong thư mục của máy này."),
    ),
    Code.RECOVERY_UNSET: (
        QT_TRANSLATE_NOOP("Messages", "Chưa sao lưu được: chưa có cụm từ khôi phục, sau này sẽ không ai mở được."),
        QT_TRANSLATE_NOOP(
            "Messages", "Tạo cụm từ khôi phục trong Quản trị, mục Sao lưu, rồi cất tờ giấy ở nơi an toàn."
        ),
    ),
    Code.RECOVERY_WRONG: (
        QT_TRANSLATE_NOOP("Messages", "Cụm từ khôi phục không mở được bản sao lưu này."),
        QT_TRANSLATE_NOOP(
            "Messages", "Xem lại tờ giấy: chữ hoa, dấu và khoảng trắng không quan trọng, chữ cái thì có."
        ),
    ),
    Code.RECOVERY_WEAK: (
        QT_TRANSLATE_NOOP("Messages", "Cụm từ khôi phục quá ngắn, cần ít nhất {least} chữ cái và chữ số."),
        QT_TRANSLATE_NOOP("Messages", "Ghép vài từ không liên quan với nhau, hoặc để máy tạo giúp."),
    ),
    Code.RESTORE_NOT_EMPTY: (
        QT_TRANSLATE_NOOP("Messages", "Thư mục {path} đã có dữ liệu, nên chưa khôi phục gì để không ghi đè."),
        QT_TRANSLATE_NOOP("Messages", "Chọn thư mục trống, hoặc khôi phục trên máy mới cài."),
    ),
}
