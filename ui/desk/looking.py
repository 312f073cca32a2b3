"""A desk showed a dossier: if it was not its officer's own work, that is written down, behind what is shown."""

from PySide6.QtCore import QObject

from counter_app.errors import CounterError
from ui.desk.context import DeskContext

_NOTICE = "look"


def note_look(context: DeskContext, dossier_id: str, owner: QObject) -> None:
    """Have the look written; where that fails, the desk says so."""
    looks, officer = context.services.looks, context.officer.id

    def failed(error: CounterError) -> None:
        context.notices.put_error(_NOTICE, error)

    context.tasks.run(lambda: looks.note(dossier_id, officer), None, failed, owner=owner)
