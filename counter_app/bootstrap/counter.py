"""One open station: its journal, services, devices and links, put together and started."""

import contextlib
import logging
import threading
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from counter_app.bootstrap.links import Links, open_links
from counter_app.clocks import OfficeClock, SystemClock
from counter_app.errors import CounterError
from counter_app.journal import checkpoints
from counter_app.journal.journal import Journal
from counter_app.ports import Clock, DeviceStatus
from counter_app.services.bundle import Services, make_services
from counter_app.services.security_log import SecurityKind
from counter_app.services.security_watch import SecurityWatch
from counter_app.services.setup import office_of, station_of
from counter_app.services.syslog import collector_of
from counter_app.services.updates import note_updates
from counter_app.services.voice_folder import VoiceFolder
from counter_app.settings import Settings, load_settings
from counter_app.store.database import open_database
from devices.fleet import Devices
from devices.patience import Backoff
from sync.checkpoint_notes import CheckpointNotes
from sync.office.node import OfficeNode
from sync.office.province import OfficeReplicator
from sync.replicator import Replicator

log = logging.getLogger(__name__)

VOICE = "voice"
"""The folder of the clips that the office recorded, in the data folder."""


@dataclass(frozen=True)
class Counter:
    """One open station: its journal, services, devices and, where it has an upstream, its replicator."""

    folder: Path
    settings: Settings
    journal: Journal
    services: Services
    devices: Devices
    replicator: Replicator | OfficeReplicator | None
    _warming: threading.Thread
    office: OfficeNode | None = None
    voice: VoiceFolder | None = None
    watch: SecurityWatch | None = None

    def start(self) -> None:
        """Start the devices' threads and the sync, and load in the background what the first citizen would wait for.

        Raises PORT_TAKEN where this station serves its office and cannot: everything else has started then.
        """
        self._warming.start()
        if self.watch is not None:
            self.watch.start()
        _forward(self.services, self.settings)
        self.devices.start()
        self.services.recognition.start()
        self.services.housekeeping.start()
        self.services.key_escrow.start()
        self.services.backups.start()
        if self.voice is not None:
            self.voice.start()
        self.services.sign_ins.contact.begin()
        if self.replicator is not None:
            self.replicator.start()
        if self.office is not None:
            self.office.start()

    def close(self) -> None:
        """Stop everything; what was acknowledged is on disk."""
        if self.watch is not None:
            self.watch.close()
        self.services.sign_ins.contact.ask()
        self.services.fleet_log.close()
        self.services.backups.close()
        self.services.recognition.close()
        self.services.housekeeping.close()
        self.services.key_escrow.close()
        if self.office is not None:
            self.office.close()
        if self.voice is not None:
            self.voice.close()
        if self.replicator is not None:
            self.replicator.close()
        self.devices.close()
        if self._warming.ident is not None:
            self._warming.join()
        self.services.forwarding.close()
        self.services.security.close()
        self.journal.database.close()


def open_counter(
    folder: Path,
    settings: Settings | None = None,
    clock: Clock | None = None,
    *,
    keeps_hours: bool = True,
    backoff: Backoff | None = None,
) -> Counter:
    """Open a station that is set up; nothing runs before ``start``. Without ``keeps_hours`` numbers go at any hour.

    Raises NOT_SET_UP, SETTINGS_INVALID, DEVICE_SETTINGS and what open_database raises.
    """
    chosen = load_settings(folder) if settings is None else settings
    time = clock or SystemClock()
    if chosen.office.has_others:
        time = OfficeClock(time)
    journal = Journal(open_database(folder), time)
    try:
        devices = Devices(chosen.devices, clock=time, backoff=backoff, voice=folder / VOICE)
        own = station_of(journal)
        _believe(journal, chosen.province_key)
        links = open_links(journal, own, chosen)
        services = _services(journal, chosen, devices, links, own.rank, keeps_hours=keeps_hours)
    except BaseException:
        journal.database.close()
        raise
    services.backups.follow(chosen.backup)
    if journal.database.key_was_open:
        services.security.note(SecurityKind.KEY_EXPOSED)
    _hear_links(services, links)
    _hear_devices(services, devices)
    warming = threading.Thread(target=_warm_up, args=(services, folder), name="warm-up")
    voice = VoiceFolder(services.voice, folder / VOICE, journal.changes) if links.office else None
    watch = SecurityWatch(journal, services.security, chosen.security.keep_days, links.skew)
    return Counter(folder, chosen, journal, services, devices, links.province, warming, links.office, voice, watch)


def _services(
    journal: Journal, chosen: Settings, devices: Devices, links: Links, rank: int, *, keeps_hours: bool
) -> Services:
    security = chosen.security
    return make_services(
        journal,
        office_of(journal),
        devices.printer,
        chosen.follow_base,
        rank=rank,
        authority=links.office.keep_with if links.office else None,
        keeps_hours=keeps_hours,
        server=links.asking,
        escrow=security.escrow,
        lock_minutes=security.lock_minutes,
        offline_days=security.offline_days if chosen.has_upstream else None,
    )


def _hear_links(services: Services, links: Links) -> None:
    """What comes over the links is heard: contents that lack, who answers, and who was not believed."""
    journal, contact, province = links.journal, services.sign_ins.contact, links.province
    if links.office is not None or links.asking is not None:
        journal.database.blobs.elsewhere = links.bring
    contact.answers = links.answer
    if province is not None:
        province.listen(lambda status: contact.heard() if status.up else None)
        province.listen(CheckpointNotes(services.security, journal.key.station).heard)
    links.refusals.listener = partial(_note_refused, services)


def _hear_devices(services: Services, devices: Devices) -> None:
    devices.on_change(lambda status: _record(services, status))
    devices.on_used(services.fleet_log.count)
    devices.on_replaced(lambda: _know(services, devices))


def _believe(journal: Journal, key: str) -> None:
    """Believe the province's key that a person compared, whatever the journal met before."""
    if key and key != checkpoints.pinned(journal):
        with contextlib.suppress(ValueError):  # what is no key vouches for nothing
            checkpoints.pin(journal, key)


def _note_refused(services: Services, error: CounterError) -> None:
    host = str(error.params.get("host", ""))
    services.security.note(SecurityKind.CERTIFICATE_REFUSED, reason=error.code.value, host=host)


def _forward(services: Services, settings: Settings) -> None:
    """Begin to send the security record; an address that is none is shown in Quản trị, and stops nobody."""
    try:
        services.forwarding.forward_to(collector_of(settings.security.syslog, settings.security.ca_file))
    except CounterError as error:
        log.info("event=syslog_not_started code=%s", error.code.value)


def _warm_up(services: Services, folder: Path) -> None:
    services.printing.warm_up()
    services.reception.warm_up()
    note_updates(folder, services.security)


def _know(services: Services, devices: Devices) -> None:
    """Tell the journal which devices this station has; one that cannot be written is known at the next start."""
    try:
        services.fleet_log.know([(status.kind, status.name) for status in devices.statuses()])
    except CounterError as error:
        log.info("event=devices_not_written code=%s", error.code.value)


def _record(services: Services, status: DeviceStatus) -> None:
    """A device's state that cannot be written (a full disk) is logged: the device itself goes on."""
    try:
        services.fleet_log.record(status)
    except CounterError as error:
        log.info("event=device_state_not_written device=%r code=%s", status.kind.value, error.code.value)
