"""Parts that choose from what the office has: who takes over, which step, who signed, which day."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtWidgets import QComboBox

from counter_app.domain.dossier_facts import ReceivedPaper
from counter_app.domain.dossiers import Dossier
from counter_app.domain.places import Officer
from counter_app.domain.procedures import PaperForm, WorkStep
from counter_app.domain.working_calendar import VIETNAM, WorkingCalendar
from ui import language, theme
from ui.components.field import Field
from ui.components.label import Label
from ui.desk.dossier.filled import Filled
from ui.desk.dossier.parts import ItemsPart, Part, typed_day
from ui.desk.pill import Pill
from ui.desk.pill_row import PillRow

_AHEAD = (1, 3, 5)


class OfficerPart(Part):
    """An officer, those of each department together; ``into`` is the field for the id."""

    def __init__(self, name: str, into: str, officers: Iterable[Officer], nobody: str = "") -> None:
        super().__init__()
        self._into = into
        usable = (one for one in officers if not one.disabled)
        self._officers = sorted(usable, key=lambda one: (one.department, one.name))
        self.column.addWidget(Label(name, "small", color="text_muted"))
        self.box = combo(name)
        if nobody:
            self.box.addItem(nobody, "")
        for one in self._officers:
            words = f"{one.name} · {one.department or one.title}" if one.department or one.title else one.name
            self.box.addItem(words, one.id)
        self.column.addWidget(self.box)
        self._none = Label(self.tr("Chưa có cán bộ nào làm được việc này."), "small", color="danger", wrap=True)
        self._none.setVisible(not self._officers and not nobody)
        self.column.addWidget(self._none)

    def choose(self, officer: str) -> None:
        """Take an officer."""
        place = self.box.findData(officer)
        if place >= 0:
            self.box.setCurrentIndex(place)

    def choose_department(self, department: str) -> None:
        """Take the first officer of a department."""
        found = next((one for one in self._officers if department and one.department == department), None)
        if found is not None:
            self.choose(found.id)

    def check(self) -> bool:
        """Need somebody."""
        return self.box.currentIndex() >= 0

    def put(self, filled: Filled) -> Filled:
        """Give the officer's id."""
        return replace(filled, **{self._into: str(self.box.currentData() or "")})  # type: ignore[arg-type]

    def focus(self) -> None:
        """Put the focus on the list."""
        self.box.setFocus()


class StepPart(Part):
    """A step of the dossier's process with its hours; choosing one proposes somebody of its department."""

    def __init__(self, steps: tuple[WorkStep, ...], current: int, taker: OfficerPart) -> None:
        super().__init__()
        self._steps, self._taker = steps, taker
        name = self.tr("Bước tiếp theo")
        self.column.addWidget(Label(name, "small", color="text_muted"))
        self.box = combo(name)
        for step in steps:
            hours = self.tr("{count} giờ làm việc").format(count=step.hours)
            self.box.addItem(f"{step.name} · {hours}" if step.hours else step.name)
        self.column.addWidget(self.box)
        self.box.currentIndexChanged.connect(self._propose)
        self.box.setCurrentIndex(min(current, len(steps) - 1))
        self._propose()

    def put(self, filled: Filled) -> Filled:
        """Give the step's place."""
        return replace(filled, step=max(0, self.box.currentIndex()))

    def focus(self) -> None:
        """Put the focus on the list."""
        self.box.setFocus()

    def _propose(self) -> None:
        place = self.box.currentIndex()
        if 0 <= place < len(self._steps):
            self._taker.choose_department(self._steps[place].department)


class DuePart(Part):
    """The new day of an appointment, checked against the calendar as it is typed."""

    def __init__(self, calendar: WorkingCalendar, dossier: Dossier, now: datetime) -> None:
        super().__init__()
        self._calendar, self._old, self._now = calendar, dossier.due, now
        self.field = Field(self.tr("Hẹn trả vào ngày"))
        self.field.line.setPlaceholderText(self.tr("ngày/tháng/năm"))
        self._told = Label("", "small", color="text_muted", wrap=True)
        self.column.addWidget(self.field)
        self.column.addWidget(self._told)
        self.pills = tuple(self._pill(ahead) for ahead in _AHEAD)
        row = PillRow()
        row.present(self.pills)
        self.column.addSpacing(theme.px(4))
        self.column.addWidget(row)
        self.field.edited.connect(lambda _: self._edited())
        self._edited()

    @property
    def blank(self) -> bool:
        """Whether no day is typed."""
        return not self.field.text.strip()

    @property
    def due(self) -> datetime | None:
        """The end of the day typed, if that day is worked and later than the old one."""
        day = self._day()
        if day is None or self._problem(day):
            return None
        return self._calendar.closing(day)

    def check(self) -> bool:
        """Need a day that can be promised."""
        day = self._day()
        problem = self.tr("Ghi ngày, ví dụ 30/11/2026") if day is None else self._problem(day)
        self.field.set_verdict(problem=problem, right=not problem)
        return not problem

    def put(self, filled: Filled) -> Filled:
        """Give the instant."""
        return replace(filled, due=self.due)

    def focus(self) -> None:
        """Put the focus in the line."""
        self.field.line.setFocus()

    def _pill(self, ahead: int) -> Pill:
        pill = Pill(self.tr("+{count} ngày làm việc").format(count=ahead))
        pill.setCheckable(False)
        pill.clicked.connect(lambda: self._take(ahead))
        return pill

    def _take(self, ahead: int) -> None:
        day = max(self._now, self._old or self._now).astimezone(VIETNAM).date()
        for _ in range(ahead):
            day = self._calendar.next_working(day.fromordinal(day.toordinal() + 1))
        self.field.set_text(f"{day:%d/%m/%Y}")
        self._edited()

    def _day(self) -> date | None:
        return typed_day(self.field.text, self._now.astimezone(VIETNAM).date())

    def _problem(self, day: date) -> str:
        if not self._calendar.is_working(day):
            name = self._calendar.name_of(day)
            return self.tr("Ngày này nghỉ: {name}").format(name=name) if name else self.tr("Ngày này cơ quan nghỉ")
        if self._old is not None and self._calendar.closing(day) <= self._old:
            return self.tr("Phải sau ngày hẹn cũ")
        return "" if self._calendar.closing(day) > self._now else self.tr("Phải sau hôm nay")

    def _edited(self) -> None:
        day = self._day()
        problem = self._problem(day) if day is not None else ""
        self.field.set_verdict(problem=problem, right=day is not None and not problem)
        if day is not None and not problem:
            closing = self._calendar.closing(day).astimezone(VIETNAM)
            told = self.tr("{day}, trước {time}").format(day=language.long_date(day), time=f"{closing:%H:%M}")
            self._told.setText(told)
        elif self._old is not None:
            old = self._old.astimezone(VIETNAM)
            self._told.setText(self.tr("Hẹn cũ: {day}").format(day=language.long_date(old.date())))
        self._told.setVisible(bool(self._told.text()))
        self.changed.emit()


class CamePart(ItemsPart):
    """Which of the papers asked for have come; all are ticked at first."""

    def __init__(self, dossier: Dossier) -> None:
        asked = dossier.supplements[-1].items if dossier.supplements else ()
        name = self.tr("Giấy tờ đã nộp bổ sung")
        super().__init__(name, asked, self.tr("Chọn giấy tờ đã nộp"), self.tr("Giấy tờ khác đã nộp"))
        self._papers = dossier.papers
        for box in self.boxes:
            box.box.setChecked(True)

    @property
    def blank(self) -> bool:
        """Ticks alone can be set again at once."""
        return not self.own.text.strip()

    def check(self) -> bool:
        """Accept any; what did not come is asked for by word of mouth, the law lets it be asked once."""
        return True

    def put(self, filled: Filled) -> Filled:
        """Give the whole checklist as it is now."""
        came = set(self.items)
        known = {paper.name for paper in self._papers}
        papers = tuple(replace(paper, applies=True) if paper.name in came else paper for paper in self._papers)
        more = tuple(ReceivedPaper(name, PaperForm.ORIGINAL, 1) for name in self.items if name not in known)
        return replace(filled, papers=(*papers, *more))


def combo(name: str) -> QComboBox:
    """Return a list to choose from, in the height of the other lines."""
    box = QComboBox()
    box.setAccessibleName(name)
    box.setAccessibleDescription(name)  # on Linux Qt gives what is chosen as the name
    box.setMinimumHeight(theme.px(32))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    return box
