"""The composition root: the only module that knows all the folders."""

import contextlib
import logging
import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path

from counter_app.clocks import OfficeClock, SystemClock
from counter_app.domain.places import Station
from counter_app.errors import Code, CounterError
from counter_app.journal import checkpoints
from counter_app.journal.journal import Journal
from counter_app.journal.succession import Predecessor, passes_on
from counter_app.ports import Clock, DeviceStatus
from counter_app.services.backup import OFFICE_FILE
from counter_app.services.bundle import Services, make_services
from counter_app.services.catalogue_data import load_groups, load_procedures
from counter_app.services.restoring import Opening, Restored, restore_backup
from counter_app.services.security_log import SecurityKind
from counter_app.services.security_watch import SecurityWatch
from counter_app.services.setup import NewStation, office_of, set_up, station_of
from counter_app.services.syslog import collector_of
from counter_app.services.voice_folder import VoiceFolder
from counter_app.settings import OfficeSettings, Role, Settings, load_settings, save_settings, settings_of
from counter_app.store.database import open_database
from devices.fleet import Devices
from devices.patience import Backoff
from sync.asking import Asking
from sync.checkpoint_notes import CheckpointNotes
from sync.faults import Refusals
from sync.office.joining import Joining, Progress, join
from sync.office.memory import urls_in
from sync.office.node import OfficeNode
from sync.office.node_settings import NodeSettings
from sync.office.province import OfficeReplicator
from sync.office.reaching import Reaching
from sync.office.restoring import Restoring, restore
from sync.office.status import alone
from sync.office.succeeding import rejoin
from sync.replicator import Replicator
from sync.wire import Upstream, far_server

log = logging.getLogger(__name__)

VOICE = "voice"
"""The folder of the clips that the office recorded, in the data folder."""
_CONNECT_S, _READ_S = 5.0, 60.0
"""Whoever waits for a machine to be restored does not wait long for one that is off."""


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
    if _has_others(chosen.office):
        time = OfficeClock(time)
    journal = Journal(open_database(folder), time)
    try:
        devices = Devices(chosen.devices, clock=time, backoff=backoff, voice=folder / VOICE)
        office, own = office_of(journal), station_of(journal)
        _believe(journal, chosen.province_key)
        refusals = Refusals()
        province = _province(chosen, refusals)
        replicator = _replicator(journal, own.office, chosen.office, province)
        node = _office_node(journal, own, chosen.office, replicator, refusals)
        server = Asking(journal, province) if province else None
        services = make_services(
            journal,
            office,
            devices.printer,
            chosen.follow_base,
            rank=own.rank,
            authority=node.keep_with if node else None,
            keeps_hours=keeps_hours,
            server=server,
            escrow=chosen.security.escrow,
            lock_minutes=chosen.security.lock_minutes,
            offline_days=chosen.security.offline_days if _has_upstream(chosen) else None,
        )
    except BaseException:
        journal.database.close()
        raise
    if node is not None or server is not None:
        journal.database.blobs.elsewhere = partial(_bring, node, server)
    services.backups.follow(chosen.backup)
    contact = services.sign_ins.contact
    contact.answers = partial(_hears, replicator, node)
    if replicator is not None:
        replicator.listen(lambda status: contact.heard() if status.up else None)
        replicator.listen(CheckpointNotes(services.security, journal.key.station).heard)
    refusals.listener = partial(_note_refused, services)
    if journal.database.key_was_open:
        services.security.note(SecurityKind.KEY_EXPOSED)
    devices.on_change(lambda status: _record(services, status))
    devices.on_used(services.fleet_log.count)
    devices.on_replaced(lambda: _know(services, devices))
    warming = threading.Thread(target=_warm_up, args=(services,), name="warm-up")
    voice = VoiceFolder(services.voice, folder / VOICE, journal.changes) if node else None
    watch = SecurityWatch(journal, services.security, chosen.security.keep_days, partial(_skew, replicator))
    return Counter(folder, chosen, journal, services, devices, replicator, warming, node, voice, watch)


def set_up_station(folder: Path, new: NewStation, clock: Clock | None = None) -> None:
    """Write a new station's first entries, with the catalogue that the program ships."""
    journal = Journal(open_database(folder), clock or SystemClock())
    try:
        set_up(journal, new, load_groups(), load_procedures())
    finally:
        journal.database.close()


def enrol_station(folder: Path, province_url: str, code: str, clock: Clock | None = None) -> str:
    """Ask the province to admit this machine, before or after it is set up; returns its office.

    Raises LINK_DOWN, ENROLMENT_REFUSED, STATION_REVOKED, SETTINGS_INVALID and what open_database raises.
    """
    journal = Journal(open_database(folder), clock or SystemClock())
    try:
        security = load_settings(folder).security
        replicator = Replicator(journal, far_server(province_url, security.ca_file, security.proxy))
        try:
            return replicator.enrol(code)
        finally:
            replicator.close()
    finally:
        journal.database.close()


def join_office(
    folder: Path, joining: Joining, clock: Clock | None = None, told: Progress = lambda copied, all_: None
) -> None:
    """Make this machine a further station of an office, and remember in its settings where the office is.

    Blocks while everything that the office knows is copied; after a failure it may be tried again.
    Raises what ``join`` raises, SETTINGS_INVALID and what open_database raises.
    """
    journal = Journal(open_database(folder), OfficeClock(clock or SystemClock()))
    try:
        joined = join(journal, joining, told)
    finally:
        journal.database.close()
    kept = load_settings(folder)
    office = replace(kept.office, urls=(joined.url,), find=joining.find, serve=joining.serve)
    roles = tuple(Role(role) for role in joining.roles)
    # The province too: when this machine takes the queue over, it passes on what the office writes.
    province_url = joined.province_url or kept.province_url
    desk = joining.desk or kept.desk
    save_settings(folder, replace(kept, roles=roles, desk=desk, office=office, province_url=province_url))


def restore_station(
    folder: Path, restoring: Restoring, clock: Clock | None = None, told: Progress = lambda here, all_: None
) -> None:
    """Make this machine the successor of one that is gone, from what the province knows.

    Blocks while everything is copied; after a failure it may be tried again, and goes on where it was.
    Raises what ``restore`` raises, SETTINGS_INVALID and what open_database raises.
    """
    kept = load_settings(folder)
    journal = Journal(open_database(folder), clock or SystemClock())
    try:
        restore(journal, replace(restoring, ca_file=kept.security.ca_file, proxy=kept.security.proxy), told)
    finally:
        journal.database.close()
    roles = tuple(Role(role) for role in restoring.roles)
    desk = restoring.desk or kept.desk
    save_settings(folder, replace(kept, roles=roles, desk=desk, province_url=restoring.url))


def restore_from_backup(
    path: Path,
    folder: Path,
    opening: Opening,
    clock: Clock | None = None,
    told: Progress = lambda done, all_: None,
) -> Restored:
    """Go on from a backup, as another station of its office, which is told of it if it can be reached.

    Blocks. Raises what ``restore_backup`` raises; where the office has other machines, also why none was reached.
    """
    return restore_backup(path, folder, opening, clock or SystemClock(), _rejoin, told)


def _rejoin(journal: Journal, before: Predecessor, files: Mapping[str, str]) -> int:
    """Ask the office's machines and the province, in turn. An office of one machine may be asked later."""
    chosen = settings_of(files.get("settings.toml", ""))
    reaching = Reaching(journal, before.station.office, Refusals())
    near = dict.fromkeys((*chosen.office.urls, *urls_in(files.get(OFFICE_FILE, ""))))
    ways = [(reaching.upstream(url, _CONNECT_S, _READ_S), True) for url in near]
    if chosen.province_url:
        far = far_server(chosen.province_url, chosen.security.ca_file, chosen.security.proxy)
        ways.append((replace(far, connect_s=_CONNECT_S, read_s=_READ_S), False))
    refused: CounterError | None = None
    for upstream, of_office in ways:
        try:
            return rejoin(journal, before, upstream, office=of_office)
        except CounterError as error:
            if error.code in (Code.DISK_FULL, Code.DISK_FAULT, Code.DATA_NOT_WRITABLE):
                raise
            log.info("event=not_rejoined code=%s office=%s", error.code.value, of_office)
            refused = error
    if near or _has_others(chosen.office):  # who was let in since the backup may have the next rank
        raise refused or CounterError(Code.OFFICE_AWAY)
    return before.rank


def _believe(journal: Journal, key: str) -> None:
    """Believe the province's key that a person compared, whatever the journal met before."""
    if key and key != checkpoints.pinned(journal):
        with contextlib.suppress(ValueError):  # what is no key vouches for nothing
            checkpoints.pin(journal, key)


def _has_others(chosen: OfficeSettings) -> bool:
    return bool(chosen.serve or chosen.urls or chosen.find)


def _has_upstream(chosen: Settings) -> bool:
    return bool(chosen.province_url or chosen.office.urls or chosen.office.find)


def _hears(replicator: Replicator | OfficeReplicator | None, node: OfficeNode | None) -> bool:
    """Whether the province answers, or the station that keeps the office's queue; oneself does not count."""
    if replicator is not None and replicator.status().up:
        return True
    status = node.status() if node is not None else None
    return status is not None and status.reachable and not status.in_charge


def _province(chosen: Settings, refusals: Refusals) -> Upstream | None:
    if not chosen.province_url:
        return None
    return far_server(chosen.province_url, chosen.security.ca_file, chosen.security.proxy, refusals)


def _replicator(
    journal: Journal, office: str, chosen: OfficeSettings, province: Upstream | None
) -> Replicator | OfficeReplicator | None:
    """The link to the province; in an office of many machines the one in charge speaks for all."""
    if province is None:
        return None
    if _has_others(chosen):
        return OfficeReplicator(journal, province, office, direct=chosen.direct)
    if not passes_on(journal):
        return Replicator(journal, province)
    link = OfficeReplicator(journal, province, office)  # for the machine whose place this one took
    link.told(alone(journal.key.station, journal.clock.now()))
    return link


def _note_refused(services: Services, error: CounterError) -> None:
    host = str(error.params.get("host", ""))
    services.security.note(SecurityKind.CERTIFICATE_REFUSED, reason=error.code.value, host=host)


def _office_node(
    journal: Journal,
    own: Station,
    chosen: OfficeSettings,
    province: Replicator | OfficeReplicator | None,
    refusals: Refusals,
) -> OfficeNode | None:
    """An office of one machine has none: no thread, no socket, nothing slower."""
    if not _has_others(chosen):
        return None
    settings = NodeSettings(
        own.office, own.name, own.rank, chosen.serve, chosen.host, chosen.port, chosen.urls, chosen.find
    )
    relay = province if isinstance(province, OfficeReplicator) else None
    node = OfficeNode(journal, settings, relay, refusals)
    if relay is not None:
        node.listen(relay.told)
    return node


def _bring(node: OfficeNode | None, province: Asking | None, sha256: str) -> bytes:
    """Fetch a content that is not here: from the one in charge, or from the province. Raises as the last one asked."""
    if node is not None:
        try:
            return node.fetch(sha256)
        except CounterError as error:
            if province is None or error.code not in (Code.BLOB_MISSING, Code.LINK_DOWN):
                raise
    if province is None:
        raise CounterError(Code.BLOB_MISSING, sha256=sha256)
    return province.fetch(sha256)


def _skew(replicator: Replicator | OfficeReplicator | None) -> timedelta | None:
    """How far this machine's clock is behind the province's; None where nobody knows."""
    return None if replicator is None else replicator.status().clock_skew


def _forward(services: Services, settings: Settings) -> None:
    """Begin to send the security record; an address that is none is shown in Quản trị, and stops nobody."""
    try:
        services.forwarding.forward_to(collector_of(settings.security.syslog, settings.security.ca_file))
    except CounterError as error:
        log.info("event=syslog_not_started code=%s", error.code.value)


def _warm_up(services: Services) -> None:
    services.printing.warm_up()
    services.reception.warm_up()


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
