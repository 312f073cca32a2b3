"""Sentences about forms, sheets of paper and exported files."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from counter_app.errors import Code

PAPER_WORDS: dict[str, object] = {
    "01": QT_TRANSLATE_NOOP("Messages", "giấy tiếp nhận hồ sơ (mẫu 01)"),
    "02": QT_TRANSLATE_NOOP("Messages", "phiếu yêu cầu bổ sung (mẫu 02)"),
    "03": QT_TRANSLATE_NOOP("Messages", "phiếu từ chối (mẫu 03)"),
    "04": QT_TRANSLATE_NOOP("Messages", "phiếu xin lỗi (mẫu 04)"),
    "05": QT_TRANSLATE_NOOP("Messages", "thông báo dừng (mẫu 05)"),
    "06": QT_TRANSLATE_NOOP("Messages", "phiếu kiểm soát (mẫu 06)"),
    "fee": QT_TRANSLATE_NOOP("Messages", "phiếu thu phí, lệ phí"),
}

PAPER_SENTENCES: dict[Code, tuple[object, object]] = {
    Code.FORM_NOT_FOR_STATE: (
        QT_TRANSLATE_NOOP("Messages", "Hồ sơ {code} {state}, chưa có gì để lập {form}."),
        QT_TRANSLATE_NOOP("Messages", "Làm việc tương ứng trên hồ sơ trước, rồi in."),
    ),
    Code.NO_SHEET_PRINTER: (
        QT_TRANSLATE_NOOP("Messages", "Máy tính này chưa có máy in giấy A4."),
        QT_TRANSLATE_NOOP("Messages", "Lưu thành tệp PDF để in ở máy khác, hoặc nhờ người phụ trách cài máy in."),
    ),
    Code.EXPORT_CANCELLED: (
        QT_TRANSLATE_NOOP("Messages", "Đã dừng, chưa có tệp nào được ghi."),
        QT_TRANSLATE_NOOP("Messages", "Khi cần, bấm xuất lại."),
    ),
    Code.LIST_TOO_LONG: (
        QT_TRANSLATE_NOOP("Messages", "Có hơn {most} hồ sơ, quá dài để in một lần."),
        QT_TRANSLATE_NOOP("Messages", "Chọn một lĩnh vực hoặc thời gian ngắn hơn, hoặc xuất ra Excel."),
    ),
    Code.PERIOD_INVALID: (
        QT_TRANSLATE_NOOP("Messages", "Từ ngày {since} đến ngày {until}: ngày đầu ở sau ngày cuối."),
        QT_TRANSLATE_NOOP("Messages", "Đổi lại hai ngày rồi làm lại."),
    ),
}
