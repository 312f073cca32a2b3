"""The set-up of a new machine: one page from top to bottom, checked in place, written only when all of it is right."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSpinBox, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.components.announcement import announce
from ui.components.banner import Banners, Notice
from ui.components.field import Field
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.rule import Rule
from ui.components.segments import Segments
from ui.components.spoken_role import Role, speak_as
from ui.components.surface import Surface
from ui.components.tone import Tone
from ui.components.vertical_scroll import VerticalScroll
from ui.setup.answers import MOST_DESKS, Answers, Asked, Problem, place_of
from ui.setup.from_backup import FromBackupPart
from ui.setup.joining import JoinPart
from ui.setup.officers import OfficerRows
from ui.setup.restoring import RestorePart
from ui.setup.sections import sections
from ui.setup.words import sentence, show_problem
from ui.theme import Weight

_SIZE = QSize(1040, 720)
_JOIN, _RESTORE, _BACKUP = 1, 2, 3


class SetupWindow(Surface):
    """``submitted(Answers)`` comes when all is right, or what asks for another way to begin.

    Those are ``join_asked(JoinAnswers)``, ``restore_asked(RestoreAnswers)`` and ``backup_asked(BackupAnswers)``.
    ``looked(bool)``: offices are looked for on the network from now on, or no more. Without ``joins`` a new office is
    the only choice.
    """

    submitted = Signal(object)
    join_asked = Signal(object)
    restore_asked = Signal(object)
    backup_asked = Signal(object)
    looked = Signal(bool)

    def __init__(self, *, joins: bool = False, restores: bool = False, recalls: bool = False) -> None:
        super().__init__("surface")
        self.setWindowTitle(self.tr("Cài đặt Quầy Một Cửa"))
        speak_as(self, Role.Window)
        self._tried = False
        self._before: QWidget | None = None
        self._joins = joins
        choices: tuple[str, ...] = (self.tr("Văn phòng mới trên máy này"), self.tr("Nối vào văn phòng đã có"))
        if restores:
            choices += (self.tr("Khôi phục từ máy chủ của tỉnh"),)
        if restores and recalls:
            choices += (self.tr("Lấy lại từ bản sao lưu"),)
        self.ways = Segments(self.tr("Cài đặt máy này"), choices)
        self.joining, self.restoring, self.from_backup = JoinPart(), RestorePart(), FromBackupPart()
        self._pages = QStackedWidget()
        self._own = {Asked.SUPERIOR: False, Asked.PLACE: False}
        self.fields = {
            Asked.COMMUNE: Field(self.tr("Tên xã, phường, đặc khu")),
            Asked.SUPERIOR: Field(self.tr("Cơ quan ghi trên giấy tờ")),
            Asked.PLACE: Field(self.tr("Địa danh")),
            Asked.CODE: Field(self.tr("Mã định danh cơ quan")),
            Asked.STATION: Field(self.tr("Tên máy này")),
            Asked.PROVINCE: Field(self.tr("Địa chỉ máy chủ tỉnh (không bắt buộc)")),
            Asked.ENROLMENT: Field(self.tr("Mã ghi danh (máy chủ tỉnh cấp)")),
        }
        self.desks = self._number(self.tr("Số quầy của bộ phận"), 3)
        self.desk = self._number(self.tr("Quầy ở máy này"), 1)
        self._desk_problem = Label("", "small", Weight.MEDIUM, "danger")
        self.officers = OfficerRows()
        self.banners = Banners()
        self.banners.dismissed.connect(lambda _: self.banners.present(()))
        self.banners.setContentsMargins(theme.px(8), 0, theme.px(8), 0)  # as far in as what is below
        self.finish = KeyButton(
            self.tr("Lưu và bắt đầu làm việc"), icon="check", key="Ctrl+Enter", kind=Kind.PRIMARY, height=40
        )
        self._hint = Label("", "small", color="text_muted")
        self._fill_defaults()
        self._lay_out()
        self._wire()
        self.resize(_SIZE * theme.look().scale)
        self.fields[Asked.COMMUNE].line.setFocus()

    def answers(self) -> Answers:
        """Return what is typed."""
        text = {asked: field.text for asked, field in self.fields.items()}
        return Answers(
            commune=text[Asked.COMMUNE],
            superior=text[Asked.SUPERIOR],
            place=text[Asked.PLACE],
            code=text[Asked.CODE].strip().upper(),
            station=text[Asked.STATION],
            desks=self.desks.value(),
            desk=self.desk.value(),
            officers=self.officers.answers(),
            province_url=text[Asked.PROVINCE].strip(),
            enrolment_code=text[Asked.ENROLMENT].strip(),
        )

    def submit(self) -> None:
        """Check everything; hand it on, or say what is wrong and go there."""
        if not self.finish.isEnabled():
            return
        self._tried = True
        problems = self._check()
        if problems:
            self._go_to(problems[0])
            announce(self, self._hint.text())
            return
        self.banners.present(())
        if self.is_joining:
            self.join_asked.emit(self.joining.answers())
        elif self.is_restoring:
            self.restore_asked.emit(self.restoring.answers())
        elif self.is_recalling:
            self.backup_asked.emit(self.from_backup.answers())
        else:
            self.submitted.emit(self.answers())

    @property
    def is_joining(self) -> bool:
        """Whether this machine is to be one more of an office that is there."""
        return self.ways.current == _JOIN

    @property
    def is_restoring(self) -> bool:
        """Whether this machine is to take the place of one that is gone."""
        return self.ways.current == _RESTORE

    @property
    def is_recalling(self) -> bool:
        """Whether this machine is to go on from a backup."""
        return self.ways.current == _BACKUP

    @property
    def _part(self) -> JoinPart | RestorePart | FromBackupPart | None:
        """The form at the front, None for the one of a new office."""
        parts: dict[int, JoinPart | RestorePart | FromBackupPart] = {
            _JOIN: self.joining,
            _RESTORE: self.restoring,
            _BACKUP: self.from_backup,
        }
        return parts.get(self.ways.current)

    def choose_way(self, way: int) -> None:
        """Show the form of a new office (0), of joining one (1), of restoring (2), or of going on from a backup (3)."""
        self.ways.set_current(way)
        self._pages.setCurrentIndex(way)
        self.banners.present(())
        self._tried = False
        self._count(())
        if self.is_joining:
            self.finish.set_words(self.tr("Nối vào văn phòng"), icon="plug-connected")
        elif self.is_restoring or self.is_recalling:
            self.finish.set_words(self.tr("Khôi phục máy này"), icon="history")
        else:
            self.finish.set_words(self.tr("Lưu và bắt đầu làm việc"), icon="check")
        self.looked.emit(self.is_joining)

    def show_progress(self, copied: int, all_: int) -> None:
        """Say how far the copying of what the office knows is."""
        if not self.finish.isEnabled():
            said = self.tr("Đang chép dữ liệu của văn phòng: {copied} trên {all} mục…")
            if self.is_recalling:
                said = self.tr("Đang kiểm tra và chép bản sao lưu: {copied} trên {all} MB…")
                copied, all_ = copied >> 20, all_ >> 20
            self._hint.setText(said.format(copied=copied, all=all_))

    def set_busy(self, busy: bool) -> None:
        """While it is written nothing can be changed; the focus comes back to where it was."""
        if busy and self.finish.isEnabled():
            self._before = self.focusWidget()
        for part in (self._pages, self.ways):
            part.setEnabled(not busy)
        self.finish.setEnabled(not busy)
        said = self.tr("Đang nối với văn phòng…") if self.is_joining else self.tr("Đang lưu…")
        said = self.tr("Đang hỏi máy chủ của tỉnh…") if self.is_restoring else said
        said = self.tr("Đang mở bản sao lưu…") if self.is_recalling else said
        self._hint.setText(said if busy else "")
        self._hint.set_color("text_muted")
        if busy:
            announce(self, said)
        elif self._before is not None:
            self._before.setFocus()
            self._before = None

    def show_refusal(self, title: str, next_step: str) -> None:
        """Say why it could not be written; what was typed stays."""
        self.set_busy(False)
        self.banners.present((Notice("refusal", Tone.DANGER, title, next_step),))

    # what it is made of

    def _number(self, name: str, value: int) -> QSpinBox:
        box = QSpinBox()
        box.setRange(1, MOST_DESKS)
        box.setValue(value)
        box.setAccessibleName(name)
        box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.setFixedHeight(theme.px(32))
        box.setMinimumWidth(theme.px(96))
        return box

    def _fill_defaults(self) -> None:
        self.fields[Asked.STATION].set_text(self.tr("Máy trạm quầy %n", "", 1).replace("%n", "1"))
        self.fields[Asked.COMMUNE].line.setPlaceholderText(self.tr("Xã An Phúc"))
        self.fields[Asked.CODE].line.setPlaceholderText("H99.17")
        self.fields[Asked.PROVINCE].line.setPlaceholderText("https://…")
        self.fields[Asked.ENROLMENT].line.setPlaceholderText("ABCD-EFGH-2345")

    def _lay_out(self) -> None:
        new = sections(
            (
                (self.tr("Đơn vị"), self.tr("In trên phiếu số và giấy hẹn."), self._office_part()),
                (self.tr("Máy và quầy"), self.tr("Số quầy có trong mã hồ sơ."), self._desk_part()),
                (
                    self.tr("Cán bộ"),
                    self.tr("Mỗi người một mật khẩu từ 8 chữ hoặc số. Người đầu tiên là người quản trị."),
                    self.officers,
                ),
                (
                    self.tr("Kết nối tỉnh"),
                    self.tr("Có thể để trống. Quầy vẫn làm việc khi không có mạng."),
                    self._link_part(),
                ),
            )
        )
        for page in (new, self.joining, self.restoring, self.from_backup):
            scroll = VerticalScroll(page)
            scroll.follow_focus()
            self._pages.addWidget(scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self.banners)
        column.addWidget(Rule())
        column.addWidget(self._pages, 1)
        column.addWidget(Rule())
        column.addLayout(self._foot())

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(12))
        head.setSpacing(theme.px(2))
        head.addWidget(Label(self.tr("Cài đặt lần đầu"), "title", Weight.SEMIBOLD))
        text = self.tr("Mất khoảng hai phút. Chỉ làm một lần trên máy này.")
        head.addWidget(Label(text, color="text_muted", wrap=True))
        head.addSpacing(theme.px(6))
        head.addWidget(self.ways)
        self.ways.setVisible(self._joins)
        return head

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(8))
        foot.setSpacing(theme.px(12))
        foot.addWidget(self._hint)
        foot.addStretch(1)
        foot.addWidget(self.finish)
        return foot

    def _office_part(self) -> QWidget:
        return self._grid((Asked.COMMUNE, Asked.SUPERIOR), (Asked.PLACE, Asked.CODE))

    def _link_part(self) -> QWidget:
        return self._grid((Asked.PROVINCE, Asked.ENROLMENT))

    def _desk_part(self) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self.fields[Asked.STATION], 1)
        for box in (self.desks, self.desk):
            column = QVBoxLayout()
            column.setSpacing(theme.px(2))
            column.addWidget(Label(box.accessibleName(), "small", color="text_muted"))
            column.addWidget(box)
            row.addLayout(column)
        outer = QWidget()
        both = QVBoxLayout(outer)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(theme.px(2))
        both.addWidget(part)
        both.addWidget(self._desk_problem, 0, Qt.AlignmentFlag.AlignRight)
        self._desk_problem.hide()
        return outer

    def _grid(self, *rows: tuple[Asked, ...]) -> QWidget:
        part = QWidget()
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(8))
        for line, row in enumerate(rows):
            for place, asked in enumerate(row):
                grid.addWidget(self.fields[asked], line, place)
                grid.setColumnStretch(place, 1)
        return part

    # what it does

    def _wire(self) -> None:
        for field in self.fields.values():
            field.edited.connect(self._recheck)
        self.fields[Asked.COMMUNE].edited.connect(self._follow_commune)
        for asked in self._own:
            self.fields[asked].edited.connect(lambda _text, asked=asked: self._own.update({asked: True}))
        self.officers.edited.connect(self._recheck)
        self.desks.valueChanged.connect(self._recheck)
        self.desk.valueChanged.connect(self._follow_desk)
        self.ways.chosen.connect(self.choose_way)
        self.joining.edited.connect(self._recheck)
        self.restoring.edited.connect(self._recheck)
        self.from_backup.edited.connect(self._recheck)
        self.finish.clicked.connect(self.submit)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.submit)

    def _follow_commune(self, text: str) -> None:
        """Suggest what follows from the commune's name, until it is typed by hand."""
        if not self._own[Asked.SUPERIOR]:
            self.fields[Asked.SUPERIOR].set_text(f"UBND {text.strip()}" if text.strip() else "")
        if not self._own[Asked.PLACE]:
            self.fields[Asked.PLACE].set_text(place_of(text))
        self._recheck()

    def _follow_desk(self, number: int) -> None:
        self.fields[Asked.STATION].set_text(self.tr("Máy trạm quầy %n", "", number).replace("%n", str(number)))
        if number > self.desks.value():
            self.desks.setValue(number)
        self._recheck()

    def _recheck(self, *_: object) -> None:
        if self._tried:
            self._check()

    def _check(self) -> tuple[Problem, ...]:
        """Say what is wrong beside each field."""
        part = self._part
        if part is not None:
            problems = part.answers().problems()
            part.show_problems(problems)
            return self._count(problems)
        problems = self.answers().problems()
        said = {one.field: one.wrong for one in problems}
        for asked, field in self.fields.items():
            show_problem(field, said.get(asked), right=bool(field.text))
        self.officers.show_problems(problems)
        desk_wrong = said.get(Asked.DESKS)
        self._desk_problem.setText(sentence(desk_wrong) if desk_wrong else "")
        self._desk_problem.setVisible(desk_wrong is not None)
        self.desk.setAccessibleDescription(self._desk_problem.text())
        return self._count(problems)

    def _count(self, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
        count = self.tr("Còn %n chỗ cần xem lại", "", len(problems)).replace("%n", str(len(problems)))
        self._hint.setText(count if problems else "")
        self._hint.set_color("danger" if problems else "text_muted")
        return problems

    def _go_to(self, problem: Problem) -> None:
        part = self._part
        if part is not None:
            part.go_to(problem)
        elif problem.field in self.fields:
            self.fields[problem.field].line.setFocus()
        elif problem.field is Asked.DESKS:
            self.desk.setFocus()
        else:
            self.officers.rows[problem.row].field(problem.field).line.setFocus()
