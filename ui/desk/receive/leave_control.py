"""A second form 02 for one dossier: forbidden by law, unless an administrator lets it pass and says why."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from counter_app.domain.places import Officer
from counter_app.errors import CounterError
from counter_app.services.lifecycle import Override
from ui import messages
from ui.desk.context import DeskContext
from ui.desk.receive.incomplete_control import IncompleteControl
from ui.desk.receive.page import ReceivePage

if TYPE_CHECKING:  # imported when it is needed: hardly ever
    from ui.desk.dossier.override import Leave, OverrideForm


class LeaveControl(QObject):
    """Asks an administrator, checks secret and code, and submits again with the leave."""

    def __init__(
        self, context: DeskContext, page: ReceivePage, incomplete: IncompleteControl, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._page, self._incomplete = context, page, incomplete
        self.form: OverrideForm | None = None
        incomplete.override_asked.connect(self._ask)

    def submit(self) -> None:
        """Ctrl+Enter: give the leave that is filled in."""
        if self.form is not None:
            self.form.submit()

    def close(self) -> None:
        """Go back to the form 02."""
        if self.form is not None:
            gone, self.form = self.form, None
            self._page.take_leave(gone)
            self._incomplete.present()

    def _ask(self, error: CounterError) -> None:
        officers = self._context.services.officers

        def known(found: tuple[Officer, ...]) -> None:
            self._open(error, found)

        self._context.tasks.read(officers.all, known, owner=self)

    def _open(self, error: CounterError, officers: tuple[Officer, ...]) -> None:
        from ui.desk.dossier.override import OverrideForm

        said = messages.message(error)
        title = self.tr("Yêu cầu bổ sung lần nữa")
        self.form = form = OverrideForm(title, said.title, said.next_step, officers)
        form.given.connect(self._given)
        form.left.connect(self.close)
        self._page.show_leave(form)
        form.open_leave()

    def _given(self, leave: "Leave") -> None:
        form, door = self.form, self._context.services.sign_ins
        if form is None:
            return
        form.set_busy(True)

        def right(officer: Officer) -> None:
            if self.form is form:  # nobody went back meanwhile
                self.close()
                self._incomplete.submit(Override(officer.id, leave.reason))

        self._context.tasks.run(
            lambda: door.give_leave(leave.administrator, leave.pin, leave.code), right, form.refuse, owner=form
        )
