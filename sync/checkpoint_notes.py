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
        about = status.fault_params.get("seq") or status.fault_params.get("fingerprint") or ""
        subject = f"station/{self._station}"
        self._security.note(SecurityKind.CHECKPOINT_BROKEN, subject=subject, reason=fault.value, about=str(about))
