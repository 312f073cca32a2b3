"""The province's escrow key beside its data: the public part, which its server tells every station under its signature.

A file and no table: the operator's act goes on beside a running server, and the servers of one database share a folder.
"""

import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

from counter_app.errors import CounterError
from counter_app.journal import province_escrow
from counter_app.journal.province_escrow import ProvinceEscrow
from counter_app.journal.signing import StationKey
from counter_app.store.durable import write_durably
from counter_app.store.escrow import checked_recipient

log = logging.getLogger(__name__)

_NAME = "escrow.pub"
_SINCE = "# since "
_STEP = timedelta(milliseconds=1)
_LARGEST = 4096


class EscrowFile:
    """Of one province; read from any thread and process."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _NAME
        self._said: tuple[tuple[int, int, str], ProvinceEscrow] | None = None

    @property
    def recipient(self) -> str:
        """The public escrow key, empty where there is none. Raises ESCROW_KEY_INVALID for a file that has none."""
        found = self._read()
        return found[0] if found else ""

    def name(self, recipient: str, now: datetime) -> None:
        """Tell stations to seal their keys for ``recipient`` from now on; durable when it returns.

        Raises ESCROW_KEY_INVALID, DISK_FULL, DATA_NOT_WRITABLE.
        """
        checked, before = checked_recipient(recipient), self._read()
        # A clock that was set back must not make the newer word the older one.
        at = max(now, before[1] + _STEP) if before else now
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_durably(self._path, f"{_SINCE}{at.astimezone(UTC).isoformat()}\n{checked}\n".encode())

    def said(self, key: StationKey) -> ProvinceEscrow | None:
        """Return what stations are told, signed with ``key``; None where no escrow key was named."""
        try:
            status = self._path.stat()
            state = status.st_mtime_ns, status.st_size, key.public_hex
            if self._said is not None and self._said[0] == state:
                return self._said[1]
            found = self._read()
        except FileNotFoundError:
            return None
        except (OSError, CounterError) as error:
            log.warning("event=escrow_file_unreadable error=%s", type(error).__name__)
            return None
        if found is None:
            return None
        made = province_escrow.signed(found[0], found[1], key)
        self._said = state, made
        return made

    def _read(self) -> tuple[str, datetime] | None:
        """The key and since when; in a file of an earlier version that is when it was written."""
        try:
            with self._path.open(encoding="utf-8", errors="replace") as file:
                lines = file.read(_LARGEST).splitlines()
            written = datetime.fromtimestamp(self._path.stat().st_mtime, UTC)
        except FileNotFoundError:
            return None
        since = next((line.removeprefix(_SINCE) for line in lines if line.startswith(_SINCE)), "")
        plain = next((line for line in lines if line.strip() and not line.startswith("#")), "")
        try:
            at = datetime.fromisoformat(since)
        except ValueError:
            at = written
        return checked_recipient(plain), at if at.tzinfo is not None else written
