"""What the tab of the backups says, in whole sentences."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from counter_app.services.backup_check import Checked
from counter_app.services.backups import BackupOverview, Standing
from counter_app.store.backup_file import SUFFIX
from ui import messages
from ui.components.fact_table import Cell, Row
from ui.components.tone import Tone
from ui.desk import times
from ui.desk.sync_page.words import size as size_words


@dataclass(frozen=True, slots=True)
class Said:
    """A sign, a line, and what to do."""

    tone: Tone
    title: str
    text: str


def standing(seen: BackupOverview) -> Said:
    """How the backups stand, and the next step."""
    translate = QCoreApplication.translate
    failure, last = seen.state.failure, seen.state.last
    if seen.standing is Standing.FAILED and failure is not None:
        told = messages.message_for(failure.code, failure.params)
        return Said(Tone.DANGER, told.title, told.next_step)
    if seen.standing is Standing.FINE and last is not None:
        title = translate("Backup", "Đã sao lưu lúc {time}.").format(time=times.day_and_clock(last.taken_at))
        return Said(Tone.SUCCESS, title, translate("Backup", "Bản sao đã được đọc lại và so khớp từng byte."))
    words = {
        Standing.NO_RECOVERY: (
            translate("Backup", "Chưa sao lưu: chưa có cụm từ khôi phục."),
            translate("Backup", "Tạo cụm từ khôi phục và ghi ra giấy. Không có nó, không ai mở được bản sao lưu."),
        ),
        Standing.NO_PLACE: (
            translate("Backup", "Chưa sao lưu: chưa chọn nơi để bản sao."),
            translate("Backup", "Chọn một thư mục ở ổ khác hoặc thẻ nhớ luôn cắm ở máy này."),
        ),
        Standing.NEVER: (
            translate("Backup", "Chưa có bản sao lưu nào."),
            translate("Backup", "Bấm Sao lưu ngay. Sau đó máy tự làm, không cần dừng việc ở quầy."),
        ),
        Standing.OLD: (
            translate("Backup", "Đã hơn một ngày làm việc chưa có bản sao lưu mới."),
            translate("Backup", "Xem thẻ nhớ hoặc ổ ngoài còn cắm không, rồi bấm Sao lưu ngay."),
        ),
    }
    title, text = words.get(seen.standing, words[Standing.NEVER])
    return Said(Tone.WARNING, title, text)


def facts(seen: BackupOverview) -> tuple[tuple[str, str], ...]:
    """What is known of the last backup: names and values."""
    translate, last = QCoreApplication.translate, seen.state.last
    opened = [translate("Backup", "cụm từ khôi phục")] if seen.worded else []
    opened += [translate("Backup", "khóa ký gửi của tỉnh")] if seen.escrowed else []
    found = [(translate("Backup", "Mở được bằng"), ", ".join(opened) or translate("Backup", "chưa có gì"))]
    if seen.place is not None:
        found.append((translate("Backup", "Nơi để"), str(seen.place)))
    if last is not None:
        papers = translate("Backup", "{size}; giấy tờ: {count} tệp, {papers}")
        sizes = papers.format(size=size_words(last.size), count=last.contents, papers=size_words(last.contents_size))
        found += [
            (translate("Backup", "Lần cuối"), times.day_and_clock(last.taken_at)),
            (translate("Backup", "Dung lượng"), sizes),
        ]
    return tuple(found)


def row(path: Path, size: int) -> Row:
    """A backup in the list: when it was made, as its name says, and how large its file is."""
    day, _, rest = path.name.removesuffix(SUFFIX).partition("-")
    try:
        at = datetime.strptime(f"{day}{rest.partition('-')[0]}", "%Y%m%d%H%M%S")  # noqa: DTZ007 - a local name
        shown = f"{at:%d/%m/%Y %H:%M}"
    except ValueError:
        shown = path.name
    return Cell(shown, path.name), Cell(size_words(size))


def checked(found: Checked) -> Said:
    """What a trial came to."""
    translate = QCoreApplication.translate
    if found.lacking:
        title = translate("Backup", "Bản lúc {time}: dữ liệu tốt, nhưng {count} tệp giấy tờ hỏng hoặc thiếu.")
        step = translate("Backup", "Bấm Sao lưu ngay vào ổ khác. Giấy tờ gốc vẫn ở máy này và ở tỉnh nếu đã gửi.")
        return Said(Tone.WARNING, title.format(time=times.day_and_clock(found.taken_at), count=found.lacking), step)
    title = translate("Backup", "Bản lúc {time} tốt: mở được, đủ {count} tệp giấy tờ.")
    return Said(Tone.SUCCESS, title.format(time=times.day_and_clock(found.taken_at), count=found.contents), "")
