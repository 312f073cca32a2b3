"""What a machine does before its first day: it is set up, joins its office, or goes on where another one ended."""

import logging
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from counter_app.clocks import OfficeClock, SystemClock
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.journal.succession import Predecessor
from counter_app.ports import Clock
from counter_app.services.backup import OFFICE_FILE
from counter_app.services.catalogue_data import load_groups, load_procedures
from counter_app.services.restoring import Opening, Restored, restore_backup
from counter_app.services.setup import NewStation, set_up
from counter_app.settings import Role, load_settings, save_settings, settings_of
from counter_app.store.database import open_database
from sync.faults import Refusals
from sync.office.joining import Joining, Progress, join
from sync.office.memory import urls_in
from sync.office.reaching import Reaching
from sync.office.restoring import Restoring, restore
from sync.office.succeeding import rejoin
from sync.replicator import Replicator
from sync.wire import far_server

log = logging.getLogger(__name__)

_CONNECT_S, _READ_S = 5.0, 60.0
"""Whoever waits for a machine to be restored does not wait long for one that is off."""


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
    if near or chosen.office.has_others:  # who was let in since the backup may have the next rank
        raise refused or CounterError(Code.OFFICE_AWAY)
    return before.rank
