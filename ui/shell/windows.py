"""The windows of one open station."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from counter_app.domain.spoken import kiosk_words
from counter_app.domain.working_calendar import WorkingCalendar
from counter_app.errors import CounterError
from counter_app.ports import DeviceKind
from sync.link import SyncStatus
from sync.office.status import OfficeStatus
from ui.board.window import BoardWindow
from ui.components.banner import Notice
from ui.components.tone import Tone
from ui.desk.window import DeskWindow
from ui.hall import Stage
from ui.hall_calendar import follow_calendar
from ui.hall_door import HallDoor
from ui.kiosk.window import KioskWindow
from ui.machine import Machine
from ui.messages import message
from ui.rating.keys import RatingKeys
from ui.rating.window import RatingWindow
from ui.shell.places import arrange
from ui.shell.seat import Seat
from ui.shell.station import OpenStation, Role
from ui.tasks import Tasks
from ui.typed_burst import TypedBurst

_SERVING = "serving"
_FOUND_MS = 5_000
"""So long after its start a station may look for the one that keeps the queue before it says that there is none."""


class StationWindows(QObject):
    """Opens a window for each role, wires what they share, and closes them all.

    ``crashed`` tells the log id of a bug in a background task; ``desk_left`` that nobody sits at the desk any more;
    ``ended`` is for whoever wants the program to end.
    """

    crashed = Signal(str)
    desk_left = Signal()
    ended = Signal()

    def __init__(self, station: OpenStation) -> None:
        super().__init__()
        self._station = station
        self._hall: dict[Role, tuple[QWidget, Tasks]] = {}
        self._beside: list[tuple[QWidget, Tasks]] = []
        self._unlisten: list[Callable[[], None]] = []
        self._doors: list[HallDoor] = []
        self.seat: Seat | None = None
        self._shown = False
        self._not_serving: CounterError | None = None
        make = {Role.KIOSK: self._make_kiosk, Role.BOARD: self._make_board, Role.RATING: self._make_rating}
        if self.has_desk:
            self._take_seat()
        for role in station.roles:
            if role in make:
                tasks = self.new_tasks()
                self._hall[role] = (make[role](tasks), tasks)
        if Role.RATING not in self._hall:
            self._take_keys()
        self._take_bursts()

    @property
    def station(self) -> OpenStation:
        """The station that these windows belong to."""
        return self._station

    @property
    def has_desk(self) -> bool:
        """Whether an officer sits here, who may be told of a bug."""
        return Role.DESK in self._station.roles

    def window(self, role: Role) -> QWidget | None:
        """The window of a role."""
        if role is Role.DESK:
            return self.seat.window if self.seat else None
        return self._hall[role][0] if role in self._hall else None

    def new_tasks(self) -> Tasks:
        """Make the bridge of one more window."""
        tasks = Tasks(self._station.services.changes)
        tasks.crashed.connect(self.crashed)
        return tasks

    def add(self, window: QWidget, tasks: Tasks) -> None:
        """Take one more window, shown and closed with the others."""
        self._beside.append((window, tasks))

    def show(self) -> None:
        """Show all of them: one role alone fills its screen, several share what there is."""
        self._shown = True
        desk = self.window(Role.DESK)
        others = [window for window, _ in (*self._hall.values(), *self._beside)]
        if desk is not None:
            arrange(desk, others)
            desk.activateWindow()
            return
        # Nobody sits here: what stands in the hall is not for whoever stands before it to close.
        self._doors += [
            HallDoor(window, self._station.services, tasks)
            for window, tasks in self._hall.values()
            if isinstance(window, Stage)
        ]
        if len(others) == 1 and isinstance(others[0], Stage):
            others[0].fill_screen()
        elif others:
            arrange(others[0], others[1:])

    def close(self) -> None:
        """Close every window, finish what they asked for, and join their threads."""
        for unlisten in self._unlisten:
            unlisten()
        if self.seat is not None:
            self.seat.close()
        for door in self._doors:
            door.unlock()
        for window, tasks in (*self._hall.values(), *self._beside):
            window.close()
            tasks.close()
            window.deleteLater()
        self._hall.clear()
        self._beside.clear()

    def show_not_serving(self, error: CounterError | None) -> None:
        """Tell the officer why this machine does not answer the office's others; None: by now it does."""
        self._not_serving = error
        self._tell_desk()

    # the desk

    def _take_seat(self) -> None:
        station = self._station
        machine = Machine(station.folder, station.office, station.sync) if station.folder else None
        asks = not station.signed_in
        seat = Seat(station.services, station.devices, station.link, station.desk, asks=asks, machine=machine)
        self.seat = seat
        seat.crashed.connect(self.crashed)
        seat.left.connect(self.desk_left)
        seat.changed.connect(self._show_seat)
        officer = next((one for one in station.services.officers.all() if one.id == station.signed_in), None)
        if officer is None:
            seat.ask()
        else:
            seat.sit(officer)

    def _show_seat(self) -> None:
        window = self.seat.window if self.seat else None
        if self._shown and window is not None:
            window.show()
            window.activateWindow()
        self._tell_desk()

    def _tell_desk(self) -> None:
        desk, error = self.window(Role.DESK), self._not_serving
        if not isinstance(desk, DeskWindow):
            return
        if error is None:
            desk.notices.drop(_SERVING)
            return
        title = self.tr("Các máy khác chưa nối được vào máy này.")
        step = self.tr("Máy này đang tự thử lại. Nếu vẫn không được, báo kỹ thuật.")
        desk.notices.put(Notice(_SERVING, Tone.WARNING, title, f"{message(error).title} {step}", "plug-connected-x"))

    # the hall

    def _make_kiosk(self, tasks: Tasks) -> QWidget:
        # One reader has one listener: at a station with a desk it lies on the desk.
        reader = None if self.has_desk else self._station.devices.reader
        kiosk = KioskWindow(
            self._station.services,
            tasks,
            reader=reader,
            read_aloud=self._read_aloud(tasks) if self._has(DeviceKind.SPEAKER) else None,
            calendar=self._calendar(),
        )
        if self._station.keeps_hours:
            follow_calendar(kiosk, self._station.services, tasks, kiosk)
        self._follow_office(kiosk, tasks)
        return kiosk

    def _read_aloud(self, tasks: Tasks) -> Callable[[str], None]:
        """Return how the kiosk reads the number on its screen, or says what to do; calls of the board come first."""
        queue, speaker = self._station.services.queue, self._station.devices.speaker
        owner = QObject(self)

        def desks_of(label: str) -> tuple[int, ...]:
            ticket = queue.find(label)
            return queue.number_given(ticket.id).desks if ticket else ()

        def read(label: str) -> None:
            if not label:
                speaker.say(kiosk_words(""))
                return
            tasks.read(
                lambda: desks_of(label),
                lambda desks: speaker.say(kiosk_words(label, desks)),
                lambda _: speaker.say(kiosk_words(label)),
                owner=owner,
            )

        return read

    def _make_board(self, tasks: Tasks) -> QWidget:
        speaker = self._station.devices.speaker if self._has(DeviceKind.SPEAKER) else None
        board = BoardWindow(
            self._station.services,
            tasks,
            announcer=speaker,
            on_spoken=speaker.on_finished if speaker else None,
            calendar=self._calendar(),
            number=self._station.board,
        )
        if self._station.keeps_hours:
            follow_calendar(board, self._station.services, tasks, board)
        link = self._station.link
        if self._station.office is not None:
            self._follow_office(board, tasks)
        elif link is not None and self._station.roles == (Role.BOARD,):
            # A board on a machine of its own gets its calls over the link.
            self._unlisten.append(link.listen(lambda status: tasks.post(lambda: _show_link(board, status))))
        return board

    def _follow_office(self, screen: KioskWindow | BoardWindow, tasks: Tasks) -> None:
        """Let a screen say since when whoever keeps the queue does not answer; nothing in an office of one machine."""
        office = self._station.office
        if office is None:
            return

        def show(status: OfficeStatus) -> None:
            screen.show_link(None if status.reachable else status.since)

        self._unlisten.append(office.listen(lambda status: tasks.post(lambda: show(status))))
        QTimer.singleShot(_FOUND_MS, screen, lambda: show(office.status()))  # it may never have been found

    def _make_rating(self, tasks: Tasks) -> QWidget:
        keypad = self._station.devices.keypad
        officer = (lambda: self.seat.officer if self.seat else "") if self.has_desk else None
        return RatingWindow(self._station.services, tasks, self._station.desk, keypad=keypad, officer=officer)

    def _take_keys(self) -> None:
        """Without a rating screen the keypad answers alone, once the station has one."""
        tasks, station = self.new_tasks(), self._station
        keys = RatingKeys(station.services, tasks, station.desk, station.devices.keypad, self)
        self._unlisten += [keys.close, tasks.close]

    def _take_bursts(self) -> None:
        """Whichever window has the focus: what a reader types goes where a reader's line goes."""
        app = QCoreApplication.instance()
        if app is None:
            return
        tasks, devices = self.new_tasks(), self._station.devices
        burst = TypedBurst(app, devices.reader, self)
        devices.on_change(lambda _: tasks.post(burst.follow))
        self._unlisten += [burst.close, tasks.close]

    def _has(self, kind: DeviceKind) -> bool:
        return any(status.kind is kind for status in self._station.devices.statuses())

    def _calendar(self) -> WorkingCalendar | None:
        if not self._station.keeps_hours:
            return None
        return self._station.services.calendar.calendar()


def _show_link(board: BoardWindow, status: SyncStatus) -> None:
    board.show_link(status.since if status.up is False else None)
