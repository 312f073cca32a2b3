"""A program of windows from its first picture to its clean end."""

from __future__ import annotations

import contextlib
import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication

from counter_app.errors import Code, CounterError
from ui import theme
from ui.opening.window import OpeningWindow
from ui.shell.display import require_display
from ui.shell.garbage import Garbage, set_aside
from ui.shell.signals import EndingSignals
from ui.shell.station import Launch, OpenStation, Role

if TYPE_CHECKING:  # what the first picture does not need is imported after it
    from sync.office.finding import Finding, FoundOffice
    from ui.setup.answers import Answers, BackupAnswers, JoinAnswers, RestoreAnswers
    from ui.setup.window import SetupWindow
    from ui.shell.crash import CrashNotice
    from ui.shell.windows import StationWindows
    from ui.tasks import Tasks

log = logging.getLogger(__name__)

_SERVE_AGAIN_MS = 5_000

_app: QApplication | None = None
"""Kept until the process ends, which takes it along (``counter_app.__main__``): its destructor may wait for ever."""

Beside = Callable[["StationWindows"], None]
"""Adds to the windows of a station once they are there: the demo's own."""


def announce(line: str) -> None:
    """Tell who started the program how far it is: one line on stdout."""
    with contextlib.suppress(OSError, AttributeError, ValueError):  # closed, or never there (a windowed Python)
        print(line, flush=True)


def run_program(launch: Launch, beside: Beside | None = None) -> int:
    """Open the windows and return when they are closed: 0, or 1 if the station was never opened.

    Raises NO_DISPLAY.
    """
    require_display()
    app = _application()
    garbage = Garbage()
    shell = Shell(app, launch, beside)
    signals = EndingSignals()
    signals.received.connect(shell.leave)
    try:
        shell.show()
        app.exec()
    finally:
        shell.close()
        signals.close()
        garbage.close()
    return 0 if shell.was_open else 1


def _application() -> QApplication:
    global _app
    found = QCoreApplication.instance()
    _app = app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("counter-app")
    app.setApplicationDisplayName("Quầy Một Cửa")
    app.setDesktopFileName("counter-app")
    app.setQuitOnLastWindowClosed(False)  # between two of them there may be none for a moment
    theme.load_fonts()
    return app


class Shell(QObject):
    """Opening, set-up and the role windows, one after the other."""

    def __init__(self, app: QApplication, launch: Launch, beside: Beside | None = None) -> None:
        super().__init__()
        self._app, self._launch, self._beside = app, launch, beside
        self._crash: CrashNotice | None = None
        self._tasks: Tasks | None = None
        self._opening = OpeningWindow()
        self._opening.painted.connect(self._begin)
        self._opening.retried.connect(self._open)
        self._opening.left.connect(self.leave)
        self._setup: SetupWindow | None = None
        self._finding: Finding | None = None
        self._windows: StationWindows | None = None
        self._opened: list[OpenStation] = []
        self._leaving = self._closed = False
        self.was_open = False
        app.lastWindowClosed.connect(self._last_closed)

    @property
    def opening(self) -> OpeningWindow:
        """The first window."""
        return self._opening

    @property
    def setup(self) -> SetupWindow | None:
        """The set-up, while it is shown."""
        return self._setup

    @property
    def windows(self) -> StationWindows | None:
        """The role windows, once they are there."""
        return self._windows

    def show(self) -> None:
        """Show the first window; the rest follows by itself."""
        self._opening.show()

    def leave(self) -> None:
        """End the program."""
        self._leaving = True
        self._app.exit()  # quit() would ask each window: a desk with a called number would keep a machine from its end

    def close(self) -> None:
        """Close every window (forms are kept), then the station; returns when no thread is left."""
        if self._closed:
            return
        self._closed = True
        self._app.lastWindowClosed.disconnect(self._last_closed)
        if self._windows is not None:
            self._windows.close()
        for window in (self._setup, self._opening):
            if window is not None:
                window.close()
                window.deleteLater()
        if self._finding is not None:
            self._finding.close()
        if self._tasks is not None:
            self._tasks.close()  # waits for an opening that is under way
        for station in self._opened:
            station.close()
        if self._crash is not None:
            self._crash.close()

    # from the first picture to the windows

    def _begin(self) -> None:
        """The first picture is on screen: import the rest."""
        from ui.language import set_language
        from ui.shell.crash import CrashNotice

        announce("event=painted")
        self._crash = CrashNotice()
        theme.apply(self._app)
        set_language(self._app, "vi")
        self._open()

    def _open(self) -> None:
        self._opening.show_progress()
        self._work().slow(self._open_station, self._show_windows, self._show_refusal, owner=self)

    def _work(self) -> Tasks:
        from ui.tasks import Tasks

        if self._tasks is None:
            self._tasks = Tasks()
            self._tasks.crashed.connect(self._show_crash)
        return self._tasks

    def _open_station(self) -> OpenStation:
        """Runs on a worker: the heavy imports too, so that the first window stays alive."""
        import ui.shell.windows  # noqa: F401 - imported here for its time, used in _show_windows

        station = self._launch.open()
        self._opened.append(station)
        return station

    def _show_windows(self, station: OpenStation) -> None:
        from ui.language import set_language
        from ui.shell.windows import StationWindows

        if self._leaving:
            return
        theme.apply(self._app, station.contrast, station.text_scale)
        set_language(self._app, station.language)
        self._windows = StationWindows(station)
        if self._crash is not None:
            self._windows.crashed.connect(self._crash.tell)
            self._crash.quiet = not self._windows.has_desk
            if station.ended_before:
                announce(f"event=ended_before id={station.ended_before}")
                self._crash.tell_ended(station.ended_before)
        self._windows.desk_left.connect(self._last_closed)
        self._windows.ended.connect(self.leave)
        if self._beside is not None:
            self._beside(self._windows)
        self._windows.show()
        self._opening.hide()
        if self._setup is not None:
            self._setup.hide()
        self.was_open = True
        set_aside()
        self._work().slow(station.start, self._say_ready, self._say_started_without, owner=self)

    def _say_ready(self, _: object) -> None:
        announce("event=ready")

    def _say_started_without(self, error: CounterError) -> None:
        log.warning("event=started_without code=%s", error.code)
        self._say_ready(None)
        self._not_serving(error)

    def _not_serving(self, error: CounterError) -> None:
        """Say that the others cannot reach this machine, and try again until its port is free."""
        if self._windows is not None and error.code is Code.PORT_TAKEN and not self._closed:
            self._windows.show_not_serving(error)
            QTimer.singleShot(_SERVE_AGAIN_MS, self, self._serve_again)

    def _serve_again(self) -> None:
        windows = self._windows
        office = windows.station.office if windows is not None else None
        if office is None or windows is None or self._closed:
            return
        self._work().slow(office.start, lambda _: windows.show_not_serving(None), self._not_serving, owner=self)

    def _show_refusal(self, error: CounterError) -> None:
        from ui.messages import message

        if error.code is Code.NOT_SET_UP:
            self._show_setup()
            return
        log.info("event=not_opened code=%s", error.code)
        announce(f"event=refused code={error.code.value}")
        told = message(error)
        self._opening.show()
        self._opening.show_trouble(told.title, told.next_step)
        if self._setup is not None:
            self._setup.hide()

    def _show_crash(self, log_id: str) -> None:
        title = QCoreApplication.translate("Shell", "Chưa mở được chương trình vì một lỗi bên trong.")
        step = QCoreApplication.translate("Shell", "Dữ liệu vẫn nguyên. Thử lại; nếu vẫn lỗi, báo kỹ thuật mã {id}.")
        if self._setup is not None and self._setup.isVisible():
            self._setup.show_refusal(title, step.format(id=log_id))
        else:
            self._opening.show_trouble(title, step.format(id=log_id))

    # the set-up

    def _show_setup(self) -> None:
        from ui.setup.window import SetupWindow

        if self._setup is None:
            launch = self._launch
            self._setup = SetupWindow(
                joins=launch.join is not None,
                restores=launch.restore is not None,
                recalls=launch.from_backup is not None,
            )
            self._setup.submitted.connect(self._set_up)
            self._setup.join_asked.connect(self._join)
            self._setup.restore_asked.connect(self._restore)
            self._setup.backup_asked.connect(self._recall)
            self._setup.looked.connect(self._look)
        self._setup.show()
        self._opening.hide()
        announce("event=set-up")

    def _set_up(self, answers: Answers) -> None:
        assert self._setup is not None  # noqa: S101 - it sent the signal
        self._setup.set_busy(True)
        self._work().slow(lambda: self._launch.set_up(answers), self._after_setup, self._setup_refused, owner=self)

    def _join(self, answers: JoinAnswers) -> None:
        """Make this machine one more of an office that is there."""
        from sync.office.joining import Joining

        setup, join, work = self._setup, self._launch.join, self._work()
        assert setup is not None  # noqa: S101 - it sent the signal
        assert join is not None  # noqa: S101 - without it there is nothing to choose
        sits = "desk" in answers.roles or "rating" in answers.roles
        desk = answers.desk if sits else None
        joining = Joining(answers.url, answers.code, answers.name, answers.roles, desk, answers.serve)

        def told(copied: int, all_: int) -> None:
            work.post(lambda: setup.show_progress(copied, all_))

        setup.set_busy(True)
        work.slow(lambda: join(joining, told), self._after_setup, self._join_refused, owner=self)

    def _restore(self, answers: RestoreAnswers) -> None:
        """Make this machine the successor of one that is gone; it has all the windows of an office of one machine."""
        from sync.office.restoring import Restoring

        setup, restore, work = self._setup, self._launch.restore, self._work()
        assert setup is not None  # noqa: S101 - it sent the signal
        assert restore is not None  # noqa: S101 - without it there is nothing to choose
        roles = tuple(role.value for role in Role)
        restoring = Restoring(answers.url, answers.code, answers.name, roles, answers.desk)

        def told(copied: int, all_: int) -> None:
            work.post(lambda: setup.show_progress(copied, all_))

        setup.set_busy(True)
        work.slow(lambda: restore(restoring, told), self._after_setup, self._restore_refused, owner=self)

    def _recall(self, answers: BackupAnswers) -> None:
        """Go on from a backup."""
        setup, recall, work = self._setup, self._launch.from_backup, self._work()
        assert setup is not None  # noqa: S101 - it sent the signal
        assert recall is not None  # noqa: S101 - without it there is nothing to choose

        def told(done: int, all_: int) -> None:
            work.post(lambda: setup.show_progress(done, all_))

        setup.set_busy(True)
        file, words = Path(answers.file), answers.words
        work.slow(lambda: recall(file, words, told), self._after_setup, self._setup_refused, owner=self)

    def _look(self, looks: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Look for offices on the network while joining one is chosen."""
        work, found, find = self._work(), self._finding, self._launch.find
        if found is not None:
            self._finding = None
            work.slow(found.close, owner=self)
        if looks and find is not None:
            self._finding = find(lambda one: work.post(lambda: self._show_found(one)))
            self._finding.start()

    def _show_found(self, found: FoundOffice) -> None:
        if self._setup is not None:
            self._setup.joining.show_found(found)

    def _join_refused(self, error: CounterError) -> None:
        from ui.setup.words import join_refusal

        log.info("event=not_joined code=%s", error.code)
        if self._setup is not None:
            self._setup.show_refusal(*join_refusal(error))

    def _restore_refused(self, error: CounterError) -> None:
        from ui.setup.words import restore_refusal

        log.info("event=not_restored code=%s", error.code)
        if self._setup is not None:
            self._setup.show_refusal(*restore_refusal(error))

    def _after_setup(self, _: object) -> None:
        self._look(False)
        if self._setup is not None:
            self._setup.hide()
        self._opening.show()
        self._open()

    def _setup_refused(self, error: CounterError) -> None:
        from ui.messages import message

        told = message(error)
        if self._setup is not None:
            self._setup.set_busy(False)
            self._setup.show_refusal(told.title, told.next_step)

    def _last_closed(self) -> None:
        visible: Sequence[object] = [one for one in self._app.topLevelWidgets() if one.isVisible()]
        if not visible:
            self.leave()
