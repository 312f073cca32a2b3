"""What a manager sees of a new version of the program: it waits, it did not work, it was refused."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from counter_app import __version__
from counter_app.errors import Code
from counter_app.services.updates import (
    Installed,
    InstallRecord,
    Refusal,
    Release,
    UpdateState,
    command_as_root,
)
from ui.desk.admin.machines.version import VersionBox, Versions

_FOUND = datetime(2026, 11, 22, 12, 20, tzinfo=UTC)
_NEXT = Release("9.0.0", "amd64", "counter-app_9.0.0_amd64.deb", 1, "")
_COMMAND = command_as_root(Path("/home/quay/.local/share/counter-app"))
_MARK = "DB54 4ADA FC38 D31F 452B B807"


def show_waiting(box: VersionBox) -> None:
    """A newer version was fetched, and waits for the night."""
    box.present(_versions())


def show_undone(box: VersionBox) -> None:
    """It was installed, did not work, and was undone."""
    params = {"version": _NEXT.version, "former": __version__}
    box.present(_versions(Refusal(_FOUND, Code.UPDATE_TRIAL_FAILED, params, _NEXT.version)))


def _versions(refusal: Refusal | None = None) -> Versions:
    own = Installed(_FOUND - timedelta(days=40), __version__, "0.5.0")
    found = UpdateState(_FOUND, _NEXT, _FOUND, None, _MARK)
    record = InstallRecord(own, bad=(refusal,) if refusal else ())
    return Versions(found, record, _COMMAND, reachable=True)
