"""The machine is stolen in the middle of a day: whoever has its disk, and not its key, reads nothing of any citizen."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest

from counter_app.clocks import SystemClock
from counter_app.demo.pages import draw_page
from counter_app.demo.plan import Citizen, plan_day
from counter_app.domain.citizen_card import parse_card
from counter_app.journal.signing import StationKey
from counter_app.services.backup import make_backup
from counter_app.services.catalogue_data import load_procedures
from counter_app.store import escrow
from sync.by_hand import SyncByHand
from sync.server.keeping import Keeping, open_store, stick_key
from sync.stick.station import ProvinceKey
from tests.support.office import OpenOffice, open_office
from tests.support.plain_traces import traces_in

CITIZENS = int(os.environ.get("COUNTER_APP_STOLEN", "3"))
"""A few in every run; COUNTER_APP_STOLEN=60 for the whole day."""
SEED = 11
OFFICE_PLACE = "xã An Phúc"
"""The commune's own name is no secret: it stands on each backup, for whoever looks for his."""
KEY_FILE = frozenset({"station.key"})
"""As a file it lies on the disk that it opens: a keyring, or a disk encrypted as a whole, keeps it from a thief."""


@dataclass(frozen=True)
class Stolen:
    """The bytes of a disk, copied while the program ran, and the words that must not be on it."""

    folder: Path
    words: frozenset[str]


def counter_app(*words: str | Path, home: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "counter_app", *map(str, words)]
    own = {**os.environ, "HOME": str(home), "XDG_STATE_HOME": str(home), "TMPDIR": str(home)}
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False, env=own)


@pytest.fixture(scope="module")
def stolen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stolen]:
    """Play the day; then, with the program open, leave what a busy desk leaves, and copy the disk."""
    folder = tmp_path_factory.mktemp("day")
    home, disk = folder / "home", folder / "stolen"
    home.mkdir()
    day = ("demo", "--play", "--dir", folder, "--seed", str(SEED), "--citizens", str(CITIZENS))
    done = counter_app(*day, home=home)
    assert done.returncode == 0, done.stderr
    with open_office(folder / "station") as office:
        leave_in_the_middle_of_work(office, folder / "province", folder / "stick")
        office.services.key_escrow.name(escrow.recipient_of(escrow.make_identity()), "son")
        office.services.key_escrow.seal_now()
        (folder / "backup").mkdir()
        make_backup(office.journal, folder / "backup", keep=1)
        for name in ("station", "province", "stick", "backup", "home"):
            shutil.copytree(folder / name, disk / name)
        office.services.pages.waiting()  # nothing stays in memory when the test is over
    yield Stolen(disk, words_of_the_day())
    shutil.rmtree(folder, ignore_errors=True)


def leave_in_the_middle_of_work(office: OpenOffice, province: Path, stick: Path) -> None:
    """A half-filled form, a page in no row, everything once more on a stick, and an upload that broke off."""
    reception, pages = office.services.reception, office.services.pages
    draft = reception.choose(reception.begin(1), "1.004873")
    card = parse_card(citizens()[0].card)
    reception.save(1, reception.fill(draft, card))
    folder = pages.begin(draft.id, 0)
    for number in (1, 2):
        draw_page("Tờ khai", card.full_name, number).save(folder / f"scan-{number:04d}.png", dpi=(200, 200))
    pages.land(folder / "scan-0001.png")  # the second stays as a killed program leaves it
    pages.end(folder)
    key = stick_key(province)
    stick.mkdir()
    office.journal.database.blobs.put(b"%PDF-1.7 " + card.full_name.encode() * 100)
    SyncByHand(office.journal, office.services.office.id).export_to(
        stick, ProvinceKey(key.public_hex), "", lambda done, all_: None
    )
    begin_upload(province, office.journal.key, as_png(card.full_name))


def begin_upload(province: Path, key: StationKey, content: bytes) -> None:
    store = open_store(Keeping(province))
    now = SystemClock().now()
    upload = store.spool.begin(key.station, "0" * 64, len(content) + 1, now)
    turn = upload.take_over(0, now)
    turn.write(content)
    turn.settle(now)
    store.close()


def as_png(name: str) -> bytes:
    made = BytesIO()
    draw_page("Tờ khai", name, 1).save(made, "PNG", dpi=(200, 200))
    return made.getvalue()


def citizens() -> tuple[Citizen, ...]:
    return plan_day(SEED, load_procedures())[:CITIZENS]


def words_of_the_day() -> frozenset[str]:
    """Every citizen's name, numbers, telephone, day of birth and address, and the last two words of the name."""
    words = set()
    for citizen in citizens():
        card = parse_card(citizen.card)
        words |= {card.full_name, " ".join(card.full_name.split()[-2:]), card.number, citizen.phone, citizen.card}
        words |= {part.strip() for part in card.residence.split(",")}
    return frozenset(words - {"", OFFICE_PLACE})


def test_nothing_of_any_citizen_and_no_known_file_is_on_the_disk(stolen: Stolen) -> None:
    sizes = [path.stat().st_size for path in stolen.folder.rglob("*") if path.is_file()]
    assert len(sizes) > 20
    assert (stolen.folder / "station" / "counter.db-wal").stat().st_size > 0
    assert list((stolen.folder / "station" / "scans").rglob("*.page"))
    assert list((stolen.folder / "province" / "uploads").rglob("*.bytes"))
    assert list((stolen.folder / "stick").rglob("*.age"))
    assert list((stolen.folder / "backup").rglob("*.backup"))
    assert (stolen.folder / "station" / "station.escrow").exists()
    assert list((stolen.folder / "home").rglob("counter-app.log"))
    assert traces_in(stolen.folder, stolen.words, apart_from=KEY_FILE) == []


def test_another_sqlite_cannot_open_it(stolen: Stolen) -> None:
    for name in ("station", "province"):
        ask = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('SELECT count(*) FROM sqlite_master')"
        path = stolen.folder / name / "counter.db"
        done = subprocess.run([sys.executable, "-c", ask, path], capture_output=True, text=True, check=False)
        assert "file is not a database" in done.stderr


def test_with_the_key_all_of_it_is_there(stolen: Stolen) -> None:
    assert (stolen.folder / "station" / "station.key").stat().st_mode & 0o077 == 0
    done = counter_app("verify", "--data", stolen.folder / "station", home=stolen.folder / "home")
    assert (done.returncode, done.stderr) == (0, "")
    with open_office(stolen.folder / "station") as office:
        assert len(office.services.pages.waiting()) >= 1
        known = {one.applicant.name for one in office.services.dossiers.find("", limit=1000)}
    assert known & stolen.words


@pytest.mark.parametrize(
    "within, encoding", [("counter.db-wal", "utf-8"), ("scans/x/scan.page", "utf-16-le"), ("turn", "cp1258")]
)
def test_the_search_finds_what_is_laid_there(stolen: Stolen, tmp_path: Path, within: str, encoding: str) -> None:
    word = max(stolen.words, key=len)
    path = tmp_path / within
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(os.urandom((1 << 20) - 7) + word.upper().encode(encoding, "ignore") + os.urandom(4096))
    assert {trace.path for trace in traces_in(tmp_path, stolen.words)} == {path}


def test_the_search_finds_a_name_without_its_signs_and_the_beginnings_of_files(tmp_path: Path) -> None:
    (tmp_path / "a.log").write_bytes(b"event=x name='nguyen thi hau dao'")
    (tmp_path / "b").write_bytes(as_png("x"))
    (tmp_path / "c").write_bytes(os.urandom(5000) + b"SQLite format 3\x00" + os.urandom(99))
    (tmp_path / "d").write_bytes(b"%PDF")
    found = {(trace.path.name, trace.what) for trace in traces_in(tmp_path, ["Nguyễn Thị Hậu Đào"])}
    (tmp_path / "Nguyễn Thị Hậu Đào.txt").write_bytes(b"")
    assert [trace.path.suffix for trace in traces_in(tmp_path, ["Thị Hậu Đào"])].count(".txt") == 1
    assert found == {("a.log", "Nguyễn Thị Hậu Đào"), ("b", "PNG"), ("c", "SQLite"), ("d", "PDF")}
