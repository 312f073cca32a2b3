"""The officer's own sheet over the desk: lock it, change the secret, the code of the telephone, leave."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from counter_app.domain.facts import Duty
from counter_app.errors import CounterError
from counter_app.services.second_factor import NewSecondFactor
from ui import theme
from ui.components.announcement import announce
from ui.components.banner import Notice
from ui.components.key_button import KeyButton, Kind
from ui.components.label import Label
from ui.components.spoken_role import Role, speak_as
from ui.components.surface import Surface
from ui.components.tab_ring import step_within
from ui.components.tone import Tone
from ui.components.vertical_scroll import VerticalScroll
from ui.desk.account.second_factor_form import SecondFactorForm
from ui.desk.account.secret_form import SecretForm
from ui.desk.context import DeskContext

_NARROW, _WIDE = 420, 720
NOTICE = "account"


class AccountSheet(QWidget):
    """``lock_asked()``, ``leave_asked()``; Esc and a click beside the sheet put it away."""

    lock_asked = Signal()
    leave_asked = Signal()

    def __init__(self, context: DeskContext, host: QWidget) -> None:
        super().__init__(host)
        self._context, self._host = context, host
        self.proposed: NewSecondFactor | None = None
        """What is on screen to be scanned."""
        self._before: QWidget | None = None
        self._wide = _NARROW
        self.setAccessibleName(self.tr("Tài khoản của tôi"))
        speak_as(self, Role.Dialog)
        self._title = Label("", "title", theme.Weight.SEMIBOLD, wrap=True)
        self.lock_button = KeyButton(self.tr("Khóa màn hình"), icon="lock", key="Ctrl+L", height=40, spread=False)
        self.secret_button = KeyButton(self.tr("Đổi mật khẩu"), icon="key", height=40)
        self.second_button = KeyButton(self.tr("Mã trên điện thoại"), icon="device-mobile", height=40)
        self.leave_button = KeyButton(self.tr("Rời quầy"), icon="logout", height=40)
        self.close_button = KeyButton(self.tr("Đóng"), icon="x", key="Esc", kind=Kind.QUIET)
        self.secret = SecretForm(asks_old=True)
        self.second = SecondFactorForm(asks_secret=True)
        self._sheet = Surface("surface")
        self._column = QVBoxLayout(self._sheet)
        self._build()
        self._wire()
        self.hide()

    def open(self) -> None:
        """Show what one may do with one's account."""
        self._show(self._menu, self._context.officer.name, _NARROW)
        self.lock_button.setFocus()

    def open_secret(self) -> None:
        """Show the form of a new secret."""
        officer = self._context.officer
        self.secret.begin(officer.name, officer.id)
        self._show(self.secret, self.tr("Đổi mật khẩu"), _NARROW)
        self.secret.focus()

    def open_second(self) -> None:
        """Show a new key for the telephone."""
        self.proposed = self._context.services.second_factors.propose(self._context.officer)
        self.second.begin(self.proposed)
        self._show(self.second, self.tr("Mã trên điện thoại"), _WIDE)
        self.second.focus()

    def close_sheet(self) -> None:
        """Put the sheet away and the focus back."""
        self._host.removeEventFilter(self)
        self.proposed = None
        self.hide()
        self.secret.begin()
        self.second.forget()
        if self._before is not None:
            self._before.setFocus()
            self._before = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
        return False

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Tab stays within the sheet."""
        return step_within(self, forward=next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, but not what is shown only once; no other key goes to the work underneath."""
        if event.key() == Qt.Key.Key_Escape and not self._shows_once:
            self.close_sheet()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the sheet closes it, but not while it shows what is shown only once."""
        if not self._scroll.geometry().contains(event.position().toPoint()) and not self._shows_once:
            self.close_sheet()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the window behind."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(11, 31, 51, 140))
            painter.setPen(theme.color("line_strong"))
            painter.setBrush(theme.color("surface"))
            painter.drawRect(QRectF(self._scroll.geometry()).adjusted(-1, -1, 0, 0))

    def refuse(self, error: CounterError) -> None:
        """Say why the code of the telephone does not work yet."""
        self.second.say(error)
        self._fit()
        self._scroll.ensureWidgetVisible(self.second.submit_button)

    @property
    def _shows_once(self) -> bool:
        return self.second.isVisible() and self.second.shows_codes

    def _build(self) -> None:
        column = self._column
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        column.setSpacing(theme.px(12))
        column.addWidget(self._title)
        self._menu = QWidget()
        buttons = QVBoxLayout(self._menu)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(theme.px(8))
        for button in (self.lock_button, self.secret_button, self.second_button, self.leave_button):
            buttons.addWidget(button)
        self.second_button.setVisible(self._context.officer.may(Duty.ADMINISTRATION))
        self._pages = (self._menu, self.secret, self.second)
        for page in self._pages:
            column.addWidget(page)
        column.addWidget(self.close_button)
        self._scroll = VerticalScroll(self._sheet)
        self._scroll.follow_focus()
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16))
        grid.addWidget(self._scroll, 0, 0, Qt.AlignmentFlag.AlignCenter)

    def _wire(self) -> None:
        self.lock_button.clicked.connect(self._lock)
        self.secret_button.clicked.connect(self.open_secret)
        self.second_button.clicked.connect(self.open_second)
        self.leave_button.clicked.connect(self._leave)
        self.close_button.clicked.connect(self.close_sheet)
        self.secret.submitted.connect(self._change)
        self.second.submitted.connect(self._confirm)
        self.second.finished.connect(self.close_sheet)

    def _show(self, page: QWidget, title: str, width: int) -> None:
        host = self._host
        if self._before is None:
            self._before = host.window().focusWidget()
        self._title.setText(title)
        for one in self._pages:  # no stack: it would be as wide and as high as its largest page
            one.setVisible(one is page)
        self.close_button.setVisible(not (page is self.second and self.second.shows_codes))
        self.setGeometry(host.rect())
        host.removeEventFilter(self)
        host.installEventFilter(self)
        self.show()
        self.raise_()
        self._wide = width
        self._fit()
        announce(self, title)

    def _fit(self) -> None:
        """As high as the page needs at its width; its own guess is for narrower columns, with more lines."""
        width = min(theme.px(self._wide), self._host.width() - theme.px(32))
        QCoreApplication.sendPostedEvents(
            None, QEvent.Type.LayoutRequest.value
        )  # words that changed have other heights
        self._column.activate()
        needed = self._column.heightForWidth(width)
        self._sheet.setMinimumHeight(needed)
        room = self._host.height() - theme.px(32)
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if needed > room else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._scroll.setVerticalScrollBarPolicy(bar)  # a bar makes it narrower, so that it would need the bar
        self._scroll.setFixedSize(width, min(needed, room))

    def _lock(self) -> None:
        self.close_sheet()
        self.lock_asked.emit()

    def _leave(self) -> None:
        self.close_sheet()
        self.leave_asked.emit()

    def _change(self, old: str, new: str) -> None:
        officer, officers = self._context.officer.id, self._context.services.officers

        def changed(_: None) -> None:
            self.close_sheet()
            told = self.tr("Đã đổi mật khẩu. Lần sau đăng nhập bằng mật khẩu mới.")
            self._context.notices.drop("secret-due")
            self._context.notices.put(Notice(NOTICE, Tone.SUCCESS, told))

        self._context.tasks.slow(lambda: officers.change_own(officer, old, new), changed, self.secret.say, owner=self)

    def _confirm(self, secret: str, code: str) -> None:
        new, officer = self.proposed, self._context.officer.id
        if new is None:
            return
        factors = self._context.services.second_factors

        def confirmed(_: None) -> None:
            self._context.notices.drop("second-due")
            self.second.show_codes(new.codes)
            self._show(self.second, self.tr("Mã dự phòng"), _WIDE)
            self.second.focus()

        self._context.tasks.slow(
            lambda: factors.confirm(officer, secret, new, code), confirmed, self.refuse, owner=self
        )
