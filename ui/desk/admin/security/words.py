"""The security record in everyday words: one sentence an event, kinds in groups, how grave it is."""

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from counter_app.domain.security_facts import SecurityEvent, SecurityKind, Word
from counter_app.domain.text import fold
from counter_app.errors import Code
from ui import messages
from ui.components.tone import Tone
from ui.desk.sync_page.words import size

Kind = SecurityKind


class KindGroup(Enum):
    """What a person looks for."""

    ALL = "all"
    SIGN_IN = "sign-in"
    ACCOUNTS = "accounts"
    DATA = "data"
    KEYS = "keys"
    NETWORK = "network"
    TAMPER = "tamper"
    PROGRAM = "program"

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds in it; none means all."""
        return frozenset(kind.value for kind in _GROUPS.get(self, ()))


_GROUPS: dict[KindGroup, tuple[SecurityKind, ...]] = {
    KindGroup.SIGN_IN: (
        *(Kind.SIGNED_IN, Kind.SIGN_IN_FAILED, Kind.LOCKED_OUT, Kind.SESSION_LOCKED),
        *(Kind.SESSION_UNLOCKED, Kind.SIGNED_OUT, Kind.LEAVE_GIVEN),
    ),
    KindGroup.ACCOUNTS: (
        *(Kind.PASSWORD_CHANGED, Kind.SECOND_FACTOR_SET, Kind.OFFICER_ADDED, Kind.OFFICER_CHANGED),
        *(Kind.OFFICER_DISABLED, Kind.PERMISSION_REFUSED),
    ),
    KindGroup.DATA: (Kind.LOOKED_AT, Kind.EXPORTED, Kind.PRINTED_LIST, Kind.INPUT_REFUSED),
    KindGroup.KEYS: (Kind.BACKUP_MADE, Kind.BACKUP_FAILED, Kind.RESTORED, Kind.KEY_ESCROWED, Kind.KEY_EXPOSED),
    KindGroup.NETWORK: (Kind.STATION_ENROLLED, Kind.STATION_REVOKED, Kind.CERTIFICATE_REFUSED),
    KindGroup.TAMPER: (Kind.JOURNAL_TAMPERED, Kind.CHECKPOINT_BROKEN, Kind.RECORD_CUT, Kind.CLOCK_WRONG),
    KindGroup.PROGRAM: (
        *(Kind.PROGRAM_STARTED, Kind.PROGRAM_ENDED, Kind.STORE_MIGRATED),
        *(Kind.UPDATE_INSTALLED, Kind.UPDATE_REFUSED),
    ),
}

_NAMES: dict[SecurityKind, object] = {
    Kind.PROGRAM_STARTED: QT_TRANSLATE_NOOP("Security", "Mở chương trình, bản {version}"),
    Kind.PROGRAM_ENDED: QT_TRANSLATE_NOOP("Security", "Đóng chương trình"),
    Kind.STORE_MIGRATED: QT_TRANSLATE_NOOP("Security", "Nâng cấp kho dữ liệu từ bản {before} lên bản {after}"),
    Kind.SIGNED_IN: QT_TRANSLATE_NOOP("Security", "Đăng nhập"),
    Kind.SIGN_IN_FAILED: QT_TRANSLATE_NOOP("Security", "Đăng nhập không được"),
    Kind.LOCKED_OUT: QT_TRANSLATE_NOOP("Security", "Khóa tài khoản {minutes} phút vì sai {tries} lần liền"),
    Kind.SESSION_LOCKED: QT_TRANSLATE_NOOP("Security", "Khóa màn hình"),
    Kind.SESSION_UNLOCKED: QT_TRANSLATE_NOOP("Security", "Mở khóa màn hình"),
    Kind.SIGNED_OUT: QT_TRANSLATE_NOOP("Security", "Rời quầy"),
    Kind.LEAVE_GIVEN: QT_TRANSLATE_NOOP("Security", "Người quản trị cho phép một việc tại máy này"),
    Kind.PASSWORD_CHANGED: QT_TRANSLATE_NOOP("Security", "Đổi mật khẩu hoặc PIN"),
    Kind.SECOND_FACTOR_SET: QT_TRANSLATE_NOOP("Security", "Đặt lớp xác thực thứ hai"),
    Kind.OFFICER_ADDED: QT_TRANSLATE_NOOP("Security", "Thêm tài khoản cán bộ"),
    Kind.OFFICER_CHANGED: QT_TRANSLATE_NOOP("Security", "Mở lại hoặc đổi việc được giao của một tài khoản"),
    Kind.OFFICER_DISABLED: QT_TRANSLATE_NOOP("Security", "Ngừng tài khoản cán bộ"),
    Kind.PERMISSION_REFUSED: QT_TRANSLATE_NOOP("Security", "Làm việc không được giao quyền, đã bị từ chối"),
    Kind.LOOKED_AT: QT_TRANSLATE_NOOP("Security", "Xem hồ sơ không phải việc của mình"),
    Kind.EXPORTED: QT_TRANSLATE_NOOP("Security", "Xuất danh sách ra tệp, {rows} dòng"),
    Kind.PRINTED_LIST: QT_TRANSLATE_NOOP("Security", "In danh sách, {rows} dòng"),
    Kind.BACKUP_MADE: QT_TRANSLATE_NOOP("Security", "Sao lưu xong"),
    Kind.BACKUP_FAILED: QT_TRANSLATE_NOOP("Security", "Sao lưu không thành"),
    Kind.RESTORED: QT_TRANSLATE_NOOP("Security", "Khôi phục dữ liệu từ bản sao lưu"),
    Kind.KEY_ESCROWED: QT_TRANSLATE_NOOP("Security", "Ký gửi khóa dữ liệu"),
    Kind.KEY_EXPOSED: QT_TRANSLATE_NOOP("Security", "Tệp khóa dữ liệu từng để người khác đọc được"),
    Kind.STATION_ENROLLED: QT_TRANSLATE_NOOP("Security", "Nhận thêm một máy trạm"),
    Kind.STATION_REVOKED: QT_TRANSLATE_NOOP("Security", "Ngừng cho một máy trạm vào"),
    Kind.CLOCK_WRONG: QT_TRANSLATE_NOOP("Security", "Đồng hồ máy bị lệch hoặc bị chỉnh"),
    Kind.JOURNAL_TAMPERED: QT_TRANSLATE_NOOP("Security", "Sổ gốc bị sửa: có dòng không còn khớp chữ ký"),
    Kind.CHECKPOINT_BROKEN: QT_TRANSLATE_NOOP("Security", "Sổ gốc không khớp mốc đã được cấp trên xác nhận"),
    Kind.RECORD_CUT: QT_TRANSLATE_NOOP("Security", "Nhật ký an toàn bị cắt hoặc bị sửa, tới dòng số {until}"),
    Kind.CERTIFICATE_REFUSED: QT_TRANSLATE_NOOP("Security", "Từ chối chứng thư của máy chủ"),
    Kind.INPUT_REFUSED: QT_TRANSLATE_NOOP("Security", "Từ chối dữ liệu đưa vào"),
    Kind.UPDATE_INSTALLED: QT_TRANSLATE_NOOP("Security", "Đổi bản chương trình, từ {before} sang {after}"),
    Kind.UPDATE_REFUSED: QT_TRANSLATE_NOOP("Security", "Từ chối bản cập nhật"),
}

_REASONS: dict[str, object] = {
    "disabled": QT_TRANSLATE_NOOP("Security", "tài khoản đã ngừng"),
    "locked": QT_TRANSLATE_NOOP("Security", "tài khoản đang bị khóa"),
    "offline": QT_TRANSLATE_NOOP("Security", "máy rời cấp trên quá lâu"),
    "unused": QT_TRANSLATE_NOOP("Security", "tài khoản lâu không dùng"),
    "idle": QT_TRANSLATE_NOOP("Security", "không ai thao tác"),
    "key": QT_TRANSLATE_NOOP("Security", "cán bộ tự khóa"),
}

_LABELS: dict[str, object] = {
    "act": QT_TRANSLATE_NOOP("Security", "việc"),
    "bytes": QT_TRANSLATE_NOOP("Security", "số byte"),
    "code": QT_TRANSLATE_NOOP("Security", "mã lỗi"),
    "duties": QT_TRANSLATE_NOOP("Security", "việc được giao"),
    "entries": QT_TRANSLATE_NOOP("Security", "số dòng sổ gốc"),
    "how": QT_TRANSLATE_NOOP("Security", "cách"),
    "instead_of": QT_TRANSLATE_NOOP("Security", "thay cho"),
    "list": QT_TRANSLATE_NOOP("Security", "danh sách"),
    "office": QT_TRANSLATE_NOOP("Security", "đơn vị"),
    "update": QT_TRANSLATE_NOOP("Security", "bản"),
    "recipient": QT_TRANSLATE_NOOP("Security", "khóa nhận"),
    "what": QT_TRANSLATE_NOOP("Security", "chi tiết"),
    "whole": QT_TRANSLATE_NOOP("Security", "hiện đủ số giấy tờ"),
}
_VALUES: dict[str, object] = {
    "admitted": QT_TRANSLATE_NOOP("Security", "mở lại tài khoản"),
    "own": QT_TRANSLATE_NOOP("Security", "tự đổi"),
    "reset": QT_TRANSLATE_NOOP("Security", "người khác đặt lại"),
    "yes": QT_TRANSLATE_NOOP("Security", "có"),
    "no": QT_TRANSLATE_NOOP("Security", "không"),
    "security": QT_TRANSLATE_NOOP("Security", "nhật ký an toàn"),
    "dossiers": QT_TRANSLATE_NOOP("Security", "hồ sơ"),
    "the hash does not match": QT_TRANSLATE_NOOP("Security", "nội dung đã khác lúc ghi"),
    "the signature does not match": QT_TRANSLATE_NOOP("Security", "chữ ký không khớp"),
    "the chain is broken": QT_TRANSLATE_NOOP("Security", "chuỗi bị đứt"),
    "an entry before is missing": QT_TRANSLATE_NOOP("Security", "thiếu dòng trước đó"),
}
_ACTS: dict[str, object] = {
    "backups": QT_TRANSLATE_NOOP("Security", "sao lưu"),
    "calendar": QT_TRANSLATE_NOOP("Security", "lịch làm việc"),
    "catalogue": QT_TRANSLATE_NOOP("Security", "danh mục thủ tục"),
    "dossiers": QT_TRANSLATE_NOOP("Security", "xem hồ sơ"),
    "export": QT_TRANSLATE_NOOP("Security", "xuất danh sách"),
    "forms": QT_TRANSLATE_NOOP("Security", "giấy tờ của hồ sơ"),
    "forwarding": QT_TRANSLATE_NOOP("Security", "nơi thu nhật ký"),
    "key_escrow": QT_TRANSLATE_NOOP("Security", "ký gửi khóa"),
    "lifecycle": QT_TRANSLATE_NOOP("Security", "giải quyết hồ sơ"),
    "looks": QT_TRANSLATE_NOOP("Security", "ai đã xem hồ sơ"),
    "officers": QT_TRANSLATE_NOOP("Security", "tài khoản cán bộ"),
    "queue": QT_TRANSLATE_NOOP("Security", "hàng chờ"),
    "queue_choices": QT_TRANSLATE_NOOP("Security", "cài đặt hàng chờ"),
    "reception": QT_TRANSLATE_NOOP("Security", "tiếp nhận hồ sơ"),
    "register": QT_TRANSLATE_NOOP("Security", "sổ theo dõi"),
    "reviews": QT_TRANSLATE_NOOP("Security", "việc cần xem lại"),
    "security": QT_TRANSLATE_NOOP("Security", "nhật ký an toàn"),
    "stations": QT_TRANSLATE_NOOP("Security", "máy trạm"),
}


def group_names() -> dict[KindGroup, str]:
    """What each group is called, in the order of the list."""
    translate = QCoreApplication.translate
    return {
        KindGroup.ALL: translate("Security", "Mọi việc"),
        KindGroup.SIGN_IN: translate("Security", "Đăng nhập, khóa máy"),
        KindGroup.ACCOUNTS: translate("Security", "Tài khoản và quyền"),
        KindGroup.DATA: translate("Security", "Xem, xuất, in dữ liệu"),
        KindGroup.KEYS: translate("Security", "Sao lưu và khóa dữ liệu"),
        KindGroup.NETWORK: translate("Security", "Máy trạm, đường truyền"),
        KindGroup.TAMPER: translate("Security", "Dấu hiệu can thiệp"),
        KindGroup.PROGRAM: translate("Security", "Chương trình"),
    }


def severity(level: int) -> tuple[str, Tone, str]:
    """The word for a severity, its tone and its icon."""
    translate = QCoreApplication.translate
    if level >= 9:
        return translate("Security", "Nghiêm trọng"), Tone.DANGER, "alert-octagon"
    if level >= 7:
        return translate("Security", "Cao"), Tone.DANGER, "alert-triangle"
    if level >= 5:
        return translate("Security", "Chú ý"), Tone.WARNING, "alert-triangle"
    if level >= 3:
        return translate("Security", "Cần biết"), Tone.INFO, "info-circle"
    return translate("Security", "Thường"), Tone.NEUTRAL, "circle"


def sentence(event: SecurityEvent) -> str:
    """What happened; a kind of a later program by its own name."""
    if event.kind not in set(SecurityKind):
        return event.kind
    kind = SecurityKind(event.kind)
    translate = QCoreApplication.translate
    if kind is Kind.SIGN_IN_FAILED and "tries" in event.detail:
        return translate("Security", "Sai mật khẩu hoặc mã lần {tries}").format_map(_Detail(event.detail))
    if kind is Kind.PROGRAM_STARTED and event.detail.get("unclean"):
        words = translate("Security", "Mở chương trình, bản {version}; lần trước tắt đột ngột")
        return words.format_map(_Detail(event.detail))
    return translate("Security", str(_NAMES[kind])).format_map(_Detail(event.detail))


def particulars(event: SecurityEvent, names: Mapping[str, str]) -> str:
    """What else is known of it: why, about what or whom, and what is written down beside."""
    told = {key: value for key, value in event.detail.items() if key not in _SAID}
    reason = told.pop("reason", "")
    parts = [_reason(str(reason))] if reason else []
    parts += _clock_words(told)
    if event.subject and event.subject != f"officer/{event.officer}":
        parts.append(_subject(event.subject, names))
    parts += [f"{_word(_LABELS, key)}: {_value(key, value)}" for key, value in sorted(told.items())]
    return " · ".join(parts)


def word_of(text: str, names: Mapping[str, str]) -> Word:
    """What a typed word may mean: a kind by its sentence, an officer by the name."""
    wanted = fold(text)
    kinds = frozenset(kind.value for kind in SecurityKind if _begins(wanted, _plain(kind)))
    officers = frozenset(id_ for id_, name in names.items() if _begins(wanted, name))
    return Word(text, kinds, officers)


_SAID = frozenset(("tries", "minutes", "rows", "version", "unclean", "before", "after", "until"))
"""What the sentence says already."""


def _begins(wanted: str, words: str) -> bool:
    return any(word.startswith(wanted) for word in fold(words).split())


class _Detail(dict[str, object]):
    def __missing__(self, name: str) -> str:
        return "…"


def _plain(kind: SecurityKind) -> str:
    return QCoreApplication.translate("Security", str(_NAMES[kind])).format_map(_Detail())


def _reason(reason: str) -> str:
    """Why, in words; an error's code by the sentence that the screens have for it."""
    if reason in set(Code):
        return messages.message_for(Code(reason)).title.removesuffix(".")
    return _word(_REASONS, messages.word(reason))


def _value(key: str, value: str | int) -> str:
    if key == "bytes" and isinstance(value, int):
        return size(value)
    if key == "duties":
        return messages.word(str(value).split())
    if key == "act":
        return f"{_word(_ACTS, str(value).partition('.')[0])} ({value})"
    return _word(_VALUES, str(value))


def _word(words: Mapping[str, object], text: str) -> str:
    return QCoreApplication.translate("Security", str(words[text])) if text in words else text


def _clock_words(told: dict[str, str | int]) -> list[str]:
    """How far a clock was off, from what ``told`` has of it; takes that out."""
    translate = QCoreApplication.translate
    words = {
        "moved_s": translate("Security", "bị chỉnh {span}"),
        "behind_upstream_s": translate("Security", "lệch {span} so với cấp trên"),
        "behind_own_entries_s": translate("Security", "chậm {span} so với dòng mới nhất của máy này"),
    }
    found = []
    for key, text in words.items():
        seconds = told.pop(key, None)
        if isinstance(seconds, int):
            found.append(text.format(span=_span(seconds)))
    return found


def _span(seconds: int) -> str:
    translate = QCoreApplication.translate
    length = abs(seconds)
    if length >= 86_400:
        return translate("Security", "{count} ngày").format(count=round(length / 86_400))
    if length >= 3_600:
        return translate("Security", "{count} giờ").format(count=round(length / 3_600))
    if length >= 60:
        return translate("Security", "{count} phút").format(count=round(length / 60))
    return translate("Security", "{count} giây").format(count=length)


def _subject(subject: str, names: Mapping[str, str]) -> str:
    kind, _, key = subject.partition("/")
    translate = QCoreApplication.translate
    words = {
        "officer": translate("Security", "cán bộ {key}"),
        "dossier": translate("Security", "hồ sơ {key}"),
        "station": translate("Security", "máy {key}"),
    }
    return words[kind].format(key=names.get(key, key)) if kind in words else subject
