"""What the desk says, once somebody has signed in, of what is to be put right in the coming days."""

from PySide6.QtCore import QCoreApplication

from counter_app.services.sign_in import Due, Reminder, SignedIn
from ui.components.banner import Act, Notice
from ui.components.tone import Tone
from ui.desk.account.sheet import AccountSheet
from ui.desk.notices import Notices

SECRET, SECOND, OFFLINE = "secret-due", "second-due", "offline-due"


def remind(notices: Notices, sheet: AccountSheet, signed: SignedIn) -> None:
    """Put one notice for each thing that may still wait; each opens the form that does it."""
    if signed.offline_days is not None:
        notices.put(_offline(signed.offline_days))
    for one in signed.reminders:
        if one.days and one.due is Due.SECRET:
            notices.put(_secret(one), lambda _: sheet.open_secret())
        elif one.days:
            notices.put(_second(one), lambda _: sheet.open_second())


def _secret(one: Reminder) -> Notice:
    translate = QCoreApplication.translate
    title = translate("Account", "Mật khẩu của ông/bà ngắn hoặc dễ đoán.")
    more = translate("Account", "Đổi trong {days} ngày tới; quá hạn, máy sẽ hỏi ngay khi đăng nhập.")
    acts = (Act("change", translate("Account", "Đổi mật khẩu"), "key"),)
    return Notice(SECRET, Tone.INFO, title, more.format(days=one.days), "key", acts)


def _second(one: Reminder) -> Notice:
    translate = QCoreApplication.translate
    title = translate("Account", "Người quản trị cần thêm mã trên điện thoại khi đăng nhập.")
    more = translate("Account", "Thiết lập trong {days} ngày tới, mất khoảng một phút.")
    acts = (Act("set", translate("Account", "Thiết lập"), "device-mobile"),)
    return Notice(SECOND, Tone.INFO, title, more.format(days=one.days), "device-mobile", acts)


def _offline(days: int) -> Notice:
    translate = QCoreApplication.translate
    more = translate("Account", "Nối mạng để máy nhận danh sách tài khoản mới; hồ sơ đang chờ cũng tự gửi.")
    if days:
        title = translate("Account", "Còn {days} ngày nữa, nếu vẫn mất liên lạc, chỉ người quản trị vào được quầy này.")
        return Notice(OFFLINE, Tone.WARNING, title.format(days=days), more, "cloud-off")
    title = translate("Account", "Máy này mất liên lạc đã quá lâu: hiện chỉ người quản trị vào được quầy.")
    return Notice(OFFLINE, Tone.WARNING, title, more, "cloud-off")
