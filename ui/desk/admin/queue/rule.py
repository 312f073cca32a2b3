"""The rule of calling as a sentence with numbers, the other numbers of the queue, and a day to try it on."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from counter_app.domain.queue_policy import CallingRule, QueuePolicy
from ui import theme
from ui.components.beside import direction
from ui.components.label import Label
from ui.desk.admin.catalogue.terms import spin_box
from ui.desk.admin.foot import above_foot, foot, save_key, unsaved_mark, usual_key
from ui.desk.admin.queue.trial import TrialPart

_BESIDE_FROM = 980
_SPIN = 84


class RulePart(QWidget):
    """``edited()`` follows each change by a person; ``save_asked``."""

    edited = Signal()
    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.priority_run = self._spin(self.tr("Số ưu tiên gọi liền nhau"), 0, 99)
        self.other_run = self._spin(self.tr("Số thường gọi xen vào"), 0, 99)
        self.most_wait = self._spin(self.tr("Không ai chờ quá, phút"), 0, 600)
        self.long_queue = self._spin(self.tr("Hàng chờ dài từ bao nhiêu người"), 0, 999)
        self.most_calls = self._spin(self.tr("Số lần gọi nhiều nhất"), 1, 9)
        self.recall_within = self._spin(self.tr("Người vắng gọi lại được trong bao nhiêu số"), 0, 999)
        self.takeover = self._spin(self.tr("Máy giữ hàng chờ im bao nhiêu giây thì đổi máy"), 2, 3600)
        self.meaning = Label("", "base", theme.Weight.MEDIUM, "primary", wrap=True)
        self.trial = TrialPart()
        self.usual_button = usual_key(self.tr("Về quy tắc có sẵn"))
        self.save_button = save_key(self.tr("Lưu quy tắc"), self.tr("Lưu"))
        self._unsaved = unsaved_mark(self.tr("Chưa lưu"))
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._filling = False
        self._build()
        for box in self._boxes:
            box.valueChanged.connect(self._tell)
        self.save_button.clicked.connect(self.save_asked)
        self.usual_button.clicked.connect(lambda: self._take_usual())

    @property
    def _boxes(self) -> tuple[QSpinBox, ...]:
        calling = (self.priority_run, self.other_run, self.most_wait)
        return (*calling, self.long_queue, self.most_calls, self.recall_within, self.takeover)

    def present(self, policy: QueuePolicy) -> None:
        """Put a policy in the form."""
        self._filling = True
        rule = policy.rule
        around = (policy.long_queue, policy.most_calls, policy.recall_within, policy.takeover_s)
        values = (rule.priority_run, rule.other_run, rule.most_wait_minutes, *around)
        for box, value in zip(self._boxes, values, strict=True):
            box.setValue(value)
        self._filling = False
        self.meaning.setText(self._said(rule))

    def policy(self) -> QueuePolicy:
        """What the form says."""
        priority, other, wait, long_, calls, recall, takeover = (box.value() for box in self._boxes)
        return QueuePolicy(CallingRule(priority, other, wait), long_, calls, recall, takeover)

    def set_allowed(self, allowed: bool) -> None:
        """Keep changes, or only try them."""
        for part in (self.long_queue, self.most_calls, self.recall_within, self.takeover, self.save_button):
            part.setEnabled(allowed)

    def set_unsaved(self, unsaved: bool) -> None:
        """Say that the form differs from what is kept."""
        self._unsaved.setVisible(unsaved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the trial below the form where there is no room beside it."""
        super().resizeEvent(event)
        self._both.setDirection(direction(beside=self.width() >= theme.px(_BESIDE_FROM)))

    def _spin(self, name: str, least: int, most: int) -> QSpinBox:
        return spin_box(name, least, most, _SPIN)

    def _build(self) -> None:
        inner = QWidget()
        inner.setLayout(self._both)
        self._both.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(12))
        self._both.setSpacing(theme.px(32))
        self._both.addWidget(self._form(), 4)
        self._both.addWidget(self.trial, 5)
        self.setLayout(above_foot(inner, foot((self.usual_button, self._unsaved), (self.save_button,))))

    def _form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(Label(self.tr("Ai được gọi tiếp theo"), "strong", theme.Weight.SEMIBOLD))
        run = _sentence(self.tr("Sau"), self.priority_run, self.tr("số ưu tiên thì gọi"))
        _go_on(run, self.other_run, self.tr("số thường;"))
        column.addLayout(run)
        column.addLayout(_sentence(self.tr("không ai chờ quá"), self.most_wait, self.tr("phút.")))
        column.addWidget(self.meaning)
        column.addSpacing(theme.px(8))
        column.addWidget(Label(self.tr("Các con số khác"), "strong", theme.Weight.SEMIBOLD))
        for before, box, after in (
            (self.tr("Máy lấy số hỏi lại khi có"), self.long_queue, self.tr("người đang chờ")),
            (self.tr("Gọi một số nhiều nhất"), self.most_calls, self.tr("lần")),
            (self.tr("Người vắng gọi lại được trong"), self.recall_within, self.tr("số")),
            (self.tr("Máy dự phòng tiếp quản sau"), self.takeover, self.tr("giây im lặng")),
        ):
            column.addLayout(_sentence(before, box, after))
        note = self.tr("0 ở ô chờ quá: không giới hạn. 0 ở ô hỏi lại: không hỏi.")
        column.addWidget(Label(note, "small", color="text_muted", wrap=True))
        column.addStretch(1)
        return form

    def _said(self, rule: CallingRule) -> str:
        if not rule.priority_run:
            said = self.tr("Không phân ưu tiên: ai đến trước gọi trước.")
        elif not rule.other_run:
            said = self.tr("Gọi hết người ưu tiên rồi mới đến người khác.")
        else:
            said = self.tr("Cứ {priority} người ưu tiên thì xen {other} người khác.").format(
                priority=rule.priority_run, other=rule.other_run
            )
        if rule.most_wait_minutes:
            more = self.tr("Ai chờ đủ {minutes} phút được gọi trước tất cả.").format(minutes=rule.most_wait_minutes)
        else:
            more = self.tr("Không giới hạn thời gian chờ.")
        return f"{said} {more}"

    def _take_usual(self) -> None:
        self.present(QueuePolicy())
        self.edited.emit()

    def _tell(self) -> None:
        self.meaning.setText(self._said(self.policy().rule))
        if not self._filling:
            self.edited.emit()


def _sentence(before: str, box: QSpinBox, after: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
    row.addWidget(Label(before))
    row.addStretch(1)
    _go_on(row, box, after)
    return row


def _go_on(row: QHBoxLayout, box: QSpinBox, after: str) -> None:
    """Add a number and the words after it to a sentence, before the room that is left."""
    row.insertWidget(row.count() - 1, box)
    row.insertWidget(row.count() - 1, Label(after))
