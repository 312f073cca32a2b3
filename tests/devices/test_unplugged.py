"""Every virtual device loses its plug again and again during a played day, and comes back by itself.

``COUNTER_APP_UNPLUGS=100 pytest tests/devices/test_unplugged.py`` pulls each plug a hundred times.
"""

import logging
import os
import re
from collections import Counter
from collections.abc import Callable
from datetime import datetime, time
from itertools import groupby
from pathlib import Path

import pytest

from counter_app.clocks import VIETNAM, ManualClock
from counter_app.demo.office import DemoOffice
from counter_app.demo.plan import DAY
from counter_app.demo.play import PlayedDay
from counter_app.journal.counts import entries_by_kind
from counter_app.journal.verify import verify
from counter_app.ports import DeviceKind, DeviceState, DeviceStatus, ScanRequest
from devices.settings import TransportKind
from tests.devices.support import Notebook

UNPLUGS = int(os.environ.get("COUNTER_APP_UNPLUGS", "2"))
CITIZENS = min(60, UNPLUGS)
SENT_S = 60.0
LINE = re.compile(r"event=device_(\w+) device='([^']+)' fault=(\S+)")


class Hand:
    """Pulls the plug of each device in turn, and puts it back once the program has noticed."""

    def __init__(self, office: DemoOffice) -> None:
        self.pulled: Counter[DeviceKind] = Counter()
        self._office, self._devices = office, office.counter.devices
        self._told: Notebook[DeviceStatus] = Notebook()
        self._devices.on_change(self._told)
        self._told_from = 0

    def pull_all(self, _left: int) -> None:
        """Pull and put back each plug once, until each was pulled often enough."""
        if self.pulled[DeviceKind.SPEAKER] < UNPLUGS:
            virtual = self._office.virtual
            self._pull(DeviceKind.PRINTER, virtual.printer.unplug, virtual.printer.plug)
            self._pull(DeviceKind.KEYPAD, virtual.keypad.unplug, virtual.keypad.plug)
            self._pull(DeviceKind.READER, virtual.reader.unplug, virtual.reader.plug)
            self._pull(DeviceKind.SCANNER, virtual.scanner.unplug, virtual.scanner.plug, lost=self._scan_in_vain)
            self._pull(
                DeviceKind.SPEAKER,
                virtual.speaker.unplug,
                virtual.speaker.plug,
                lost=lambda: self._speak("1"),
                found=lambda: self._speak("2"),
            )

    def _pull(
        self,
        kind: DeviceKind,
        unplug: Callable[[], None],
        plug: Callable[[], None],
        *,
        lost: Callable[[], None] = lambda: None,
        found: Callable[[], None] = lambda: None,
    ) -> None:
        """``lost`` and ``found`` use a device that notices only then."""
        self._told_from = len(self._told.notes)
        unplug()
        lost()
        self._until(kind, ready=False)
        plug()
        found()
        self._until(kind, ready=True)
        self.pulled[kind] += 1

    def _until(self, kind: DeviceKind, *, ready: bool) -> None:
        def seen(notes: list[DeviceStatus]) -> bool:
            mine = [note for note in notes[self._told_from :] if note.kind is kind]
            settled = [note for note in mine if note.state is not DeviceState.CONNECTING]
            return bool(settled) and (settled[-1].state is DeviceState.READY) is ready

        self._told.until(seen)

    def _scan_in_vain(self) -> None:
        scanner = self._devices.scanner
        with pytest.raises(Exception, match="device-absent|scanner-io"):
            scanner.scan(ScanRequest(), self._office.folder, lambda _: None)

    def _speak(self, word: str) -> None:
        self._devices.speaker.say((word,))

    def transitions(self) -> dict[str, list[tuple[str, str]]]:
        """Each device's states in turn, without the attempts that ended as the one before."""
        settled = [note for note in self._told.notes if note.state is not DeviceState.CONNECTING]
        made: dict[str, list[tuple[str, str]]] = {}
        for note in settled:
            made.setdefault(note.name, []).append((note.state.value, note.fault.value if note.fault else "-"))
        return {name: [state for state, _ in groupby(states)] for name, states in made.items()}


def logged(messages: list[str]) -> dict[str, list[tuple[str, str]]]:
    made: dict[str, list[tuple[str, str]]] = {}
    for message in messages:
        if found := LINE.fullmatch(message):
            made.setdefault(found[2], []).append((found[1], found[3]))
    return made


@pytest.mark.timeout(120 + 15 * UNPLUGS)
def test_every_device_comes_back_from_each_pulled_plug_with_one_line_a_transition(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "devices")
    clock = ManualClock(datetime.combine(DAY, time(7, 15), VIETNAM))
    office = DemoOffice(tmp_path, clock, speaker=TransportKind.FILE, hurried=True)
    try:
        hand = Hand(office)
        office.start()
        paper = tmp_path / "paper"
        paper.mkdir()
        day = PlayedDay(office, clock, 7, paper, citizens=CITIZENS)
        day.run(hand.pull_all)
        office.wait_until_sent(SENT_S)
        summary = day.summary(0)

        assert set(hand.pulled.values()) == {UNPLUGS}
        assert set(hand.pulled) == set(DeviceKind)
        assert summary.served + summary.no_shows == summary.tickets == CITIZENS
        assert summary.province_entries == summary.entries
        transitions = hand.transitions()
        assert logged(caplog.messages) == transitions
        for name, states in transitions.items():
            returns = states.count(("ready", "-")) - 1
            slow = states.count(("faulty", "device-silent"))  # on a machine too busy to answer in time
            assert returns - slow == UNPLUGS, name
            assert len(states) <= 1 + 3 * returns, "lost, gone, back: no more than that is news"
        journal = office.counter.journal
        assert entries_by_kind(journal, journal.key.station)["device.changed"] == sum(map(len, transitions.values()))
        assert verify(journal).faults == ()
    finally:
        office.close()
