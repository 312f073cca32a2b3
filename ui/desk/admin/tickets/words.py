"""The print journal in words."""

from PySide6.QtCore import QCoreApplication

from counter_app.domain.facts import PrintOutcome
from counter_app.errors import Code
from counter_app.services.printing import KIOSK_SOURCES, PrintRecord
from ui.components.tone import Tone


def outcome_words(record: PrintRecord) -> tuple[str, str, Tone]:
    """Return what became of a printing, why or what to do, and the tone of the latter."""
    translate = QCoreApplication.translate
    printed = record.printed
    if printed is None:
        lost = record.ticket.source in KIOSK_SOURCES
        ask = translate("PrintJournal", "Chưa rõ phiếu đã ra chưa; cần thì in lại"), Tone.WARNING
        return translate("PrintJournal", "Chưa in"), *(ask if lost else ("", Tone.NEUTRAL))
    again = record.ticket.copies > printed.copy
    done = translate("PrintJournal", "Sau đó đã in lại"), Tone.NEUTRAL
    match printed.outcome:
        case PrintOutcome.CONFIRMED:
            return translate("PrintJournal", "Đã in"), "", Tone.NEUTRAL
        case PrintOutcome.SENT:
            unanswered = translate("PrintJournal", "Máy in không báo lại")
            return translate("PrintJournal", "Đã gửi tới máy in"), unanswered, Tone.NEUTRAL
        case PrintOutcome.FAILED:
            why = fault_words(printed.fault), Tone.DANGER
            return translate("PrintJournal", "Không in được"), *(done if again else why)
        case _:
            look = translate("PrintJournal", "Nhìn khe giấy; chưa ra thì in lại"), Tone.WARNING
            return translate("PrintJournal", "Chưa rõ đã in hay chưa"), *(done if again else look)


def fault_words(fault: str) -> str:
    """Return a printer's fault in few words."""
    translate = QCoreApplication.translate
    words = {
        Code.DEVICE_ABSENT.value: translate("PrintJournal", "Chưa thấy máy in"),
        Code.DEVICE_LOST.value: translate("PrintJournal", "Mất kết nối với máy in"),
        Code.DEVICE_SILENT.value: translate("PrintJournal", "Máy in không trả lời"),
        Code.DEVICE_BUSY.value: translate("PrintJournal", "Máy in đang bận"),
        Code.PAPER_OUT.value: translate("PrintJournal", "Hết giấy"),
        Code.COVER_OPEN.value: translate("PrintJournal", "Nắp máy in đang mở"),
        Code.CUTTER.value: translate("PrintJournal", "Kẹt dao cắt"),
    }
    return words.get(fault, translate("PrintJournal", "Máy in báo lỗi"))


def copy_words(copy: int) -> str:
    """Return which copy it was; nothing for the first."""
    return QCoreApplication.translate("PrintJournal", "In lại, bản {copy}").format(copy=copy) if copy > 1 else ""
