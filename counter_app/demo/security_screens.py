"""Pictures of Quản trị → Nhật ký an toàn: the events of a morning, narrowed, and closed to others."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Unpack

from counter_app.clocks import ManualClock
from counter_app.crash_reports import CrashReport, keep
from counter_app.demo.commune import LEADER
from counter_app.demo.desk_pictures import Seen, pictured
from counter_app.demo.office import DemoOffice
from counter_app.domain.security_facts import SecurityKind
from counter_app.services.bundle import Services
from ui.desk.admin.controller import SECURITY
from ui.desk.admin.security.controller import SecurityController
from ui.desk.admin.security.words import KindGroup
from ui.desk.page_keys import ADMIN
from ui.machine import Machine
from ui.shell.pictures import Studio

_LARGE = (1920, 1080)
_DIED, _SIGNAL = "3fa8c1d2", "Segmentation fault"


class SecurityPictures:
    """Takes the pictures of the security record in one open office."""

    def __init__(self, studio: Studio, office: DemoOffice, clock: ManualClock) -> None:
        self._studio, self._counter, self._clock = studio, office.counter, clock

    def draw(self) -> None:
        """Take all of them."""
        _note_morning(self._counter.services, self._clock)
        self._one("admin-security-1366")
        self._one("admin-security-narrowed-1366", _narrow)
        self._one("admin-security-nothing-1366", _find_nothing)
        self._one("admin-security-wrong-day-1366", _mistype)
        self._one("admin-security-contrast-1366", contrast=True)
        self._one("admin-security-200pct", size=_LARGE, scale=2.0)
        self._one("admin-security-1920", size=_LARGE)
        self._one("admin-security-locked-1366", officer="ha")
        _note_bugs(self._counter.folder, self._clock)
        self._one("admin-security-crashes-1366", self._listed)
        self._one("admin-security-crashes-contrast-1366", self._listed, contrast=True)

    def _one(
        self, name: str, then: Callable[[SecurityController], None] = lambda record: None, **seen: Unpack[Seen]
    ) -> None:
        seen["machine"] = Machine(self._counter.folder, self._counter.office)
        with pictured(self._studio, self._counter.services, name, **seen) as window:
            window.open_page(ADMIN)
            if window.admin is not None:
                window.admin.page.open_tab(SECURITY)
                record = window.admin.security
                if "officer" not in seen:
                    self._studio.wait(lambda: bool(record.tab.table.events), "the record")
                    self._studio.wait(lambda: bool(record.tab.state.text()), "where it goes")
                then(record)

    def _listed(self, record: SecurityController) -> None:
        self._studio.wait(lambda: bool(record.tab.crashes.reports), "the reports")
        record.tab.crashes.show_button.setChecked(True)


def _note_bugs(folder: Path, clock: ManualClock) -> None:
    """Two reports, as a bug and a sudden end leave them."""
    for minutes, number, what, sudden, times in ((26, "9b01e77c", "KeyError", False, 14), (7, _DIED, _SIGNAL, True, 1)):
        at = clock.now() - timedelta(minutes=minutes)
        keep(folder, CrashReport(number, what, sudden, at, at, times, ""), {}, {})


def _narrow(record: SecurityController) -> None:
    box = record.tab.group
    box.setCurrentIndex(box.findData(KindGroup.TAMPER.value))
    record.tab.line.setText("đồng hồ")
    record.read()


def _find_nothing(record: SecurityController) -> None:
    record.tab.line.setText("xuất sổ hộ tịch")
    record.read()


def _mistype(record: SecurityController) -> None:
    record.tab.day.setText("31/13")
    record.read()


def _note_morning(services: Services, clock: ManualClock) -> None:
    """What a morning writes: most of it everyday, one of each thing that is not; the clock then shows what it did."""
    now = clock.now()
    for minutes, kind, officer, detail in _MORNING:
        clock.jump(now - timedelta(minutes=minutes, seconds=minutes % 60))
        subject = str(detail.get("subject", ""))
        others = {key: value for key, value in detail.items() if key != "subject"}
        services.security.note(kind, officer=officer, subject=subject, **others)
    clock.jump(now)
    services.security.flush()


_MORNING: tuple[tuple[int, SecurityKind, str, dict[str, str | int]], ...] = (
    (104, SecurityKind.PROGRAM_STARTED, "", {"version": "0.5.0", "unclean": 1}),
    (103, SecurityKind.CLOCK_WRONG, "", {"behind_upstream_s": 420}),
    (98, SecurityKind.SIGNED_IN, "ha", {}),
    (91, SecurityKind.SIGN_IN_FAILED, "minh", {"tries": 3}),
    (90, SecurityKind.LOCKED_OUT, "minh", {"tries": 5, "minutes": 5}),
    (67, SecurityKind.SESSION_LOCKED, "ha", {"reason": "idle"}),
    (52, SecurityKind.SESSION_UNLOCKED, "ha", {}),
    (44, SecurityKind.LOOKED_AT, "lan", {"subject": "dossier/3f2a9c1e"}),
    (38, SecurityKind.PERMISSION_REFUSED, "lan", {"act": "export.dossiers"}),
    (31, SecurityKind.EXPORTED, LEADER, {"list": "dossiers", "rows": 128, "whole": "no"}),
    (22, SecurityKind.INPUT_REFUSED, "ha", {"reason": "file-script"}),
    (14, SecurityKind.BACKUP_MADE, "", {"entries": 4210, "bytes": 18_400_000}),
    (3, SecurityKind.JOURNAL_TAMPERED, "", {"subject": "journal/812", "what": "the hash does not match"}),
)
