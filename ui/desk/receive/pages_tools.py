"""The buttons of the sheet of pages: those that scan, those that change pages, those of a change in sight."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.services.drafts import DraftPage
from ui import theme
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.desk.pill_row import PillRow
from ui.desk.receive.pages_large import Purpose
from ui.desk.receive.state import SheetState


class Tool(StrEnum):
    """What can be asked for."""

    ADD = "add"
    BEFORE = "before"
    AFTER = "after"
    INSTEAD = "instead"
    TWIN = "twin"
    BACKS = "backs"
    STOP = "stop"
    OPEN = "open"
    LEFT = "left"
    RIGHT = "right"
    STRAIGHTEN = "straighten"
    CROP = "crop"
    AS_SCANNED = "as-scanned"
    REMOVE = "remove"
    RESTORE = "restore"
    UNDO = "undo"
    REDO = "redo"
    LARGER = "larger"
    SMALLER = "smaller"
    TAKE = "take"
    LEAVE = "leave"


_SCANNING = (Tool.ADD, Tool.BEFORE, Tool.AFTER, Tool.INSTEAD, Tool.TWIN, Tool.BACKS, Tool.STOP)
_PLAIN_SIGNS = frozenset({Tool.LEFT, Tool.RIGHT, Tool.UNDO, Tool.REDO, Tool.LARGER, Tool.SMALLER})
_CHANGING = (
    Tool.OPEN,
    Tool.LEFT,
    Tool.RIGHT,
    Tool.STRAIGHTEN,
    Tool.CROP,
    Tool.AS_SCANNED,
    Tool.REMOVE,
    Tool.RESTORE,
    Tool.UNDO,
    Tool.REDO,
)
_LARGE = (
    Tool.LEAVE,
    Tool.TAKE,
    Tool.LARGER,
    Tool.SMALLER,
    Tool.LEFT,
    Tool.RIGHT,
    Tool.STRAIGHTEN,
    Tool.CROP,
    Tool.AS_SCANNED,
    Tool.REMOVE,
    Tool.UNDO,
    Tool.REDO,
)


class PageTools(QWidget):
    """The buttons; ``asked(Tool)``."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._short = False
        self._words = self._all_words()
        self._buttons = {tool: self._made(tool) for tool in self._words}
        self._scan_row, self._change_row = PillRow(), PillRow()
        self._scan_row.present(tuple(self._buttons[tool] for tool in _SCANNING))
        self._change_row.present(tuple(self._buttons[tool] for tool in self._words if tool not in _SCANNING))
        self._hint = Label("", "small", color="text_muted", wrap=True)
        self._hint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for row in (self._scan_row, self._change_row, self._hint):
            column.addWidget(row)

    def button(self, tool: Tool) -> KeyButton:
        """Return the button of a tool."""
        return self._buttons[tool]

    def set_short(self, short: bool) -> None:
        """Show the signs alone."""
        if short != self._short:
            self._short = short
            for tool, button in self._buttons.items():
                icon, text, key = self._words[tool]
                button.set_words(self._said(tool, text), icon=icon)
                button.set_key("" if short else key)
            self._scan_row.arrange()
            self._change_row.arrange()

    def present(self, state: SheetState, chosen: Sequence[DraftPage], *, large: bool, adjusting: bool) -> None:
        """Offer what makes sense for the pages chosen."""
        scanning = state.scanning is not None
        free = state.can_scan and not scanning
        one, some = len(chosen) == 1, bool(chosen)
        able = {
            Tool.BACKS: free and state.fronts > 0,
            Tool.BEFORE: free and some,
            Tool.AFTER: free and some,
            Tool.INSTEAD: free and one,
            Tool.ADD: free,
            Tool.TWIN: free and one and chosen[0].noted,
            Tool.STOP: scanning,
            Tool.OPEN: some,
            Tool.LEFT: some and not adjusting,
            Tool.RIGHT: some and not adjusting,
            Tool.STRAIGHTEN: one,
            Tool.CROP: one,
            Tool.AS_SCANNED: any(page.original for page in chosen) and not adjusting,
            Tool.REMOVE: some and not adjusting,
            Tool.RESTORE: state.removed > 0,
            Tool.UNDO: (state.can_undo or state.removed > 0) and not adjusting,
            Tool.REDO: state.can_redo and not adjusting,
        }
        for tool, button in self._buttons.items():
            button.setEnabled(able.get(tool, True))
        self._say(Tool.RESTORE, self.tr("Đặt lại {count} trang đã bỏ").format(count=state.removed))
        self._say(Tool.ADD, state.paused.act if state.paused is not None else self.tr("Quét thêm"))
        shown = self._shown(state, chosen, large=large, adjusting=adjusting)
        self._say(Tool.LEAVE, self.tr("Thôi") if adjusting else self.tr("Xem tất cả"))
        order = _LARGE if large else (*_SCANNING, *_CHANGING) if self._short else _CHANGING
        self._scan_row.setVisible(not large and not self._short)
        if not large and not self._short:
            self._scan_row.present(tuple(self._buttons[tool] for tool in _SCANNING if tool in shown))
        self._change_row.present(tuple(self._buttons[tool] for tool in order if tool in shown))

    def say_adjusting(self, purpose: Purpose, angle: float) -> None:
        """Say which keys change what is in sight."""
        if purpose is Purpose.STRAIGHTEN:
            turned = f"{angle:+.1f}".replace(".", ",")
            told = self.tr("Xoay {angle}°. Phím ← → xoay từng 0,1°; Enter để dùng, Esc để thôi.").format(angle=turned)
        elif purpose is Purpose.CROP:
            told = self.tr(
                "Phần trong khung được giữ. Kéo chuột vẽ khung khác, hoặc phím mũi tên thu cạnh vào, "
                "thêm Shift để nới ra; Enter để dùng, Esc để thôi."
            )
        else:
            told = ""
        self._hint.setText(told)
        self._hint.setVisible(bool(told))

    def _shown(self, state: SheetState, chosen: Sequence[DraftPage], *, large: bool, adjusting: bool) -> set[Tool]:
        shown = set(self._buttons)
        if adjusting:
            return {Tool.TAKE, Tool.LEAVE, Tool.STRAIGHTEN, Tool.CROP}
        shown.discard(Tool.TAKE)
        shown.discard(Tool.STOP if state.scanning is None else Tool.ADD)
        if not any(page.noted for page in chosen):
            shown.discard(Tool.TWIN)
        if not state.removed:
            shown.discard(Tool.RESTORE)
        if not state.fronts:
            shown.discard(Tool.BACKS)
        if not state.can_redo:
            shown.discard(Tool.REDO)
        if not any(page.original for page in chosen):
            shown.discard(Tool.AS_SCANNED)
        return shown

    def _say(self, tool: Tool, text: str) -> None:
        icon, _, key = self._words[tool]
        self._words[tool] = (icon, text, key)
        button = self._buttons[tool]
        button.set_words(self._said(tool, text), icon=icon)
        button.set_name(text)

    def _said(self, tool: Tool, text: str) -> str:
        """Return what stands on a button: signs that everybody knows have no words."""
        return "" if self._short or tool in _PLAIN_SIGNS else text

    def _made(self, tool: Tool) -> KeyButton:
        icon, text, key = self._words[tool]
        kind = Kind.PRIMARY if tool is Tool.TAKE else Kind.PLAIN
        button = KeyButton(self._said(tool, text), icon=icon, key=key, kind=kind, name=text, spread=False)
        button.clicked.connect(lambda: self.asked.emit(tool))
        return button

    def _all_words(self) -> dict[Tool, tuple[str, str, str]]:
        """Return sign, words and key of each."""
        return {
            Tool.ADD: ("scan", self.tr("Quét thêm"), "Ctrl+D"),
            Tool.BEFORE: ("chevron-left", self.tr("Quét chèn trước"), ""),
            Tool.AFTER: ("chevron-right", self.tr("Quét chèn sau"), ""),
            Tool.INSTEAD: ("refresh", self.tr("Quét thay trang"), ""),
            Tool.TWIN: ("message", self.tr("Quét bản không ghi chú"), ""),
            Tool.BACKS: ("arrows-exchange", self.tr("Quét mặt sau"), ""),
            Tool.STOP: ("player-stop", self.tr("Dừng quét"), "Ctrl+D"),
            Tool.OPEN: ("zoom-in", self.tr("Xem to"), ""),
            Tool.LEFT: ("rotate-2", self.tr("Xoay trái"), "Ctrl+E"),
            Tool.RIGHT: ("rotate-clockwise", self.tr("Xoay phải"), "Ctrl+R"),
            Tool.STRAIGHTEN: ("adjustments", self.tr("Nắn thẳng"), ""),
            Tool.CROP: ("crop", self.tr("Xén lề"), ""),
            Tool.AS_SCANNED: ("history", self.tr("Như lúc quét"), ""),
            Tool.REMOVE: ("trash", self.tr("Bỏ trang"), "Del"),
            Tool.RESTORE: ("file-plus", self.tr("Đặt lại trang đã bỏ"), ""),
            Tool.UNDO: ("arrow-back-up", self.tr("Hoàn tác"), "Ctrl+Z"),
            Tool.REDO: ("arrow-right", self.tr("Làm lại"), "Ctrl+Y"),
            Tool.LARGER: ("zoom-in", self.tr("Phóng to"), "+"),
            Tool.SMALLER: ("zoom-out", self.tr("Thu nhỏ"), "-"),
            Tool.TAKE: ("check", self.tr("Dùng"), "Enter"),
            Tool.LEAVE: ("arrow-left", self.tr("Xem tất cả"), "Esc"),
        }
