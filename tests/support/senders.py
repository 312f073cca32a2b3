"""Stations that send to a province without a pause, and remember what was acknowledged."""

import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from counter_app.errors import CounterError
from counter_app.journal import outbox
from sync import records
from sync.records import BatchAnswer
from sync.wire import Wire
from tests.support.patroni import until
from tests.support.postgres import held
from tests.sync.stations import OFFICE, Station


@dataclass
class Sender:
    """A station that writes and sends one small batch after another, and remembers what was acknowledged."""

    station: Station
    url: str
    authority: Path | None = None
    acknowledged: int = 0
    at: list[float] = field(default_factory=list)

    def wire(self) -> Wire:
        """A conversation with the province."""
        return self.station.wire(self.url, self.authority)

    def run(self, ended: threading.Event) -> None:
        """Send until told to end."""
        number, wire = 1, self.wire()
        while not ended.is_set():
            self.station.issue(5, number)
            number += 5
            while not ended.is_set() and self.acknowledged < self.station.journal.last_seq:
                entries = outbox.own_entries(self.station.journal, self.acknowledged, 200)
                try:
                    reply = wire.call("POST", "/v1/entries", records.pack(entries), packed=True)
                except CounterError:
                    ended.wait(0.2)
                    continue
                self.acknowledged = records.decode(reply.content, BatchAnswer).heads[self.station.id]
                self.at.append(time.monotonic())
        wire.close()


def admit(folder: Path, database: str, senders: Sequence[Sender]) -> None:
    """Let every station in by a code, as an operator and an officer do."""
    program = [sys.executable, "-m", "counter_app", "province", "enrol-code", "--office", OFFICE]
    where = ["--data", str(folder / "province"), "--database", database]
    for one in senders:
        code = subprocess.run([*program, *where], capture_output=True, text=True, check=True).stdout.strip()
        asked = records.EnrolmentRequest(code, one.station.id, one.station.journal.key.public_hex)
        wire = one.wire()
        until(partial(enrolled, wire, asked), "the station is let in")
        wire.close()


def enrolled(wire: Wire, asked: records.EnrolmentRequest) -> bool:
    """Whether the servers are up and let the station in."""
    try:
        wire.call("POST", "/v1/enrol", records.encode(asked))
    except CounterError:
        return False
    return True


def lost(senders: Sequence[Sender], database: str) -> int:
    """Count the entries that were acknowledged and are not there."""
    kept = held(database)
    return sum(max(0, one.acknowledged - kept.get(one.station.id, 0)) for one in senders)
