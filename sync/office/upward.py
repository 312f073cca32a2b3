"""What a station of an office knows of the way on to the province: its own, or that of the one in charge."""

from collections.abc import Sequence
from dataclasses import replace

from counter_app.errors import Code, CounterError
from counter_app.journal import outbox, relayed
from counter_app.journal.journal import Journal
from sync.office.province import OfficeReplicator
from sync.records import OfficeAnswer, SettledBlobs


class Upward:
    """``province`` is None where this station has no address of one."""

    def __init__(self, journal: Journal, province: OfficeReplicator | None) -> None:
        self._journal = journal
        self._province = province
        self._relayed = False  # as the one followed said last
        self._passed = 0

    def said_to(self, station: str, answer: OfficeAnswer) -> OfficeAnswer:
        """Add to an answer, of the one in charge, what the province has of the asker's."""
        if not answer.in_charge or self._province is None:
            return answer
        return replace(answer, relays=True, passed=self._province.passed(station), province=self._province.url)

    def heard(self, answer: OfficeAnswer) -> None:
        """The one in charge said what it passes on; does not block."""
        self._relayed, self._passed = answer.relays, answer.passed

    def relays(self, *, in_charge: bool) -> bool:
        """Whether the one in charge passes on what the office writes."""
        return self._province is not None if in_charge else self._relayed

    def note(self) -> None:
        """Remember how far the province has this station's own entries, as the one in charge said."""
        passed = min(self._passed, self._journal.last_seq)
        self._passed = 0
        if passed and passed > outbox.mark(self._journal, outbox.PUSHED):
            outbox.set_mark(self._journal, outbox.PUSHED, passed)
            if self._province is not None:
                self._province.recount()

    def bring(self, sha256: str, *, in_charge: bool) -> bytes:
        """Return a blob that only the province has. Raises BLOB_MISSING, LINK_DOWN, BLOB_DAMAGED, DISK_FULL."""
        if self._province is None or not in_charge:
            raise CounterError(Code.BLOB_MISSING, sha256=sha256)
        return self._province.fetch(sha256)

    def settled(self, names: Sequence[str]) -> SettledBlobs:
        """Say which of these blobs are at the province."""
        if self._province is None:
            return SettledBlobs((), further=False)
        return SettledBlobs(relayed.settled(self._journal, names), further=True)
