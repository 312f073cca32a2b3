"""Sentences about printers, keypads, readers and scanners that the first versions did not know."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter_app.errors import Code

DEVICES: dict[Code, tuple[object, object]] = {
    Code.SCAN_FILE_REFUSED: (
        QT_TRANSLATE_NOOP("Messages", "Tệp {name} trong thư mục quét không phải trang giấy, bị hỏng hoặc quá lớn."),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Tệp đã được để riêng trong thư mục con “refused”; {pages} trang trước vẫn còn. Quét lại tờ đó.",
        ),
    ),
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
    Code.TEXT_NOT_READ: (
        QT_TRANSLATE_NOOP("Messages", "Máy không nhận dạng được chữ trên trang quét."),
        QT_TRANSLATE_NOOP("Messages", "Trang vẫn được lưu và xem được bình thường; chỉ không tìm được theo chữ."),
    ),
    Code.PAPER_TOO_LARGE: (
        QT_TRANSLATE_NOOP("Messages", "Tệp {megabytes} MB, quá mức {most} MB của một tệp."),
        QT_TRANSLATE_NOOP("Messages", "Lưu từng giấy tờ riêng, hoặc quét lại với độ phân giải thấp hơn."),
    ),
    Code.DEVICE_KIND_TAKEN: (
        QT_TRANSLATE_NOOP("Messages", "Máy này đã có {kind}: {device}."),
        QT_TRANSLATE_NOOP("Messages", "Sửa thiết bị đó, hoặc bỏ nó trước rồi thêm thiết bị mới."),
    ),
    Code.DEVICE_NAME_TAKEN: (
        QT_TRANSLATE_NOOP("Messages", "Đã có thiết bị tên “{device}” ở máy này."),
        QT_TRANSLATE_NOOP("Messages", "Đặt tên khác, ví dụ thêm số quầy."),
    ),
    Code.DEVICE_UNKNOWN: (
        QT_TRANSLATE_NOOP("Messages", "Máy này không có thiết bị tên “{device}”."),
        QT_TRANSLATE_NOOP("Messages", "Xem tên đúng bằng lệnh counter-app devices list, hoặc ở Quản trị, Thiết bị."),
    ),
    Code.PROGRAM_MISSING: (
        QT_TRANSLATE_NOOP("Messages", "Máy tính chưa cài {program}."),
        QT_TRANSLATE_NOOP("Messages", "Nhờ người quản trị máy cài thêm; các việc khác vẫn làm được."),
    ),
    Code.SEARCH_FAILED: (
        QT_TRANSLATE_NOOP("Messages", "Không tìm được {where} ({detail})."),
        QT_TRANSLATE_NOOP("Messages", "Tìm lại, hoặc thêm thiết bị bằng tay."),
    ),
    Code.SEARCH_TIMED_OUT: (
        QT_TRANSLATE_NOOP("Messages", "Tìm {where} quá {seconds} giây mà chưa xong."),
        QT_TRANSLATE_NOOP("Messages", "Tắt rồi bật lại thiết bị, rồi tìm lại; hoặc thêm bằng tay."),
    ),
    Code.DISK_LOW: (
        QT_TRANSLATE_NOOP("Messages", "Ổ đĩa sắp đầy, chỉ còn {megabytes} MB."),
        QT_TRANSLATE_NOOP("Messages", "Xóa bớt tệp không cần trên ổ chứa {path}."),
    ),
    Code.CLOCK_BEHIND: (
        QT_TRANSLATE_NOOP("Messages", "Đồng hồ máy chậm: lần ghi trước là {written}."),
        QT_TRANSLATE_NOOP("Messages", "Chỉnh lại ngày giờ của máy."),
    ),
    Code.READER_UNKNOWN: (
        QT_TRANSLATE_NOOP("Messages", "Mã vừa quét không phải thẻ căn cước, cũng không phải mã trên giấy hẹn."),
        QT_TRANSLATE_NOOP("Messages", "Quét mã QR trên thẻ hoặc trên giấy hẹn; hoặc gõ mã hồ sơ ở trang Trả kết quả."),
    ),
    Code.READER_REWRITTEN: (
        QT_TRANSLATE_NOOP("Messages", "Bộ gõ tiếng Việt đã làm sai nội dung đầu đọc mã vừa gõ."),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Không có chữ nào được điền. Tắt bộ gõ rồi quét lại; tốt nhất là đổi đầu đọc sang chế độ cổng COM (UTF-8).",
        ),
    ),
    Code.SCANNER_ANSWER: (
        QT_TRANSLATE_NOOP("Messages", "Máy quét {device} trả lời không đúng chuẩn ({detail})."),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Tắt rồi bật lại máy quét, quét lại. Nếu vẫn vậy, kiểm tra địa chỉ của nó trong Quản trị, Thiết bị.",
        ),
    ),
    Code.SPOOLER_ABSENT: (
        QT_TRANSLATE_NOOP("Messages", "Máy tính này chưa có dịch vụ in (CUPS) hoặc dịch vụ chưa chạy."),
        QT_TRANSLATE_NOOP("Messages", "Nhờ người quản trị máy cài và bật dịch vụ in, hoặc nối máy in phiếu trực tiếp."),
    ),
    Code.SPOOLER_STOPPED: (
        QT_TRANSLATE_NOOP("Messages", "Máy tính đang tạm dừng hàng đợi in của {device}."),
        QT_TRANSLATE_NOOP("Messages", "Mở phần máy in trong cài đặt của máy tính, chọn máy in này rồi bấm Tiếp tục."),
    ),
}

DEVICE_WORDS: dict[str, object] = {
    "address": QT_TRANSLATE_NOOP("Messages", "địa chỉ"),
    "baud": QT_TRANSLATE_NOOP("Messages", "tốc độ cổng"),
    "keys": QT_TRANSLATE_NOOP("Messages", "các phím"),
    "profile": QT_TRANSLATE_NOOP("Messages", "loại máy"),
    "transport": QT_TRANSLATE_NOOP("Messages", "cách nối"),
    "width": QT_TRANSLATE_NOOP("Messages", "khổ giấy"),
    "search-serial": QT_TRANSLATE_NOOP("Messages", "cổng nối tiếp"),
    "search-usb": QT_TRANSLATE_NOOP("Messages", "máy in USB"),
    "search-sane": QT_TRANSLATE_NOOP("Messages", "máy quét cắm vào máy"),
    "search-escl": QT_TRANSLATE_NOOP("Messages", "máy quét trong mạng"),
    "search-spool": QT_TRANSLATE_NOOP("Messages", "máy in của hệ thống"),
    "search-sound": QT_TRANSLATE_NOOP("Messages", "loa"),
}
