"""The stick: out and in, the fingerprint to compare on the telephone, how far it is and what came of it."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui import theme
from ui.components.field import Field
from ui.components.icon_label import IconLabel
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.tone import Tone
from ui.desk.pill_row import PillRow

_FINGERPRINT_POINTS = 22
_GROUPS_A_LINE = 3


class Way(StrEnum):
    """Which way the stick goes."""

    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Compared:
    """A key to be compared: its fingerprint; ``other``: another one was confirmed before; who may confirm it."""

    fingerprint: str
    way: Way
    other: bool
    may: bool


class StickPart(QWidget):
    """``out_asked``, ``in_asked``; of the comparison ``confirmed``, ``cancelled``; ``grown``: there is more to see."""

    out_asked = Signal()
    in_asked = Signal()
    confirmed = Signal()
    cancelled = Signal()
    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.out = KeyButton(self.tr("Xuất ra thẻ nhớ…"), icon="package-export", height=36)
        self.in_ = KeyButton(self.tr("Nhập từ thẻ nhớ…"), icon="download", height=36)
        self.fingerprint = Label("", _FINGERPRINT_POINTS, theme.Weight.BOLD, "primary")
        self.code = Field(self.tr("Mã tỉnh cấp (chỉ khi tỉnh chưa biết máy này)"))
        self.yes = KeyButton(self.tr("Đúng, là khóa của tỉnh"), icon="check", kind=Kind.PRIMARY, height=36)
        self.no = KeyButton(self.tr("Thôi"), icon="x", kind=Kind.QUIET, height=36)
        self._other = Label("", "base", theme.Weight.SEMIBOLD, "danger", wrap=True)
        self._needs = Label(
            self.tr("Cần người có quyền quản trị so và xác nhận."), "base", theme.Weight.MEDIUM, "warning", wrap=True
        )
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Thẻ nhớ"))
        self._acts, self._answers = PillRow(), PillRow()
        self._compare = QWidget()
        self._said_icon = IconLabel("circle-check", "success", 18)
        self._said = Label("", "base", theme.Weight.MEDIUM, wrap=True)
        self._said_line = QWidget()
        self._build()
        self.out.clicked.connect(self.out_asked)
        self.in_.clicked.connect(self.in_asked)
        self.yes.clicked.connect(self.confirmed)
        self.no.clicked.connect(self.cancelled)

    @property
    def said(self) -> str:
        """What came of the last act, or how far it is."""
        return "" if self._said_line.isHidden() else self._said.text()

    def compare(self, asked: Compared) -> None:
        """Ask to compare a key on the telephone."""
        groups = asked.fingerprint.split()
        lines = [groups[at : at + _GROUPS_A_LINE] for at in range(0, len(groups), _GROUPS_A_LINE)]
        self.fingerprint.setText("\n".join("   ".join(line) for line in lines))
        self.fingerprint.setAccessibleName(" ".join(asked.fingerprint))
        self._other.setText(
            self.tr("Khóa này khác khóa đã xác nhận trước đây. Chỉ xác nhận khi tỉnh nói rõ là đã đổi khóa.")
        )
        self._other.setVisible(asked.other)
        self._needs.setVisible(not asked.may)
        self.yes.setEnabled(asked.may)
        self.code.setVisible(asked.way is Way.OUT and asked.may)
        self._said_line.hide()
        self._compare.show()
        (self.yes if asked.may else self.no).setFocus()
        self.grown.emit()

    def close_comparison(self) -> None:
        """Ask no more."""
        self._compare.hide()

    def busy(self, text: str) -> None:
        """An act is under way."""
        self._compare.hide()
        self._say(text, Tone.INFO, "refresh")
        self.bar.setRange(0, 0)
        self.bar.show()
        for act in (self.out, self.in_):
            act.setEnabled(False)

    def progress(self, done: int, all_: int) -> None:
        """Show how far it is."""
        self.bar.setRange(0, max(1, all_))
        self.bar.setValue(done)

    def tell(self, text: str, tone: Tone) -> None:
        """Say what came of it; nothing is under way any more. Without ``text`` nothing is said."""
        self.bar.hide()
        for act in (self.out, self.in_):
            act.setEnabled(True)
        if text:
            self._say(text, tone, tone.icon)
        else:
            self._said_line.hide()

    def _say(self, text: str, tone: Tone, icon: str) -> None:
        self._said.setText(text)
        self._said.set_color(tone.ink)
        self._said_icon.set_icon(icon, tone.ink)
        self._said_line.show()

    def _build(self) -> None:
        self._acts.present((self.out, self.in_))
        self._answers.present((self.yes, self.no))
        self.fingerprint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        compare = QVBoxLayout(self._compare)
        compare.setContentsMargins(0, theme.px(4), 0, 0)
        compare.setSpacing(theme.px(8))
        how = self.tr(
            "Gọi cho tỉnh, đọc từng nhóm và so với dãy tỉnh đọc. Đúng hết thì xác nhận; việc này làm một lần."
        )
        compare.addWidget(Label(how, wrap=True))
        for one in (self.fingerprint, self._other, self._needs, self.code, self._answers):
            compare.addWidget(one)
        line = QHBoxLayout(self._said_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(8))
        line.addWidget(self._said_icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._said, 1)
        about = self.tr(
            "Khi không có mạng: xuất ra thẻ nhớ, mang lên tỉnh, rồi nhập lại để biết tỉnh đã nhận. Thẻ được mã hóa, chỉ"
            " tỉnh đọc được; mất thẻ cũng không lộ."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(Label(about, color="text_muted", wrap=True))
        parts: tuple[QWidget, ...] = (self._acts, self.bar, self._said_line, self._compare)
        for part in parts:
            column.addWidget(part)
        self.bar.hide()
        self._said_line.hide()
        self._compare.hide()
