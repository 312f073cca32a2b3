"""Pictures of the backups: the tab at each state, the words shown once, and a machine that goes on from one."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Unpack

from counter_app.demo.commune import LEADER
from counter_app.demo.desk_pictures import Seen, pictured
from counter_app.demo.office import DemoOffice
from counter_app.domain.backup_plan import BackupPlan
from counter_app.errors import CounterError
from counter_app.services.backups import Backups
from ui.desk.admin.backup.tab import BackupTab
from ui.desk.admin.controller import BACKUP
from ui.desk.page_keys import ADMIN
from ui.machine import Machine
from ui.setup.answers import Asked
from ui.setup.window import SetupWindow
from ui.shell.pictures import Studio

_LARGE = (1920, 1080)
_WORDS = "hunthin muylung thaiphon sonbon momtam"
_FROM_BACKUP = 3
_FILE = "/media/quay/SAOLUU/QuayMotCua-H99.17-2bcb0a00087dd7e5/20261123-091400-000001284.backup"


class BackupPictures:
    """Takes them with one open office; the backups are real, on a stick that is pulled out at the end."""

    def __init__(self, studio: Studio, office: DemoOffice) -> None:
        self._studio, self._counter = studio, office.counter

    def draw(self) -> None:
        """Take all of them."""
        backups = self._counter.services.backups
        self._take("admin-backup-none-1366")
        self._take("admin-backup-words-1366", lambda tab: tab.recovery.show_words(_WORDS))
        self._take("admin-backup-words-wrong-1366", _mistype)
        self._take("admin-backup-locked-1366", officer="ha")
        with TemporaryDirectory(prefix="SAOLUU-") as folder:
            stick = Path(folder) / "SAOLUU"
            stick.mkdir()
            backups.follow(BackupPlan(str(stick), every_hours=168))
            backups.choose_words(_WORDS, LEADER)
            backups.make(LEADER)
            self._take("admin-backup-1366")
            self._take("admin-backup-busy-1366", _begin)
            self._take("admin-backup-contrast-1366", contrast=True)
            self._take("admin-backup-200pct", size=_LARGE, scale=2.0)
            stick.rename(stick.with_name("pulled"))
            _fail(backups)
            self._take("admin-backup-failed-1366")
            backups.follow(BackupPlan())

    def _take(self, name: str, then: Callable[[BackupTab], None] = lambda tab: None, **seen: Unpack[Seen]) -> None:
        seen["machine"] = Machine(self._counter.folder)
        with pictured(self._studio, self._counter.services, name, **seen) as window:
            window.open_page(ADMIN)
            if window.admin is not None:
                window.admin.page.open_tab(BACKUP)
                tab = window.admin.backup.tab
                self._studio.wait(lambda: bool(tab.title.text()), "the backups")
                then(tab)


def _mistype(tab: BackupTab) -> None:
    tab.recovery.show_words(_WORDS)
    tab.recovery.again.set_text("hunthin muylung thaiphon sonbon")
    tab.recovery.keep.click()


def _begin(tab: BackupTab) -> None:
    tab.set_busy(True)
    tab.progress(62, 100)


def draw_from_backup(studio: Studio) -> None:
    """Take the pictures of a machine that goes on from a backup."""
    for name, scale in (("setup-backup", 1.0), ("setup-backup-200pct", 2.0)):
        studio.look(scale=scale)
        window = SetupWindow(joins=True, restores=True, recalls=True)
        studio.show(window, round(1040 * min(scale, 1.8)), round(720 * min(scale, 1.4)))
        window.choose_way(_FROM_BACKUP)
        window.from_backup.fields[Asked.BACKUP_FILE].set_text(_FILE)
        studio.settle()
        studio.take(name, window)
        studio.put_away(window)
    studio.look()


def _fail(backups: Backups) -> None:
    try:
        backups.make(LEADER)
    except CounterError:
        return
    raise AssertionError("the stick was there")
