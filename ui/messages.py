"""Every sentence about an expected error: what happened, and one next step."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from counter_app.errors import Code, CounterError
from ui.messages_accounts import ACCOUNT_WORDS, ACCOUNTS
from ui.messages_backup import BACKUP
from ui.messages_calendar import CALENDAR_SENTENCES
from ui.messages_catalogue import CATALOGUE_SENTENCES, CATALOGUE_WORDS
from ui.messages_counter import COUNTER, COUNTER_WORDS
from ui.messages_devices import DEVICE_WORDS, DEVICES
from ui.messages_doctor import DOCTOR
from ui.messages_papers import PAPER_SENTENCES, PAPER_WORDS
from ui.messages_queue import QUEUE, QUEUE_WORDS
from ui.messages_safety import SAFETY, SAFETY_FILE_WORDS
from ui.messages_sync import SYNC
from ui.messages_updates import UPDATES
from ui.messages_voice import VOICE


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence of what happened (and what still works), one of what to do."""

    title: str
    next_step: str


def message(error: CounterError) -> Message:
    """Return the sentences for ``error`` in the language on screen, its parameters filled in."""
    return message_for(error.code, error.params)


def message_for(code: Code, params: Mapping[str, object] | None = None) -> Message:
    """Return the sentences for a code alone, e.g. a device's fault in the status strip."""
    words = _Words({name: word(value) for name, value in (params or {}).items()})
    title, next_step = _SENTENCES[code]
    return Message(_translated(title).format_map(words), _translated(next_step).format_map(words))


def word(value: object) -> str:
    """Return a parameter as people say it: states and devices in words, lists joined by commas."""
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(word(part) for part in value)
    text = str(value.value if isinstance(value, Enum) else value)
    return _translated(_WORDS[text]) if text in _WORDS else text


def _translated(source: object) -> str:
    return QCoreApplication.translate("Messages", str(source))  # str in fact: QT_TRANSLATE_NOOP is typed as object


class _Words(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "…"  # a code used without its parameter still makes a sentence


_WORDS: dict[str, object] = {
    "issued": QT_TRANSLATE_NOOP("Messages", "đang chờ"),
    "called": QT_TRANSLATE_NOOP("Messages", "đã gọi"),
    "serving": QT_TRANSLATE_NOOP("Messages", "đang phục vụ"),
    "keyring": QT_TRANSLATE_NOOP("Messages", "trong kho khóa của hệ thống"),
    "finished": QT_TRANSLATE_NOOP("Messages", "đã xong"),
    "no-show": QT_TRANSLATE_NOOP("Messages", "vắng mặt"),
    "cancelled": QT_TRANSLATE_NOOP("Messages", "đã hủy"),
    **COUNTER_WORDS,
    **ACCOUNT_WORDS,
    **QUEUE_WORDS,
    **CATALOGUE_WORDS,
    **PAPER_WORDS,
    **DEVICE_WORDS,
    **SAFETY_FILE_WORDS,
    "printer": QT_TRANSLATE_NOOP("Messages", "máy in"),
    "keypad": QT_TRANSLATE_NOOP("Messages", "bàn phím đánh giá"),
    "scanner": QT_TRANSLATE_NOOP("Messages", "máy quét"),
    "reader": QT_TRANSLATE_NOOP("Messages", "máy đọc mã"),
    "speaker": QT_TRANSLATE_NOOP("Messages", "loa"),
}

_SENTENCES: dict[Code, tuple[object, object]] = {
    # the data folder and the store
    Code.DATA_IN_USE: (
        QT_TRANSLATE_NOOP("Messages", "Chương trình đang mở ở một cửa sổ khác."),
        QT_TRANSLATE_NOOP("Messages", "Dùng cửa sổ đang mở, hoặc đóng nó rồi mở lại. Thư mục: {path}"),
    ),
    Code.DATA_NOT_WRITABLE: (
        QT_TRANSLATE_NOOP("Messages", "Không ghi được vào thư mục dữ liệu."),
        QT_TRANSLATE_NOOP("Messages", "Nhờ người quản trị cấp quyền ghi cho {path}."),
    ),
    Code.DISK_FULL: (
        QT_TRANSLATE_NOOP("Messages", "Ổ đĩa đã đầy, việc vừa làm chưa được lưu."),
        QT_TRANSLATE_NOOP("Messages", "Xóa bớt tệp không cần trên ổ chứa {path} rồi làm lại."),
    ),
    Code.DISK_FAULT: (
        QT_TRANSLATE_NOOP("Messages", "Ổ đĩa không đọc hoặc ghi được, việc vừa làm chưa được lưu."),
        QT_TRANSLATE_NOOP("Messages", "Làm lại; nếu vẫn lỗi, hãy gọi người phụ trách máy và giữ nguyên {path}."),
    ),
    Code.KEY_MISSING: (
        QT_TRANSLATE_NOOP("Messages", "Không tìm thấy khóa mở dữ liệu."),
        QT_TRANSLATE_NOOP("Messages", "Nhờ người quản trị khôi phục khóa từ bản sao lưu. Thư mục: {path}"),
    ),
    Code.KEY_WRONG: (
        QT_TRANSLATE_NOOP("Messages", "Khóa không mở được dữ liệu."),
        QT_TRANSLATE_NOOP("Messages", "Nhờ người quản trị dùng đúng khóa của máy này. Tệp: {path}"),
    ),
    Code.SQLITE_TOO_OLD: (
        QT_TRANSLATE_NOOP("Messages", "Thư viện dữ liệu quá cũ ({found}, cần {needed})."),
        QT_TRANSLATE_NOOP("Messages", "Nhờ người quản trị cài lại chương trình."),
    ),
    Code.STORE_CORRUPT: (
        QT_TRANSLATE_NOOP("Messages", "Tệp dữ liệu bị hỏng."),
        QT_TRANSLATE_NOOP("Messages", "Đừng xóa gì. Nhờ người quản trị khôi phục bản sao lưu của {path}."),
    ),
    Code.STORE_TOO_NEW: (
        QT_TRANSLATE_NOOP("Messages", "Dữ liệu do bản chương trình mới hơn tạo ra."),
        QT_TRANSLATE_NOOP("Messages", "Cài bản chương trình mới nhất rồi mở lại."),
    ),
    Code.STORE_TOO_OLD: (
        QT_TRANSLATE_NOOP("Messages", "Dữ liệu do bản chương trình cũ hơn ghi, lệnh này chưa đọc được."),
        QT_TRANSLATE_NOOP("Messages", "Mở chương trình của máy này một lần bằng bản đang cài, rồi chạy lại lệnh."),
    ),
    Code.NOT_SET_UP: (
        QT_TRANSLATE_NOOP("Messages", "Máy này chưa được cài đặt cho quầy."),
        QT_TRANSLATE_NOOP("Messages", "Chạy bước cài đặt ban đầu. Thư mục: {path}"),
    ),
    Code.SETTINGS_INVALID: (
        QT_TRANSLATE_NOOP("Messages", "Tệp cài đặt có chỗ chưa đúng: {detail}."),
        QT_TRANSLATE_NOOP("Messages", "Sửa tệp {path} rồi mở lại chương trình."),
    ),
    Code.BLOB_MISSING: (
        QT_TRANSLATE_NOOP("Messages", "Chưa có tệp này trên máy."),
        QT_TRANSLATE_NOOP("Messages", "Chờ đồng bộ xong rồi mở lại, hoặc quét lại trang."),
    ),
    Code.BLOB_AWAY: (
        QT_TRANSLATE_NOOP("Messages", "Bản này đang ở máy chủ, chưa tải về được vì mất kết nối."),
        QT_TRANSLATE_NOOP("Messages", "Khi có mạng, bấm Thử lại. Các việc khác ở quầy vẫn làm được."),
    ),
    Code.BLOB_DAMAGED: (
        QT_TRANSLATE_NOOP("Messages", "Tệp này bị hỏng trên máy."),
        QT_TRANSLATE_NOOP("Messages", "Quét lại trang. Các trang khác không bị ảnh hưởng."),
    ),
    **COUNTER,
    **QUEUE,
    **VOICE,
    **SAFETY,
    **ACCOUNTS,
    **DEVICES,
    **PAPER_SENTENCES,
    **CALENDAR_SENTENCES,
    **CATALOGUE_SENTENCES,
    # devices
    Code.DEVICE_ABSENT: (
        QT_TRANSLATE_NOOP("Messages", "Chưa thấy {device}."),
        QT_TRANSLATE_NOOP("Messages", "Kiểm tra dây cắm và nguồn. Máy tự nhận lại khi cắm đúng."),
    ),
    Code.DEVICE_BUSY: (
        QT_TRANSLATE_NOOP("Messages", "Chương trình khác đang dùng {device}."),
        QT_TRANSLATE_NOOP("Messages", "Đóng chương trình kia. Máy tự thử lại."),
    ),
    Code.DEVICE_LOST: (
        QT_TRANSLATE_NOOP("Messages", "Mất kết nối với {device}."),
        QT_TRANSLATE_NOOP("Messages", "Cắm lại dây. Máy tự nối lại, việc đang làm vẫn còn."),
    ),
    Code.DEVICE_SILENT: (
        QT_TRANSLATE_NOOP("Messages", "Thiết bị không trả lời sau {seconds} giây: {device}."),
        QT_TRANSLATE_NOOP("Messages", "Tắt rồi bật lại thiết bị. Máy tự nối lại."),
    ),
    Code.DEVICE_SETTINGS: (
        QT_TRANSLATE_NOOP("Messages", "Cài đặt của {device} chưa đúng: {detail}."),
        QT_TRANSLATE_NOOP(
            "Messages", "Sửa ở Quản trị, Thiết bị, hoặc trong tệp settings.toml rồi mở lại chương trình."
        ),
    ),
    Code.PAPER_OUT: (
        QT_TRANSLATE_NOOP("Messages", "Máy in hết giấy. Số vẫn có hiệu lực."),
        QT_TRANSLATE_NOOP("Messages", "Thay cuộn giấy; các phiếu sau lại in bình thường."),
    ),
    Code.PAPER_LOW: (
        QT_TRANSLATE_NOOP("Messages", "Máy in sắp hết giấy."),
        QT_TRANSLATE_NOOP("Messages", "Chuẩn bị cuộn giấy mới."),
    ),
    Code.COVER_OPEN: (
        QT_TRANSLATE_NOOP("Messages", "Nắp máy in đang mở."),
        QT_TRANSLATE_NOOP("Messages", "Đóng nắp đến khi nghe tiếng khớp."),
    ),
    Code.CUTTER: (
        QT_TRANSLATE_NOOP("Messages", "Dao cắt của máy in bị kẹt."),
        QT_TRANSLATE_NOOP("Messages", "Tắt máy in, mở nắp, gỡ giấy kẹt rồi bật lại."),
    ),
    Code.PRINTER_FAULT: (
        QT_TRANSLATE_NOOP("Messages", "Máy in báo lỗi. Số và hồ sơ vẫn được lưu."),
        QT_TRANSLATE_NOOP("Messages", "Tắt rồi bật lại máy in. Nếu vẫn lỗi, báo kỹ thuật."),
    ),
    Code.PRINT_DOUBTFUL: (
        QT_TRANSLATE_NOOP("Messages", "Chưa rõ giấy đã in hay chưa (đã gửi {sent}/{total} byte)."),
        QT_TRANSLATE_NOOP("Messages", "Nhìn khe giấy: nếu chưa ra, bấm in lại."),
    ),
    Code.KEYPAD_GARBAGE: (
        QT_TRANSLATE_NOOP("Messages", "Bàn phím đánh giá gửi {count} tín hiệu lạ."),
        QT_TRANSLATE_NOOP("Messages", "Kiểm tra dây, và tốc độ cổng (baud) ở Quản trị, Thiết bị."),
    ),
    Code.READER_GARBAGE: (
        QT_TRANSLATE_NOOP("Messages", "Máy đọc gửi {count} dòng không đọc được."),
        QT_TRANSLATE_NOOP("Messages", "Đặt máy đọc ở chế độ USB-COM, UTF-8."),
    ),
    Code.SCANNER_JAM: (
        QT_TRANSLATE_NOOP("Messages", "Kẹt giấy. {pages} trang đã quét vẫn còn."),
        QT_TRANSLATE_NOOP("Messages", "Mở nắp, gỡ tờ kẹt rồi quét tiếp từ tờ đó."),
    ),
    Code.SCANNER_EMPTY: (
        QT_TRANSLATE_NOOP("Messages", "Khay quét không có giấy."),
        QT_TRANSLATE_NOOP("Messages", "Đặt giấy vào khay, mặt in quay lên, rồi quét lại."),
    ),
    Code.SCANNER_COVER: (
        QT_TRANSLATE_NOOP("Messages", "Nắp máy quét đang mở."),
        QT_TRANSLATE_NOOP("Messages", "Đóng nắp rồi quét lại."),
    ),
    Code.SCANNER_IO: (
        QT_TRANSLATE_NOOP("Messages", "Máy quét ngừng giữa chừng ({detail})."),
        QT_TRANSLATE_NOOP("Messages", "Kiểm tra dây rồi quét tiếp. Các trang đã quét vẫn còn."),
    ),
    Code.SCAN_CANCELLED: (
        QT_TRANSLATE_NOOP("Messages", "Đã dừng quét. {pages} trang vẫn còn."),
        QT_TRANSLATE_NOOP("Messages", "Bấm quét để quét tiếp."),
    ),
    Code.SCAN_TRUNCATED: (
        QT_TRANSLATE_NOOP("Messages", "Trang cuối bị cắt ngang. {pages} trang trước vẫn còn."),
        QT_TRANSLATE_NOOP("Messages", "Quét lại trang cuối."),
    ),
    Code.SOUND_UNAVAILABLE: (
        QT_TRANSLATE_NOOP("Messages", "Loa không phát được. Số gọi vẫn hiện trên bảng."),
        QT_TRANSLATE_NOOP("Messages", "Kiểm tra dây loa và âm lượng."),
    ),
    # the link and the server
    **SYNC,
    **UPDATES,
    **DOCTOR,
    **BACKUP,
    Code.LINK_DOWN: (
        QT_TRANSLATE_NOOP("Messages", "Mất kết nối. Mọi việc ở quầy vẫn làm được và được lưu trên máy."),
        QT_TRANSLATE_NOOP("Messages", "Không cần làm gì: khi có mạng, máy tự gửi."),
    ),
    Code.SERVER_REFUSED: (
        QT_TRANSLATE_NOOP("Messages", "Máy chủ từ chối ({status} {title})."),
        QT_TRANSLATE_NOOP("Messages", "Dữ liệu vẫn ở máy này. Báo người quản trị kèm dòng trên."),
    ),
    Code.SERVER_FULL: (
        QT_TRANSLATE_NOOP("Messages", "Máy chủ hết chỗ chứa."),
        QT_TRANSLATE_NOOP("Messages", "Dữ liệu vẫn ở máy này. Báo người quản trị máy chủ."),
    ),
    Code.STORE_AWAY: (
        QT_TRANSLATE_NOOP("Messages", "Máy chủ tạm thời chưa ghi được dữ liệu."),
        QT_TRANSLATE_NOOP("Messages", "Dữ liệu vẫn ở máy này và tự gửi lại sau ít phút."),
    ),
    Code.SERVER_BUSY: (
        QT_TRANSLATE_NOOP("Messages", "Máy chủ đang bận."),
        QT_TRANSLATE_NOOP("Messages", "Không cần làm gì: dữ liệu vẫn ở máy này và tự gửi lại sau ít giây."),
    ),
    Code.ENROLMENT_REFUSED: (
        QT_TRANSLATE_NOOP("Messages", "Mã ghi danh máy trạm không đúng hoặc đã dùng."),
        QT_TRANSLATE_NOOP("Messages", "Xin quản trị máy chủ tỉnh cấp mã mới."),
    ),
    Code.STATION_UNKNOWN: (
        QT_TRANSLATE_NOOP("Messages", "Máy chủ chưa biết máy trạm này."),
        QT_TRANSLATE_NOOP("Messages", "Xin mã của tỉnh và ghi danh lại máy."),
    ),
    Code.STATION_REVOKED: (
        QT_TRANSLATE_NOOP("Messages", "Máy trạm này không còn quyền gửi dữ liệu. Dữ liệu vẫn ở máy này."),
        QT_TRANSLATE_NOOP("Messages", "Liên hệ người quản trị của bộ phận hoặc của tỉnh."),
    ),
    Code.STATION_NEEDED: (
        QT_TRANSLATE_NOOP("Messages", "Không ngừng được {name}: đó là máy này, hoặc máy đang giữ hàng chờ."),
        QT_TRANSLATE_NOOP("Messages", "Để máy khác giữ hàng chờ trước, rồi làm việc này ở máy khác."),
    ),
    Code.CLOCK_WRONG: (
        QT_TRANSLATE_NOOP("Messages", "Đồng hồ máy này lệch {minutes} phút so với máy chủ."),
        QT_TRANSLATE_NOOP("Messages", "Chỉnh lại ngày giờ của máy."),
    ),
    Code.SEQUENCE_GAP: (
        QT_TRANSLATE_NOOP("Messages", "Máy chủ còn thiếu các mục từ số {expected}."),
        QT_TRANSLATE_NOOP("Messages", "Máy tự gửi lại. Nếu còn sau một giờ, báo người quản trị."),
    ),
    Code.SEQUENCE_CONFLICT: (
        QT_TRANSLATE_NOOP(
            "Messages",
            "Máy này đã ngừng ghi: mục {seq} của nó khác với bản máy chủ đang giữ. Máy được khôi phục từ bản sao cũ, "
            "hoặc có máy khác dùng chung dữ liệu.",
        ),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Tiếp công dân ở máy khác, không xóa gì ở đây: cả hai bản đều còn. Nhờ người quản trị cài máy này thành "
            "máy mới, khôi phục từ máy chủ, rồi xem mục Cần xem lại.",
        ),
    ),
    Code.STATION_BEHIND: (
        QT_TRANSLATE_NOOP(
            "Messages",
            "Máy này chạy trên bản sao cũ, còn thiếu {missing} mục của chính nó mà máy chủ đang giữ; "
            "máy tạm chưa ghi gì để không cấp trùng số.",
        ),
        QT_TRANSLATE_NOOP(
            "Messages", "Giữ máy nối mạng: máy đang tự lấy lại rồi ghi tiếp. Việc gấp xin làm ở máy khác."
        ),
    ),
    Code.ENTRY_INVALID: (
        QT_TRANSLATE_NOOP("Messages", "Một mục nhận về không hợp lệ (mục {seq}): {detail}."),
        QT_TRANSLATE_NOOP("Messages", "Báo người quản trị. Các mục khác không bị ảnh hưởng."),
    ),
    Code.PORT_TAKEN: (
        QT_TRANSLATE_NOOP("Messages", "Cổng {port} trên {host} đã có chương trình khác dùng."),
        QT_TRANSLATE_NOOP("Messages", "Chọn cổng khác trong tệp cài đặt."),
    ),
    # the command line
    Code.NO_DISPLAY: (
        QT_TRANSLATE_NOOP("Messages", "Không có màn hình để mở cửa sổ."),
        QT_TRANSLATE_NOOP("Messages", "Đăng nhập vào phiên có màn hình rồi chạy lại."),
    ),
    Code.OUTPUT_NOT_WRITABLE: (
        QT_TRANSLATE_NOOP("Messages", "Không ghi được tệp {path}."),
        QT_TRANSLATE_NOOP("Messages", "Chọn thư mục khác, hoặc kiểm tra quyền ghi và chỗ trống."),
    ),
}
