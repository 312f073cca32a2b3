"""Khôi phục từ máy chủ của tỉnh: this machine takes the place of one that is gone."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from ui import theme
from ui.components.field import Field
from ui.components.label import Label
from ui.setup.answers import MOST_DESKS, Asked, Problem, RestoreAnswers
from ui.setup.sections import beside_desk, column_of, sections
from ui.setup.words import show_problem


class RestorePart(QWidget):
    """The form; ``edited()`` follows what a person types or chooses."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = {
            Asked.RESTORE_URL: Field(self.tr("Địa chỉ máy chủ tỉnh")),
            Asked.RESTORE_CODE: Field(self.tr("Mã ghi danh (máy chủ tỉnh cấp)")),
            Asked.RESTORE_NAME: Field(self.tr("Tên máy này")),
        }
        self.fields[Asked.RESTORE_URL].line.setPlaceholderText("https://…")
        self.fields[Asked.RESTORE_CODE].line.setPlaceholderText("ABCD-EFGH-2345")
        self.desk = QSpinBox()
        self.desk.setRange(1, MOST_DESKS)
        self.desk.setAccessibleName(self.tr("Quầy ở máy này"))
        self.desk.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.desk.setFixedHeight(theme.px(32))
        self.desk.setMinimumWidth(theme.px(96))
        self._named = False
        self._build()
        self._suggest_name()
        for asked, field in self.fields.items():
            field.edited.connect(lambda _text, asked=asked: self._typed(asked))
        self.desk.valueChanged.connect(lambda _: self._suggest_name())

    def answers(self) -> RestoreAnswers:
        """Return what is typed."""
        return RestoreAnswers(
            url=self.fields[Asked.RESTORE_URL].text.strip(),
            code=self.fields[Asked.RESTORE_CODE].text.strip().upper(),
            name=self.fields[Asked.RESTORE_NAME].text.strip(),
            desk=self.desk.value(),
        )

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say what is wrong beside each field."""
        said = {one.field: one.wrong for one in problems}
        for asked, field in self.fields.items():
            show_problem(field, said.get(asked), right=bool(field.text))

    def go_to(self, problem: Problem) -> None:
        """Put the focus on a field."""
        self.fields[problem.field].line.setFocus()

    def _typed(self, asked: Asked) -> None:
        self._named |= asked is Asked.RESTORE_NAME
        self.edited.emit()

    def _suggest_name(self) -> None:
        if not self._named:
            name = self.tr("Máy trạm quầy {number}").format(number=self.desk.value())
            self.fields[Asked.RESTORE_NAME].set_text(name)

    def _build(self) -> None:
        page = sections(
            (
                (
                    self.tr("Máy chủ tỉnh"),
                    self.tr("Lấy lại mọi hồ sơ, số và cán bộ mà văn phòng đã gửi lên tỉnh."),
                    column_of(self.fields[Asked.RESTORE_URL], self.fields[Asked.RESTORE_CODE]),
                ),
                (self.tr("Máy này"), self.tr("Thay cho máy đã hỏng hoặc mất."), self._own_part()),
                (
                    self.tr("Cần biết"),
                    "",
                    column_of(
                        Label(
                            self.tr(
                                "Việc mà máy cũ chưa kịp gửi lên tỉnh không lấy lại được. Hồ sơ và phiếu số mới dùng "
                                "dãy số riêng, không trùng với giấy máy cũ đã in. Tệp quét tải về khi mở xem. "
                                "Nếu mạng đứt giữa chừng, bấm lại để tải tiếp."
                            ),
                            wrap=True,
                        )
                    ),
                ),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def _own_part(self) -> QWidget:
        return beside_desk(self.fields[Asked.RESTORE_NAME], self.desk)
