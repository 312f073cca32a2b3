"""How many answers the rating screen offers: a choice, and the faces that citizens will see."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counter_app.domain.queue_policy import RatingChoices
from counter_app.domain.ratings import LEVELS, scores_of_levels
from ui import theme
from ui.components.label import Label
from ui.components.segments import Segments
from ui.desk.admin.foot import above_foot, foot, save_key, unsaved_mark
from ui.rating.faces import answer_words, draw_face

_FORM = 720
_CARD, _GAP, _FACE, _RADIUS = 132, 10, 60, 8
_AS_THE_KEYS = 0


class RatingPart(QWidget):
    """``save_asked`` is for keeping what is chosen."""

    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered = (_AS_THE_KEYS, *LEVELS)
        words = (self.tr("Theo bàn phím của quầy"), *(self.tr("{levels} mức").format(levels=one) for one in LEVELS))
        self.choice = Segments(self.tr("Số mức đánh giá"), words)
        self.choice.chosen.connect(lambda _: self._show())
        self.faces = FacesRow()
        self._meaning = Label("", "base", theme.Weight.MEDIUM, "primary", wrap=True)
        self._unsaved = unsaved_mark(self.tr("Chưa lưu"))
        self.save_button = save_key(self.tr("Lưu số mức"))
        self.save_button.clicked.connect(self.save_asked)
        self._kept: RatingChoices | None = None
        self._build()
        self._show()

    @property
    def untouched(self) -> bool:
        """Whether the form says what was kept."""
        return self._kept is None or self.choices() == self._kept

    def present(self, choices: RatingChoices) -> None:
        """Show what is kept; a choice not kept yet stays."""
        untouched, self._kept = self.untouched, choices
        if untouched:
            self.choice.set_current(self._offered.index(choices.levels))
        self._show()

    def choices(self) -> RatingChoices:
        """What the form says."""
        return RatingChoices(self._offered[self.choice.current])

    def set_allowed(self, allowed: bool) -> None:
        """Take changes, or only show."""
        self.choice.setEnabled(allowed)
        self.save_button.setEnabled(allowed)

    def _build(self) -> None:
        form = QWidget()
        form.setMaximumWidth(theme.px(_FORM))
        column = QVBoxLayout(form)
        column.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(12))
        column.addWidget(Label(self.tr("Người dân chọn một trong bao nhiêu mức"), "strong", theme.Weight.SEMIBOLD))
        column.addWidget(self.choice)
        column.addWidget(self._meaning)
        column.addWidget(Label(self.tr("Người dân sẽ thấy"), "small", color="text_muted"))
        column.addWidget(self.faces)
        note = self.tr(
            "Mọi mức đều quy về một thang điểm từ 1 đến 5, nên số liệu trước và sau khi đổi vẫn so với nhau được. "
            "Dưới “Hài lòng”, màn hình hỏi thêm một câu về lý do."
        )
        column.addWidget(Label(note, "small", color="text_muted", wrap=True))
        column.addStretch(1)
        inner = QWidget()
        beside = QHBoxLayout(inner)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(form, 1)
        beside.addStretch(0)
        self.setLayout(above_foot(inner, foot((self._unsaved,), (self.save_button,))))

    def _show(self) -> None:
        levels = self.choices().levels
        self.faces.present(scores_of_levels(levels or max(LEVELS)))
        self._meaning.setText(
            self.tr("Mọi màn hình đánh giá của cơ quan hiện {levels} mức.").format(levels=levels)
            if levels
            else self.tr("Quầy có bàn phím đánh giá: hiện đúng số phím. Quầy không có: hiện 5 mức.")
        )
        self._unsaved.setVisible(not self.untouched)


class FacesRow(QWidget):
    """The answers side by side, small."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scores: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def present(self, scores: tuple[int, ...]) -> None:
        """Show these, best first."""
        self.scores = scores
        self.setAccessibleName(", ".join(answer_words(score).replace("\n", " ") for score in scores))
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the faces and two lines under them."""
        lines = QFontMetrics(theme.font("small", theme.Weight.MEDIUM)).lineSpacing() * 2
        return QSize(theme.px(_CARD + _GAP) * len(self.scores), theme.px(_FACE + 32) + lines)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cards."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            gap = theme.px(_GAP)
            room = (self.width() - gap * (len(self.scores) - 1)) / len(self.scores)
            wide = min(float(theme.px(_CARD)), room)
            for index, score in enumerate(self.scores):
                self._draw(painter, QRectF(index * (wide + gap), 0, wide, self.height()).adjusted(1, 1, -1, -1), score)

    def _draw(self, painter: QPainter, card: QRectF, score: int) -> None:
        painter.setPen(QPen(theme.color("line_strong"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(card, theme.px(_RADIUS), theme.px(_RADIUS))
        side = theme.px(_FACE)
        painter.save()
        painter.translate(card.center().x(), card.top() + theme.px(12) + side / 2)
        painter.scale(side / 2, side / 2)
        draw_face(painter, score)
        painter.restore()
        painter.setFont(theme.font("small", theme.Weight.MEDIUM))
        painter.setPen(theme.color("text"))
        words = card.adjusted(4, theme.px(16) + side, -4, -theme.px(4))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, answer_words(score))
