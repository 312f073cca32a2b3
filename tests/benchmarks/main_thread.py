"""How long the desk's main thread is busy at a stretch while receptions are done, against one frame (16 ms).

Every event and every delivered result is timed on its own. ``wall`` is what a person feels: it holds waits for other
threads and, on a busy machine, for other programs; ``own`` is the processor time of the main thread alone.
"""

import json
import os
import platform
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from counter_app.domain.tickets import TicketState
from devices.fleet import Devices
from devices.virtual import VirtualStation
from tests.benchmarks.measure import RESULTS
from tests.support.office import OpenOffice, open_office
from tests.support.typing import focused, press, type_text
from ui import theme
from ui.desk.window import DeskWindow
from ui.language import set_language
from ui.shell.garbage import Garbage, set_aside
from ui.tasks import Tasks

FRAME_MS = 16.0
RECEPTIONS = 6
WORST = 12
PATIENCE_S = 60.0
CARD = "000152000417|012345678|Trần Thị Hoa|14031952|Nữ|Thôn Phú Hòa, xã An Phúc|10052021"
A4_200_DPI = (1654, 2339)
CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True, slots=True)
class Stretch:
    """One thing that the main thread did without a break."""

    step: str
    name: str
    wall_ms: float
    own_ms: float


class TimedApplication(QApplication):
    """Times each event that the event loop hands out; what an event causes in turn belongs to it."""

    def __init__(self) -> None:
        super().__init__([])
        self.step = "start"
        self.doing = ""
        self.stretches: list[Stretch] = []
        self._deep = False

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Hand out an event."""
        if self._deep:
            return bool(super().notify(receiver, event))
        self._deep, self.doing = True, ""
        kind = event.type()
        began, own = time.perf_counter(), time.thread_time()
        try:
            return bool(super().notify(receiver, event))
        finally:
            wall, used = time.perf_counter() - began, time.thread_time() - own
            name = f"{kind.name} {self.doing or type(receiver).__name__}"
            self.stretches.append(Stretch(self.step, name, wall * 1000, used * 1000))
            self._deep = False

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        """Time what is called outside of the event loop."""
        began, own = time.perf_counter(), time.thread_time()
        self._deep = True
        yield
        self._deep = False
        wall, used = time.perf_counter() - began, time.thread_time() - own
        self.stretches.append(Stretch(self.step, name, wall * 1000, used * 1000))

    def until(self, seen: Callable[[], bool]) -> None:
        """Let the event loop run until a person would see it."""
        end = time.monotonic() + PATIENCE_S
        while not seen():
            if time.monotonic() > end:
                raise TimeoutError(self.step)
            self.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)


class NamedTasks(Tasks):
    """Tells whose result is delivered."""

    @Slot(object)
    def _deliver(self, done) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        _app().doing = getattr(done.job.then, "__qualname__", "")
        super()._deliver(done)

    @Slot(object)
    def _call(self, call: Callable[[], None]) -> None:
        _app().doing = call.__qualname__
        super()._call(call)


def _app() -> TimedApplication:
    app = QApplication.instance()
    assert isinstance(app, TimedApplication)
    return app


@dataclass
class Bench:
    """A desk with its office and its hardware."""

    app: TimedApplication
    office: OpenOffice
    window: DeskWindow
    virtual: VirtualStation

    def receive(self) -> None:
        """Serve one citizen from the call to the last form closed, mostly by keyboard."""
        window, until = self.window, self.app.until
        self._step("call")
        press(Qt.Key.Key_F2)
        until(lambda: "Bắt đầu" in focused().accessibleName())
        press(Qt.Key.Key_Return)
        mine = self._mine
        until(lambda: mine() is TicketState.SERVING and window.queue.mine is not None)
        until(window.receive_page.form.procedure.line.hasFocus)
        self._step("choose the procedure")
        for letter in "giay doc than":
            type_text(letter)
            self.app.processEvents()
        popup = window.receive_page.form.procedure.popup
        until(lambda: popup.isVisible() and bool(popup.rows))
        press(Qt.Key.Key_Return)
        until(lambda: window.receive.procedure is not None)
        self._step("read the card")
        self.virtual.reader.scan(CARD)
        until(lambda: bool(window.receive.keeper.draft and window.receive.keeper.draft.identity))
        for letter in "0905000417":
            type_text(letter)
            self.app.processEvents()
        self._step("scan two pages")
        self.virtual.scanner.load([Image.effect_noise(A4_200_DPI, 20) for _ in range(2)], 200)
        press(Qt.Key.Key_D, CTRL)
        until(lambda: len(window.receive.keeper.draft.papers[0].pages) == 2 and window.scans.now is None)
        self._step("see the receipt")
        press(Qt.Key.Key_P, CTRL)
        until(lambda: window.receive_page.showing_paper)
        press(Qt.Key.Key_P, CTRL)
        until(lambda: not window.receive_page.showing_paper)
        self._step("receive")
        press(Qt.Key.Key_Return, CTRL)
        until(lambda: window.receive.ending.done is not None)
        self._step("finish")
        press(Qt.Key.Key_F4)
        until(lambda: mine() is None and window.queue.mine is None)
        press(Qt.Key.Key_Return, CTRL)
        until(lambda: window.receive.ending.done is None and window.receive.keeper.blank)

    def _step(self, name: str) -> None:
        self.app.processEvents()
        self.app.step = name

    def _mine(self) -> TicketState | None:
        ticket = self.office.services.queue.view(3).mine
        return ticket.state if ticket else None


def main() -> None:
    """Measure and report."""
    app = TimedApplication()
    garbage = Garbage()
    theme.apply(app)
    set_language(app, "vi")
    with TemporaryDirectory() as name, open_office(Path(name) / "data") as office:
        groups = office.services.catalogue.groups()
        for number in range(RECEPTIONS + 3):
            office.services.queue.take_number(groups[0].id, command=f"number-{number}")
        virtual = VirtualStation(Path(name) / "devices")
        devices = Devices(virtual.settings(), clock=office.clock)
        tasks = NamedTasks(office.services.changes)
        officer = next(one for one in office.services.officers.all() if one.id == "ha")
        app.step = "open the desk"
        with app.timed("DeskWindow made"):
            window = DeskWindow(office.services, tasks, devices, None, 3, officer, choose_folder=lambda _: None)
        with app.timed("DeskWindow shown"):
            window.show()
        window.activateWindow()
        warming = threading.Thread(target=warm_up, args=(office,))  # as a station does when its windows are there
        warming.start()
        devices.start()
        app.until(lambda: window.receive.keeper.draft is not None and window.receive.scanner_ready())
        app.until(lambda: window.receive_page.form.procedure.line.hasFocus() and window.receive.reader_ready())
        app.until(lambda: not warming.is_alive())
        warming.join()
        settle(app)
        set_aside()  # as the program does when its windows are there
        opening, app.stretches = app.stretches, []
        bench = Bench(app, office, window, virtual)
        bench.receive()
        first, app.stretches = app.stretches, []
        for _ in range(1, RECEPTIONS):
            bench.receive()
        later = app.stretches
        window.close()
        tasks.close()
        devices.close()
        virtual.close()
    garbage.close()
    tell({"opening the desk": opening, "first reception": first, "later receptions": later})


def warm_up(office: OpenOffice) -> None:
    """Load what the first citizen would wait for."""
    office.services.printing.warm_up()
    office.services.reception.warm_up()


def settle(app: TimedApplication) -> None:
    """Let what follows the first picture come to its end, as it has while the first citizen sits down."""
    QTest.qWait(2000)
    app.processEvents()


def tell(parts: dict[str, list[Stretch]]) -> None:
    """Print the figures, and keep them in ``build/bench/main_thread.json``."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    kept = {
        "benchmark": "main_thread",
        "baseline": f"one frame, {FRAME_MS:g} ms",
        "machine": f"{platform.system()} {platform.machine()}, Python {platform.python_version()}",
        "receptions": RECEPTIONS,
        "cases": [figures(name, stretches) for name, stretches in parts.items()],
    }
    (RESULTS / "main_thread.json").write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n")
    for case in kept["cases"]:
        print({key: value for key, value in case.items() if key != "worst"})  # type: ignore[attr-defined]
        for one in case["worst"]:  # type: ignore[index]
            print("   ", one)


def figures(name: str, stretches: list[Stretch]) -> dict[str, object]:
    """Return percentiles, the share above a frame, and the worst stretches by their own time."""
    wall, own = [one.wall_ms for one in stretches], [one.own_ms for one in stretches]
    worst = sorted(stretches, key=lambda one: one.own_ms, reverse=True)[:WORST]
    return {
        "name": name,
        "events": len(stretches),
        "own_p50_ms": round(quantiles(own, n=2)[0], 3),
        "own_p95_ms": round(quantiles(own, n=20)[-1], 3),
        "own_max_ms": round(max(own), 1),
        "own_ratio": round(max(own) / FRAME_MS, 2),
        "own_above_frame": sum(one > FRAME_MS for one in own),
        "wall_p95_ms": round(quantiles(wall, n=20)[-1], 3),
        "wall_max_ms": round(max(wall), 1),
        "wall_ratio": round(max(wall) / FRAME_MS, 2),
        "wall_above_frame": sum(one > FRAME_MS for one in wall),
        "worst": [f"{one.own_ms:.1f} ms ({one.wall_ms:.1f} wall) {one.step}: {one.name}" for one in worst],
    }


if __name__ == "__main__":
    main()
