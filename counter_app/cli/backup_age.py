"""What ``counter-app doctor`` says of the backups; reads small files alone, beside the program or without it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from counter_app.cli.checks import Check, Finding
from counter_app.cli.station_data import is_there
from counter_app.clocks import VIETNAM
from counter_app.domain.backup_plan import BackupPlan
from counter_app.errors import Code
from counter_app.services.backup import sealed_keys
from counter_app.services.backups import TOO_OLD, read_state
from counter_app.store.keys import KEY_FILE

_NEGLECTED = timedelta(days=7)
"""Longer than a holiday: somebody must look."""


def backup_check(folder: Path, plan: BackupPlan) -> tuple[Check, ...]:
    """Say how old the last backup is, and what keeps the next one away; nothing of a machine that is not set up."""
    if not is_there(folder):
        return ()
    if not any(sealed_keys(folder)):
        return (Check("backup", Finding.NOTE, Code.RECOVERY_UNSET),)
    state = read_state(folder)
    if state.failure is not None:
        return (Check("backup", Finding.FAULT, state.failure.code, state.failure.params),)
    if not plan.folder:
        return (Check("backup", Finding.NOTE, Code.BACKUP_PLACE_UNSET),)
    since = state.whole_at or datetime.fromtimestamp((folder / KEY_FILE).stat().st_mtime, UTC)
    age = datetime.now(UTC) - since
    said = f"{since.astimezone(VIETNAM):%d/%m/%Y %H:%M}" if state.whole_at else ""
    if state.whole_at and age < TOO_OLD:
        return (Check("backup", Finding.OK, value=said),)
    finding = Finding.FAULT if age >= _NEGLECTED else Finding.NOTE
    return (Check("backup", finding, Code.BACKUP_OLD, {"days": age.days}, said),)
