"""A paper inside the window: seen, zoomed, printed, saved. Any page can show one; nothing is modal."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSizeF, QStandardPaths, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from counter_app.errors import Code, CounterError
from counter_app.services.choices import Chosen
from counter_app.services.output import save_file
from ui import messages, theme
from ui.components.banner import Act, Banners, Notice
from ui.components.elided_label import ElidedLabel
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.rule import Rule
from ui.components.surface import Surface
from ui.components.tone import Tone
from ui.desk.action_bar import ActionBar
from ui.desk.context import DeskContext
from ui.desk.page_head import HEIGHT
from ui.desk.pdf_pages import page_image, page_sizes
from ui.desk.printing.paper_pages import PaperPages
from ui.desk.printing.system_printer import print_pdf, printers

ChooseFile = Callable[[Path], Path | None]
_NOTICE = "paper"
_NARROW_BELOW = 640
_MAKE = "make"


@dataclass(frozen=True, slots=True)
class _Opened:
    pdf: bytes
    sizes: tuple[QSizeF, ...]


class PaperPanel(Surface):
    """Shows one PDF in place of a page's content.

    Put it in the page's stack, connect ``closed`` (Esc, the button) to going back, and call
    ``show_paper(title, name, make)``: ``make`` returns the PDF and runs off the main thread, ``title`` stands above the
    pages, ``name`` is the file's and the print job's. ``print_paper`` and ``save_paper`` can be called by the page's
    own keys. ``printed(str)`` tells the printer, ``saved(Path)`` the file. ``choose_file`` asks where to save (the
    system's dialog by default): it is given the path proposed and returns the one taken, or None.
    """

    closed = Signal()
    printed = Signal(str)
    saved = Signal(object)

    def __init__(
        self, context: DeskContext, choose_file: ChooseFile | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__("background", parent)
        self._context, self._choose_file = context, choose_file or self._ask_file
        self._name, self._making = "", 0
        self._make_again: Callable[[], None] = self.close_paper
        self._opened: _Opened | None = None
        self._title = ElidedLabel("", "title", theme.Weight.SEMIBOLD)
        self._count = Label("", "small", color="text_muted")
        self.pages = PaperPages(self.tr("Trang giấy"))
        self.banners = Banners()
        self._waiting = Label("", color="text_muted", wrap=True)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._waiting)
        self._stack.addWidget(self.pages)
        self._make_buttons()
        self._build()
        self._wire()

    @property
    def pdf(self) -> bytes:
        """The paper on screen; empty before it is there."""
        return self._opened.pdf if self._opened else b""

    @property
    def told(self) -> str:
        """What is said in place of the pages while there are none."""
        return "" if self._stack.currentWidget() is self.pages else self._waiting.text()

    def show_paper(self, title: str, name: str, make: Callable[[], bytes]) -> None:
        """Make a paper and show it; what was shown before goes away at once."""
        self._making += 1
        this, self._name, self._opened = self._making, name, None
        self._title.set_text(title)
        self._count.setText("")
        self.banners.present(())
        self._wait(self.tr("Đang lập giấy…"))

        def work() -> _Opened:
            pdf = make()
            return _Opened(pdf, page_sizes(pdf))

        def failed(error: CounterError) -> None:
            if this == self._making:
                said = messages.message(error)
                self._wait(f"{said.title}\n{said.next_step}")
                if error.code is Code.BLOB_AWAY:
                    acts = (Act(_MAKE, self.tr("Thử lại"), "refresh"),)
                    self.banners.present((Notice(_NOTICE, Tone.WARNING, said.title, acts=acts),))
                    self._make_again = lambda: self.show_paper(title, name, make)

        self._context.tasks.slow(work, lambda opened: self._show(this, opened), failed, owner=self)
        self._context.tasks.slow(self._printers_and_choice, self._show_printers, owner=self)

    def print_paper(self) -> None:
        """Print on the printer chosen, which is remembered."""
        opened, name, printer = self._opened, self._name, self.printer.currentText()
        if opened is None or not self.print_button.isEnabled():
            return
        choices = self._context.services.choices
        self._say(Tone.INFO, self.tr("Đang gửi tới máy in…"))
        self.print_button.setEnabled(False)

        def work() -> str:
            used = print_pdf(opened.pdf, name, printer)
            choices.keep_printer(used)
            return used

        self._context.tasks.slow(work, self._was_printed, self._not_printed, owner=self)

    def save_paper(self) -> None:
        """Ask where, and write the PDF there."""
        opened = self._opened
        if opened is None:
            return
        choices = self._context.services.choices
        path = self._choose_file(start_folder(self._context) / f"{self._name}.pdf")
        if path is None:
            return

        def work() -> Path:
            save_file(path, opened.pdf)
            choices.keep_folder(path.parent)
            return path

        self._context.tasks.slow(work, self._was_saved, self._failed, owner=self)

    def close_paper(self) -> None:
        """Forget the paper and tell ``closed``."""
        self._making += 1
        self._opened = None
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; Ctrl with +, - and 0 zooms."""
        zooms = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        if event.key() == Qt.Key.Key_Escape:
            self.close_paper()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in zooms:
            self.pages.zoom(zooms[Qt.Key(event.key())])
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_0:
            self.pages.fit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep to the acts where there is little room."""
        super().resizeEvent(event)
        roomy = self.width() >= theme.px(_NARROW_BELOW)
        self._count.setVisible(roomy)
        self.fit_button.setVisible(roomy)

    def _make_buttons(self) -> None:
        self.close_button = KeyButton(
            self.tr("Quay lại"), icon="arrow-left", key="Esc", kind=Kind.QUIET, short=("",), name=self.tr("Quay lại")
        )
        self.smaller = KeyButton("", icon="zoom-out", kind=Kind.QUIET, name=self.tr("Thu nhỏ (Ctrl+-)"))
        self.larger = KeyButton("", icon="zoom-in", kind=Kind.QUIET, name=self.tr("Phóng to (Ctrl++)"))
        self.fit_button = KeyButton(self.tr("Vừa khung"), kind=Kind.QUIET, name=self.tr("Vừa bề ngang khung (Ctrl+0)"))
        self._percent = Label("", "small", theme.Weight.MEDIUM)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.printer = QComboBox()
        self.printer.setAccessibleName(self.tr("Máy in"))
        self.printer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.printer.setMinimumContentsLength(16)
        self._no_printer = ElidedLabel(self.tr("Chưa có máy in"), "small", color="text_muted")
        self._no_printer.hide()
        self.save_button = KeyButton(
            self.tr("Lưu thành tệp PDF…"), icon="download", height=40, short=(self.tr("Lưu tệp…"), self.tr("Lưu"))
        )
        self.print_button = KeyButton(
            self.tr("In"), icon="printer", key="Ctrl+P", kind=Kind.PRIMARY, height=40, weight=theme.Weight.SEMIBOLD
        )

    def _build(self) -> None:
        head = Surface("surface")
        head.setFixedHeight(theme.px(HEIGHT))
        row = QHBoxLayout(head)
        row.setContentsMargins(theme.px(8), 0, theme.px(16), 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.close_button)
        row.addWidget(self._title, 1)
        for part in (self._count, self.smaller, self._percent, self.larger, self.fit_button):
            row.addWidget(part)
        notices = Surface("surface")
        inner = QVBoxLayout(notices)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.banners)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(notices)
        column.addWidget(Rule())
        column.addWidget(self._stack, 1)
        column.addWidget(Rule())
        column.addWidget(ActionBar((self.printer, self._no_printer), (self.save_button, self.print_button)))

    def _wire(self) -> None:
        self.close_button.clicked.connect(self.close_paper)
        self.smaller.clicked.connect(lambda: self.pages.zoom(-1))
        self.larger.clicked.connect(lambda: self.pages.zoom(1))
        self.fit_button.clicked.connect(self.pages.fit)
        self.pages.zoomed.connect(self._show_zoom)
        self.pages.wanted.connect(self._draw)
        self.save_button.clicked.connect(self.save_paper)
        self.print_button.clicked.connect(self.print_paper)
        self.banners.acted.connect(lambda _, act: self._act(act))
        self.banners.dismissed.connect(lambda _: self.banners.present(()))

    def _act(self, act: str) -> None:
        if act == _MAKE:
            self._make_again()
        elif act == "save":
            self.save_paper()
        else:
            self.print_paper()

    def _wait(self, text: str) -> None:
        self._waiting.setText(text)
        self._stack.setCurrentWidget(self._waiting)
        for button in (self.save_button, self.print_button, self.smaller, self.larger, self.fit_button):
            button.setEnabled(False)

    def _show(self, making: int, opened: _Opened) -> None:
        if making != self._making:
            return
        self._opened = opened
        self._count.setText(self.tr("{count} trang").format(count=len(opened.sizes)))
        self._stack.setCurrentWidget(self.pages)
        self.pages.present(opened.sizes)
        for button in (self.save_button, self.print_button, self.smaller, self.larger, self.fit_button):
            button.setEnabled(True)
        if self.isVisible():
            self.pages.setFocus()

    def _draw(self, number: int, dots: int) -> None:
        opened = self._opened
        if opened is None:
            return

        def put(image: QImage) -> None:
            if self._opened is opened:
                self.pages.put(number, dots, image)

        self._context.tasks.read(lambda: page_image(opened.pdf, number, dots), put, owner=self)

    def _show_zoom(self, factor: float) -> None:
        self._percent.setText(f"{round(factor * 100)} %")
        self._percent.setMinimumWidth(theme.px(44))

    def _printers_and_choice(self) -> tuple[tuple[str, ...], Chosen]:
        return printers(), self._context.services.choices.read()

    def _show_printers(self, found: tuple[tuple[str, ...], Chosen]) -> None:
        names, chosen = found
        self.printer.clear()
        self.printer.addItems(names)
        if chosen.sheet_printer in names:
            self.printer.setCurrentText(chosen.sheet_printer)
        self.printer.setVisible(bool(names))
        self._no_printer.setVisible(not names)

    def _was_printed(self, printer: str) -> None:
        self.print_button.setEnabled(self._opened is not None)
        self._say(Tone.SUCCESS, self.tr("Đã gửi tới máy in {printer}.").format(printer=printer))
        self.printed.emit(printer)

    def _not_printed(self, error: CounterError) -> None:
        self.print_button.setEnabled(self._opened is not None)
        save = Act("save", self.tr("Lưu tệp PDF…"), "download")
        again = () if error.code is Code.NO_SHEET_PRINTER else (Act("again", self.tr("In lại"), "printer"),)
        said = messages.message(error)
        self.banners.present((Notice(_NOTICE, Tone.WARNING, said.title, said.next_step, acts=(*again, save)),))

    def _was_saved(self, path: Path) -> None:
        self._say(Tone.SUCCESS, self.tr("Đã lưu: {path}").format(path=path))
        self.saved.emit(path)

    def _failed(self, error: CounterError) -> None:
        said = messages.message(error)
        self._say(Tone.WARNING, said.title, said.next_step)

    def _say(self, tone: Tone, title: str, text: str = "") -> None:
        self.banners.present((Notice(_NOTICE, tone, title, text),))

    def _ask_file(self, start: Path) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Lưu tệp PDF"), str(start), "PDF (*.pdf)")
        return Path(chosen) if chosen else None


def start_folder(context: DeskContext) -> Path:
    """Where files were last saved, or the person's documents."""
    folder = context.services.choices.read().folder
    kept = Path(folder) if folder else None
    if kept is not None and kept.is_dir():
        return kept
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
