"""The form of one version of a procedure."""

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.procedures import ComponentDocument, Fee, Procedure, ServiceGroup, Term
from counter_app.services.catalogue_check import Flaw
from ui import theme
from ui.components.field import Field
from ui.components.key_button import KeyButton
from ui.components.label import Label
from ui.components.rule import Rule
from ui.components.surface import Surface
from ui.components.vertical_scroll import VerticalScroll
from ui.desk.action_bar import ActionBar
from ui.desk.admin.catalogue import words as catalogue_words
from ui.desk.admin.catalogue.papers import PapersEditor
from ui.desk.admin.catalogue.steps import StepsEditor
from ui.desk.admin.catalogue.terms import FeeEditor, TermsEditor
from ui.desk.admin.foot import save_key
from ui.desk.section import Section
from ui.messages import word

STACK_BELOW = 720
_DATE = "%d/%m/%Y"
NEW = Procedure("", "", "", "other", Term(1), Fee(), (ComponentDocument(""),))


class ProcedureForm(Surface):
    """Fields in six parts; ``saved`` and ``cancelled`` are its two ways out."""

    saved = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._procedure = NEW
        self.title = Label("", "title", theme.Weight.SEMIBOLD, wrap=True)
        self.code = Field(self.tr("Mã thủ tục"))
        self.code.line.setPlaceholderText("1.234567")
        self.name = Field(self.tr("Tên thủ tục"))
        self.field = Field(self.tr("Lĩnh vực"))
        self.group = QComboBox()
        self.group.setAccessibleName(self.tr("Nhóm trên máy lấy số"))
        self.group.setFixedHeight(theme.px(32))
        self.aliases = Field(self.tr("Từ thường dùng, cách nhau bằng dấu phẩy"))
        self.result = Field(self.tr("Kết quả"))
        self.decision = Field(self.tr("Quyết định công bố"))
        self.popular = QCheckBox(self.tr("Hay được hỏi: hiện trước trên máy lấy số"))
        self.terms, self.fee, self.papers = TermsEditor(), FeeEditor(), PapersEditor()
        self.steps = StepsEditor()
        self.since = Field(self.tr("Áp dụng từ ngày"))
        self.until = Field(self.tr("Đến hết ngày (để trống: chưa định)"))
        for field in (self.since, self.until):
            field.line.setPlaceholderText(self.tr("ngày/tháng/năm"))
        self._sections = {
            "general": Section(self.tr("Chung"), self._general()),
            "term": Section(self.tr("Thời hạn"), self.terms),
            "fee": Section(self.tr("Phí, lệ phí"), self.fee),
            "papers": Section(self.tr("Thành phần"), self.papers),
            "steps": Section(self.tr("Các bước xử lý"), self.steps),
            "validity": Section(self.tr("Hiệu lực"), _side_by_side(self.since, self.until)),
        }
        self.save_button = save_key(self.tr("Lưu"))
        self.cancel_button = KeyButton(self.tr("Thôi, không lưu"), key="Esc", height=40, short=(self.tr("Thôi"),))
        self._scroll = VerticalScroll(self._inner())
        self._lay_out()
        for rows in (self.papers, self.steps):
            rows.rebuilt.connect(self._order_stops)
        self.save_button.clicked.connect(self.saved)
        self.cancel_button.clicked.connect(self.cancelled)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(Rule())
        column.addWidget(ActionBar((), (self.cancel_button, self.save_button)))

    def present(
        self, procedure: Procedure, groups: tuple[ServiceGroup, ...], title: str, *, new: bool, dated: bool
    ) -> None:
        """Show a version to edit; ``new`` opens the code, ``dated`` the day it begins on."""
        self._procedure = procedure
        self.title.setText(title)
        self.group.clear()
        for group in groups:
            self.group.addItem(group.name, group.id)
        self.group.setCurrentIndex(max(0, self.group.findData(procedure.group)))
        for field, text in self._texts(procedure):
            field.set_text(text)
            field.set_verdict()
        self.code.setEnabled(new)
        self.since.setEnabled(new or dated)
        self.popular.setChecked(procedure.popular)
        self.terms.present(procedure.term, procedure.terms)
        self.fee.present(procedure.fee)
        self.papers.present(procedure.papers)
        self.steps.present(procedure.steps)
        for section in self._sections.values():
            section.set_state(done=True)
        self._scroll.verticalScrollBar().setValue(0)
        first = self.code if new else self.since if dated else self.name
        first.line.setFocus()
        self._scroll.ensureWidgetVisible(first)

    def wrong(self) -> bool:
        """Whether something typed cannot even be read; said beside its field, which gets the focus."""
        problems = [(field, self._day_problem(field)) for field in (self.since, self.until)]
        problems.append((self.fee.steps, self.fee.problem))
        for field, problem in problems:
            field.set_verdict(problem=problem)
        first = next((field for field, problem in problems if problem), None)
        if first is not None:
            first.line.setFocus()
            self._scroll.ensureWidgetVisible(first)
        return first is not None

    @property
    def procedure(self) -> Procedure:
        """What is typed, over what the form does not show."""
        name = _plain(self.name)
        before = self._procedure
        return replace(
            before,
            code=_plain(self.code),
            name=name,
            field=_plain(self.field),
            group=self.group.currentData(),
            term=self.terms.main.term,
            terms=self.terms.terms,
            fee=self.fee.fee,
            papers=self.papers.papers,
            steps=self.steps.steps,
            aliases=tuple(" ".join(part.split()) for part in self.aliases.text.split(",") if part.strip()),
            result=_plain(self.result),
            decision=_plain(self.decision),
            popular=self.popular.isChecked(),
            valid_from=_day(self.since.text),
            valid_to=_day(self.until.text),
        )

    def tell(self, flaws: tuple[Flaw, ...]) -> None:
        """Say what is wrong beside each field, and go to the first."""
        fields = self._fields()
        shown: list[QWidget] = []
        for flaw in flaws:
            first = flaw.field.split(".")[0]
            part = self._sections[_PARTS.get(first, "general")]
            said = word(flaw.detail.value)
            field, told = fields.get(first), f"{catalogue_words.field_words(flaw.field)} {said}"
            told = told[:1].upper() + told[1:]
            part.set_state(done=False, note="" if field is not None else told, problem=True)
            if field is not None:
                field.set_verdict(problem=told)
            shown.append(field.line if field is not None else part)
        if shown:
            shown[0].setFocus()
            self._scroll.ensureWidgetVisible(shown[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put gutters above their content where the form is narrow."""
        super().resizeEvent(event)
        for section in self._sections.values():
            section.set_stacked(self.width() < theme.px(STACK_BELOW))

    def _order_stops(self) -> None:
        """Let Tab go as the eye does; rows come and go."""
        general = (self.code.line, self.field.line, self.name.line, self.group, self.decision.line)
        words = (self.aliases.line, self.result.line, self.popular)
        days = (self.since.line, self.until.line, self.cancel_button, self.save_button)
        stops = (*general, *words, *self.terms.stops, *self.fee.stops, *self.papers.stops, *self.steps.stops, *days)
        for before, after in zip(stops, stops[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def _fields(self) -> dict[str, Field]:
        return {
            "code": self.code,
            "name": self.name,
            "field": self.field,
            "aliases": self.aliases,
            "result": self.result,
            "decision": self.decision,
            "valid_from": self.since,
            "valid_to": self.until,
        }

    def _texts(self, one: Procedure) -> tuple[tuple[Field, str], ...]:
        return (
            (self.code, one.code),
            (self.name, one.name),
            (self.field, one.field),
            (self.aliases, ", ".join(one.aliases)),
            (self.result, one.result),
            (self.decision, one.decision),
            (self.since, catalogue_words.day_words(one.valid_from) if one.valid_from else ""),
            (self.until, catalogue_words.day_words(one.valid_to) if one.valid_to else ""),
        )

    def _day_problem(self, field: Field) -> str:
        typed = field.text.strip()
        return self.tr("Ghi ngày như 01/01/2027") if typed and _day(typed) is None else ""

    def _general(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self.code.setFixedWidth(theme.px(150))
        column.addLayout(_row(self.code, self.field))
        column.addWidget(self.name)
        kiosk = QVBoxLayout()
        kiosk.setSpacing(theme.px(2))
        kiosk.addWidget(Label(self.tr("Nhóm trên máy lấy số"), "small", color="text_muted"))
        kiosk.addWidget(self.group)
        group = QHBoxLayout()
        group.setSpacing(theme.px(8))
        group.addLayout(kiosk, 1)
        group.addWidget(self.decision, 1)
        column.addLayout(group)
        column.addWidget(self.aliases)
        column.addWidget(self.result)
        column.addWidget(self.popular)
        return box

    def _inner(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(10))
        head.addWidget(self.title)
        column.addLayout(head)
        for section in self._sections.values():
            column.addWidget(Rule())
            column.addWidget(section)
        column.addStretch(1)
        return inner


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(8))
    for part in parts:
        row.addWidget(part)
    return row


def _side_by_side(*parts: QWidget) -> QWidget:
    box = QWidget()
    box.setLayout(_row(*parts))
    return box


def _plain(field: Field) -> str:
    return " ".join(field.text.split())


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text.strip(), _DATE).date()  # noqa: DTZ007 - a day without a clock
    except ValueError:
        return None


_PARTS = {
    "term": "term",
    "terms": "term",
    "same_day": "term",
    "fee": "fee",
    "papers": "papers",
    "steps": "steps",
    "valid_from": "validity",
    "valid_to": "validity",
}
