"""Choosing the procedure: type a code, its name or the usual words, without diacritics."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.procedures import Procedure
from counter_app.domain.text import fold
from ui import theme
from ui.components.chip import Chip
from ui.components.elided_label import ElidedLabel
from ui.components.line_edit import LineEdit
from ui.components.suggestions import Suggestion, Suggestions
from ui.components.tone import Tone
from ui.desk import words

_DOT = "  ·  "


class _ProcedureLine(LineEdit):
    """Selects everything on focus, so that typing starts another search; ``usual_asked`` on ↓ while it is empty."""

    usual_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self.text().strip():
            self.usual_asked.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()


class ProcedureChoice(QWidget):
    """The line, its suggestions and what is known of the procedure chosen.

    ``searched(str)`` tells what was typed, ``usual_asked`` that people's usual business is wanted, ``chosen(str)`` the
    code taken.
    """

    searched = Signal(str)
    usual_asked = Signal()
    chosen = Signal(str)

    def __init__(self, host: Callable[[], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = Chip()
        self.line = _ProcedureLine(
            self.tr("Thủ tục"),
            icon="search",
            trailing=self._code,
            role="strong",
            weight=theme.Weight.MEDIUM,
            height=40,
        )
        self.line.setPlaceholderText(self.tr("Mã, tên hoặc từ thường dùng, không cần dấu; ↓ việc hay gặp"))
        self.line.usual_asked.connect(self.usual_asked)
        self._about = ElidedLabel("", "small", color="text_muted")
        self.popup = Suggestions(self.line, host, self.tr("Thủ tục tìm thấy"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.line)
        column.addWidget(self._about)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._code.hide()
        self._about.hide()
        self.line.textEdited.connect(self._typed)
        self.popup.taken.connect(self.chosen)

    def present(self, procedure: Procedure | None) -> None:
        """Show the procedure chosen; a search being typed is left alone."""
        self._code.set_state(procedure.code if procedure else "", Tone.INFO)
        self._about.setVisible(procedure is not None)
        if procedure is not None:
            self._about.set_text(_about(procedure))
        if procedure is not None and not self.popup.isVisible():
            self.line.setText(procedure.name)
            self.line.setCursorPosition(0)
        elif procedure is None and not self.line.isModified():
            self.line.clear()
        self.line.fit_trailing()

    def clear(self) -> None:
        """Forget what was typed."""
        self.popup.hide()
        self.line.clear()

    def suggest(self, text: str, found: tuple[Procedure, ...], total: int) -> None:
        """Open the list with what was found for ``text``, if that is still what stands in the line."""
        if text != self.line.text() or not self.line.hasFocus():
            return
        rows = tuple(
            Suggestion(
                procedure.code,
                procedure.code,
                procedure.name,
                f"{procedure.field} · {words.term_words(procedure.term)}",
                _match(text, procedure),
            )
            for procedure in found
        )
        nothing = self.tr("Không có thủ tục nào khớp. Thử từ khác hoặc gõ mã thủ tục.")
        count = self.tr("{found} trong {total} thủ tục").format(found=len(found), total=total)
        self.popup.present(rows, nothing, count)

    def suggest_usual(self, found: tuple[Procedure, ...], total: int) -> None:
        """Open the list with what people mostly come for."""
        usual = QCoreApplication.translate("ProcedureChoice", "hay dùng")
        rows = tuple(
            Suggestion(one.code, one.code, one.name, f"{one.field} · {words.term_words(one.term)}", usual)
            for one in found
        )
        if rows:
            count = self.tr("{found} trong {total} thủ tục").format(found=len(found), total=total)
            self.popup.present(rows, "", count)

    def _typed(self, text: str) -> None:
        self._code.hide()
        self.line.fit_trailing()
        if text.strip():
            self.searched.emit(text)
        else:
            self.popup.hide()


def _about(procedure: Procedure) -> str:
    parts = [procedure.field, words.term_words(procedure.term)]
    if procedure.result:
        parts.append(procedure.result)
    if procedure.aliases:
        usual = QCoreApplication.translate("ProcedureChoice", "tên thường gọi: {name}")
        parts.append(usual.format(name=procedure.aliases[0]))
    return _DOT.join(parts)


def _match(text: str, procedure: Procedure) -> str:
    """Return what the text was found in, as far as it can be told."""
    asked = fold(text)
    if asked and asked in fold(procedure.code):
        return QCoreApplication.translate("ProcedureChoice", "mã thủ tục")
    if all(part in fold(procedure.name) for part in asked.split()):
        return QCoreApplication.translate("ProcedureChoice", "tên thủ tục")
    for alias in procedure.aliases:
        if all(part in fold(alias) for part in asked.split()):
            return alias
    return QCoreApplication.translate("ProcedureChoice", "gần đúng")
