"""Invented states of the desk screen, for pictures and layout tests."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from counter_app.domain.calling import Why
from counter_app.domain.dossier_facts import FormKind, PaymentMethod, PersonKind, ReturnWay
from counter_app.domain.facts import Priority
from counter_app.domain.holiday_seed import vietnam
from counter_app.domain.procedures import Channel, ComponentDocument, Fee, FeeUnit, PaperForm, Procedure, Term
from counter_app.domain.queue_facts import DeskState
from counter_app.domain.tickets import TicketState
from counter_app.errors import Code
from counter_app.ports import DeviceKind, DeviceState, DeviceStatus
from counter_app.services.drafts import Draft, DraftPage, DraftPaper, DraftPerson
from ui.components.banner import Act, Notice
from ui.components.tone import Tone
from ui.desk.frame import DeskFrame
from ui.desk.help_panel import EarlierRow, HelpState, PageShown
from ui.desk.queue.state import (
    AsideRow,
    ComingRow,
    MatterRow,
    MissedRow,
    NextFace,
    QueueState,
    TicketFace,
    WaitingRow,
)
from ui.desk.receive.incomplete import IncompleteState
from ui.desk.receive.page import ReceivePage
from ui.desk.receive.state import AUTHORISED, ApplicantField, CardReading, PersonField, ReceiveState, Verdict
from ui.desk.status_strip import LinkState, StripState
from ui.desk.top_bar import PageName

NOW = datetime(2026, 11, 23, 2, 14, 12, tzinfo=UTC)
PROCEDURE = Procedure(
    code="1.004873",
    name="Cấp Giấy xác nhận tình trạng hôn nhân",
    field="Hộ tịch",
    group="civil",
    term=Term(3),
    fee=Fee(15000, FeeUnit.COPY),
    papers=(
        ComponentDocument("Tờ khai theo mẫu"),
        ComponentDocument("Trích lục ghi chú ly hôn", PaperForm.CERTIFIED),
        ComponentDocument("Văn bản ủy quyền", required=False, condition="nếu người nộp không phải chủ hồ sơ"),
        ComponentDocument("Thẻ căn cước", PaperForm.PRESENTED),
    ),
    aliases=("giấy độc thân",),
    result="Giấy xác nhận tình trạng hôn nhân",
)


def ago(minutes: float) -> datetime:
    """Return the instant so many minutes before the picture."""
    return NOW - timedelta(minutes=minutes)


def queue_state(state: TicketState | None = TicketState.SERVING) -> QueueState:
    """Return a busy morning's queue."""
    face = TicketFace("t1", "A012", state, "Hộ tịch", 10, ago(6.7), 1, Priority.ELDERLY) if state else None
    return QueueState(
        ticket=face,
        waiting=(
            WaitingRow("a", "Hộ tịch", 6, ago(18)),
            WaitingRow("b", "Chứng thực", 5, ago(24)),
            WaitingRow("c", "Đất đai", 2, ago(9)),
            WaitingRow("d", "Hộ kinh doanh", 1, ago(4)),
        ),
        total=14,
        missed=(MissedRow("m1", "A009", ago(17), 2), MissedRow("m2", "B031", ago(11), 3)),
        coming=(
            ComingRow("A014", "Hộ tịch", ago(18)),
            ComingRow("A015", "Hộ tịch", ago(15), Priority.DISABLED),
            ComingRow("B034", "Chứng thực", ago(24)),
        ),
        next_up=NextFace("A014", Why.TURN, ago(18)),
    )


def eight_groups() -> QueueState:
    """Return the queue of an office with eight groups, somebody overdue, some put aside, one too late."""
    names = ("Hộ tịch", "Chứng thực", "Đất đai", "Hộ kinh doanh", "Xây dựng", "Chính sách", "Cư trú", "Việc khác")
    waiting = tuple(WaitingRow(str(place), name, 9 - place, ago(47 - 5 * place)) for place, name in enumerate(names))
    usual = queue_state()
    return replace(
        usual,
        waiting=waiting,
        total=sum(row.count for row in waiting),
        next_up=NextFace("B012", Why.OVERDUE, ago(47), bound=45),
        held=(AsideRow("h1", "A007", "Hộ tịch"),),
        parked=(AsideRow("p1", "C003", "Đất đai", ago(-12)),),
        missed=(MissedRow("m1", "A009", ago(17), 3, 4, 10), MissedRow("m2", "B031", ago(51), 3, 12, 10)),
    )


def visit_of_two() -> QueueState:
    """Return a second matter of one visit, called out of turn."""
    usual = queue_state()
    assert usual.ticket is not None
    matters = (MatterRow("Chứng thực", ago(12), ago(6.7)), MatterRow("Hộ tịch", ago(6.7)))
    face = replace(usual.ticket, out_of_turn="Người già yếu, đi một mình", matters=matters)
    return replace(usual, ticket=face, next_up=NextFace("A014", Why.TURN, ago(18)))


def called_enough() -> QueueState:
    """Return a number that was called three times; it collects a result."""
    usual = queue_state(TicketState.CALLED)
    assert usual.ticket is not None
    return replace(usual, ticket=replace(usual.ticket, calls=3, priority=None, collects="H99.17-261119-0018"))


def on_break() -> QueueState:
    """Return an empty desk on its break, asking for help."""
    return replace(queue_state(None), desk=DeskState.BREAK, emergency=True, as_of=ago(2))


def devices(printer_fault: Code | None = None) -> tuple[DeviceStatus, ...]:
    """Return four devices, the printer with a fault if one is named."""
    kinds = (DeviceKind.PRINTER, DeviceKind.KEYPAD, DeviceKind.SCANNER, DeviceKind.READER)
    made = [DeviceStatus(kind, kind.value, DeviceState.READY, None, NOW) for kind in kinds]
    if printer_fault is not None:
        made[0] = replace(made[0], state=DeviceState.FAULTY, fault=printer_fault)
    return tuple(made)


def strip_state(*, offline: bool = False, printer_fault: Code | None = None) -> StripState:
    """Return the strip of a good or a bad moment."""
    link = LinkState(False, ago(2), ago(2), 12) if offline else LinkState(True, ago(60), ago(0.2), 0)
    return StripState(devices(printer_fault), link, 3, "Lê Thị Thu Hà")


def scanned_page(title: str = "TỜ KHAI") -> QImage:
    """Return a page that looks like a filled form."""
    image = QImage(827, 1169, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        font = QFont("Liberation Serif")
        font.setPixelSize(26)
        painter.setFont(font)
        lines = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "", title, ""]
        for place, line in enumerate(lines):
            painter.drawText(QRect(0, 60 + place * 40, 827, 40), Qt.AlignmentFlag.AlignHCenter, line)
        body = ("Người yêu cầu: TRẦN THỊ HOA", "Số định danh: 000152000417", "Nơi cư trú: thôn Phú Hòa, xã An Phúc")
        for place, line in enumerate(body * 3):
            painter.drawText(90, 340 + place * 62, line)
    return image


def draft() -> Draft:
    """Return a form nearly done."""
    pages = {0: ("p1", "p2"), 1: ("p3", "p4", "p5")}
    papers = tuple(
        DraftPaper(
            paper.name,
            paper.form,
            paper.copies,
            paper.required,
            paper.condition,
            paper.required,
            tuple(DraftPage(sha, 1) for sha in pages.get(index, ())),
        )
        for index, paper in enumerate(PROCEDURE.papers)
    )
    return Draft(
        "d1",
        "t1",
        PROCEDURE.code,
        "TRẦN THỊ HOA",
        "000152000417",
        "14/03/1952",
        "female",
        "Thôn Phú Hòa, xã An Phúc",
        "0905 000 417",
        "",
        papers,
        PaymentMethod.CASH,
        1,
        ago(1),
    )


def receive_state(procedure: Procedure = PROCEDURE) -> ReceiveState:
    """Return the receive page as it is before pressing Ctrl+Enter."""
    image = scanned_page()
    return ReceiveState(
        draft=draft(),
        procedure=procedure,
        fee=15000,
        appointment=vietnam((2026, 2027)).appointment(NOW, procedure.term),
        verdicts={ApplicantField.NAME: Verdict(True), ApplicantField.IDENTITY: Verdict(True)},
        card=CardReading.READ,
        card_at=ago(3),
        images={f"p{number}": image for number in range(1, 6)},
        saved_at=ago(1),
    )


def unfolded_state() -> ReceiveState:
    """Return the receive page with everything that is seldom needed filled in, doubts beside it."""
    usual = receive_state()
    filled = replace(
        usual.draft,
        channel=Channel.ONLINE,
        other_code="000.00.16.H99-261122-0007",
        submitted="22/11/2026 20:15",
        kind=PersonKind.ENTERPRISE,
        name="CÔNG TY TNHH HOA SEN GIẢ",
        identity="58012345",
        representative="Trần Thị Hoa",
        authorised=DraftPerson("Lê Minh Khôi", "000096001234", phone="0905 000 123", paper="Giấy ủy quyền số 12"),
        co_applicants=(DraftPerson("Nguyễn Văn Bình", "097085001203", "02/09/1985"), DraftPerson()),
        sets=2,
        content="Xác nhận để bổ sung hồ sơ vay vốn",
        return_way=ReturnWay.POST,
        return_address="Thôn Phú Hòa, xã An Phúc",
        authority_name="UBND xã Bình Hòa",
    )
    return replace(
        usual,
        draft=filled,
        more=True,
        verdicts={ApplicantField.IDENTITY: Verdict(doubt="Mã số thuế có 10 hoặc 13 số")},
        people={
            (AUTHORISED, PersonField.NAME): Verdict(doubt="Trùng với người nộp"),
            (0, PersonField.IDENTITY): Verdict(doubt="Không có mã tỉnh này"),
        },
    )


def incomplete_state(form: FormKind) -> IncompleteState:
    """Return a form 02 or 03 half filled in."""
    items = (
        ("Tờ khai theo mẫu", True),
        (
            "Giấy tờ chứng minh quyền sử dụng nhà, đất hoặc hợp đồng thuê nhà còn thời hạn, có công chứng"
            " / Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất",
            False,
        ),
    )
    article = "khoản 2 Điều 11 Nghị định 118/2025/NĐ-CP"
    return IncompleteState(
        form=form,
        who="Ông/bà TRẦN THỊ HOA",
        what=PROCEDURE.name,
        items=items,
        reason="Hồ sơ chưa đủ giấy tờ theo quy định.",
        contact="Lê Thị Thu Hà",
        content="Cấp hộ chiếu phổ thông",
        asks_content=form is FormKind.REFUSAL,
        again=form is FormKind.SUPPLEMENT,
        article=article,
    )


def help_state() -> HelpState:
    """Return the panel at the right with a page and earlier dossiers."""
    done = ("Đã trả kết quả", Tone.SUCCESS, "circle-check")
    return HelpState(
        page=PageShown("Tờ khai theo mẫu", 2, 2, scanned_page()),
        earlier=(
            EarlierRow("1", "Trích lục ghi chú ly hôn", "12/06/2025", *done),
            EarlierRow("2", "Chứng thực bản sao bằng cấp", "03/02/2025", *done),
            EarlierRow("3", "Xác nhận thông tin cư trú", "18/11/2026", "Được tiếp nhận", Tone.INFO, "file-plus"),
        ),
        asks_procedure=False,
    )


def notices() -> tuple[Notice, ...]:
    """Return the link down and the printer out of paper."""
    return (
        Notice(
            "link",
            Tone.WARNING,
            "Mất kết nối từ 09:12. Vẫn tiếp nhận bình thường.",
            "Hồ sơ và mã hồ sơ có giá trị ngay; mọi thứ tự gửi khi có mạng lại.",
            "cloud-off",
        ),
        Notice(
            "printer",
            Tone.DANGER,
            "Máy in phiếu hết giấy. Hồ sơ đã tiếp nhận không bị mất.",
            "Thay cuộn giấy, đậy nắp; các phiếu sau lại in bình thường.",
            "printer",
            (Act("retry", "Thử lại", "refresh"),),
        ),
    )


def reopened() -> Notice:
    """Return the notice with the longest button."""
    return Notice(
        "receive",
        Tone.INFO,
        "Đã mở lại hồ sơ đang làm, tự lưu lúc 09:14.",
        "Không mất chữ nào đã nhập, trang nào đã quét.",
        "history",
        (Act("drop", "Bỏ, làm hồ sơ mới", "trash"),),
    )


def frame_with(build: Callable[[DeskFrame], ReceivePage], width: int, height: int) -> tuple[DeskFrame, ReceivePage]:
    """Return a frame of one size with a receive page in it."""
    pages = (
        PageName("receive", "file-plus", "Tiếp nhận"),
        PageName("dossiers", "files", "Hồ sơ"),
        PageName("return", "package-export", "Trả kết quả"),
    )
    frame = DeskFrame(pages, "xã An Phúc", lambda: NOW)
    page = build(frame)
    frame.centre.addWidget(page)
    frame.centre.setCurrentWidget(page)
    frame.top.set_page("receive")
    frame.resize(width, height)
    return frame, page
