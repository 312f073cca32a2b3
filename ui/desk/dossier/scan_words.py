"""How far the text of a scanned paper is recognised, in words."""

from PySide6.QtCore import QCoreApplication

from counter_app.services.recognition import PaperProgress


def scan_words(pages: int, progress: PaperProgress | None, *, working: bool) -> str:
    """Return ``3 trang · nhận dạng chữ: 1/3 trang``; of a paper scanned on another machine its pages alone.

    ``working`` says whether this machine reads pages now.
    """
    translate = QCoreApplication.translate
    told = translate("ScanWords", "{count} trang quét").format(count=pages)
    text = _progress_words(progress, working=working) if progress is not None else ""
    return f"{told} · {text}" if text else told


def away_words(*, coming: bool) -> str:
    """Say that pages are at the server only; ``coming``: they are on their way."""
    translate = QCoreApplication.translate
    if coming:
        return translate("ScanWords", "đang tải từ máy chủ")
    return translate("ScanWords", "ở máy chủ, chưa tải được")


def _progress_words(progress: PaperProgress, *, working: bool) -> str:
    translate = QCoreApplication.translate
    if progress.read == progress.pages:
        return translate("ScanWords", "tìm được theo chữ")
    if progress.read + progress.failed == progress.pages:
        return translate("ScanWords", "{count} trang không nhận dạng được chữ").format(count=progress.failed)
    if working:
        return translate("ScanWords", "đang nhận dạng chữ: {read}/{pages} trang").format(
            read=progress.read, pages=progress.pages
        )
    return translate("ScanWords", "chưa nhận dạng chữ")
