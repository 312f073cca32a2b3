"""The ways to scan in words: what stands on the button, and what is told of it."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_WORDS: dict[str, tuple[object, object]] = {
    "plain": (
        QT_TRANSLATE_NOOP("ScanWays", "Giấy tờ thường"),
        QT_TRANSLATE_NOOP("ScanWays", "Xám, 200 điểm/inch, khổ A4, từ khay nạp"),
    ),
    "both_sides": (
        QT_TRANSLATE_NOOP("ScanWays", "Giấy in hai mặt"),
        QT_TRANSLATE_NOOP("ScanWays", "Như giấy tờ thường, chụp cả hai mặt nếu máy có"),
    ),
    "seal": (
        QT_TRANSLATE_NOOP("ScanWays", "Bản có dấu, có màu"),
        QT_TRANSLATE_NOOP("ScanWays", "Màu, 300 điểm/inch, khổ A4, từ khay nạp"),
    ),
    "card": (
        QT_TRANSLATE_NOOP("ScanWays", "Thẻ căn cước"),
        QT_TRANSLATE_NOOP("ScanWays", "Hai mặt thẻ trên mặt kính, ghép thành một trang A4"),
    ),
    "glass": (
        QT_TRANSLATE_NOOP("ScanWays", "Một tờ trên mặt kính"),
        QT_TRANSLATE_NOOP("ScanWays", "Màu, 300 điểm/inch, khổ A4, cho giấy rách, mỏng hoặc đóng tập"),
    ),
    "text": (
        QT_TRANSLATE_NOOP("ScanWays", "Đen trắng, tệp nhỏ"),
        QT_TRANSLATE_NOOP("ScanWays", "Chỉ chữ đen trên giấy trắng, 300 điểm/inch, khổ A4, từ khay nạp"),
    ),
}


def way_words(key: str) -> tuple[str, str]:
    """Return the name and the hint of a way of scanning, by the key of its profile."""
    name, hint = (QCoreApplication.translate("ScanWays", str(one)) for one in _WORDS[key])
    return name, hint
