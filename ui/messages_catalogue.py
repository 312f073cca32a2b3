"""Sentences about the catalogue of procedures."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter_app.errors import Code

CATALOGUE_SENTENCES: dict[Code, tuple[object, object]] = {
    Code.PROCEDURE_INVALID: (
        QT_TRANSLATE_NOOP("Messages", "Thủ tục {procedure} có chỗ chưa đúng: {field} {detail}."),
        QT_TRANSLATE_NOOP("Messages", "Sửa chỗ đó rồi lưu lại."),
    ),
    Code.PROCEDURE_KNOWN: (
        QT_TRANSLATE_NOOP("Messages", "Mã {code} đã có trong danh mục."),
        QT_TRANSLATE_NOOP("Messages", "Sửa thủ tục đã có, hoặc lập phiên bản mới của nó."),
    ),
    Code.VERSION_NOT_LATER: (
        QT_TRANSLATE_NOOP("Messages", "Thủ tục {code} đã có phiên bản áp dụng từ ngày {day}."),
        QT_TRANSLATE_NOOP("Messages", "Chọn ngày sau ngày đó, hoặc sửa phiên bản đã có."),
    ),
    Code.CATALOGUE_TOO_LARGE: (
        QT_TRANSLATE_NOOP("Messages", "Tệp danh mục quá lớn ({megabytes} MB, nhiều nhất {limit} MB)."),
        QT_TRANSLATE_NOOP("Messages", "Kiểm tra lại có đúng tệp danh mục không."),
    ),
    Code.CATALOGUE_UNREADABLE: (
        QT_TRANSLATE_NOOP("Messages", "Không đọc được tệp danh mục ({detail}, dòng {line})."),
        QT_TRANSLATE_NOOP(
            "Messages", "Dùng tệp JSON (UTF-8) mà chương trình đã xuất, hoặc bản tải từ cổng dịch vụ công."
        ),
    ),
}

CATALOGUE_WORDS: dict[str, object] = {
    "procedure.code": QT_TRANSLATE_NOOP("Messages", "mã thủ tục"),
    "procedure.name": QT_TRANSLATE_NOOP("Messages", "tên thủ tục"),
    "procedure.field": QT_TRANSLATE_NOOP("Messages", "lĩnh vực"),
    "procedure.group": QT_TRANSLATE_NOOP("Messages", "nhóm trên máy lấy số"),
    "procedure.aliases": QT_TRANSLATE_NOOP("Messages", "từ thường dùng"),
    "procedure.term": QT_TRANSLATE_NOOP("Messages", "thời hạn"),
    "procedure.terms": QT_TRANSLATE_NOOP("Messages", "thời hạn theo cách nộp"),
    "procedure.same_day": QT_TRANSLATE_NOOP("Messages", "giờ nhận cuối để trả trong ngày"),
    "procedure.fee": QT_TRANSLATE_NOOP("Messages", "phí, lệ phí"),
    "procedure.papers": QT_TRANSLATE_NOOP("Messages", "thành phần hồ sơ"),
    "procedure.steps": QT_TRANSLATE_NOOP("Messages", "các bước giải quyết"),
    "procedure.result": QT_TRANSLATE_NOOP("Messages", "kết quả"),
    "procedure.result_codes": QT_TRANSLATE_NOOP("Messages", "mã kết quả"),
    "procedure.decision": QT_TRANSLATE_NOOP("Messages", "quyết định công bố"),
    "procedure.official": QT_TRANSLATE_NOOP("Messages", "tên đầy đủ"),
    "procedure.valid_from": QT_TRANSLATE_NOOP("Messages", "ngày bắt đầu áp dụng"),
    "procedure.valid_to": QT_TRANSLATE_NOOP("Messages", "ngày ngừng áp dụng"),
    "empty": QT_TRANSLATE_NOOP("Messages", "còn trống"),
    "unknown": QT_TRANSLATE_NOOP("Messages", "không có trong danh sách"),
    "too-long": QT_TRANSLATE_NOOP("Messages", "quá dài"),
    "too-many": QT_TRANSLATE_NOOP("Messages", "quá nhiều"),
    "markup": QT_TRANSLATE_NOOP("Messages", "có mã HTML"),
    "control": QT_TRANSLATE_NOOP("Messages", "có ký tự không hiện được"),
    "shape": QT_TRANSLATE_NOOP("Messages", "không đúng dạng"),
    "range": QT_TRANSLATE_NOOP("Messages", "ngoài khoảng cho phép"),
    "repeated": QT_TRANSLATE_NOOP("Messages", "bị lặp lại"),
    "out-of-order": QT_TRANSLATE_NOOP("Messages", "không đúng thứ tự"),
    "alone": QT_TRANSLATE_NOOP("Messages", "có nhóm lựa chọn chỉ một giấy tờ"),
    "not-json": QT_TRANSLATE_NOOP("Messages", "không phải JSON"),
    "not-a-list": QT_TRANSLATE_NOOP("Messages", "không phải danh sách thủ tục"),
    "not-utf-8": QT_TRANSLATE_NOOP("Messages", "không phải UTF-8"),
    "cannot-open": QT_TRANSLATE_NOOP("Messages", "không mở được tệp"),
    "nothing": QT_TRANSLATE_NOOP("Messages", "không có thủ tục nào"),
}
