"""What the tests of the desk's queue press and see."""

from PySide6.QtCore import Qt

from counter_app.domain.tickets import Ticket, TicketState
from tests.support.typing import press
from tests.ui.desk_kit import Desk
from ui.components.elided_label import ElidedLabel
from ui.components.key_button import KeyButton
from ui.components.label import Label
from ui.desk.queue.choice_list import Choice

ENTER, F2, F10 = Qt.Key.Key_Return, Qt.Key.Key_F2, Qt.Key.Key_F10


def shown(desk: Desk) -> str:
    return desk.window.frame.queue.panel.keys.coming.text()


def sheet(desk: Desk) -> str:
    """The name of what is asked."""
    question = desk.window.frame.queue.sheet.question
    return question.name if question is not None else ""


def told(desk: Desk) -> list[str]:
    return [notice.title for notice in desk.window.notices.all]


def state(desk: Desk, ticket: Ticket) -> TicketState:
    return desk.office.services.queue.ticket(ticket.id).state


def call(desk: Desk, *, serve: bool = True) -> Ticket:
    press(F2)
    desk.until(lambda: desk.window.queue.mine is not None)
    called = desk.window.queue.mine
    assert called is not None
    desk.until(lambda: not desk.window.queue.asking.busy)
    if serve:
        desk.until(lambda: desk.window.frame.queue.panel.keys.start.isVisible())
        desk.window.queue.start()
        desk.until(lambda: desk.window.queue.serving() == called.id)
        desk.until(lambda: desk.window.frame.queue.panel.keys.finish.isEnabled())
    return called


def choose(desk: Desk, id_: str) -> None:
    """Put the bar on a choice, with the arrows."""
    rows = desk.window.frame.queue.sheet.list
    for _ in range(40):
        if rows.current == id_:
            return
        press(Qt.Key.Key_Down)
    raise AssertionError(f"{id_} is not among {[one.id for one in rows.choices]}")


def more(desk: Desk, id_: str) -> None:
    """F10, and one of its acts."""
    press(F10)
    desk.until(lambda: sheet(desk) == "more")
    choose(desk, id_)
    press(ENTER)


def choices(desk: Desk) -> dict[str, Choice]:
    return {one.id: one for one in desk.window.frame.queue.sheet.list.choices}


def labels(desk: Desk) -> list[Label]:
    return [label for label in desk.window.frame.queue.panel.lists.findChildren(Label) if not label.isHidden()]


def elided(desk: Desk) -> list[str]:
    return [label.text for label in desk.window.frame.queue.panel.lists.findChildren(ElidedLabel)]


def button(desk: Desk, name: str) -> KeyButton | None:
    found = desk.window.frame.queue.findChildren(KeyButton)
    return next((one for one in found if one.accessibleName() == name and not one.isHidden()), None)
