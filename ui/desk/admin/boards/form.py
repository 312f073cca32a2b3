"""The boards of the hall: the list at the left, what the one chosen shows and says at the right."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from counter_app.domain.procedures import ServiceGroup
from counter_app.domain.queue_places import BoardRecord
from counter_app.domain.queue_policy import BoardChoices
from counter_app.services.board_pictures import MOST_PICTURES, MOST_SIGNS, is_hour
from ui import theme
from ui.components.field import Field
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.desk.admin.boards.rows import list_width
from ui.desk.admin.foot import save_key
from ui.desk.admin.list_beside_form import ListBesideForm

_FORM = 720
_THUMB = 112, 63
_HOUR_SIGNS = 5
_ABREAST, _GROUP = 3, 230


class BoardsPart(ListBesideForm):
    """The boards; ``chosen(int)`` tells the board, ``hear_asked`` is for a call as this board would say it.

    ``pictures_asked`` is for choosing files; a picture taken out is gone when the board is kept.
    """

    hear_asked = Signal()
    pictures_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list.setAccessibleName(self.tr("Các bảng gọi số"))
        self.add_button = KeyButton(self.tr("Thêm bảng"), icon="plus", kind=Kind.QUIET)
        self.groups: dict[str, QCheckBox] = {}
        self._group_grid = QGridLayout()
        self.text = Field(self.tr("Dòng chữ chạy ở chân bảng"))
        self.text.line.setMaxLength(MOST_SIGNS)
        self.pictures = self._picture_list()
        self.add_pictures = KeyButton(self.tr("Thêm hình…"), icon="upload")
        self.drop_picture = KeyButton(self.tr("Bỏ hình đang chọn"), icon="trash", kind=Kind.QUIET)
        self.speaks = QCheckBox(self.tr("Đọc số khi gọi"))
        self.chimes = QCheckBox(self.tr("Có tiếng chuông trước khi đọc"))
        self.volume = QSpinBox()
        self.volume.setRange(0, 100)
        self.volume.setSingleStep(5)
        self.volume.setSuffix(" %")
        self.volume.setAccessibleName(self.tr("Âm lượng, phần trăm"))
        self.hear = KeyButton(self.tr("Nghe thử ở máy này"), icon="volume")
        self.quiet_from, self.quiet_to = Field(self.tr("Không đọc từ")), Field(self.tr("đến"))
        for field in (self.quiet_from, self.quiet_to):
            field.line.setPlaceholderText(self.tr("giờ:phút"))
            field.line.setMaxLength(_HOUR_SIGNS)
        self.save_button = save_key(self.tr("Lưu bảng"))
        self._number, self._abreast = 1, _ABREAST
        self._allowed = True
        self._build()
        self.hear.clicked.connect(self.hear_asked)
        self.add_pictures.clicked.connect(self.pictures_asked)
        self.drop_picture.clicked.connect(self._drop_picture)
        self.pictures.currentRowChanged.connect(lambda _: self._enable())
        self.speaks.toggled.connect(lambda _: self._enable())

    @property
    def number(self) -> int:
        """The board in the form."""
        return self._number

    def _picture_list(self) -> QListWidget:
        shown = QListWidget()
        shown.setAccessibleName(self.tr("Hình chiếu khi không gọi số"))
        shown.setViewMode(QListView.ViewMode.IconMode)
        shown.setMovement(QListView.Movement.Static)
        shown.setWrapping(False)
        shown.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shown.setIconSize(QSize(*(theme.px(side) for side in _THUMB)))
        shown.setSpacing(theme.px(4))
        shown.setFixedHeight(theme.px(_THUMB[1] + 28))
        return shown

    def _build(self) -> None:
        self._build_shown(self._column)
        self._build_said(self._column)
        self._place(self.add_button, self.save_button, widest=_FORM)

    def _build_shown(self, column: QVBoxLayout) -> None:
        which = self.tr("Lĩnh vực bảng này hiện và đọc (không chọn ô nào: tất cả)")
        column.addWidget(Label(which, "small", color="text_muted", wrap=True))
        self._group_grid.setHorizontalSpacing(theme.px(16))
        self._group_grid.setVerticalSpacing(theme.px(4))
        column.addLayout(self._group_grid)
        column.addWidget(self.text)
        pictures = self.tr("Hình chiếu lần lượt khi không gọi số (PNG hoặc JPEG, mỗi hình tối đa 4 MB)")
        column.addWidget(Label(pictures, "small", color="text_muted", wrap=True))
        column.addWidget(self.pictures)
        acts = QHBoxLayout()
        acts.setSpacing(theme.px(8))
        acts.addWidget(self.add_pictures)
        acts.addWidget(self.drop_picture)
        acts.addStretch(1)
        column.addLayout(acts)
        column.addSpacing(theme.px(4))

    def _build_said(self, column: QVBoxLayout) -> None:
        said = QHBoxLayout()
        said.setSpacing(theme.px(24))
        said.addWidget(self.speaks)
        said.addWidget(self.chimes)
        said.addStretch(1)
        column.addLayout(said)
        loud = QHBoxLayout()
        loud.setSpacing(theme.px(8))
        loud.addWidget(Label(self.tr("Âm lượng"), "base"))
        loud.addWidget(self.volume)
        loud.addWidget(self.hear)
        loud.addStretch(1)
        column.addLayout(loud)
        quiet = QHBoxLayout()
        quiet.setSpacing(theme.px(12))
        for field in (self.quiet_from, self.quiet_to):
            field.setFixedWidth(theme.px(168))
            quiet.addWidget(field)
        quiet.addStretch(1)
        column.addLayout(quiet)
        note = self.tr("Trong giờ không đọc, bảng vẫn hiện số. Để trống cả hai ô: lúc nào cũng đọc.")
        column.addWidget(Label(note, "small", color="text_muted", wrap=True))

    def set_groups(self, groups: Sequence[ServiceGroup]) -> None:
        """Offer these groups."""
        if list(self.groups) == [group.id for group in groups]:
            return
        for box in self.groups.values():
            self._group_grid.removeWidget(box)
            box.deleteLater()
        self.groups = {group.id: QCheckBox(f"{group.prefix} · {group.short_name}") for group in groups}
        self._place_groups()
        self._enable()

    def present(self, boards: Sequence[BoardRecord], current: int) -> None:
        """List the boards, ``current`` chosen."""
        name = self.tr("Bảng {number}")
        self._list(
            ((one.number, name.format(number=one.number), self._summary(one.choices)) for one in boards), current
        )

    def edit(self, number: int, choices: BoardChoices, thumbnails: Mapping[str, bytes]) -> None:
        """Put a board in the form."""
        self._number = number
        self._title.setText(self.tr("Bảng {number}").format(number=number))
        for group, box in self.groups.items():
            box.setChecked(group in choices.groups)
        self.text.set_text(choices.running_text)
        self.speaks.setChecked(choices.speaks)
        self.chimes.setChecked(choices.chimes)
        self.volume.setValue(choices.volume)
        for field, hour in ((self.quiet_from, choices.quiet_from), (self.quiet_to, choices.quiet_to)):
            field.set_text(hour)
            field.set_verdict()
        self.pictures.clear()
        for name in choices.pictures:
            self.add_picture(name, thumbnails.get(name, b""))
        self._enable()

    def add_picture(self, name: str, content: bytes) -> None:
        """Show one picture more; one that cannot be shown still counts."""
        if self.pictures.count() >= MOST_PICTURES or name in self.shown_pictures():
            return
        item = QListWidgetItem(QIcon(_thumbnail(content, self.pictures.iconSize())), "")
        item.setData(Qt.ItemDataRole.UserRole, name)
        place = self.pictures.count() + 1
        item.setData(Qt.ItemDataRole.AccessibleTextRole, self.tr("Hình {place}").format(place=place))
        self.pictures.addItem(item)
        self._enable()

    def shown_pictures(self) -> tuple[str, ...]:
        """The names of the pictures in the form."""
        items = [self.pictures.item(row) for row in range(self.pictures.count())]
        return tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in items)

    def choices(self) -> BoardChoices | None:
        """What is in the form; None, with the field marked, when an hour is none."""
        hours = (self.quiet_from.text.strip(), self.quiet_to.text.strip())
        wrong = []
        for field, hour, other in zip((self.quiet_from, self.quiet_to), hours, reversed(hours), strict=True):
            fine = is_hour(hour, empty=not other)
            field.set_verdict(problem="" if fine else self.tr("Ghi như 11:30"))
            wrong += [] if fine else [field]
        if wrong:
            wrong[0].line.setFocus()
            return None
        return BoardChoices(
            groups=tuple(group for group, box in self.groups.items() if box.isChecked()),
            running_text=self.text.text.strip(),
            speaks=self.speaks.isChecked(),
            chimes=self.chimes.isChecked(),
            volume=self.volume.value(),
            quiet_from=hours[0],
            quiet_to=hours[1],
            pictures=self.shown_pictures(),
        )

    def set_allowed(self, allowed: bool) -> None:
        """Take changes, or only show."""
        self._allowed = allowed
        self._enable()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many groups abreast as there is room for."""
        super().resizeEvent(event)
        abreast = max(1, min(_ABREAST, (self.width() - list_width(self.width())) // theme.px(_GROUP)))
        if abreast != self._abreast:
            self._abreast = abreast
            self._place_groups()

    def _place_groups(self) -> None:
        for place, box in enumerate(self.groups.values()):
            self._group_grid.removeWidget(box)
            self._group_grid.addWidget(box, place // self._abreast, place % self._abreast)

    def _enable(self) -> None:
        boxes = (*self.groups.values(), self.speaks)
        for widget in (*boxes, self.text.line, self.quiet_from.line, self.quiet_to.line, self.save_button):
            widget.setEnabled(self._allowed)
        self.add_button.setEnabled(self._allowed)
        self.pictures.setVisible(self.pictures.count() > 0)
        self.drop_picture.setVisible(self.pictures.count() > 0)
        self.add_pictures.setEnabled(self._allowed and self.pictures.count() < MOST_PICTURES)
        self.drop_picture.setEnabled(self._allowed and self.pictures.currentRow() >= 0)
        for said in (self.chimes, self.volume, self.hear):
            said.setEnabled(self._allowed and self.speaks.isChecked())

    def _drop_picture(self) -> None:
        self.pictures.takeItem(self.pictures.currentRow())
        self._enable()

    def _summary(self, choices: BoardChoices) -> str:
        shown = (
            self.tr("{count} lĩnh vực").format(count=len(choices.groups)) if choices.groups else self.tr("mọi lĩnh vực")
        )
        if not choices.speaks:
            return self.tr("{shown} · chỉ hiện, không đọc").format(shown=shown)
        return self.tr("{shown} · đọc, âm lượng {volume} %").format(shown=shown, volume=choices.volume)


def _thumbnail(content: bytes, size: QSize) -> QPixmap:
    """Return a picture cut to ``size``; a plain ground for one that cannot be read."""
    picture = QPixmap()
    if not picture.loadFromData(content):
        plain = QPixmap(size)
        plain.fill(theme.color("surface_alt"))
        return plain
    filled = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    scaled = picture.scaled(size, filled, Qt.TransformationMode.SmoothTransformation)
    left, top = (scaled.width() - size.width()) // 2, (scaled.height() - size.height()) // 2
    return scaled.copy(left, top, size.width(), size.height())
