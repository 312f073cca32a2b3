"""What has to be put right before the work begins: a secret of one's own, then the code of the telephone."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.places import Officer
from counter_app.errors import CounterError
from counter_app.services.bundle import Services
from counter_app.services.second_factor import NewSecondFactor
from counter_app.services.sign_in import Due, SignedIn
from ui import theme
from ui.components.announcement import announce
from ui.components.label import Label
from ui.desk.account.second_factor_form import SecondFactorForm
from ui.desk.account.secret_form import SecretForm
from ui.tasks import Tasks


class AccountSteps(QWidget):
    """``shown()`` when a step is on screen, ``done(Officer)`` when none is left."""

    shown = Signal()
    done = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._officer: Officer | None = None
        self._secret = ""
        self._steps: list[Due] = []
        self.proposed: NewSecondFactor | None = None
        """What is on screen to be scanned."""
        self._title = Label("", "strong", theme.Weight.SEMIBOLD, wrap=True)
        self.secret = SecretForm(asks_old=False)
        self.second = SecondFactorForm(asks_secret=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self._title)
        column.addWidget(self.secret)
        column.addWidget(self.second)
        self.secret.submitted.connect(self._change)
        self.second.submitted.connect(self._confirm)
        self.second.finished.connect(self._next)

    def begin(self, result: SignedIn, secret: str) -> None:
        """Take one step after another; with none at all it is done at once."""
        self._officer, self._secret = result.officer, secret
        self._steps = [one.due for one in result.reminders if not one.days]
        self._next()

    def focus(self) -> None:
        """Put the focus into the step that is open."""
        (self.second if self.second.isVisibleTo(self) else self.secret).focus()

    def _next(self) -> None:
        officer = self._officer
        if officer is None:
            return
        if not self._steps:
            self._secret, self.proposed = "", None
            self.second.forget()
            self.done.emit(officer)
            return
        if self._steps.pop(0) is Due.SECRET:
            self._title.setText(self.tr("{name}: chọn mật khẩu của riêng mình").format(name=officer.name))
            temporary = self.tr("Mật khẩu vừa nhập do người khác đặt, chỉ dùng cho lần này.")
            short = self.tr("Mật khẩu đang dùng quá dễ đoán, không dùng tiếp được.")
            self.secret.begin(officer.name, officer.id, why=temporary if officer.temporary else short)
            self._open(self.secret)
        else:
            self._title.setText(self.tr("{name}: thêm mã trên điện thoại cho người quản trị").format(name=officer.name))
            self.proposed = self._services.second_factors.propose(officer)
            self.second.begin(self.proposed)
            self._open(self.second)
        self.shown.emit()
        announce(self, self._title.text(), self.secret.why if self.secret.isVisible() else "")

    def _open(self, step: QWidget) -> None:
        for one in (self.secret, self.second):
            one.setVisible(one is step)

    def _change(self, _old: str, new: str) -> None:
        officer, secret = self._officer, self._secret
        if officer is None:
            return

        def changed(_: None) -> None:
            self._secret = new
            self._next()

        officers = self._services.officers
        self._tasks.run(lambda: officers.change_own(officer.id, secret, new), changed, self.secret.say, owner=self)

    def _confirm(self, _secret: str, code: str) -> None:
        officer, secret, new = self._officer, self._secret, self.proposed
        if officer is None or new is None:
            return

        def confirmed(_: None) -> None:
            self.second.show_codes(new.codes)
            self.shown.emit()

        def refused(error: CounterError) -> None:
            self.second.say(error)

        factors = self._services.second_factors
        self._tasks.run(lambda: factors.confirm(officer.id, secret, new, code), confirmed, refused, owner=self)
