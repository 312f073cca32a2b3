"""What is to be paid, how it is made up, and how it is paid."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from counter_app.domain.dossier_facts import PaymentMethod
from counter_app.domain.money import dong
from counter_app.domain.procedures import FeeUnit, Procedure
from ui import theme
from ui.components.label import Label
from ui.components.segments import Segments
from ui.desk import words

_METHODS = (PaymentMethod.CASH, PaymentMethod.TRANSFER)
_MOST = 999


class FeePart(QWidget):
    """Amount, units, method; ``paid_by(PaymentMethod)`` and ``counted(int)`` tell what was changed."""

    paid_by = Signal(object)
    counted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._amount = Label("", "title", theme.Weight.SEMIBOLD)
        self._how = Label("", "small", color="text_muted", wrap=True)
        self.units = QSpinBox()
        self.units.setRange(1, _MOST)
        self.units.setFixedHeight(theme.px(32))
        self.units.setFixedWidth(theme.px(64))
        self.units.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)
        self.units.setAccessibleName(self.tr("Số lượng tính lệ phí"))
        self.method = Segments(self.tr("Cách thu"), (self.tr("Tiền mặt"), self.tr("Chuyển khoản")))
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self._amount)
        head.addStretch(1)
        head.addWidget(self.units)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(head)
        column.addWidget(self._how)
        column.addWidget(self.method)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.method.chosen.connect(lambda index: self.paid_by.emit(_METHODS[index]))
        self.units.valueChanged.connect(self.counted)

    def present(self, procedure: Procedure, amount: int, copies: int, payment: PaymentMethod) -> None:
        """Show the fee."""
        free = procedure.fee.amount == 0
        self._amount.setText(self.tr("Miễn phí") if free else dong(amount))
        self._how.setText(words.fee_words(procedure.fee, max(1, copies)))
        self.units.setVisible(not free and procedure.fee.unit is not FeeUnit.DOSSIER)
        self.units.blockSignals(True)
        self.units.setValue(max(1, copies))
        self.units.blockSignals(False)
        self.method.setVisible(not free)
        self.method.set_current(_METHODS.index(payment))

    def focusable(self) -> tuple[QWidget, ...]:
        """Return what the Tab key stops at, in order."""
        return self.units, self.method.button(0), self.method.button(1)
