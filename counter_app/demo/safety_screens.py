"""Pictures of the doors at their bad moments: a code refused, an account locked, a screen of the hall that stays."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from counter_app.demo.account_screens import AccountPictures
from counter_app.demo.office import DemoOffice
from counter_app.errors import Code, CounterError
from ui.board.window import BoardWindow
from ui.desk.sign_in import SignIn
from ui.desk.window import DeskWindow
from ui.hall import Stage
from ui.hall_door import HallDoor, LeavePanel
from ui.kiosk.window import KioskWindow
from ui.setup.answers import Asked
from ui.setup.window import SetupWindow
from ui.shell.pictures import Studio
from ui.tasks import Tasks

_DESK = 3
_SMALL, _WIDE, _TALL = (1366, 768), (1920, 1080), (1080, 1920)
_SETUP = (1040, 720)
_BACKUP = 3
_CARD = "000040001234|000000002|Trần Văn Bảy|05091940|Nam|Thôn 2, xã An Phúc|01012022"
_WRONG, _LOCKED = CounterError(Code.PIN_WRONG, left=3), CounterError(Code.PIN_LOCKED, minutes=15)
_CODE_NEEDED, _CODE_WRONG = CounterError(Code.SECOND_FACTOR_NEEDED), CounterError(Code.CODE_WRONG, left=2)
_OFFICERS = ("Phạm Đức Sơn", "Lê Thị Thu Hà", "Nguyễn Văn Minh", "Hoàng Thị Lan")


class SafetyPictures:
    """Takes them of one open office; what is refused is said by the screens' own sentences."""

    def __init__(self, studio: Studio, office: DemoOffice) -> None:
        self._studio, self._services = studio, office.counter.services
        self._accounts = AccountPictures(studio, office)

    def draw(self) -> None:
        """Take all of them."""
        self._doors()
        self._sheets()
        self._lock("desk-locked-refused-1366", _WRONG)
        self._lock("desk-locked-out-1366", _LOCKED)
        self._hall()
        self._consent()

    def _doors(self) -> None:
        self._door("desk-signin-lockedout-1366", _LOCKED)
        self._door("desk-signin-code-1366", None, asks_code=True)
        self._door("desk-signin-code-refused-1366", _CODE_WRONG, asks_code=True)
        self._door("desk-signin-code-200pct-1366", _CODE_WRONG, asks_code=True, scale=2.0)
        self._door("desk-signin-code-contrast-1366", _CODE_WRONG, asks_code=True, contrast=True)

    def _door(
        self,
        name: str,
        told: CounterError | None,
        *,
        asks_code: bool = False,
        scale: float = 1.0,
        contrast: bool = False,
    ) -> None:
        self._studio.look(scale=scale, contrast=contrast)
        tasks = Tasks()
        page = SignIn(self._services, tasks, _DESK, told)
        self._studio.show(page, *_SMALL)
        self._studio.wait(lambda: page.officers.count() > 0, "the officers")
        if asks_code:
            page.officers.setCurrentRow(page.officers.count() - 1)
            page.pin.set_text("ca-phe-sua-7")
            page.code.show()
            page.code.line.setFocus()
        self._studio.settle()
        self._studio.take(name, page)
        self._studio.put_away(page)
        tasks.close()
        self._studio.look()

    def _sheets(self) -> None:
        self._sheet("desk-account-secret-refused-1366", _refuse_secret)
        self._sheet("desk-account-second-1366", lambda window: window.account.open_second())
        self._sheet("desk-account-second-refused-1366", _refuse_code)
        self._sheet("desk-account-second-200pct-1366", _refuse_code, scale=2.0)
        self._sheet("desk-account-second-contrast-1366", _refuse_code, contrast=True)

    def _sheet(
        self, name: str, then: Callable[[DeskWindow], None], *, scale: float = 1.0, contrast: bool = False
    ) -> None:
        self._studio.look(scale=scale, contrast=contrast)
        with self._accounts.at_desk() as window:
            then(window)
            self._studio.settle()
            self._studio.take(name, window)
            window.account.close_sheet()
        self._studio.look()

    def _lock(self, name: str, why: CounterError) -> None:
        with self._accounts.at_desk() as window:
            window.session.lock()
            if window.session.screen is not None:
                window.session.screen.say(why)
            self._studio.settle()
            self._studio.take(name, window)

    def _hall(self) -> None:
        self._way_out("kiosk-leave", KioskWindow, _WIDE)
        self._way_out("kiosk-leave-refused-portrait", KioskWindow, _TALL, _LOCKED)
        self._way_out("kiosk-leave-code", KioskWindow, _SMALL, _CODE_NEEDED)
        self._way_out("kiosk-leave-code-refused-portrait", KioskWindow, _TALL, _CODE_WRONG)
        self._way_out("board-leave-code-refused", BoardWindow, _SMALL, _CODE_WRONG)
        self._way_out("board-leave-refused", BoardWindow, _WIDE, _WRONG)

    def _way_out(
        self,
        name: str,
        make: type[KioskWindow] | type[BoardWindow],
        size: tuple[int, int],
        why: CounterError | None = None,
    ) -> None:
        with self._staged(make, size) as (stage, tasks):
            door = HallDoor(stage, self._services, tasks)
            stage.close()
            self._studio.wait(lambda: _asks(door.panel), "the question")
            if why is not None and door.panel is not None:
                if why in (_CODE_NEEDED, _CODE_WRONG):
                    door.panel.secret.set_text("ca-phe-sua-7")
                    door.panel.say(_CODE_NEEDED)
                door.panel.say(why)
            self._studio.settle()
            self._studio.take(name, stage)
            door.unlock()

    def _consent(self) -> None:
        for name, size in (("kiosk-consent-portrait", _TALL), ("kiosk-consent-contrast", _WIDE)):
            with self._staged(KioskWindow, size) as (stage, _):
                if isinstance(stage, KioskWindow):
                    stage.look_up(_CARD)
                    self._studio.settle()
                    if name.endswith("contrast"):
                        stage.turn_contrast()
                        stage.turn_language()
                        self._studio.settle()
                self._studio.take(name, stage)

    @contextmanager
    def _staged(
        self, make: type[KioskWindow] | type[BoardWindow], size: tuple[int, int]
    ) -> Iterator[tuple[Stage, Tasks]]:
        tasks = Tasks(self._services.changes)
        stage = make(self._services, tasks)
        self._studio.show(stage, *size)
        yield stage, tasks
        self._studio.put_away(stage)
        tasks.close()


def draw_set_up(studio: Studio) -> None:
    """Take the pictures of a set-up that is filled in, refused, written, and of a backup that is not there."""
    window = SetupWindow(joins=True, restores=True, recalls=True)
    studio.show(window, *_SETUP)
    _fill_in(window)
    studio.settle()
    studio.take("setup-filled", window)
    window.set_busy(True)
    studio.settle()
    studio.take("setup-saving", window)
    window.show_refusal("Ổ đĩa đã đầy nên chưa lưu được.", "Xóa bớt tệp không cần trên máy, rồi bấm Lưu lại.")
    studio.settle()
    studio.take("setup-refused", window)
    window.choose_way(_BACKUP)
    window.submit()
    studio.settle()
    studio.take("setup-backup-problems", window)
    studio.put_away(window)
    studio.look(contrast=True)
    window = SetupWindow(joins=True, restores=True, recalls=True)
    studio.show(window, *_SETUP)
    window.submit()
    studio.settle()
    studio.take("setup-problems-contrast", window)
    studio.put_away(window)
    studio.look()


def _fill_in(window: SetupWindow) -> None:
    window.fields[Asked.COMMUNE].set_text("xã An Phúc")
    window.fields[Asked.COMMUNE].edited.emit("xã An Phúc")
    window.fields[Asked.CODE].set_text("H99.17")
    for name in _OFFICERS[1:]:
        window.officers.add().name.set_text(name)
    window.officers.rows[0].name.set_text(_OFFICERS[0])
    for row in window.officers.rows:
        row.title.set_text("Công chức tư pháp – hộ tịch")
        row.pin.set_text("ca-phe-sua-7")
        row.again.set_text("ca-phe-sua-7")


def _refuse_secret(window: DeskWindow) -> None:
    window.account.open_secret()
    window.account.secret.say(_LOCKED)


def _refuse_code(window: DeskWindow) -> None:
    window.account.open_second()
    window.account.refuse(CounterError(Code.CODE_NOT_SHOWN))


def _asks(panel: LeavePanel | None) -> bool:
    return panel is not None and panel.leave_button.isEnabled()
