"""Lists on paper and as files: what the page lists, form 07, what changed hands. Chosen, made with progress, opened."""

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from counter_app.domain.dossiers import Dossier
from counter_app.domain.places import Officer
from counter_app.domain.working_calendar import VIETNAM
from counter_app.errors import CounterError
from counter_app.services.releases import Release
from counter_app.services.tables import Watch
from ui import messages, theme
from ui.components.banner import Act, Notice
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.rule import Rule
from ui.components.surface import Surface
from ui.components.tone import Tone
from ui.components.vertical_scroll import VerticalScroll
from ui.desk.action_bar import ActionBar
from ui.desk.context import DeskContext
from ui.desk.dossiers.export_choices import Choice, Chosen, ExportChoices, Output
from ui.desk.page_head import PageHead
from ui.desk.printing.paper_panel import ChooseFile, PaperPanel, start_folder

Feed = Callable[[], Iterable[Dossier]]
_NOTICE = "export"


class DossierExports(Surface):
    """Stands in place of a page's content, like PaperPanel: put it in the page's stack and connect ``closed``.

    ``show_list(words, feed)`` offers the list of the page (``feed`` finds its dossiers, off the main thread; ``words``
    say which they are), ``show_register()`` form 07, ``show_hand_overs()`` the hand-over list; a person can change
    from one to another. ``run()`` is the main act (Ctrl+Enter). ``written(Path)`` tells each file. ``choose_file``
    asks where to save: it is given the path proposed and returns the one taken, or None.
    """

    closed = Signal()
    written = Signal(object)

    def __init__(
        self, context: DeskContext, choose_file: ChooseFile | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__("surface", parent)
        self._context, self._choose_file = context, choose_file or self._ask_file
        self._feed: Feed | None = None
        self._stop: Event | None = None
        self.choices = ExportChoices(context.now().astimezone(VIETNAM).date())
        self.paper = PaperPanel(context, choose_file)
        self._make_buttons()
        self._head = PageHead(self.tr("Sổ và danh sách"), (self.back_button,))
        self.banners = self._head.banners
        self._stack = QStackedWidget(self)
        self._build()
        self._wire()

    @property
    def busy(self) -> bool:
        """Whether a file is being written."""
        return self._stop is not None

    def show_list(self, words: str, feed: Feed) -> None:
        """Offer the list of the page."""
        self._feed = feed
        self._open(Choice.LIST, words)

    def show_register(self) -> None:
        """Offer form 07."""
        self._open(Choice.REGISTER)

    def show_hand_overs(self) -> None:
        """Offer the list of what changed hands."""
        self._open(Choice.HAND_OVERS)

    def run(self) -> None:
        """Make what is chosen."""
        if self.busy or self.showing_paper:
            return
        chosen = self.choices.chosen
        if chosen is None or self.choices.lacks_reason():
            return
        if chosen.output is Output.PAPER:
            self._show_paper(chosen)
            return
        path = self._choose_file(start_folder(self._context) / f"{_file_name(chosen)}{_ENDINGS[chosen.output]}")
        if path is not None:
            self._write(chosen, path)

    @property
    def showing_paper(self) -> bool:
        """Whether a paper is shown; then Ctrl+P prints it."""
        return self._stack.currentWidget() is self.paper

    def stop(self) -> None:
        """Give up the file that is being written."""
        if self._stop is not None:
            self._stop.set()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops what runs, or goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.stop() if self.busy else self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _make_buttons(self) -> None:
        self.back_button = KeyButton(self.tr("Quay lại"), icon="arrow-left", key="Esc", kind=Kind.QUIET)
        self.stop_button = KeyButton(self.tr("Dừng"), icon="player-stop", height=40)
        self.run_button = KeyButton(
            self.tr("Xuất tệp…"),
            icon="download",
            key="Ctrl+Enter",
            kind=Kind.PRIMARY,
            height=40,
            weight=theme.Weight.SEMIBOLD,
        )
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("Tiến độ"))
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 0)
        self.progress.setFixedWidth(theme.px(140))
        self.count = Label("", "small", theme.Weight.MEDIUM)

    def _build(self) -> None:
        page = Surface("surface")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(VerticalScroll(self.choices), 1)
        column.addWidget(Rule())
        column.addWidget(ActionBar((self.progress, self.count), (self.stop_button, self.run_button)))
        self._stack.addWidget(page)
        self._stack.addWidget(self.paper)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._show_running(False)

    def _wire(self) -> None:
        self.back_button.clicked.connect(self.closed)
        self.stop_button.clicked.connect(self.stop)
        self.run_button.clicked.connect(self.run)
        self.choices.changed.connect(self._show_act)
        self.paper.closed.connect(self._leave_paper)
        self.paper.saved.connect(self.written)
        self.banners.acted.connect(lambda _, place: QDesktopServices.openUrl(QUrl.fromLocalFile(place)))
        self.banners.dismissed.connect(lambda _: self.banners.present(()))

    def _open(self, choice: Choice, words: str = "") -> None:
        self._leave_paper()
        self.banners.present(())
        self.choices.set_list(offered=self._feed is not None, words=words)
        self.choices.show_choice(choice)
        self._show_act()
        services = self._context.services

        def work() -> tuple[tuple[str, ...], tuple[Officer, ...]]:
            return services.register.fields(), services.officers.all()

        def show(read: tuple[tuple[str, ...], tuple[Officer, ...]]) -> None:
            self.choices.set_fields(read[0])
            self.choices.set_officers(read[1])

        self._context.tasks.read(work, show, self._failed, owner=self, topic="fields")
        self.choices.choice.button(choice).setFocus()

    def _show_act(self) -> None:
        if self.choices.output.current == Output.PAPER:
            self.run_button.set_words(self.tr("Xem và in"), icon="printer")
        else:
            self.run_button.set_words(self.tr("Xuất tệp…"), icon="download")
        self.run_button.setEnabled(self.choices.chosen is not None and not self.busy)

    def _show_paper(self, chosen: Chosen) -> None:
        register, release = self._context.services.register, self._release(chosen)

        def make() -> bytes:
            if chosen.choice is Choice.REGISTER:
                return register.form(release, chosen.period, chosen.field)
            return register.hand_over_list(release, chosen.period, chosen.giver, chosen.taker)

        titles = {
            Choice.REGISTER: self.tr("Sổ theo dõi hồ sơ"),
            Choice.HAND_OVERS: self.tr("Danh sách hồ sơ bàn giao"),
        }
        self._stack.setCurrentWidget(self.paper)
        self.paper.show_paper(titles[chosen.choice], _file_name(chosen), make)

    def _leave_paper(self) -> None:
        self._stack.setCurrentIndex(0)
        if self.isVisible():
            self.run_button.setFocus()

    def _write(self, chosen: Chosen, path: Path) -> None:
        services, feed, stop, tasks = self._context.services, self._feed, Event(), self._context.tasks
        watch = Watch(lambda count: tasks.post(lambda: self._show_count(count)), lambda: stop.is_set() or tasks.closed)
        register, release = services.register, self._release(chosen)
        self._stop = stop
        self._show_running(True)

        def work() -> int:
            match chosen.choice:
                case Choice.REGISTER:
                    count = register.write(path, release, chosen.period, chosen.field, watch)
                case Choice.HAND_OVERS:
                    count = register.write_hand_overs(path, release, chosen.period, chosen.giver, chosen.taker, watch)
                case Choice.LIST:
                    count = services.export.dossiers(feed() if feed else (), path, release, watch)
            services.choices.keep_folder(path.parent)
            return count

        tasks.slow(work, lambda count: self._was_written(path, count), self._failed, owner=self)

    def _release(self, chosen: Chosen) -> Release:
        return Release(self._context.officer.id, chosen.whole, chosen.reason)

    def _was_written(self, path: Path, count: int) -> None:
        self._end()
        told = self.tr("Đã ghi {count} dòng vào {path}").format(count=_grouped(count), path=path)
        acts = (
            Act(str(path), self.tr("Mở tệp"), "external-link"),
            Act(str(path.parent), self.tr("Mở thư mục"), "folder"),
        )
        self.banners.present((Notice(_NOTICE, Tone.SUCCESS, told, acts=acts),))
        self.written.emit(path)

    def _failed(self, error: CounterError) -> None:
        self._end()
        said = messages.message(error)
        self.banners.present((Notice(_NOTICE, Tone.WARNING, said.title, said.next_step),))

    def _end(self) -> None:
        self._stop = None
        self._show_running(False)

    def _show_running(self, running: bool) -> None:
        for part in (self.progress, self.count, self.stop_button):
            part.setVisible(running)
        self.count.setText("")
        self._show_act()
        self.choices.setEnabled(not running)
        if running:
            self.banners.present(())
        (self.stop_button if running else self.run_button).setFocus()

    def _show_count(self, count: int) -> None:
        if isValid(self) and self.busy:
            self.count.setText(self.tr("Đã ghi {count} dòng").format(count=_grouped(count)))

    def _ask_file(self, start: Path) -> Path | None:
        kinds = "Excel (*.xlsx)" if start.suffix == ".xlsx" else "CSV (*.csv)"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Lưu danh sách"), str(start), kinds)
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == start.suffix else path.with_name(path.name + start.suffix)


_ENDINGS = {Output.XLSX: ".xlsx", Output.CSV: ".csv", Output.PAPER: ".pdf"}


def _file_name(chosen: Chosen) -> str:
    """A plain name that sorts by its days: ``so-theo-doi-20261101-20261123``."""
    names = {Choice.LIST: "danh-sach-ho-so", Choice.REGISTER: "so-theo-doi", Choice.HAND_OVERS: "ban-giao"}
    period = chosen.period
    days = "" if chosen.choice is Choice.LIST else f"-{period.since:%Y%m%d}-{period.until:%Y%m%d}"
    return f"{names[chosen.choice]}{days}"


def _grouped(count: int) -> str:
    return f"{count:,}".replace(",", ".")
