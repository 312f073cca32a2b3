"""Who takes the result: the owner, somebody authorised or somebody else, which way, by which paper."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.dossier_facts import ReturnWay
from ui import theme
from ui.components.field import Field
from ui.components.icon_label import IconLabel
from ui.components.label import Label
from ui.components.segments import Segments
from ui.desk.returning.state import CardMatch, Taker, TakerForm

_WAYS = (ReturnWay.COUNTER, ReturnWay.POST, ReturnWay.ONLINE)


class TakerPart(QWidget):
    """The fields; ``changed(TakerForm)`` after each thing a person does."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = TakerForm()
        self.way = Segments(
            self.tr("Cách trả"), (self.tr("Tại quầy"), self.tr("Qua bưu chính"), self.tr("Bản điện tử"))
        )
        self.who = Segments(
            self.tr("Người nhận"), (self.tr("Chủ hồ sơ"), self.tr("Người được ủy quyền"), self.tr("Người khác"))
        )
        self.name = Field(self.tr("Họ tên người nhận"))
        self.identity = Field(self.tr("Số định danh người nhận"))
        self.paper = Field(self.tr("Giấy ủy quyền, giấy giới thiệu"))
        self.receipt_back = QCheckBox(self.tr("Đã nhận lại giấy hẹn"))
        self.receipt_back.setAccessibleName(self.receipt_back.text())
        self._grid_box = QWidget()
        self._grid = QGridLayout(self._grid_box)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(4))
        self._person = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._person)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(8))
        self._row.addWidget(self.name, 1)
        self._row.addWidget(self.identity, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for part in (self.who, self.way, self._person, self.paper, self.receipt_back, self._grid_box):
            column.addWidget(part)
        self.way.chosen.connect(lambda place: self._choose_way(_WAYS[place]))
        self.who.chosen.connect(lambda place: self._choose(Taker(place)))
        for field in (self.name, self.identity, self.paper):
            field.edited.connect(lambda _: self._tell())
        self.receipt_back.clicked.connect(lambda _: self._tell())

    def set_narrow(self, narrow: bool) -> None:
        """Put the number below the name where both have no room."""
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def present(self, form: TakerForm, matches: tuple[CardMatch, ...], *, enabled: bool) -> None:
        """Show the form."""
        self._form = form
        self.way.set_current(_WAYS.index(form.way))
        self.who.set_current(form.who)
        for field, text in ((self.name, form.name), (self.identity, form.identity), (self.paper, form.paper)):
            field.set_text(text)
        self.receipt_back.setChecked(form.receipt_back)
        counter, post = form.way is ReturnWay.COUNTER, form.way is ReturnWay.POST
        owner = form.who is Taker.OWNER
        self.who.setVisible(counter)
        self._person.setVisible(counter or post)
        self.name.setVisible(post or not owner)
        self.identity.setVisible(counter)
        self.paper.setVisible(post or counter and not owner)
        self.paper.set_name(self.tr("Số bưu gửi") if post else self.tr("Giấy ủy quyền, giấy giới thiệu"))
        self.name.set_name(self.tr("Nhân viên bưu chính") if post else self.tr("Họ tên người nhận"))
        self.receipt_back.setVisible(counter)
        for part in (self.way, self.who, self.name, self.identity, self.paper, self.receipt_back):
            part.setEnabled(enabled)
        self._compare(matches if counter else ())

    def _choose(self, who: Taker) -> None:
        self._form = replace(self._form, who=who)
        self._tell()
        if who is not Taker.OWNER:
            self.name.line.setFocus()

    def _choose_way(self, way: ReturnWay) -> None:
        self._form = replace(self._form, way=way)
        self._tell()
        if way is ReturnWay.POST:
            self.name.line.setFocus()

    def _tell(self) -> None:
        self._form = replace(
            self._form,
            name=self.name.text,
            identity=self.identity.text,
            paper=self.paper.text,
            receipt_back=self.receipt_back.isChecked(),
        )
        self.changed.emit(self._form)

    def _compare(self, matches: tuple[CardMatch, ...]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._grid_box.setVisible(bool(matches))
        if not matches:
            return
        self._grid.addWidget(Label(self.tr("Trên hồ sơ"), "small", color="text_muted"), 0, 1)
        self._grid.addWidget(Label(self.tr("Trên thẻ căn cước"), "small", color="text_muted"), 0, 2)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        for place, match in enumerate(matches, start=1):
            sign = ("circle-check-filled", "success") if match.same else ("alert-triangle", "warning")
            word = self.tr("Khớp") if match.same else self.tr("Khác")
            self._grid.addWidget(Label(match.name, "small", color="text_muted"), place, 0)
            self._grid.addWidget(Label(match.on_dossier or "—", weight=theme.Weight.MEDIUM, wrap=True), place, 1)
            self._grid.addWidget(Label(match.on_card, weight=theme.Weight.MEDIUM, wrap=True), place, 2)
            verdict = QHBoxLayout()
            verdict.setSpacing(theme.px(4))
            verdict.addWidget(IconLabel(*sign, 16))
            verdict.addWidget(Label(word, "small", theme.Weight.MEDIUM, sign[1]))
            box = QWidget()
            verdict.setContentsMargins(0, 0, 0, 0)
            box.setLayout(verdict)
            self._grid.addWidget(box, place, 3)
