"""Wires the officers' tab."""

from collections.abc import Callable
from uuid import uuid4

from PySide6.QtCore import QObject

from counter_app.domain.facts import Duty
from counter_app.errors import CounterError
from counter_app.services.officers import NewOfficer
from counter_app.services.sign_in import Account
from ui.components.banner import Notice
from ui.components.tone import Tone
from ui.desk.admin.officers.tab import OfficerForm, OfficersTab
from ui.desk.context import DeskContext

_NOTICE = "officers"


class OfficersController(QObject):
    """Reads the officers, keeps what is changed."""

    def __init__(self, context: DeskContext, tab: OfficersTab, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self.tab = context, tab
        self._accounts: dict[str, Account] = {}
        self._current = context.officer.id
        tab.chosen.connect(self._choose)
        tab.add_asked.connect(self._add)
        tab.save_asked.connect(self.save)
        tab.account.bar_asked.connect(self._bar)
        tab.account.admit_asked.connect(self._admit)

    def refresh(self) -> None:
        """Read the officers again."""
        self._context.tasks.read(self._context.services.sign_ins.accounts, self._show, owner=self, topic="officers")

    def focus(self) -> None:
        """Put the focus on the list."""
        self.tab.list.setFocus()

    def act(self) -> None:
        """Ctrl+Enter: keep what is typed."""
        if self.tab.save_button.isEnabled():
            self.save()

    def save(self) -> None:
        """Keep what is typed."""
        form = self.tab.form()
        if form.pin != form.again:
            self.tab.again.set_verdict(problem=self.tr("Hai lần nhập mật khẩu không giống nhau"))
            self.tab.again.line.setFocus()
            return
        key = form.id or uuid4().hex[:12]
        self._context.tasks.run(lambda: self._keep(form, key), lambda _: self._saved(key), self._refused, owner=self)

    def _keep(self, form: OfficerForm, key: str) -> None:
        officers, by = self._context.services.officers, self._context.officer.id
        if not form.id:
            new = NewOfficer(key, form.name, form.title, form.pin, form.duties, form.department)
            officers.register(new, by, temporary=True)
            return
        officers.change(key, name=form.name, title=form.title, department=form.department, duties=form.duties, by=by)
        if form.pin:
            officers.reset_pin(key, form.pin, by)

    def _saved(self, key: str) -> None:
        self._current = key
        self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, self.tr("Đã lưu cán bộ.")))
        self.refresh()

    def _refused(self, error: CounterError) -> None:
        self._context.notices.put_error(_NOTICE, error)

    def _bar(self, reason: str) -> None:
        officer, officers, by = self._current, self._context.services.officers, self._context.officer.id
        told = self.tr("Đã khóa tài khoản. Các máy khác khóa theo ở lần liên lạc tới.")
        self._do(lambda: officers.bar(officer, reason, by), told)

    def _admit(self) -> None:
        officer, officers, by = self._current, self._context.services.officers, self._context.officer.id
        self._do(lambda: officers.admit(officer, by), self.tr("Đã mở lại tài khoản."))

    def _do(self, act: Callable[[], None], told: str) -> None:
        def done(_: None) -> None:
            self._context.notices.put(Notice(_NOTICE, Tone.SUCCESS, told))
            self.refresh()

        self._context.tasks.run(act, done, self._refused, owner=self)

    def _show(self, accounts: tuple[Account, ...]) -> None:
        self._accounts = {one.officer.id: one for one in accounts}
        mine = self._accounts.get(self._context.officer.id)
        me = mine.officer if mine is not None else self._context.officer
        officers = tuple(one.officer for one in accounts)
        self.tab.present(officers, self._current, may=me.may(Duty.ADMINISTRATION))
        self._edit(self._current)

    def _edit(self, officer: str) -> None:
        account = self._accounts.get(officer)
        self.tab.edit(account.officer if account is not None else None, account)

    def _choose(self, officer: str) -> None:
        self._current = officer
        self._context.notices.drop(_NOTICE)
        self._edit(officer)

    def _add(self) -> None:
        self._context.notices.drop(_NOTICE)
        self.tab.edit(None)
        self.tab.name.line.setFocus()
