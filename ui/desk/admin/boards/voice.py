"""The voice of the hall: every word that it says at the left, a small recording studio at the right."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from counter_app.domain.spoken import ClipKind
from devices.speaker.studio import Word
from ui import theme
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.rule import upright
from ui.components.vertical_scroll import VerticalScroll
from ui.desk.admin.boards.rows import Meter, TwoLineRow, list_width

_PANEL = 560


class Stage(StrEnum):
    """Where a recording stands."""

    IDLE = "idle"
    STARTING = "starting"
    RECORDING = "recording"
    TAKEN = "taken"  # to be heard, then kept or dropped


def kind_words(kind: ClipKind) -> str:
    """Return the heading of a kind of clips."""
    translate = QCoreApplication.translate
    words = {
        ClipKind.PHRASE: translate("Voice", "Câu mời và tiếng chuông"),
        ClipKind.DIGIT: translate("Voice", "Chữ số"),
        ClipKind.COUNT: translate("Voice", "Từ đếm trong số quầy"),
        ClipKind.LETTER: translate("Voice", "Chữ cái"),
    }
    return words[kind]


class VoicePart(QWidget):
    """``chosen(str)`` tells the clip; ``main_asked`` is the next step: record, stop, keep and go on."""

    chosen = Signal(str)
    main_asked = Signal()
    hear_asked = Signal()
    drop_asked = Signal()
    import_asked = Signal()
    restore_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Các từ của giọng đọc"))
        self.list.setItemDelegate(TwoLineRow(self.list))
        self._title = Label("", "title", theme.Weight.SEMIBOLD)
        self._how = Label("", "base", color="text_muted", wrap=True)
        self._told = Label("", "base", wrap=True)
        self.meter = Meter(self.tr("Mức tiếng của micrô"))
        self.main = KeyButton("", key="Ctrl+Enter", kind=Kind.PRIMARY, height=40)
        self.hear = KeyButton(self.tr("Nghe"), icon="volume")
        self.drop = KeyButton(self.tr("Bỏ bản vừa ghi"), icon="x", kind=Kind.QUIET)
        self.bring = KeyButton(self.tr("Nhập tệp WAV…"), icon="upload")
        self.restore = KeyButton(self.tr("Dùng lại giọng của chương trình"), icon="arrow-back-up", kind=Kind.QUIET)
        self._words: dict[str, Word] = {}
        self._allowed, self._records, self._stage = True, True, Stage.IDLE
        self._build()
        self.list.currentItemChanged.connect(self._tell)
        self.main.clicked.connect(self.main_asked)
        self.hear.clicked.connect(self.hear_asked)
        self.drop.clicked.connect(self.drop_asked)
        self.bring.clicked.connect(self.import_asked)
        self.restore.clicked.connect(self.restore_asked)
        self.show_stage(Stage.IDLE)

    def _build(self) -> None:
        panel = QWidget()
        panel.setMaximumWidth(theme.px(_PANEL))
        column = QVBoxLayout(panel)
        column.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(10))
        column.addWidget(self._title)
        column.addWidget(self._how)
        column.addWidget(self.meter)
        column.addWidget(self._told)
        for buttons in ((self.main,), (self.hear, self.drop), (self.bring, self.restore)):
            row = QHBoxLayout()
            row.setSpacing(theme.px(8))
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        note = self.tr(
            "Bản ghi được cắt khoảng lặng ở hai đầu, chỉnh to bằng các từ khác và dùng ngay từ lần gọi sau. "
            "Ghi ở phòng yên tĩnh, cách micrô một gang tay, đọc rõ từng từ như khi mời người dân."
        )
        column.addWidget(Label(note, "small", color="text_muted", wrap=True))
        column.addStretch(1)
        inner = QWidget()
        beside = QHBoxLayout(inner)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(panel, 1)
        beside.addStretch(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(upright())
        row.addWidget(VerticalScroll(inner), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the studio what the list does not need."""
        super().resizeEvent(event)
        self.list.setFixedWidth(list_width(self.width()))

    @property
    def current(self) -> str:
        """The clip chosen, "" for none."""
        item: QListWidgetItem | None = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    @property
    def said(self) -> str:
        """What the panel says below the meter."""
        return self._told.text()

    def present(self, words: Sequence[Word], current: str) -> None:
        """List the clips by kind, ``current`` chosen (the first, if it is not there)."""
        self._words = {word.clip.name: word for word in words}
        place = self.list.verticalScrollBar().value()
        self.list.blockSignals(True)
        self.list.clear()
        heading = None
        for word in words:
            if word.clip.kind is not heading:
                heading = word.clip.kind
                self._add_heading(kind_words(heading))
            self._add(word, chosen=word.clip.name == current)
        if self.list.currentItem() is None and words:
            self.list.setCurrentRow(1)
        self.list.blockSignals(False)
        self.list.verticalScrollBar().setValue(place)
        self.list.scrollToItem(self.list.currentItem())
        self._show()

    def after(self, clip: str) -> str:
        """Return the clip that follows in the list; the last is followed by itself."""
        names = list(self._words)
        return names[min(names.index(clip) + 1, len(names) - 1)] if clip in names else clip

    def choose(self, clip: str) -> None:
        """Choose a clip."""
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == clip:
                self.list.setCurrentRow(row)

    def show_stage(self, stage: Stage, told: str = "") -> None:
        """Show where the recording stands, and a sentence about it."""
        self._stage = stage
        self._told.setText(told)
        if stage is not Stage.RECORDING:
            self.meter.show_level(0)
        self._show()

    def set_allowed(self, allowed: bool) -> None:
        """Take changes, or only show."""
        self._allowed = allowed
        self._show()

    def set_records(self, records: bool) -> None:
        """Whether this machine can record."""
        self._records = records
        self._show()

    def _show(self) -> None:
        word = self._words.get(self.current)
        busy = self._stage in (Stage.STARTING, Stage.RECORDING)
        taken = self._stage is Stage.TAKEN
        words = {
            Stage.IDLE: (self.tr("Ghi âm"), "microphone-2"),
            Stage.STARTING: (self.tr("Đang mở micrô…"), "microphone-2"),
            Stage.RECORDING: (self.tr("Dừng"), "player-stop"),
            Stage.TAKEN: (self.tr("Giữ và sang từ sau"), "check"),
        }
        text, icon = words[self._stage]
        self.main.set_words(text, icon=icon)
        self.hear.set_words(self.tr("Nghe bản vừa ghi") if taken else self.tr("Nghe"))
        self.main.setEnabled(
            self._allowed and word is not None and (taken or (self._records and self._stage is not Stage.STARTING))
        )
        self.hear.setEnabled(word is not None and not busy)
        self.drop.setVisible(taken)
        self.bring.setEnabled(self._allowed and word is not None and not busy)
        self.restore.setEnabled(self._allowed and word is not None and word.own and not busy)
        if word is not None:
            self._title.setText(self._heading(word))
            self._how.setText(self._origin(word))

    def _heading(self, word: Word) -> str:
        if word.clip.kind is ClipKind.PHRASE:
            return f"“{word.clip.written}”"
        return self.tr("“{written}” đọc là “{words}”").format(written=word.clip.written, words=word.clip.words)

    def _origin(self, word: Word) -> str:
        seconds = f"{word.seconds:.1f}".replace(".", ",")
        whose = self.tr("Giọng của đơn vị") if word.own else self.tr("Giọng của chương trình")
        return self.tr("{whose}, {seconds} giây").format(whose=whose, seconds=seconds)

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setData(TwoLineRow.HEAD, True)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addItem(item)

    def _add(self, word: Word, *, chosen: bool) -> None:
        item = QListWidgetItem(word.clip.written)
        how = self._origin(word)
        if word.clip.kind is not ClipKind.PHRASE:
            how = f"{word.clip.words} · {how}"
        item.setData(TwoLineRow.SECOND, how)
        item.setData(TwoLineRow.OWN, word.own)
        item.setData(Qt.ItemDataRole.UserRole, word.clip.name)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{word.clip.written}. {how}")
        self.list.addItem(item)
        if chosen:
            self.list.setCurrentItem(item)

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._show()
            self.chosen.emit(self.current)
