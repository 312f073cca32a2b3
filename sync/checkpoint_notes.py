"""Writes into the security record, once a run, what is wrong between a journal and what its upstream countersigned."""

from counter_app.errors import Code
from counter_app.services.security_log import SecurityKind, SecurityLog
from sync.link import SyncStatus

_NOTED = (Code.CHECKPOINT_BROKEN, Code.PROVINCE_KEY_CHANGED)


class CheckpointNotes:
    """Hears the link's status, on a sync thread."""

    def __init__(self, security: SecurityLog, station: str) -> None:
        self._security = security
        self._station = station
        self._noted: set[Code] = set()

    def heard(self, status: SyncStatus) -> None:
        """Note what an administrator must see to."""
        fault = status.fault
        if fault not in _NOTED or fault in self._noted:
            return
        self._noted.add(fault)
        about = {name: value for name, value in status.fault_params.items() if isinstance(value, str | int)}
        detail = {"reason": fault.value, **{name: about[name] for name in ("seq", "fingerprint") if name in about}}
        self._security.note(SecurityKind.CHECKPOINT_BROKEN, subject=f"station/{self._station}", **detail)
