"""Pictures of the queue at the desk: what it asks in place, and a desk that calls for help."""

from collections.abc import Callable

from counter_app.services.bundle import Services
from ui.desk.window import DeskWindow
from ui.shell.pictures import Studio
from ui.tasks import Tasks

_SMALL = (1366, 768)
_OTHER_DESK, _OTHER_OFFICER = 1, "minh"
Open = Callable[[tuple[int, int]], tuple[DeskWindow, Tasks]]


class QueuePictures:
    """Takes the pictures of one desk's queue; somebody is being served there."""

    def __init__(self, studio: Studio, services: Services, open_desk: Open) -> None:
        self._studio, self._services, self._open = studio, services, open_desk

    def draw(self) -> None:
        """Take all of them."""
        self._sheets("", 1.0)
        self._sheets("-200pct", 2.0)
        self._emergency()

    def _sheets(self, suffix: str, scale: float) -> None:
        self._studio.look(scale=scale)
        window, tasks = self._open(_SMALL)
        self._studio.wait(lambda: window.queue.mine is not None, "the queue")
        for name, ask in (
            ("more", window.queue.more.ask),
            ("transfer", window.queue.ask_transfer),
            ("state", window.queue.ask_state),
        ):
            ask()
            self._studio.settle()
            self._studio.take(f"desk-queue-{name}{suffix}-1366", window)
        self._end(window, tasks)
        self._studio.look()

    def _emergency(self) -> None:
        queue = self._services.queue
        queue.raise_emergency(_OTHER_DESK, _OTHER_OFFICER)
        window, tasks = self._open(_SMALL)
        self._studio.wait(lambda: any(one.id == f"emergency/{_OTHER_DESK}" for one in window.notices.all), "the call")
        self._studio.take("desk-queue-emergency-1366", window)
        self._end(window, tasks)
        queue.end_emergency(_OTHER_DESK, _OTHER_OFFICER)

    def _end(self, window: DeskWindow, tasks: Tasks) -> None:
        self._studio.put_away(window)
        tasks.close()
