"""Teaches this machine its keypad's keys: the keypad is let go meanwhile, and comes back with what was learned."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from counter_app.errors import CounterError, DeviceError
from devices.keypad.learning import KeyLearning, KeypadSession, Learned
from devices.settings import DeviceSettings
from devices.station_devices import StationDevices
from ui import messages
from ui.components.banner import Notice
from ui.components.tone import Tone
from ui.desk.admin.devices import words
from ui.desk.admin.devices.tab import DevicesTab
from ui.desk.context import DeskContext

_NOTICE = "devices"
_USUAL_LEVELS = 5


class DeviceLearning(QObject):
    """One keypad at a time. ``ended(Notice | None)`` tells when the keypad is in use again."""

    ended = Signal(object)

    def __init__(
        self, context: DeskContext, tab: DevicesTab, station: StationDevices | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._tab, self._station = context, tab, station
        self._record: DeviceSettings | None = None
        self._place, self._levels = 0, _USUAL_LEVELS
        self._learning = KeyLearning(_USUAL_LEVELS)
        self._session: KeypadSession | None = None
        self._let_go = threading.Event()
        self._ending = False
        box = tab.learn
        box.levels_chosen.connect(self._begin_anew)
        box.back_asked.connect(self._back)
        box.stop_asked.connect(self.stop)

    @property
    def running(self) -> bool:
        """Whether a keypad is let go for this."""
        return self._record is not None

    def start(self, record: DeviceSettings) -> None:
        """Let the keypad go, and ask for its first key."""
        station, post = self._station, self._context.tasks.post
        if station is None or self.running:
            return
        self._record = record
        self._place = station.records().index(record)
        self._levels = len(words.scores_of(record)) or _USUAL_LEVELS
        self._learning = KeyLearning(self._levels)
        self._tab.learn.present(self._levels, None, ())
        self._tab.show_form(learning=True)
        self._tab.learn.stop_button.setFocus()  # Esc ends it from here
        session = KeypadSession(
            record,
            lambda raw: post(lambda: self._take(raw)),
            lambda error: post(lambda: self._lost(error)),
            lambda: post(self._ask),
        )

        let_go = threading.Event()

        def open_() -> None:
            try:
                station.release(record.name)
                session.start()
            finally:
                let_go.set()

        self._let_go = let_go
        self._session = session
        self._context.tasks.slow(open_, None, self._failed, owner=self)

    def stop(self) -> None:
        """Use the keypad again as it was; harmless when nothing is being learned."""
        record = self._record
        if record is not None:
            self._end(lambda station: station.take_back(record, self._place), None)

    def _ask(self, said: str = "") -> None:
        if self.running:
            self._tab.learn.present(self._levels, self._learning.wanted, self._learning.known, said)

    def _begin_anew(self, levels: int) -> None:
        self._levels, self._learning = levels, KeyLearning(levels)
        self._ask()

    def _back(self) -> None:
        self._learning.back()
        self._ask()

    def _take(self, raw: bytes) -> None:
        if not self.running or self._ending:
            return
        told = {
            Learned.TWICE: self.tr("Phím này đã dùng cho mức khác. Mời bấm phím khác."),
            Learned.UNCLEAR: self.tr("Tín hiệu chưa rõ. Mời bấm lại, dứt khoát một lần."),
        }
        outcome = self._learning.take(raw)
        if outcome is Learned.DONE:
            self._keep()
        else:
            self._ask(told.get(outcome, ""))

    def _keep(self) -> None:
        record, learned, place = self._record, self._learning.outcome(), self._place
        if record is None or learned is None:
            return

        def keep(station: StationDevices) -> None:
            station.take_back(record, place)
            station.keep(learned.applied(record), instead_of=record.name)

        said = self.tr("Đã học {count} phím và lưu lại. Hãy thử từng phím.").format(count=self._levels)
        self._end(keep, Notice(_NOTICE, Tone.SUCCESS, said))

    def _lost(self, error: DeviceError) -> None:
        if self.running and not self._ending:
            self._failed(error)

    def _failed(self, error: CounterError) -> None:
        told = messages.message(error)
        record = self._record
        if record is not None:
            notice = Notice(_NOTICE, Tone.WARNING, told.title, told.next_step)
            self._end(lambda station: station.take_back(record, self._place), notice)

    def _end(self, then: Callable[[StationDevices], None], told: Notice | None) -> None:
        """Close the session, do ``then`` with the keypad, and show the form again."""
        station, session = self._station, self._session
        if station is None or session is None or self._ending:
            return
        self._ending = True
        let_go = self._let_go

        def work() -> None:
            let_go.wait()  # what is taken back before it was let go would be let go after
            session.close()
            then(station)

        def done(_: None) -> None:
            self._reset()
            self.ended.emit(told)

        def refused(error: CounterError) -> None:
            self._reset()
            said = messages.message(error)
            self.ended.emit(Notice(_NOTICE, Tone.WARNING, said.title, said.next_step))

        self._context.tasks.slow(work, done, refused, owner=self)

    def _reset(self) -> None:
        self._record, self._session, self._ending = None, None, False
