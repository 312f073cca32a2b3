"""An office that was backed up, for tests: made once a run, copied for each."""

import atexit
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from counter_app.clocks import ManualClock
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.journal.succession import Predecessor
from counter_app.services.backup import backups_in, make_backup
from counter_app.services.restoring import Opening, Restored, restore_backup
from counter_app.store.keys import load_key
from counter_app.store.recovery import keep_recovery, seal_by_words
from tests.support.office import MORNING, OpenOffice, open_office

WORDS = "khentun phonsui nagai khayvung nunham"
LEADER, NAME = "son", "Nguyễn Thị Hậu"
PAGE = b"\xff\xd8\xff a page" * 500


@cache
def prepared() -> Path:
    """A folder with ``data``, an office with the words chosen, a dossier and a page, and ``stick`` with a backup."""
    home = Path(tempfile.mkdtemp(prefix="counter-app-backup-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    (home / "stick").mkdir()
    with open_office(home / "data") as office:
        keep_recovery(home / "data", seal_by_words(WORDS, load_key(home / "data")))
        receive(office)
        office.journal.database.blobs.put(PAGE)
        make_backup(office.journal, home / "stick", 5)
    return home


def receive(office: OpenOffice) -> str:
    """Receive a dossier; return its id."""
    reception = office.services.reception
    draft = reception.choose(reception.begin(3), "1.004873")
    return reception.receive(replace(draft, name=NAME, identity="000185000017"), 3, "ha").id


def newest(stick: Path) -> Path:
    """The newest backup of the one station on a stick."""
    return backups_in(next(stick.iterdir()))[0]


def restore(path: Path, folder: Path, words: str = WORDS) -> Restored:
    """Go on from a backup, without asking anybody."""
    return restore_backup(path, folder, Opening(words), ManualClock(MORNING), _alone)


def code_of(act: Callable[[], object]) -> Code:
    """The code that ``act`` is refused with; it must be."""
    with pytest.raises(CounterError) as caught:
        act()
    return caught.value.code


def flip(path: Path, at: int) -> None:
    """Change one bit of a file."""
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def _alone(_journal: Journal, before: Predecessor, _files: object) -> int:
    return before.rank
