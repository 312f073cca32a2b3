"""Sentences about what ``counter-app doctor`` finds: the database, certificates, the link, sudden ends."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter_app.errors import Code

DOCTOR: dict[Code, tuple[object, object]] = {
    Code.JOURNAL_ALTERED: (
        QT_TRANSLATE_NOOP("Messages", "Nhật ký của máy này không còn khớp từ mục {where}: đã bị sửa hoặc bị hỏng."),
        QT_TRANSLATE_NOOP(
            "Messages", "Đừng xóa gì. Đóng chương trình, chạy counter-app verify để biết đủ, rồi báo tỉnh."
        ),
    ),
    Code.WAL_LARGE: (
        QT_TRANSLATE_NOOP("Messages", "Tệp ghi tạm của dữ liệu đã lớn tới {megabytes} MB."),
        QT_TRANSLATE_NOOP("Messages", "Đóng hẳn chương trình rồi mở lại: tệp này tự gọn lại, không mất gì."),
    ),
    Code.CA_FILE_ENDED: (
        QT_TRANSLATE_NOOP("Messages", "Chứng thư gốc của tỉnh trong tệp {path} đã hết hạn ngày {day}."),
        QT_TRANSLATE_NOOP("Messages", "Xin tỉnh tệp mới rồi chép đè. Đến lúc đó dữ liệu vẫn ở máy này, chưa gửi được."),
    ),
    Code.CA_FILE_ENDS: (
        QT_TRANSLATE_NOOP("Messages", "Chứng thư gốc của tỉnh trong tệp {path} chỉ còn {days} ngày, đến {day}."),
        QT_TRANSLATE_NOOP("Messages", "Xin tỉnh tệp mới trước ngày đó."),
    ),
    Code.CA_FILE_NOT_YET: (
        QT_TRANSLATE_NOOP("Messages", "Chứng thư gốc của tỉnh trong tệp {path} đến ngày {day} mới dùng được."),
        QT_TRANSLATE_NOOP("Messages", "Xem ngày giờ của máy này có đúng không. Nếu đúng, hỏi tỉnh về tệp chứng thư."),
    ),
    Code.SERVER_CERTIFICATE_ENDS: (
        QT_TRANSLATE_NOOP("Messages", "Chứng thư của máy chủ {host} chỉ còn {days} ngày, đến {day}."),
        QT_TRANSLATE_NOOP("Messages", "Báo người quản trị máy chủ gia hạn trước ngày đó, kẻo các máy ngừng gửi."),
    ),
    Code.OFFICE_CERTIFICATE_OLD: (
        QT_TRANSLATE_NOOP("Messages", "Chứng thư mà máy này đưa cho các máy trong văn phòng đã hết hạn ngày {day}."),
        QT_TRANSLATE_NOOP("Messages", "Đóng chương trình ở máy này rồi mở lại: chứng thư tự được làm mới."),
    ),
    Code.OFFICE_CLOSED: (
        QT_TRANSLATE_NOOP("Messages", "Máy này phục vụ các máy khác của văn phòng, nhưng chương trình đang đóng."),
        QT_TRANSLATE_NOOP("Messages", "Mở chương trình để các máy khác gọi số và gửi dữ liệu được."),
    ),
    Code.HOST_UNKNOWN: (
        QT_TRANSLATE_NOOP("Messages", "Không tìm ra địa chỉ của {host} trên mạng (DNS)."),
        QT_TRANSLATE_NOOP("Messages", "Kiểm tra dây mạng và tên máy chủ trong cài đặt; nếu đúng, xem lại DNS của máy."),
    ),
    Code.HOST_CLOSED: (
        QT_TRANSLATE_NOOP("Messages", "Máy {host} có trên mạng, nhưng không nhận kết nối: máy chủ ở đó đang tắt."),
        QT_TRANSLATE_NOOP("Messages", "Hỏi người quản trị máy đó, hoặc xem lại số cổng trong địa chỉ."),
    ),
    Code.HOST_SILENT: (
        QT_TRANSLATE_NOOP("Messages", "Máy {host} không trả lời sau {seconds} giây."),
        QT_TRANSLATE_NOOP("Messages", "Kiểm tra mạng, tường lửa và proxy; máy kia có thể đang tắt."),
    ),
    Code.NETWORK_AWAY: (
        QT_TRANSLATE_NOOP("Messages", "Máy này không có đường mạng nào tới {host}."),
        QT_TRANSLATE_NOOP("Messages", "Cắm lại dây mạng hoặc nối lại Wi-Fi. Việc ở quầy vẫn làm được như thường."),
    ),
    Code.PROGRAM_CRASHED: (
        QT_TRANSLATE_NOOP("Messages", "Chương trình gặp lỗi lúc {at} (mã {number}); việc đã lưu vẫn còn nguyên."),
        QT_TRANSLATE_NOOP(
            "Messages", "Vào Quản trị, Nhật ký an toàn, lưu báo cáo lỗi rồi gửi kỹ thuật. Báo cáo nằm ở {path}."
        ),
    ),
    Code.PROGRAM_ENDED: (
        QT_TRANSLATE_NOOP("Messages", "Chương trình bị đóng đột ngột vì lỗi lúc {at}; việc đã lưu vẫn còn nguyên."),
        QT_TRANSLATE_NOOP("Messages", "Mở lại chương trình: nó tự làm báo cáo lỗi và cho biết mã để gửi kỹ thuật."),
    ),
}
