"""What a person does about sync at a machine: letting it in at a province, and the stick. Everything blocks."""

import ssl
from pathlib import Path

from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.store.durable import write_durably
from sync.replicator import Replicator
from sync.stick.station import Exported, Imported, ProvinceKey, Told, export_to, import_from, province_key
from sync.wire import far_server

AUTHORITY = "province-ca.pem"
"""In the data folder: whom alone this machine believes about the province."""
_LARGEST_AUTHORITY = 1 << 20


class SyncByHand:
    """The acts, on the journal of an open station of one office."""

    def __init__(self, journal: Journal, office: str) -> None:
        self._journal = journal
        self._office = office

    def enrol(self, url: str, code: str, ca_file: str = "", proxy: str = "system") -> str:
        """Ask the province at ``url`` to admit this station, and return its office. Raises as ``Replicator.enrol``.

        ``ca_file`` and ``proxy`` are of the way there, as in the settings.
        """
        replicator = Replicator(self._journal, far_server(url, ca_file, proxy))  # never started
        try:
            return replicator.enrol(code)
        finally:
            replicator.close()

    def keep_authority(self, path: Path) -> Path:
        """Copy the certificates of the province's authority to the data folder: the stick that brought them leaves.

        Raises CA_FILE_INVALID, DISK_FULL, DATA_NOT_WRITABLE.
        """
        try:
            if path.stat().st_size > _LARGEST_AUTHORITY:
                raise CounterError(Code.CA_FILE_INVALID, path=path)
            content = path.read_bytes()
            ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cadata=content.decode("ascii"))
        except (OSError, ValueError) as error:
            raise CounterError(Code.CA_FILE_INVALID, path=path) from error
        kept = self._journal.database.folder / AUTHORITY
        write_durably(kept, content)
        return kept

    def province_key(self, stick: Path) -> ProvinceKey:
        """Return the key that the province left on the stick. Raises STICK_WITHOUT_KEY."""
        return province_key(stick)

    def export_to(self, stick: Path, key: ProvinceKey, code: str, told: Told) -> Exported:
        """Write what waits to the stick, for the province with ``key`` alone. Raises as ``stick.station.export_to``."""
        return export_to(self._journal, stick, self._office, key, code, told)

    def import_from(self, stick: Path, key: ProvinceKey, told: Told) -> Imported:
        """Take what the province answered. Raises as ``stick.station.import_from``."""
        return import_from(self._journal, stick, key, told)
