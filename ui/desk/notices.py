"""What the banners say: kept in one place, shown on whichever page is open."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from counter_app.errors import CounterError
from ui import messages
from ui.components.banner import Act, Notice
from ui.components.tone import Tone

Done = Callable[[str], None]


class Notices(QObject):
    """Notices by id; ``changed(tuple)`` follows each change."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: dict[str, tuple[Notice, Done | None]] = {}

    @property
    def all(self) -> tuple[Notice, ...]:
        """Every notice, the newest last."""
        return tuple(notice for notice, _ in self._kept.values())

    def put(self, notice: Notice, then: Done | None = None) -> None:
        """Show a notice in place of an older one with its id; ``then`` is told the act that is pressed."""
        self._kept.pop(notice.id, None)
        self._kept[notice.id] = (notice, then)
        self.changed.emit(self.all)

    def put_error(
        self,
        id_: str,
        error: CounterError,
        acts: tuple[Act, ...] = (),
        then: Done | None = None,
        tone: Tone = Tone.WARNING,
    ) -> None:
        """Say an expected error in its own sentences."""
        said = messages.message(error)
        self.put(Notice(id_, tone, said.title, said.next_step, acts=acts), then)

    def put_refused(self, error: CounterError) -> None:
        """Say an expected error that nobody else took."""
        self.put_error("task", error)

    def put_crash(self, crash: str) -> None:
        """Say that the program met a bug, by its id in the log."""
        told = self.tr("Chương trình gặp lỗi, mã {crash}. Dữ liệu đã lưu vẫn còn.").format(crash=crash)
        more = self.tr("Làm lại thao tác vừa rồi; nếu vẫn lỗi, báo mã này cho người phụ trách kỹ thuật.")
        self.put(Notice("crash", Tone.DANGER, told, more))

    def drop(self, *ids: str) -> None:
        """Take notices away."""
        gone = [id_ for id_ in ids if self._kept.pop(id_, None) is not None]
        if gone:
            self.changed.emit(self.all)

    def act(self, id_: str, act: str) -> None:
        """Do what a notice's button says."""
        kept = self._kept.get(id_)
        if kept is None:
            return
        self.drop(id_)
        if kept[1] is not None:
            kept[1](act)
