"""The acts of an officer, one below another: the first is the main one; those that the law forbids say why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain import dossier_facts as facts
from ui import messages, theme
from ui.components.elided_label import ElidedLabel
from ui.components.icon_label import IconLabel
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.rule import Rule
from ui.components.surface import Surface
from ui.components.vertical_scroll import VerticalScroll
from ui.desk.dossier import act_words
from ui.desk.dossier.acts import KINDS, Act, Offer
from ui.desk.dossier.timeline import empty
from ui.desk.text_row import TextRow


class Done(Surface):
    """What was just done, and its paper; ``paper_asked()`` shows it."""

    paper_asked = Signal()

    def __init__(self) -> None:
        super().__init__("success_soft")
        self._words = Label("", weight=theme.Weight.MEDIUM, wrap=True)
        self.button = KeyButton(self.tr("Xem và in phiếu"), icon="printer", key="Ctrl+P")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(IconLabel("circle-check", "success", 20))
        row.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10))
        column.setSpacing(theme.px(8))
        column.addLayout(row)
        column.addWidget(self.button)
        self.button.clicked.connect(self.paper_asked)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def present(self, words: str, form: str = "") -> None:
        """Say something, and offer a form by its number; no words hide it."""
        self._words.setText(words)
        self.button.set_words(self.tr("Xem và in phiếu (mẫu {form})").format(form=form))
        self.button.setVisible(bool(form))
        self.setVisible(bool(words))


class ActColumn(QWidget):
    """``chosen(Act)`` tells which act is wanted, ``forbidden_chosen(Offer)`` one that the law forbids."""

    chosen = Signal(object)
    forbidden_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.done = Done()
        self.done.setParent(self)  # goes with it, also before the first offers came
        self.buttons: dict[Act, KeyButton] = {}
        self.forbidden: dict[Act, TextRow] = {}
        self._offers: tuple[Offer, ...] | None = None
        self._far, self.far_button = QWidget(self), KeyButton("", parent=self)
        self._far.hide()
        self.far_button.hide()
        self._main = QVBoxLayout()
        self._main.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        self._main.setSpacing(theme.px(8))
        self._inner = QWidget()
        self._body = QVBoxLayout(self._inner)
        self._body.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        self._body.setSpacing(theme.px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(VerticalScroll(self._inner), 1)
        column.addWidget(Rule())
        column.addLayout(self._main)

    def present(self, offers: tuple[Offer, ...]) -> None:
        """Show other acts; the main one stands below, always at the same place."""
        if offers == self._offers:
            return
        self._offers = offers
        self.done.setParent(None)
        empty(self._body)
        empty(self._main)
        self.buttons, self.forbidden = {}, {}
        self._body.addWidget(self.done)
        allowed = [offer.act for offer in offers if offer.allowed]
        if len(allowed) > 1:
            self._body.addWidget(Label(self.tr("Việc làm được"), weight=theme.Weight.SEMIBOLD))
        for act in allowed[1:]:
            self._body.addWidget(self._button(act, main=False))
        if allowed:
            self._main.addWidget(self._button(allowed[0], main=True))
        shut = [offer for offer in offers if not offer.allowed]
        if shut:
            self._body.addSpacing(theme.px(6))
            self._body.addWidget(Rule())
            self._body.addSpacing(theme.px(2))
            self._body.addWidget(Label(self.tr("Luật chưa cho phép"), weight=theme.Weight.SEMIBOLD))
        self._fill_shut(shut)
        self._body.addStretch(1)

    def toggle_far(self) -> None:
        """Show or hide the acts whose turn it is not."""
        self.far_button.toggle()

    def _fill_shut(self, shut: list[Offer]) -> None:
        """A rule that speaks of this dossier stands open; what is merely not its turn is folded away."""
        far = [offer for offer in shut if offer.broken[0] is facts.Rule.ORDER]
        for offer in shut:
            if offer not in far:
                self._body.addWidget(self._shut_row(offer))
        self._far = QWidget()
        column = QVBoxLayout(self._far)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for offer in far:
            column.addWidget(self._shut_row(offer))
        words = self.tr("Chưa đến lượt: {count} việc").format(count=len(far))
        self.far_button = KeyButton(words, icon="chevron-down", key="Alt+V", kind=Kind.QUIET)
        self.far_button.setCheckable(True)
        self.far_button.toggled.connect(self._far.setVisible)
        self._body.addWidget(self.far_button)
        self._body.addWidget(self._far)
        self.far_button.setVisible(bool(far))
        self._far.hide()

    def focus(self) -> None:
        """Put the focus on the main act."""
        if self._main.count() and (item := self._main.itemAt(0)) and (widget := item.widget()):
            widget.show()  # a layout shows what is new later; what is hidden takes no focus
            widget.setFocus()

    def _button(self, act: Act, *, main: bool) -> KeyButton:
        kind = KINDS[act]
        button = KeyButton(
            act_words.act_words(act),
            icon=kind.icon,
            key="Ctrl+Enter" if main else kind.key,
            kind=Kind.PRIMARY if main else Kind.PLAIN,
            height=40 if main else 32,
            weight=theme.Weight.SEMIBOLD if main else theme.Weight.MEDIUM,
        )
        button.clicked.connect(lambda: self.chosen.emit(act))
        self.buttons[act] = button
        return button

    def _shut_row(self, offer: Offer) -> TextRow:
        name, rule = act_words.act_words(offer.act), messages.word(offer.broken[0])
        row = TextRow(self.tr("{act}: luật chưa cho phép. {rule}").format(act=name, rule=rule))
        line = QHBoxLayout(row)
        line.setContentsMargins(theme.px(6), theme.px(4), theme.px(6), theme.px(4))
        line.setSpacing(theme.px(8))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(name, color="text_muted"))
        words.addWidget(ElidedLabel(rule, "small", color="text_muted"))
        line.addWidget(IconLabel("lock", "text_muted", 18))
        line.addLayout(words, 1)
        row.clicked.connect(lambda: self.forbidden_chosen.emit(offer))
        self.forbidden[offer.act] = row
        return row
