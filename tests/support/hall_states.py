"""Every state of the hall's screens that matters, to be drawn and looked at; all people and numbers are invented."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter
from PySide6.QtWidgets import QWidget

from counter_app.clocks import VIETNAM
from counter_app.domain.facts import Priority
from counter_app.domain.working_calendar import WorkingHours
from counter_app.errors import Code
from ui.board.screen import BoardScreen
from ui.board.views import BoardState, CallView, WaitingView
from ui.kiosk.screen import KioskScreen
from ui.kiosk.views import (
    AskView,
    ClosedView,
    FoundView,
    HeaderView,
    HomeView,
    NumberView,
    ProceduresView,
    ProcedureView,
    ResultView,
    Standing,
    TileView,
    WaitView,
)
from ui.rating.pages import ReasonsPage
from ui.rating.screen import RatingScreen
from ui.rating.views import PlaceView

OFFICE = "Trung tâm Phục vụ hành chính công xã An Phúc"
WIDE, TALL, LOW, TABLET = (1920, 1080), (1080, 1920), (1366, 768), (1280, 800)
FIELDS = (
    ("Khai sinh, kết hôn, khai tử", "Birth, marriage, death", "Hộ tịch", "users-group", 3),
    ("Chứng thực, sao y", "Certified copies, signatures", "Chứng thực", "certificate", 5),
    ("Đất đai", "Land", "Đất đai", "map-2", 2),
    ("Cư trú, căn cước", "Residence, identity card", "Cư trú, căn cước", "id", 1),
    ("Trợ cấp, người có công", "Benefits, people of merit", "Trợ cấp", "heart-handshake", 0),
    ("Hộ kinh doanh", "Household business", "Hộ kinh doanh", "building-store", 1),
    ("Nhà ở, xây dựng", "Housing, construction", "Nhà ở, xây dựng", "home-edit", 0),
    ("Việc khác", "Something else", "Việc khác", "help-circle", 4),
)
PROCEDURES = (
    ("Đăng ký khai sinh", ("giấy chứng sinh", "căn cước")),
    ("Đăng ký kết hôn", ("căn cước của hai bên",)),
    ("Đăng ký khai tử", ("giấy báo tử", "căn cước")),
    ("Xin bản sao trích lục", ("căn cước",)),
    ("Xác nhận tình trạng hôn nhân", ("căn cước",)),
    ("Sửa thông tin hộ tịch", ("căn cước", "giấy tờ chứng minh")),
)


@dataclass(frozen=True)
class HallState:
    """One picture: its name, its size in pixels, and what makes the widget."""

    name: str
    size: tuple[int, int]
    make: Callable[[], QWidget]


def at(hour: int, minute: int, day: int = 23) -> datetime:
    """Return an instant of November 2026 in Vietnam."""
    return datetime(2026, 11, day, hour, minute, tzinfo=VIETNAM)


WAITS = {3: WaitView(8, 12, 16), 5: WaitView(12, 18, 27), 4: WaitView(40, 55, 70)}
TILES = tuple(
    TileView(str(n), name, english, icon, wait, WAITS.get(wait))
    for n, (name, english, _, icon, wait) in enumerate(FIELDS)
)
HOME = HomeView(TILES)
USED = replace(HOME, tiles=(TILES[0], TILES[1], replace(TILES[2], left=0), *TILES[3:]))
UNKNOWN = HomeView(tuple(replace(tile, waiting=None, wait=None) for tile in TILES), lost_since=at(9, 12))
LONG = AskView(
    "users-group",
    "Hàng đang dài.\nÔng/bà vẫn lấy số?",
    "28 người đang chờ, khoảng 70 đến 90 phút.",
    "Vẫn lấy số",
    "Không, để lúc khác",
)
OLD = AskView(
    "old", "Ông/bà có muốn lấy số ưu tiên?", "Người cao tuổi được gọi trước.", "Lấy số ưu tiên", "Lấy số thường"
)
CHOICE = ProceduresView(TILES[0], tuple(ProcedureView(name, name, bring) for name, bring in PROCEDURES))
NUMBER = NumberView(
    "A012", "Xác nhận tình trạng hôn nhân", 3, WAITS[3], (1, 2, 3), "https://anphuc.example/v/a0127f3a9c41"
)
CLOSED = ClosedView(at(7, 0, 25), WorkingHours(), ((date(2026, 11, 24), "Ngày Văn hóa Việt Nam"),), "0000 123 456")
SHUT = ClosedView(None, WorkingHours(), note="Sáng nay mất điện. Mời ông/bà hỏi cán bộ ở quầy hướng dẫn.")
RESULT = ResultView(
    (
        FoundView("1", "H99.26.11-261123-3005", "Hộ tịch", at(17, 0), Standing.READY),
        FoundView("2", "H99.26.11-261120-1001", "Đất đai", at(17, 0, 27), Standing.NOT_YET),
        FoundView("3", "H99.26.11-261102-1001", "Chứng thực", at(17, 0, 4), Standing.RETURNED, at(9, 0, 3)),
    )
)
TROUBLED = ResultView(
    (
        FoundView("4", "H99.26.11-261118-1002", "Hộ tịch", at(17, 0, 20), Standing.LATE),
        FoundView("5", "H99.26.11-261119-1003", "Đất đai", at(17, 0, 27), Standing.SUPPLEMENT),
        FoundView("6", "H99.26.11-261120-1004", "Hộ kinh doanh", None, Standing.REFUSED),
    )
)
PLACE = PlaceView(OFFICE, 3, "Lê Thị Thu Hà", "Công chức Tư pháp – Hộ tịch", "A012", at(9, 14))
CALLS = tuple(
    CallView(label, label, desk, at(*when))
    for label, desk, when in (
        ("A012", 3, (9, 7)),
        ("B027", 1, (9, 5)),
        ("C008", 5, (9, 4)),
        ("A011", 2, (9, 1)),
        ("D004", 4, (8, 59)),
    )
)
BOARD = BoardState(
    OFFICE,
    at(9, 7),
    CALLS,
    tuple(WaitingView(short, wait) for _, _, short, _, wait in FIELDS[:4]),
    ticker=("Mời ông/bà chuẩn bị sẵn căn cước.", "Thứ Ba 24/11 nghỉ lễ, làm việc lại thứ Tư 25/11 từ 7 giờ."),
)


def hall_states() -> Iterator[HallState]:
    """Yield every state."""
    yield from _kiosk_states()
    yield from _board_states()
    yield from _rating_states()


def _kiosk(show: Callable[[KioskScreen], None], contrast: bool = False, english: bool = False) -> Callable[[], QWidget]:
    def make() -> QWidget:
        screen = KioskScreen(HeaderView(OFFICE, at(8, 55)), sound=True)
        if contrast:
            screen.turn_contrast()
        if english:
            screen.turn_language()
        show(screen)
        return screen

    return make


def _kiosk_states() -> Iterator[HallState]:
    pages: dict[str, Callable[[KioskScreen], None]] = {
        "home": lambda screen: screen.show_home(HOME),
        "procedures": lambda screen: screen.show_procedures(CHOICE),
        "priority": lambda screen: screen.show_priorities(Priority.ELDERLY),
        "number": lambda screen: screen.show_number(NUMBER),
        "nopaper": lambda screen: screen.show_paperless(NUMBER, Code.PAPER_OUT),
        "home-used": lambda screen: screen.show_home(USED),
        "home-lost": lambda screen: screen.show_home(UNKNOWN),
        "home-card": lambda screen: screen.show_home(replace(HOME, by_card=True)),
        "long": lambda screen: screen.show_question(LONG),
        "old": lambda screen: screen.show_question(OLD),
        "busy": lambda screen: screen.show_busy(),
        "away": lambda screen: screen.show_away(),
        "doubtful": lambda screen: screen.show_paperless(NUMBER, Code.PRINT_DOUBTFUL),
        "shut": lambda screen: screen.show_closed(SHUT),
        "closed": lambda screen: screen.show_closed(CLOSED),
        "scan": lambda screen: screen.show_scan(),
        "result": lambda screen: screen.show_result(RESULT),
        "result-troubled": lambda screen: screen.show_result(TROUBLED),
        "result-none": lambda screen: screen.show_result(ResultView(())),
        "trouble": lambda screen: screen.show_trouble("Chưa lấy được số lúc này.", "Mời ông/bà gặp cán bộ hướng dẫn."),
    }
    for name, show in pages.items():
        yield HallState(f"kiosk-{name}", WIDE, _kiosk(show))
        yield HallState(f"kiosk-{name}-portrait", TALL, _kiosk(show))
        yield HallState(f"kiosk-{name}-contrast", WIDE, _kiosk(show, contrast=True))
        yield HallState(f"kiosk-{name}-en", WIDE, _kiosk(show, english=True))
    for name in ("home", "home-card", "home-lost", "doubtful", "away", "long"):
        yield HallState(f"kiosk-{name}-768", LOW, _kiosk(pages[name]))


def _board_states() -> Iterator[HallState]:
    busy = tuple(WaitingView(short, wait + 9) for _, _, short, _, wait in FIELDS)
    states = {
        "board": BOARD,
        "board-calling": replace(BOARD, calling=CALLS[0], sentence="Mời số A không một hai, đến quầy số ba"),
        "board-offline": replace(BOARD, now=at(9, 14), lost_since=at(9, 12)),
        "board-blink": replace(BOARD, calling=CALLS[0], bright=False),
        "board-gliding": replace(BOARD, ticker=(*BOARD.ticker, "Quầy 2 đang tạm nghỉ.", *BOARD.ticker)),
        "board-picture": replace(BOARD, pictures=True),
        "board-empty": replace(BOARD, calls=(), waiting=()),
        "board-busy": replace(BOARD, waiting=busy),
    }
    for name, state in states.items():
        for size, suffix in ((WIDE, ""), (LOW, "-768")):
            yield HallState(f"{name}{suffix}", size, partial(_board, state))


def _board(state: BoardState) -> QWidget:
    screen = BoardScreen()
    if state.pictures:
        screen.gallery.show_picture(_picture())
    screen.show_state(state)
    return screen


def _picture() -> QImage:
    """Return a drawn picture of 3 to 2, as a camera gives it."""
    image = QImage(1500, 1000, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sky = QLinearGradient(0, 0, 0, 1000)
    for at_, color in ((0, "#9CC7E8"), (0.6, "#FDEBC8"), (0.61, "#5E8F4E"), (1, "#2F5E33")):
        sky.setColorAt(at_, QColor(color))
    painter.fillRect(image.rect(), sky)
    painter.setBrush(QColor("#F6C445"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(1080, 180, 220, 220)
    painter.end()
    return image


def _rating(show: Callable[[RatingScreen], None]) -> Callable[[], QWidget]:
    def make() -> QWidget:
        screen = RatingScreen()
        show(screen)
        return screen

    return make


def _rating_states() -> Iterator[HallState]:
    yield HallState("rating-idle", TABLET, _rating(lambda screen: screen.show_idle(PLACE)))
    yield HallState("rating-ask5", TABLET, _rating(lambda screen: screen.show_ask(PLACE)))
    yield HallState("rating-ask3", TABLET, _rating(lambda screen: screen.show_ask(PLACE, 3)))
    yield HallState("rating-reasons", TABLET, _rating(_ticked))
    yield HallState("rating-thanks", TABLET, _rating(lambda screen: screen.show_thanks()))
    yield HallState("rating-ask5-1920", WIDE, _rating(lambda screen: screen.show_ask(PLACE)))


def _ticked(screen: RatingScreen) -> None:
    screen.show_reasons(PLACE, 2)
    if isinstance(screen.page, ReasonsPage):
        screen.page.reasons[0].setChecked(True)
        screen.page.reasons[3].setChecked(True)
