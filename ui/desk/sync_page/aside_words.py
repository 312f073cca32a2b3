"""What the province kept aside, in words: what it is about, why, and what to do."""

from PySide6.QtCore import QCoreApplication

from counter_app.services.sync_aside import AsideCause, AsideEntry, AsideList
from ui.components.fact_table import Cell, Row
from ui.desk import times


def summary(aside: AsideList) -> str:
    """Return how many there are and since when, and that nothing is lost."""
    translate = QCoreApplication.translate
    since = times.day_and_clock(aside.since) if aside.since is not None else ""
    told = translate("Sync", "{count} mục đã lên đến tỉnh mà chưa được ghi nhận, sớm nhất từ {time}.")
    kept = translate("Sync", "Không mất gì: ở máy này mọi việc vẫn còn.")
    return f"{told.format(count=aside.total, time=since)} {kept}"


def row(one: AsideEntry) -> Row:
    """Return a row: what it is about and whose it is, and since when that is known."""
    translate = QCoreApplication.translate
    first = one.code or _thing(one.subject)
    machine = "" if one.own else one.machine or one.station[:8]
    number = translate("Sync", "mục số {seq}").format(seq=one.seq)
    second = " · ".join(filter(None, (one.name, machine, number)))
    return (Cell(first, second, weight=600), Cell(times.short(one.since)))


def why(one: AsideEntry) -> str:
    """Return why the province did not take it in order."""
    translate = QCoreApplication.translate
    return {
        AsideCause.NOT_LET_IN: translate("Sync", "Tỉnh chưa biết máy đã ghi mục này nên chưa nhận."),
        AsideCause.SAME_NUMBER: translate(
            "Sync",
            "Tỉnh đã có một mục khác mang đúng số này: dữ liệu của máy được khôi phục từ bản cũ, hoặc đã được chép"
            " sang máy khác.",
        ),
        AsideCause.BROKEN_CHAIN: translate(
            "Sync", "Mục này không nối tiếp mục trước đó: ổ đĩa có thể hỏng, hoặc dữ liệu đã bị sửa."
        ),
        AsideCause.DAMAGED: translate("Sync", "Khi đến nơi, nội dung của mục này không còn khớp với chữ ký của máy."),
        AsideCause.NOT_BEGUN: translate(
            "Sync", "Phần mở đầu của việc này (tiếp nhận, phát số) do máy khác ghi và chưa lên đến tỉnh."
        ),
        AsideCause.NOT_FITTING: translate(
            "Sync", "Việc này không khớp với những việc tỉnh đã có về cùng hồ sơ, cùng số."
        ),
    }[one.cause]


def advice(one: AsideEntry) -> str:
    """Return what to do about it."""
    translate = QCoreApplication.translate
    return {
        AsideCause.NOT_LET_IN: translate(
            "Sync", "Bấm “Thử ngay” để giới thiệu lại máy ấy. Nếu vẫn còn, người quản trị gọi cho tỉnh."
        ),
        AsideCause.SAME_NUMBER: translate(
            "Sync", "Ngừng dùng máy ấy và báo người quản trị. Việc nào còn thiếu thì làm lại ở máy khác."
        ),
        AsideCause.BROKEN_CHAIN: translate(
            "Sync", "Báo người quản trị kiểm tra máy. Lệnh counter-app verify cho biết mục nào sai."
        ),
        AsideCause.DAMAGED: translate(
            "Sync", "Đối chiếu hồ sơ với giấy tờ, báo người quản trị. Lệnh counter-app verify cho biết mục nào sai."
        ),
        AsideCause.NOT_BEGUN: translate(
            "Sync", "Chờ máy kia nối lại rồi bấm “Thử ngay”: phần ấy lên đến nơi thì mục này tự hết."
        ),
        AsideCause.NOT_FITTING: translate(
            "Sync", "Xem trang Cần xem lại (Ctrl+7): giữ như hiện tại hoặc làm lại. Quyết định xong, mục này tự hết."
        ),
    }[one.cause]


def _thing(subject: str) -> str:
    translate = QCoreApplication.translate
    things = {
        "dossier": translate("Sync", "Một hồ sơ"),
        "ticket": translate("Sync", "Số thứ tự"),
        "rating": translate("Sync", "Đánh giá của người dân"),
        "review": translate("Sync", "Quyết định ở Cần xem lại"),
        "device": translate("Sync", "Thiết bị"),
    }
    return things.get(subject, translate("Sync", "Thiết lập của văn phòng"))
