"""A line to type in, with an icon before the text and room for a mark, a chip or a key after it."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui import theme
from ui.components.icon_label import IconLabel
from ui.components.spoken_role import conceal

_LEAD = 18
_EDGE = 12
"""Frame, padding and cursor at one side of the text."""


class LineEdit(QLineEdit):
    """A line edit of the design's height; ``wrong`` gives it the edge of an error."""

    def __init__(
        self,
        name: str,
        *,
        icon: str = "",
        trailing: QWidget | None = None,
        role: str = "base",
        weight: int = theme.Weight.REGULAR,
        height: int = 32,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self._weight, self._height, self._icon = role, weight, height, icon
        self._trailing = trailing
        self._sample = ""
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(10), 0, theme.px(8), 0)
        row.setSpacing(0)
        if icon:
            row.addWidget(IconLabel(icon, "text_muted", _LEAD))
        row.addStretch(1)
        if trailing is not None:
            row.addWidget(trailing)
        self._restyle()

    def setEchoMode(self, mode: QLineEdit.EchoMode) -> None:
        """Show the letters or not; what does not show is not told to screen readers either."""
        super().setEchoMode(mode)
        if mode is not QLineEdit.EchoMode.Normal:
            conceal(self)

    def set_wrong(self, wrong: bool) -> None:
        """Mark or unmark the text as not acceptable."""
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    def set_weight(self, weight: int) -> None:
        """Change the weight of what is typed."""
        if weight != self._weight:
            self._weight = weight
            self._restyle()

    def keep_room(self, sample: str) -> None:
        """Never be narrower than ``sample`` with the icon before it and the mark after it."""
        self._sample = sample
        self._fit_sample()

    def fit_trailing(self) -> None:
        """Keep the text clear of what stands after it; call when that changes."""
        trailing = self._trailing
        room = trailing.sizeHint().width() + theme.px(4) if trailing is not None and not trailing.isHidden() else 0
        self.setTextMargins(theme.px(_LEAD + 8) if self._icon else 0, 0, room, 0)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+U to the page: on X11 it would wipe out the line before any shortcut sees it."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.DeleteCompleteLine)
        ):
            event.ignore()
            return False
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of contrast or text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_role"):
            self._restyle()

    def _restyle(self) -> None:
        font = theme.font(self._role, self._weight)
        if font != self.font():
            self.setFont(font)
        if self.minimumHeight() != theme.px(self._height):
            self.setFixedHeight(theme.px(self._height))
        self.fit_trailing()
        self._fit_sample()

    def _fit_sample(self) -> None:
        if not self._sample:
            return
        before = theme.px(_LEAD + 8) if self._icon else 0
        after = self._trailing.sizeHint().width() + theme.px(4) if self._trailing is not None else 0
        wide = self.fontMetrics().horizontalAdvance(self._sample)
        self.setMinimumWidth(wide + before + after + theme.px(2 * _EDGE))
