"""What is to be paid, how it is made up, and how it is paid."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from counter_app.domain.dossier_facts import PaymentMethod
from counter_app.domain.money import dong
from counter_app.domain.procedures import Channel, Fee, FeeUnit, Procedure
from counter_app.services.drafts import Draft
from ui import theme
from ui.components.label import Label
from ui.components.segments import Segments

_METHODS = (PaymentMethod.CASH, PaymentMethod.TRANSFER)
_MOST = 999


class _Count(QSpinBox):
    """A number of something; what stands in it is typed over."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setRange(1, _MOST)
        self.setFixedSize(theme.px(64), theme.px(32))
        self.lineEdit().setTextMargins(theme.px(6), 0, 0, 0)
        self.setAccessibleName(name)

    def put(self, value: int) -> None:
        """Show a number without telling."""
        if value != self.value():
            self.blockSignals(True)
            self.setValue(value)
            self.blockSignals(False)


class FeePart(QWidget):
    """Amount, units, method; ``paid_by(PaymentMethod)``, ``counted(int)`` and ``copied(int)`` tell what was changed."""

    paid_by = Signal(object)
    counted = Signal(int)
    copied = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._amount = Label("", "title", theme.Weight.SEMIBOLD)
        self._how = Label("", "small", color="text_muted", wrap=True)
        self.units = _Count(self.tr("Số lượng tính lệ phí"))
        self.copies = _Count(self.tr("Số bản cần làm"))
        self._unit = Label("", "base")
        self._copy = Label(self.tr("bản"), "base")
        self._counts = QWidget()
        self.method = Segments(self.tr("Cách thu"), (self.tr("Tiền mặt"), self.tr("Chuyển khoản")))
        counts = QHBoxLayout(self._counts)
        counts.setContentsMargins(0, 0, 0, 0)
        counts.setSpacing(theme.px(6))
        for part in (self.units, self._unit, self.copies, self._copy):
            counts.addWidget(part)
        counts.addStretch(1)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(theme.px(6))
        self._head.addWidget(self._amount, 1)
        self._head.addWidget(self._counts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(self._head)
        column.addWidget(self._how)
        column.addWidget(self.method)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.method.chosen.connect(lambda index: self.paid_by.emit(_METHODS[index]))
        self.units.valueChanged.connect(self.counted)
        self.copies.valueChanged.connect(self.copied)

    def present(self, procedure: Procedure, amount: int, draft: Draft) -> None:
        """Show the fee."""
        fee = procedure.fee
        free = is_free(fee)
        by_page = fee.unit is FeeUnit.PAGE
        self._amount.setText(self.tr("Miễn phí") if free else dong(amount))
        self._how.setText(fee_words(fee, draft.channel))
        self._counts.setVisible(is_counted(fee))
        down, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._head.setDirection(down if by_page else beside)
        self._unit.setText(self.tr("trang ×") if by_page else _unit_words(fee.unit))
        for part in (self.copies, self._copy):
            part.setVisible(by_page)
        self.units.put(max(1, draft.copies))
        self.copies.put(max(1, draft.fee_copies))
        self.method.setVisible(not free)
        self.method.set_current(_METHODS.index(draft.payment))

    def focusable(self) -> tuple[QWidget, ...]:
        """Return what the Tab key stops at, in order."""
        return self.units, self.copies, self.method.button(0), self.method.button(1)


def is_free(fee: Fee) -> bool:
    """Tell whether nothing is ever to be paid."""
    return fee.amount == 0 and not fee.online and not fee.steps


def is_counted(fee: Fee) -> bool:
    """Tell whether somebody has to say how many."""
    return not is_free(fee) and fee.unit is not FeeUnit.DOSSIER


def fee_words(fee: Fee, channel: Channel) -> str:
    """Return how a fee is made up: ``2.000 đ mỗi trang, từ trang 3: 1.000 đ; nhiều nhất 200.000 đ mỗi bản``."""
    translate = QCoreApplication.translate
    if is_free(fee):
        return fee.note or translate("Words", "Không thu lệ phí")
    online = channel is Channel.ONLINE and fee.online is not None
    each = fee.online if online and fee.online is not None else fee.amount
    told = translate("FeePart", "{amount} mỗi {unit}").format(amount=dong(each), unit=_unit_words(fee.unit))
    for step in fee.steps:
        told += translate("FeePart", ", từ trang {first}: {amount}").format(first=step.first, amount=dong(step.amount))
    if fee.cap:
        told += translate("FeePart", "; nhiều nhất {amount} mỗi bản").format(amount=dong(fee.cap))
    return told + (translate("FeePart", " (nộp trực tuyến)") if online else "")


def _unit_words(unit: FeeUnit) -> str:
    translate = QCoreApplication.translate
    said = {
        FeeUnit.DOSSIER: translate("Words", "hồ sơ"),
        FeeUnit.PAGE: translate("Words", "trang"),
        FeeUnit.COPY: translate("Words", "bản"),
        FeeUnit.CASE: translate("Words", "việc"),
    }
    return said[unit]
