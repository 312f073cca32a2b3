"""The invented commune at work: a province on loopback, one station, and virtual devices that speak the real bytes."""

import threading
import time
from collections import deque
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from PIL import Image

from counter_app.bootstrap import Counter, open_counter, set_up_station
from counter_app.demo.commune import FOLLOW_BASE, OFFICE, new_station
from counter_app.errors import Code, CounterError, DeviceError
from counter_app.journal import enrolment, outbox
from counter_app.journal.journal import Journal
from counter_app.ports import Clock, DeviceKind
from counter_app.settings import Settings
from devices.patience import Backoff
from devices.settings import DeviceSettings, TransportKind
from devices.virtual import VirtualStation
from sync.server.program import ServerThread

_DESK = 3


class TicketTray:
    """The tickets that the virtual printer has cut."""

    def __init__(self) -> None:
        self._pictures: deque[Image.Image] = deque(maxlen=20)
        self._count = 0
        self._cut = threading.Condition()

    def __len__(self) -> int:
        return self._count

    def add(self, picture: Image.Image) -> None:
        """Take one more; called by the printer."""
        with self._cut:
            self._pictures.append(picture)
            self._count += 1
            self._cut.notify_all()

    def newest(self) -> Image.Image:
        """Return the last one cut."""
        with self._cut:
            return self._pictures[-1]

    def wait_for_more_than(self, count: int, seconds: float) -> None:
        """Wait until more than ``count`` were cut. Raises DEVICE_SILENT."""
        with self._cut:
            if not self._cut.wait_for(lambda: self._count > count, seconds):
                raise DeviceError(Code.DEVICE_SILENT, device="printer", seconds=seconds)


class DemoOffice:
    """All of it on one machine; ``folder`` keeps ``station`` and ``province``.

    ``hurried``: devices are looked at and tried again within tenths of a second, not seconds.
    """

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        *,
        speaker: TransportKind = TransportKind.SILENT,
        keeps_hours: bool = True,
        hurried: bool = False,
    ) -> None:
        self.folder = folder
        self.tickets_cut = TicketTray()
        with ExitStack() as opened:
            self.virtual = VirtualStation(folder, sound=speaker)
            opened.callback(self.virtual.close)
            self.virtual.printer.on_ticket(self.tickets_cut.add)
            self.province = ServerThread(folder / "province", clock=clock)
            self.province.start()
            opened.callback(self.province.stop)
            self.counter = _open_station(
                folder / "station", self.virtual, self.province, clock, keeps_hours=keeps_hours, hurried=hurried
            )
            opened.callback(self.counter.close)
            self._opened = opened.pop_all()

    @property
    def province_journal(self) -> Journal:
        """The province's journal, while its server runs."""
        return self.province.journal

    def start(self) -> None:
        """Start the devices and the sync."""
        self.counter.start()

    def wait_until_sent(self, seconds: float) -> None:
        """Wait until the province has every entry and blob. Raises LINK_DOWN."""
        replicator = self.counter.replicator
        if replicator is None:
            return
        told = threading.Event()
        unlisten = replicator.listen(lambda _: told.set())
        deadline = time.monotonic() + seconds
        try:
            # Asked of the journal: the link's own count may be from before the last entry.
            while (left := outbox.waiting(self.counter.journal)).entries or left.blobs:
                told.clear()
                replicator.wake()
                if not told.wait(min(1.0, max(0.0, deadline - time.monotonic()))) and time.monotonic() > deadline:
                    raise CounterError(Code.LINK_DOWN, detail=f"{left.entries} entries, {left.blobs} blobs")
        finally:
            unlisten()

    def close(self) -> None:
        """Stop everything, the station before its province."""
        self._opened.close()


def _hurried(device: DeviceSettings) -> DeviceSettings:
    if device.kind is not DeviceKind.PRINTER:
        return device
    return replace(device, options={**device.options, "poll": "0.1"})


def _open_station(
    folder: Path,
    virtual: VirtualStation,
    province: ServerThread,
    clock: Clock,
    *,
    keeps_hours: bool,
    hurried: bool,
) -> Counter:
    set_up_station(folder, new_station(), clock)
    devices = tuple(_hurried(one) if hurried else one for one in virtual.settings())
    settings = Settings(desk=_DESK, province_url=province.url, follow_base=FOLLOW_BASE, devices=devices)
    backoff = Backoff(steps=(0.05, 0.1, 0.2)) if hurried else None
    counter = open_counter(folder, settings, clock, keeps_hours=keeps_hours, backoff=backoff)
    try:
        if counter.replicator is not None:
            counter.replicator.enrol(enrolment.make_code(province.journal, OFFICE.id))
    except BaseException:
        counter.close()
        raise
    return counter
