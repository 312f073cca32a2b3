"""Pictures of Đồng bộ: the page at each state of the link, as an officer meets it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Unpack

from counter_app.clocks import VIETNAM
from counter_app.demo.desk_pictures import Seen, pictured
from counter_app.demo.office import DemoOffice
from counter_app.demo.plan import DAY
from counter_app.errors import Code
from counter_app.services.sync_aside import AsideCause, AsideEntry, AsideList
from counter_app.services.sync_overview import MachineBacklog, SyncOverview
from counter_app.store.blob_progress import PageProgress
from sync.by_hand import SyncByHand
from sync.link import SyncStatus
from ui.desk.page_keys import SYNC
from ui.desk.status_strip import LinkState, StripState
from ui.desk.sync_page.page import SyncPage
from ui.desk.sync_page.state import SyncState
from ui.desk.sync_page.stick_part import Compared, Way
from ui.desk.window import DeskWindow
from ui.machine import Machine
from ui.shell.pictures import Studio

_NOW = datetime(DAY.year, DAY.month, DAY.day, 9, 14, tzinfo=VIETNAM)
_URL = "https://motcua.lamson.example"
_UP = SyncStatus(True, _NOW, 0, 0, _NOW, server_program="0.5.0", server_protocol=1)
_DOWN = replace(_UP, up=False, since=_NOW - timedelta(days=3, hours=2), synced_at=_NOW - timedelta(days=3, hours=2))
_DOSSIERS = (
    PageProgress("1", "H99.17-261123-030007", "Nguyễn Thị Hậu", 3, 5),
    PageProgress("2", "H99.17-261123-030006", "Trần Văn Lộc", 0, 12),
    PageProgress("3", "H99.17-261123-030004", "Hoàng Thị Hoa", 1, 2),
)
_SENDING = SyncOverview(12, 16, 38_400_000, _NOW - timedelta(minutes=26), _DOSSIERS)
_MACHINES = (
    MachineBacklog("1", "Máy hướng dẫn", 0, True),
    MachineBacklog("2", "Quầy 2", 214, False),
    MachineBacklog("3", "Quầy 3", 0, False),
)
_ASIDE = AsideList(
    (
        AsideEntry("1", 412, _NOW, AsideCause.NOT_BEGUN, "dossier", "1", "H99.17-261123-030007", "Nguyễn Thị Hậu"),
        AsideEntry("2", 96, _NOW - timedelta(hours=3), AsideCause.NOT_LET_IN, "ticket", machine="Quầy 2", own=False),
        AsideEntry(
            *("1", 388, _NOW - timedelta(days=1), AsideCause.NOT_FITTING, "dossier", "2"),
            *("H99.17-261122-030004", "Hoàng Thị Hoa"),
        ),
    ),
    3,
    _NOW - timedelta(days=1),
)
_SIZES = (("1366", (1366, 768)), ("1280", (1280, 720)))
_LARGE = (1920, 1080)
_OFFICER = "Vũ Hoàng Sơn"
_FINGERPRINT = "7F3A 91C0 22DE B84F 5510 A7E3"


class SyncPictures:
    """Takes them with one open office; the page is real, the link's states are told to it."""

    def __init__(self, studio: Studio, office: DemoOffice) -> None:
        self._studio, self._counter = studio, office.counter

    def draw(self) -> None:
        """Take all of them."""
        for name, size in _SIZES:
            self._take(f"desk-sync-unset-{name}", SyncState(_NOW, overview=SyncOverview(412, 0, 0, _NOW)), size=size)
            self._take(f"desk-sync-sending-{name}", _sending(), size=size)
            self._take(f"desk-sync-away-{name}", _away(), size=size)
        self._take("desk-sync-sent-1366", SyncState(_NOW, _UP, SyncOverview(0, 0, 0, None), _URL))
        for name, size in _SIZES:
            self._take(f"desk-sync-aside-{name}", _aside(), size=size)
        self._take("desk-sync-aside-contrast-1366", _aside(), contrast=True)
        self._take("desk-sync-aside-150pct-1366", _aside(), scale=1.5)
        for code, params in _FAULTS.items():
            self._take(f"desk-sync-{code.value}-1366", _refused(code, params))
        self._take("desk-sync-office-1366", _office())
        self._take("desk-sync-stick-1366", _away(), _compare)
        self._take("desk-sync-sending-contrast-1366", _sending(), contrast=True)
        self._take("desk-sync-away-contrast-1366", _away(), contrast=True)
        self._take("desk-sync-sending-200pct", _sending(), size=_LARGE, scale=2.0)
        self._take("desk-sync-sending-150pct-1366", _sending(), scale=1.5)
        self._take("desk-sync-stick-150pct-1366", _away(), _compare, scale=1.5)

    def _take(
        self,
        name: str,
        state: SyncState,
        then: Callable[[SyncPage], None] = lambda page: None,
        **seen: Unpack[Seen],
    ) -> None:
        with self._opened(name, **seen) as window:
            sync = window.sync
            if sync is not None:
                sync.close()
                sync.page.present(state)
                sync.page.province.present(state.url, allowed=True)
                window.frame.strip.present(StripState(link=_strip(state), desk=3, officer=_OFFICER))
                then(sync.page)

    @contextmanager
    def _opened(self, name: str, **seen: Unpack[Seen]) -> Iterator[DeskWindow]:
        counter = self._counter
        by_hand = SyncByHand(counter.journal, counter.services.office.id)
        seen["machine"] = Machine(Path(counter.folder), None, by_hand)
        with pictured(self._studio, counter.services, name, **seen) as window:
            window.open_page(SYNC)
            sync = window.sync
            assert sync is not None  # noqa: S101 - the page was just opened
            self._studio.wait(lambda: sync.seen, "what waits")
            yield window


_FAULTS: dict[Code, dict[str, object]] = {
    Code.STATION_REVOKED: {},
    Code.CAPTIVE_PAGE: {"host": "motcua.lamson.example"},
    Code.CERTIFICATE_EXPIRED: {"host": "motcua.lamson.example"},
}


def _strip(state: SyncState) -> LinkState:
    link = state.link
    waiting = state.entries + state.papers
    return LinkState(link.up, link.since, link.synced_at, waiting) if link else LinkState()


def _sending() -> SyncState:
    link = replace(_UP, speed=410_000.0, bytes_sent=2_100_000, synced_at=_NOW - timedelta(minutes=26))
    link = replace(link, notice=Code.CLOCK_WRONG, notice_params={"minutes": 12}, clock_skew=timedelta(minutes=12))
    return SyncState(_NOW, link, _SENDING, _URL, most_bytes=52_300_000)


def _away() -> SyncState:
    overview = SyncOverview(4_812, 1_806, 912_000_000, _NOW - timedelta(days=3, hours=2), _DOSSIERS)
    return SyncState(_NOW, _DOWN, overview, _URL)


def _refused(code: Code, params: dict[str, object]) -> SyncState:
    up = code is Code.STATION_REVOKED
    link = replace(_UP, up=up, fault=code, fault_params=params, synced_at=_NOW - timedelta(hours=2))
    return SyncState(_NOW, link, SyncOverview(96, 21, 8_200_000, _NOW - timedelta(hours=2), _DOSSIERS[:1]), _URL)


def _office() -> SyncState:
    overview = SyncOverview(214, 16, 38_400_000, _NOW - timedelta(minutes=26), _DOSSIERS, _MACHINES)
    return SyncState(_NOW, replace(_UP, speed=410_000.0), overview, _URL, most_bytes=52_300_000)


def _aside() -> SyncState:
    return SyncState(_NOW, _UP, SyncOverview(0, 0, 0, None, aside=_ASIDE), _URL)


def _compare(page: SyncPage) -> None:
    page.stick.compare(Compared(_FINGERPRINT, Way.OUT, False, True))
