"""Pages that only the server has: brought here before they are shown, with how far that is, and a way to try again."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from counter_app.errors import Code, CounterError
from ui.components.banner import Act, Notice
from ui.components.tone import Tone
from ui.desk.context import DeskContext

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is to be done with which pages; ``number`` tells it from older ones."""

    number: int
    pages: tuple[str, ...]
    work: Callable[[], Any]
    then: Callable[[Any], None]


class Fetching(QObject):
    """One thing at a time, for one place on screen; ``notice`` names what it says there.

    ``brought()`` follows when pages came from the server.
    """

    brought = Signal()

    def __init__(self, context: DeskContext, notice: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._notice = context, notice
        self._newest = 0
        stop = context.services.scan_files.stop_fetching
        context.tasks.closing.connect(stop, Qt.ConnectionType.DirectConnection)

    def do(self, pages: tuple[str, ...], work: Callable[[], T], then: Callable[[T], None]) -> None:
        """Do ``work`` off the main thread once these pages are here; what was asked for before is not shown any more.

        Errors are said in a notice.
        """
        self.forget()
        self._begin(_Wish(self._newest, pages, work, then))

    def forget(self) -> None:
        """Show nothing of what was asked for: somebody looks at something else."""
        self._newest += 1
        self._context.notices.drop(self._notice)

    def _begin(self, wish: _Wish) -> None:
        files = self._context.services.scan_files

        def work() -> tuple[tuple[str, ...], Any]:
            missing = files.missing(wish.pages)
            return missing, None if missing else wish.work()

        def begun(found: tuple[tuple[str, ...], Any]) -> None:
            missing, made = found
            if wish.number == self._newest:
                self._bring(wish, missing) if missing else self._end(wish, made)

        self._context.tasks.slow(work, begun, partial(self._failed, wish, again=False), owner=self)

    def _bring(self, wish: _Wish, missing: tuple[str, ...]) -> None:
        tasks, reception = self._context.tasks, self._context.services.reception

        def work() -> object:
            for number, sha256 in enumerate(missing, 1):
                if tasks.closed or wish.number != self._newest:
                    raise CounterError(Code.BLOB_AWAY, sha256=sha256)
                tasks.post(partial(self._tell, wish, number, len(missing)))
                reception.page(sha256)
            return wish.work()

        def came(made: object) -> None:
            self._end(wish, made)
            self.brought.emit()

        tasks.fetch(work, came, partial(self._failed, wish, again=True), owner=self)

    def _tell(self, wish: _Wish, number: int, count: int) -> None:
        if wish.number == self._newest:
            title = self.tr("Đang tải từ máy chủ: trang {number} trên {count}…").format(number=number, count=count)
            more = self.tr("Bản quét cũ được cất ở máy chủ. Tải xong sẽ mở tại đây; các việc khác vẫn làm được.")
            self._context.notices.put(Notice(self._notice, Tone.INFO, title, more))

    def _end(self, wish: _Wish, made: object) -> None:
        if wish.number == self._newest:
            self._context.notices.drop(self._notice)
            wish.then(made)

    def _failed(self, wish: _Wish, error: CounterError, *, again: bool) -> None:
        if wish.number != self._newest:
            return
        acts = (Act("again", self.tr("Thử lại"), "refresh"),) if again else ()
        self._context.notices.put_error(
            self._notice, error, acts, lambda _: self.do(wish.pages, wish.work, wish.then) if again else None
        )
