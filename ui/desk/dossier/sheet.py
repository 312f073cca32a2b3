"""The facts of a dossier in blocks: persons, procedure, appointment, papers, fees, steps, files, result, forms."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.dossier_facts import Applicant, FormKind, ReceivedPaper, ReturnWay
from counter_app.domain.dossiers import Dossier
from counter_app.domain.money import dong
from counter_app.domain.procedures import PaperCount
from ui import icons, theme
from ui.components.elided_label import ElidedLabel
from ui.components.icon_label import IconLabel
from ui.components.key_button import KeyButton, Kind
from ui.components.key_cap import KeyCap
from ui.components.label import Label
from ui.components.rule import Rule
from ui.desk import times, words
from ui.desk.dossier import act_words
from ui.desk.dossier.reading import DossierRead, PaperTexts
from ui.desk.dossier.scan_words import away_words, scan_words
from ui.desk.dossier.timeline import empty, paragraph
from ui.desk.process.files import FileRef, files_of
from ui.desk.process.step_rail import StepSign
from ui.desk.process.words import short_span
from ui.desk.process.work import StepLine, StepState
from ui.desk.text_row import TextRow

_NAMES = 124
_THUMB = (40, 54)
Rows = Iterable[tuple[str, str]]


class Thumb(QAbstractButton):
    """A scanned page, small; opens by mouse or key."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._away: bool | None = None
        self._name = name
        self.paper = 0
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(theme.px(_THUMB[0]), theme.px(_THUMB[1]))

    def show_image(self, image: QImage) -> None:
        """Show the page; it is small already."""
        self._image, self._away = image, None
        self.setToolTip(self._name)
        self.setAccessibleName(self._name)
        self.update()

    @property
    def away(self) -> bool | None:
        """Whether the page is on its way from the server, which alone has it; None where that is not so."""
        return self._away

    def show_away(self, *, coming: bool) -> None:
        """Say that only the server has the page; ``coming``: it is on its way."""
        self._away = coming
        name = f"{self._name}, {away_words(coming=coming)}"
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            area = self.rect()
            painter.fillRect(area, Qt.GlobalColor.white)
            if self._away is not None:
                painter.fillRect(area, theme.color("surface_alt"))
                side = theme.px(20)
                sign = icons.pixmap("clock" if self._away else "cloud-off", "text_muted", 20)
                painter.drawPixmap(QRect((area.width() - side) // 2, (area.height() - side) // 2, side, side), sign)
            if self._image is not None and not self._image.isNull():
                size = self._image.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
                left, top = (area.width() - size.width()) // 2, (area.height() - size.height()) // 2
                painter.drawImage(QRect(left, top, size.width(), size.height()), self._image)
            painter.setPen(theme.color("primary" if self.underMouse() or self.hasFocus() else "line_strong"))
            painter.drawRect(area.adjusted(0, 0, -1, -1))


class DossierSheet(QWidget):
    """The blocks; ``file_opened(FileRef)``, ``form_opened(FormKind)``, ``payment_opened(int)`` ask to see a paper.

    ``save_asked(FileRef)`` asks for the file of a scanned paper; ``save_buttons`` are by the paper's index.
    ``copy_asked(Dossier)`` asks for all that the office holds of the applicant.
    """

    file_opened = Signal(object)
    save_asked = Signal(object)
    form_opened = Signal(object)
    payment_opened = Signal(int)
    copy_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.thumbs: dict[str, Thumb] = {}
        self.form_rows: dict[FormKind, TextRow] = {}
        self.save_buttons: dict[int, KeyButton] = {}
        self.copy_row: TextRow | None = None
        self._scanned: dict[int, tuple[int, Label]] = {}
        self._texts = PaperTexts({}, working=False)
        self._away: dict[int, bool] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        self._column.setSpacing(theme.px(6))

    def present(self, read: DossierRead) -> None:
        """Show a dossier."""
        self.thumbs, self.form_rows, self.save_buttons, self._scanned, self._away = {}, {}, {}, {}, {}
        empty(self._column)
        dossier = read.dossier
        for place, (title, rows) in enumerate(self._persons(dossier)):
            of_applicant = (self._copy_row(dossier),) if place == 0 and dossier.applicant.identity else ()
            self._block(title, _grid(rows), *of_applicant)
        self._block(self.tr("Thủ tục"), _grid(self._procedure(dossier)))
        self._block(self.tr("Hẹn trả kết quả"), _grid(self._appointment(read)))
        if read.forms:
            self._block(self.tr("Phiếu và giấy hẹn"), *(self._form_row(kind, dossier) for kind in read.forms))
        self._block(self.tr("Giấy tờ"), self._papers(read))
        self._block(self.tr("Lệ phí"), *self._fees(read))
        self._block(self.tr("Các bước xử lý"), *self._steps(read))
        attached = [one for one in files_of(dossier) if one.role is not None]
        if attached:
            self._block(self.tr("Tệp"), *(self._file_row(file) for file in attached))
        if dossier.outcome is not None:
            self._block(self.tr("Kết quả"), _grid(self._outcome(dossier)))
        self._column.addStretch(1)

    def present_texts(self, texts: PaperTexts) -> None:
        """Say how far the text of each scanned paper is; nothing else changes."""
        self._texts = texts
        for paper, (pages, line) in self._scanned.items():
            told = scan_words(pages, texts.papers.get(paper), working=texts.working)
            line.setText(f"{told} · {away_words(coming=self._away[paper])}" if paper in self._away else told)

    def present_away(self, papers: Mapping[int, bool]) -> None:
        """Say which papers have pages that only the server has, and of each whether they are on their way."""
        self._away = dict(papers)
        self.present_texts(self._texts)

    def _block(self, title: str, *parts: QWidget) -> None:
        if self._column.count():
            self._column.addSpacing(theme.px(4))
            self._column.addWidget(Rule())
            self._column.addSpacing(theme.px(2))
        self._column.addWidget(Label(title, weight=theme.Weight.SEMIBOLD))
        for part in parts:
            self._column.addWidget(part)

    def _persons(self, dossier: Dossier) -> Iterable[tuple[str, Rows]]:
        yield self.tr("Chủ hồ sơ"), self._person(dossier.applicant)
        if dossier.authorised is not None:
            paper = ((self.tr("Giấy ủy quyền"), dossier.authorised.paper),)
            yield self.tr("Người được ủy quyền"), (*self._person(dossier.authorised.person), *paper)
        for place, other in enumerate(dossier.co_applicants, 1):
            title = (
                self.tr("Đồng chủ hồ sơ") if len(dossier.co_applicants) == 1 else f"{self.tr('Đồng chủ hồ sơ')} {place}"
            )
            yield title, self._person(other)

    def _person(self, person: Applicant) -> tuple[tuple[str, str], ...]:
        birth = f"{person.birth:%d/%m/%Y}" if person.birth else ""
        return (
            (self.tr("Họ tên"), person.name),
            (self.tr("Người đại diện"), person.representative),
            (self.tr("Số định danh"), person.identity),
            (self.tr("Ngày sinh"), " · ".join(filter(None, (birth, words.sex_words(person.sex))))),
            (self.tr("Nơi cư trú"), person.residence),
            (self.tr("Điện thoại"), person.phone),
            (self.tr("Thư điện tử"), person.email),
        )

    def _procedure(self, dossier: Dossier) -> Rows:
        way = "" if dossier.return_way is ReturnWay.COUNTER else act_words.way_words(dossier.return_way)
        return (
            (self.tr("Tên"), dossier.procedure_name),
            (self.tr("Lĩnh vực"), f"{dossier.field} · {dossier.procedure}"),
            (self.tr("Nội dung"), dossier.content if dossier.content != dossier.procedure_name else ""),
            (self.tr("Nộp"), f"{times.day_and_clock(dossier.received_at)}, {words.channel_words(dossier.channel)}"),
            (self.tr("Số bộ"), str(dossier.copies) if dossier.copies > 1 else ""),
            (self.tr("Cơ quan giải quyết"), dossier.authority_name),
            (self.tr("Mã ở hệ thống khác"), dossier.other_code),
            (self.tr("Nhận kết quả"), " · ".join(filter(None, (way, dossier.return_address)))),
        )

    def _appointment(self, read: DossierRead) -> Rows:
        dossier = read.dossier
        note, _ = words.due_note(dossier, read.now, read.calendar)
        due = words.due_words(dossier.due) if dossier.due else self.tr("Chưa hẹn")
        why = words.due_explanation(read.appointment) if read.appointment is not None else ""
        moved = dossier.first_due is not None and dossier.first_due != dossier.due
        return (
            (self.tr("Ngày hẹn"), due),
            (self.tr("Còn lại"), note if not dossier.state.ended else ""),
            (self.tr("Hẹn lần đầu"), words.due_words(dossier.first_due) if moved else ""),
            (self.tr("Cách tính"), why),
            (self.tr("Tạm dừng từ"), times.day_and_clock(dossier.paused_at) if dossier.paused_at else ""),
        )

    def _papers(self, read: DossierRead) -> QWidget:
        dossier = read.dossier
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        pages = {file.paper: file for file in files_of(dossier) if file.role is None}
        for index, paper in enumerate(dossier.papers):
            column.addWidget(self._paper(paper, pages.get(index)))
        self.present_texts(read.texts)
        if not dossier.papers:
            column.addWidget(Label(self.tr("Không có giấy tờ nào."), color="text_muted"))
        return box

    def _paper(self, paper: ReceivedPaper, file: FileRef | None) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        icon, color = ("circle-check", "success") if paper.applies else ("circle-minus", "text_muted")
        row.addWidget(IconLabel(icon, color, 18), 0, Qt.AlignmentFlag.AlignTop)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(paragraph(paper.name, color="text" if paper.applies else "text_muted"))
        told.addWidget(paragraph(self._counts(paper), "small", color="text_muted"))
        if file is not None:
            line = paragraph("", "small", color="text_muted")
            self._scanned[file.paper] = (len(file.blobs), line)
            told.addWidget(line)
        told.addStretch(1)
        row.addLayout(told, 1)
        if file is not None:
            row.addLayout(self._pages(paper, file))
            row.addWidget(self._save_button(paper, file), 0, Qt.AlignmentFlag.AlignTop)
        return box

    def _pages(self, paper: ReceivedPaper, file: FileRef) -> QHBoxLayout:
        pages = QHBoxLayout()
        pages.setSpacing(theme.px(4))
        for number, sha256 in enumerate(file.blobs[:3], 1):
            thumb = Thumb(self.tr("{paper}, trang {page}").format(paper=paper.name, page=number))
            thumb.clicked.connect(lambda _=False: self.file_opened.emit(file))
            thumb.paper = file.paper
            self.thumbs[sha256] = thumb
            pages.addWidget(thumb)
        if len(file.blobs) > 3:
            pages.addWidget(Label(f"+{len(file.blobs) - 3}", "small", color="text_muted"))
        return pages

    def _save_button(self, paper: ReceivedPaper, file: FileRef) -> KeyButton:
        name = self.tr("Lưu tệp PDF: {paper}").format(paper=paper.name)
        button = KeyButton("", icon="download", kind=Kind.QUIET, name=name, spread=False)
        button.clicked.connect(lambda: self.save_asked.emit(file))
        self.save_buttons[file.paper] = button
        return button

    def _counts(self, paper: ReceivedPaper) -> str:
        if not paper.applies:
            return self.tr("không nộp")
        counts = (PaperCount(paper.form, paper.copies), *paper.also)
        return ", ".join(f"{words.form_words(one.form)} × {one.copies}" for one in counts)

    def _fees(self, read: DossierRead) -> Iterable[QWidget]:
        dossier = read.dossier
        fee = f"{dong(dossier.fee)}, {act_words.method_words(dossier.payment)}" if dossier.fee else self.tr("Không thu")
        yield _grid(
            (
                (self.tr("Khi tiếp nhận"), fee),
                (self.tr("Còn phải nộp"), dong(dossier.to_pay) if dossier.to_pay else ""),
                (self.tr("Đã nộp thêm"), dong(dossier.paid) if dossier.paid else ""),
            )
        )
        for number in range(read.payments):
            name = (
                self.tr("Biên lai thu {number}").format(number=number + 1)
                if read.payments > 1
                else self.tr("Biên lai thu")
            )
            yield _row(name, "receipt", "", "", partial(self.payment_opened.emit, number))

    def _steps(self, read: DossierRead) -> Iterable[QWidget]:
        for place, line in enumerate(read.way):
            title = line.name or (self.tr("Tiếp nhận") if place == 0 else line.who)
            yield StepSign(title, self._used(line), line.state, last=place == len(read.way) - 1)

    def _used(self, line: StepLine) -> str:
        allowed = short_span(line.allowed) if line.allowed is not None else ""
        if line.state is StepState.AHEAD:
            return self.tr("định mức {span}").format(span=allowed) if allowed else ""
        who = self.tr("chờ {who} nhận").format(who=line.who) if line.waits else line.who if line.name else ""
        since = times.short(line.since) if line.since else ""
        used = self.tr("dùng {used}").format(used=short_span(line.used))
        if allowed:
            used = self.tr("dùng {used} trên {allowed}").format(used=short_span(line.used), allowed=allowed)
        return " · ".join(filter(None, (who, since, used)))

    def _outcome(self, dossier: Dossier) -> Rows:
        outcome = dossier.outcome
        if outcome is None:
            return ()
        kind = self.tr("Từ chối giải quyết") if outcome.refusal else dossier.result or self.tr("Đã giải quyết")
        handed = ""
        if dossier.returned_at is not None:
            handed = f"{times.day_and_clock(dossier.returned_at)}, {dossier.returned_to}"
        return (
            (self.tr("Kết quả"), kind),
            (self.tr("Số văn bản"), outcome.number),
            (self.tr("Người ký"), outcome.signer),
            (self.tr("Ngày ký"), f"{outcome.issued:%d/%m/%Y}" if outcome.issued else ""),
            (self.tr("Có kết quả lúc"), times.day_and_clock(dossier.done_at) if dossier.done_at else ""),
            (self.tr("Đã trả"), handed),
        )

    def _file_row(self, file: FileRef) -> QWidget:
        role = act_words.role_words(file.role) if file.role is not None else ""
        return _row(file.name, "paperclip", role, "", lambda: self.file_opened.emit(file))

    def _copy_row(self, dossier: Dossier) -> QWidget:
        name = self.tr("Bản sao dữ liệu cho người dân…")
        self.copy_row = _row(name, "user", "", "", lambda: self.copy_asked.emit(dossier))
        return self.copy_row

    def _form_row(self, kind: FormKind, dossier: Dossier) -> QWidget:
        given = kind is FormKind.RECEIPT and bool(dossier.receipt) or any(kind is one for one, _ in dossier.forms)
        aside = self.tr("đã lập") if given else ""
        name = f"{kind.value} · {words.form_name(kind)}"
        row = _row(name, "file-text", aside, f"Alt+{int(kind.value)}", lambda: self.form_opened.emit(kind))
        self.form_rows[kind] = row
        return row


def _grid(rows: Rows) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(8))
    grid.setVerticalSpacing(theme.px(3))
    grid.setColumnMinimumWidth(0, theme.px(_NAMES))
    grid.setColumnStretch(1, 1)
    shown = [(name, value) for name, value in rows if value]
    for place, (name, value) in enumerate(shown):
        told = Label(name, "small", color="text_muted")
        grid.addWidget(told, place, 0, Qt.AlignmentFlag.AlignTop)
        text = paragraph(value, weight=theme.Weight.MEDIUM)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(text, place, 1)
    return box


def _row(name: str, icon: str, aside: str, key: str, act: Callable[[], None]) -> TextRow:
    row = TextRow(f"{name} ({key})" if key else name)
    line = QHBoxLayout(row)
    line.setContentsMargins(theme.px(4), theme.px(4), theme.px(4), theme.px(4))
    line.setSpacing(theme.px(8))
    line.addWidget(IconLabel(icon, "primary", 18))
    line.addWidget(ElidedLabel(name, color="primary"), 1)
    if aside:
        line.addWidget(Label(aside, "small", color="text_muted"))
    if key:
        line.addWidget(KeyCap(key))
    row.clicked.connect(lambda: act())
    return row
