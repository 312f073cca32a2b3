"""What is not received: what is missing becomes form 02, what cannot be taken form 03."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.dossier_facts import FormKind
from ui import theme
from ui.components.field import Field
from ui.components.icon_label import IconLabel
from ui.components.label import Label
from ui.components.rule import Rule
from ui.components.surface import Surface
from ui.components.vertical_scroll import VerticalScroll
from ui.desk.receive.state import MoreField, Verdict
from ui.desk.receive.tick_row import TickRow
from ui.desk.section import Section


@dataclass(frozen=True, slots=True)
class IncompleteState:
    """A form 02 or 03 as it is filled in; ``items`` are what may be ticked, with those that are ticked at first."""

    form: FormKind
    who: str
    what: str
    items: tuple[tuple[str, bool], ...]
    reason: str = ""
    contact: str = ""
    until: str = ""
    content: str = ""
    asks_content: bool = False
    again: bool = False
    article: str = ""
    verdicts: Mapping[MoreField, Verdict] = field(default_factory=dict)
    busy: bool = False


class IncompletePanel(VerticalScroll):
    """Ticks and lines; ``edited(field, text)`` tells what is typed."""

    edited = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = Label("", "title", theme.Weight.SEMIBOLD, wrap=True)
        self._who = Label("", wrap=True)
        self._law = Label("", "small", color="text_muted", wrap=True)
        self._law_icon = IconLabel("info-circle", "text_muted", 18)
        self.ticks: tuple[TickRow, ...] = ()
        self._items: tuple[tuple[str, bool], ...] = ()
        self._form: FormKind | None = None
        self.another = Field(self.tr("Nội dung khác cần hoàn thiện"))
        self.content = Field(self.tr("Người nộp yêu cầu việc gì"))
        self.reason = Field(self.tr("Lý do"))
        self.contact = Field(self.tr("Cần hỏi thì liên hệ"))
        self.until = Field(self.tr("Bổ sung trước ngày (nếu có)"))
        self.until.line.setPlaceholderText(self.tr("dd/mm/yyyy"))
        self._ticks_box = QWidget()
        self._ticks_column = QVBoxLayout(self._ticks_box)
        self._ticks_column.setContentsMargins(0, 0, 0, 0)
        self._ticks_column.setSpacing(theme.px(6))
        self._build()
        for key, line in (
            (MoreField.CONTENT, self.content),
            (MoreField.REASON, self.reason),
            (MoreField.CONTACT, self.contact),
            (MoreField.UNTIL, self.until),
        ):
            line.edited.connect(lambda text, key=key: self.edited.emit(key.value, text))

    def _build(self) -> None:
        head = QWidget()
        law = QHBoxLayout()
        law.setSpacing(theme.px(6))
        law.addWidget(self._law_icon, 0, Qt.AlignmentFlag.AlignTop)
        law.addWidget(self._law, 1)
        top = QVBoxLayout(head)
        top.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(12))
        top.setSpacing(theme.px(4))
        top.addWidget(self._title)
        top.addWidget(self._who)
        top.addLayout(law)
        self._tick_part = Section(self.tr("Cần bổ sung"), _column(self._ticks_box, self.another))
        self._reason_part = Section(self.tr("Ghi trên phiếu"), _column(self.content, self.reason))
        self._contact_part = Section(self.tr("Liên hệ"), _row(self.contact, self.until))
        inner = Surface("surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        for part in (self._tick_part, self._reason_part, self._contact_part):
            column.addWidget(Rule())
            column.addWidget(part)
        column.addWidget(Rule())
        column.addStretch(1)
        self.set_inner(inner)

    def present(self, state: IncompleteState) -> None:
        """Show the form; ticks set by hand stay while the same form is open."""
        supplement = state.form is FormKind.SUPPLEMENT
        opened = state.form is not self._form or state.items != self._items
        self._form, self._items = state.form, state.items
        self._title.setText(self._title_of(state))
        self._who.setText(f"{state.who} · {state.what}" if state.what else state.who)
        self._law.setText(self._law_of(state))
        self._law.set_color("warning" if state.again else "text_muted")
        self._law_icon.set_icon(
            "alert-triangle" if state.again else "info-circle", "warning" if state.again else "text_muted"
        )
        if opened:
            self._rebuild(state.items)
            self.another.set_text("")
        self.another.set_name(
            self.tr("Nội dung khác cần hoàn thiện") if supplement else self.tr("Lý do khác, ghi rõ để người dân hiểu")
        )
        self.content.setVisible(state.asks_content)
        self.reason.setVisible(supplement)
        self._reason_part.setVisible(supplement or state.asks_content)
        self._contact_part.setVisible(supplement)
        self.content.set_text(state.content)
        self.reason.set_text(state.reason)
        self.contact.set_text(state.contact)
        self.until.set_text(state.until)
        verdict = state.verdicts.get(MoreField.UNTIL, Verdict())
        self.until.set_verdict(right=verdict.right, problem=verdict.problem)

    def forget(self) -> None:
        """Tick anew at the next opening."""
        self._form = None

    def chosen(self) -> tuple[str, ...]:
        """Return what is ticked, and what was added."""
        ticked = [name for (name, _), tick in zip(self._items, self.ticks, strict=True) if tick.box.isChecked()]
        added = " ".join(self.another.text.split())
        return (*ticked, added) if added else tuple(ticked)

    def focus(self) -> None:
        """Put the focus where the officer looks first."""
        (self.ticks[0].box if self.ticks else self.another.line).setFocus()

    def _title_of(self, state: IncompleteState) -> str:
        if state.form is FormKind.SUPPLEMENT:
            return self.tr("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (mẫu 02)")
        return self.tr("Phiếu từ chối tiếp nhận hồ sơ (mẫu 03)")

    def _law_of(self, state: IncompleteState) -> str:
        if state.form is not FormKind.SUPPLEMENT:
            self._tick_part.set_title(self.tr("Lý do"))
            return self.tr("Nêu đủ lý do để người dân hiểu và biết đến đâu. Hồ sơ được ghi sổ là không tiếp nhận.")
        self._tick_part.set_title(self.tr("Cần bổ sung"))
        if state.again:
            told = self.tr("Hồ sơ này đã được yêu cầu bổ sung. Luật chỉ cho yêu cầu một lần ({article}).")
            return told.format(article=state.article)
        told = self.tr("Chỉ được yêu cầu bổ sung một lần ({article}): xin ghi đủ mọi thứ còn thiếu.")
        return told.format(article=state.article)

    def _rebuild(self, items: tuple[tuple[str, bool], ...]) -> None:
        for gone in self.ticks:
            self._ticks_column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        ticks: list[TickRow] = []
        before: QWidget = self
        for name, ticked in items:
            row = TickRow(name, ticked=ticked)
            self._ticks_column.addWidget(row)
            row.show()  # at once, so that it can take the focus
            QWidget.setTabOrder(before, row.box)
            before = row.box
            ticks.append(row)
        QWidget.setTabOrder(before, self.another.line)
        self.ticks = tuple(ticks)

    def set_stacked(self, stacked: bool) -> None:
        """Gutters above their content, or beside it."""
        for part in (self._tick_part, self._reason_part, self._contact_part):
            part.set_stacked(stacked)


def _column(*parts: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(8))
    for part in parts:
        column.addWidget(part)
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    return box


def _row(*parts: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(8))
    for place, part in enumerate(parts):
        row.addWidget(part, 2 - place)
    return box
