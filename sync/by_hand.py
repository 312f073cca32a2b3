"""What a person does about sync at a machine: letting it in at a province, and the stick. Everything blocks."""

from pathlib import Path

from counter_app.journal.journal import Journal
from sync.replicator import Replicator
from sync.stick.station import Exported, Imported, ProvinceKey, Told, export_to, import_from, province_key


class SyncByHand:
    """The acts, on the journal of an open station of one office."""

    def __init__(self, journal: Journal, office: str) -> None:
        self._journal = journal
        self._office = office

    def enrol(self, url: str, code: str) -> str:
        """Ask the province at ``url`` to admit this station, and return its office. Raises as ``Replicator.enrol``."""
        replicator = Replicator(self._journal, url)  # never started
        try:
            return replicator.enrol(code)
        finally:
            replicator.close()

    def province_key(self, stick: Path) -> ProvinceKey:
        """Return the key that the province left on the stick. Raises STICK_WITHOUT_KEY."""
        return province_key(stick)

    def export_to(self, stick: Path, key: ProvinceKey, code: str, told: Told) -> Exported:
        """Write what waits to the stick, for the province with ``key`` alone. Raises as ``stick.station.export_to``."""
        return export_to(self._journal, stick, self._office, key, code, told)

    def import_from(self, stick: Path, key: ProvinceKey, told: Told) -> Imported:
        """Take what the province answered. Raises as ``stick.station.import_from``."""
        return import_from(self._journal, stick, key, told)
