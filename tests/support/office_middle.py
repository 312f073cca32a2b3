"""An office's station between its desks and the province, without the question who keeps the queue."""

from collections.abc import Sequence
from pathlib import Path

from counter_app.clocks import SystemClock
from counter_app.domain.queue_commands import QueueCommand
from counter_app.errors import Code, CounterError
from counter_app.journal import outbox
from counter_app.journal.journal import Journal
from counter_app.ports import Clock
from sync.channel import Backoff
from sync.office.province import OfficeReplicator
from sync.office.status import OfficeStatus
from sync.office.upward import Upward
from sync.records import Beat, HandedBack, OfficeAnswer, SettledBlobs
from sync.replicator import Pace
from sync.server.program import OfficeServer
from sync.wire import Upstream
from tests.sync.stations import OFFICE, Station

HASTY = Pace(backoff=Backoff(0.01, 0.05), ask_again_s=0.0)


class KeptQueue:
    """An office's station that is in charge, and stays so: who is was decided elsewhere."""

    def __init__(self, journal: Journal, province: OfficeReplicator) -> None:
        self.office = OFFICE
        self._upward = Upward(journal, province)
        self._refused = CounterError(Code.OFFICE_NOT_IN_CHARGE, station=journal.key.station)

    def execute(self, command: QueueCommand, command_id: str) -> str:
        raise self._refused

    def heard(self, station: str, beat: Beat, host: str) -> OfficeAnswer:
        raise self._refused

    def reached(self, station: str, position: int) -> bool:
        return False

    def bring(self, sha256: str) -> bytes:
        return self._upward.bring(sha256, in_charge=True)

    def settled(self, names: Sequence[str]) -> SettledBlobs:
        return self._upward.settled(names)

    def hand_back(self, station: str) -> HandedBack:
        raise self._refused


class Middle:
    """The office's station: serves the desks, and passes on to the province at ``url`` what they write."""

    def __init__(self, folder: Path, url: str, clock: Clock | None = None, port: int = 0) -> None:
        self._folder = folder
        self._url = url
        self._clock = clock or SystemClock()
        self.port = port
        self.open()

    def open(self) -> None:
        """Begin, or begin again."""
        self.station = Station(self._folder, self._clock)
        journal = self.station.journal
        outbox.fill_feed(journal, OFFICE)
        self._province = OfficeReplicator(journal, Upstream(self._url, read_s=2.0), OFFICE, pace=HASTY)
        self._server = OfficeServer(journal, KeptQueue(journal, self._province), "127.0.0.1", self.port)
        self._server.start()
        self.port = self._server.port
        self._province.start()
        self._province.told(
            OfficeStatus(True, self.station.id, "", self._clock.now(), True, True, True, 1, relays=True)
        )

    def end(self) -> None:
        """Be switched off."""
        self._province.close()
        self._server.stop()
        self.station.database.close()
