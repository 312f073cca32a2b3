"""Backups: whole, encrypted, beside whoever works; and whatever is wrong with one is said, and nothing is lost."""

import json
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.clocks import ManualClock
from counter_app.errors import Code
from counter_app.journal.journal import Journal
from counter_app.journal.verify import verify
from counter_app.services.backup import backups_in, make_backup, place_of
from counter_app.services.backup_check import check_backup
from counter_app.services.restoring import Opening, restore_backup
from counter_app.store import snapshots
from counter_app.store.backup_file import MAGIC, read_head
from counter_app.store.database import open_database
from counter_app.store.keys import load_key
from counter_app.store.recovery import keep_recovery, new_words, open_by_words, seal_by_words
from tests.support.backups import NAME, PAGE, WORDS, code_of, flip, newest, prepared, receive, restore
from tests.support.office import MORNING, OpenOffice, open_office


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    shutil.copytree(prepared() / "stick", tmp_path / "stick")
    return tmp_path / "stick"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    shutil.copytree(prepared() / "data", tmp_path / "data")
    with open_office(tmp_path / "data") as opened:
        yield opened


# the words


def test_words_are_found_however_they_are_typed_and_others_open_nothing() -> None:
    sealed = seal_by_words(WORDS, b"secret")
    assert open_by_words(" Khentun-PHONSUI nagai khayvúng  nunham", sealed) == b"secret"
    assert code_of(lambda: open_by_words(WORDS[:-1], sealed)) is Code.RECOVERY_WRONG
    assert code_of(lambda: seal_by_words("an phuc 2026", b"secret")) is Code.RECOVERY_WEAK
    assert len({new_words() for _ in range(50)}) == 50


@pytest.mark.parametrize("damage", ["", "{", '{"salt":"","nonce":"","sealed":""}', "huge"])
def test_a_damaged_seal_is_refused_and_costs_no_memory(damage: str) -> None:
    sealed = (
        json.dumps(json.loads(seal_by_words(WORDS, b"x")) | {"memory_kib": 1 << 40}) if damage == "huge" else damage
    )
    assert code_of(lambda: open_by_words(WORDS, sealed)) is Code.RECOVERY_WRONG


# making


def test_a_backup_restored_is_the_same_office_with_another_station(stick: Path, tmp_path: Path) -> None:
    restored = restore(newest(stick), tmp_path / "new")
    database = open_database(tmp_path / "new")
    journal = Journal(database, ManualClock(MORNING))
    assert (restored.lacking, verify(journal).faults) == (0, ())
    assert journal.key.station == restored.station != restored.head.station
    assert list(database.blobs.names())
    assert any(database.blobs.here(name) == PAGE for name in database.blobs.names())
    database.close()
    assert load_key(tmp_path / "new") != load_key(prepared() / "data")


def test_what_is_written_while_the_copy_is_made_harms_neither(office: OpenOffice, stick: Path, tmp_path: Path) -> None:
    ending, written = threading.Event(), []

    def write() -> None:
        while not ending.is_set():
            written.append(receive(office))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(3):
            made = make_backup(office.journal, stick, 5)
    finally:
        ending.set()
        writer.join()
    assert written
    restored = restore(Path(made.path), tmp_path / "new")
    database = open_database(tmp_path / "new")
    assert verify(Journal(database, ManualClock(MORNING))).faults == ()
    database.close()
    assert restored.entries == made.entries


def test_nothing_on_the_stick_is_plain(stick: Path) -> None:
    content = b"".join(path.read_bytes() for path in stick.rglob("*") if path.is_file())
    assert MAGIC in content  # the search can find something
    for plain in (NAME.encode(), b"000185000017", b"SQLite format 3", PAGE[:20], b"%PDF", b"settings.toml"):
        assert plain not in content


def test_contents_are_copied_once_and_go_when_no_backup_names_them(office: OpenOffice, stick: Path) -> None:
    def contents() -> dict[str, int]:
        return {path.name: path.stat().st_mtime_ns for path in stick.glob("*/contents/??/*")}

    before = contents()
    page = office.journal.database.blobs.put(b"another page")
    made = make_backup(office.journal, stick, 5)
    assert contents().items() > before.items()
    office.journal.database.blobs.remove(page)
    for _ in range(2):
        receive(office)
        make_backup(office.journal, stick, 2)
    assert not Path(made.path).exists()
    assert len(list(stick.glob("*/*.backup"))) == 2
    assert page not in contents()
    assert contents().keys() >= before.keys()


def test_the_newest_stay_though_a_clock_was_years_ahead(office: OpenOffice, stick: Path) -> None:
    office.clock.move(timedelta(days=9000))
    make_backup(office.journal, stick, 2)
    office.clock.move(-timedelta(days=9000))
    for _ in range(2):
        receive(office)
        made = make_backup(office.journal, stick, 2)
    assert newest(stick) == Path(made.path)
    assert all("2026" in path.name for path in backups_in(place_of(office.journal, stick)))


def test_the_one_just_made_stays_though_others_have_more_entries(office: OpenOffice, stick: Path) -> None:
    """As where the data was put back from an old copy of the disk: it has fewer entries than its own backups."""
    before = newest(stick)
    for number in range(3):
        shutil.copy(before, before.with_name(f"20270101-00000{number}-000999999.backup"))
    made = Path(make_backup(office.journal, stick, 3).path)
    assert made.exists()
    assert len(backups_in(made.parent)) == 3


def test_a_place_with_folders_that_lead_elsewhere_is_not_followed(
    office: OpenOffice, stick: Path, tmp_path: Path
) -> None:
    place, elsewhere = place_of(office.journal, stick), tmp_path / "elsewhere"
    others = [elsewhere / "letter.part", elsewhere / "00" / "letter.part", elsewhere / "00" / ("0" * 64)]
    (elsewhere / "00").mkdir(parents=True)
    for path in others:
        path.write_text("kept")
    shutil.rmtree(place / "contents" / "00", ignore_errors=True)
    for there in (place / "contents" / "00", place / "contents", place):
        aside = tmp_path / "aside"
        if there.exists():
            there.rename(aside)
        there.symlink_to(elsewhere / "00" if there.name == "00" else elsewhere)
        assert code_of(lambda: make_backup(office.journal, stick, 2)) is Code.BACKUP_NOT_WRITTEN
        there.unlink()
        if aside.exists():
            aside.rename(there)
    assert all(path.exists() for path in others)


def test_without_words_or_escrow_no_backup_is_made(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    with open_office(tmp_path / "data") as office:
        assert code_of(lambda: make_backup(office.journal, tmp_path / "stick", 5)) is Code.RECOVERY_UNSET
    assert list((tmp_path / "stick").iterdir()) == []


def test_a_place_that_is_absent_or_within_the_data_is_refused(office: OpenOffice, tmp_path: Path) -> None:
    folder = office.journal.database.folder
    assert code_of(lambda: make_backup(office.journal, tmp_path / "none", 5)) is Code.BACKUP_PLACE_ABSENT
    assert code_of(lambda: make_backup(office.journal, folder / "blobs", 5)) is Code.BACKUP_PLACE_INSIDE


def test_a_stick_pulled_out_in_the_middle_keeps_its_old_backup_and_takes_the_next(
    office: OpenOffice, stick: Path, tmp_path: Path
) -> None:
    old = newest(stick)

    def pull(done: int, _all: int) -> None:
        if done and stick.exists():
            stick.rename(tmp_path / "pulled")

    assert code_of(lambda: make_backup(office.journal, stick, 5, pull)) is Code.BACKUP_PLACE_ABSENT
    (tmp_path / "pulled").rename(stick)
    assert newest(stick) == old
    receive(office)
    made = make_backup(office.journal, stick, 5)
    assert list(stick.rglob("*.part")) == []
    assert check_backup(office.journal, Path(made.path), lambda _d, _a: None, lambda: False).lacking == 0
    assert check_backup(office.journal, old, lambda _d, _a: None, lambda: False).entries < made.entries


def test_one_that_is_stopped_leaves_nothing_half_written(office: OpenOffice, stick: Path) -> None:
    old, seen = newest(stick), []
    told = lambda done, _all: seen.append(done)  # noqa: E731
    assert code_of(lambda: make_backup(office.journal, stick, 5, told, lambda: len(seen) > 2)) is Code.BACKUP_STOPPED
    assert backups_in(old.parent) == (old,)
    assert list(stick.rglob("*.part")) == []
    assert not (office.journal.database.folder / "backup.part").exists()


def test_a_copy_that_is_not_wanted_any_more_ends_at_once(office: OpenOffice, tmp_path: Path) -> None:
    assert code_of(lambda: office.journal.database.copy_to(tmp_path / "copy.db", lambda: True)) is Code.BACKUP_STOPPED
    receive(office)  # the connection is as it was


def test_a_stick_without_room_is_said_before_anything_is_written(
    office: OpenOffice, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(stick)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=1 << 20))
    assert code_of(lambda: make_backup(office.journal, stick, 5)) is Code.BACKUP_NO_ROOM
    assert len(list(stick.glob("*/*"))) == 3  # the backup, the contents, the lock


# what is wrong with one


@pytest.mark.parametrize(
    "damage, code",
    [
        (lambda path: path.write_bytes(path.read_bytes()[:-1]), Code.BACKUP_DAMAGED),
        (lambda path: path.write_bytes(path.read_bytes()[:30]), Code.BACKUP_DAMAGED),
        (lambda path: path.write_bytes(path.read_bytes() + b"x"), Code.BACKUP_DAMAGED),
        (lambda path: path.write_bytes(b""), Code.BACKUP_UNREADABLE),
        (lambda path: path.unlink(), Code.BACKUP_UNREADABLE),
        (lambda path: flip(path, 3), Code.BACKUP_UNREADABLE),
        (lambda path: flip(path, -1), Code.BACKUP_DAMAGED),
        (lambda path: flip(path, -500_000), Code.BACKUP_DAMAGED),
        (lambda path: flip(path, path.read_bytes().index(b'"taken_at":"2026') + 14), Code.BACKUP_DAMAGED),
        (lambda path: flip(path, 2000), Code.BACKUP_DAMAGED),
        (lambda path: path.write_bytes(path.read_bytes().replace(b'"format":1', b'"format":2')), Code.BACKUP_TOO_NEW),
    ],
)
def test_a_backup_with_a_fault_is_refused_and_nothing_of_it_is_taken(
    stick: Path, tmp_path: Path, damage: Callable[[Path], object], code: Code
) -> None:
    path = newest(stick)
    damage(path)
    assert code_of(lambda: restore(path, tmp_path / "new")) is code
    assert not (tmp_path / "new" / "counter.db").exists()


@given(st.binary(max_size=300), st.booleans())
@settings(max_examples=60)
def test_whatever_bytes_a_file_has_it_is_refused_in_words(content: bytes, is_like_one: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.backup"
        path.write_bytes((MAGIC + len(content).to_bytes(4, "big") if is_like_one else b"") + content)
        wanted = {Code.BACKUP_UNREADABLE, Code.BACKUP_DAMAGED, Code.BACKUP_TOO_NEW}
        assert code_of(lambda: read_head(path)) in wanted


@pytest.mark.expects_log("event=content_lacking_in_backup")
def test_a_content_that_is_damaged_on_the_stick_costs_itself_alone(
    office: OpenOffice, stick: Path, tmp_path: Path
) -> None:
    there = list(stick.glob("*/contents/??/*"))
    damaged = there[0]
    flip(damaged, 40)
    path = newest(stick)
    checked = check_backup(office.journal, path, lambda _d, _a: None, lambda: False)
    assert (checked.lacking, checked.contents) == (1, len(there))
    restored = restore(path, tmp_path / "new")
    assert restored.lacking == 1
    database = open_database(tmp_path / "new")
    assert damaged.name not in set(database.blobs.names())
    database.close()


def test_a_content_found_damaged_is_written_anew_by_the_next_backup(office: OpenOffice, stick: Path) -> None:
    flip(next(stick.glob("*/contents/??/*")), 40)
    path = newest(stick)
    assert check_backup(office.journal, path, lambda _d, _a: None, lambda: False).lacking == 1
    make_backup(office.journal, stick, 5)
    assert check_backup(office.journal, path, lambda _d, _a: None, lambda: False).lacking == 0


def test_a_content_that_leads_to_an_endless_file_is_not_read(office: OpenOffice, stick: Path) -> None:
    content = next(stick.glob("*/contents/??/*"))
    content.unlink()
    content.symlink_to("/dev/zero")
    assert check_backup(office.journal, newest(stick), lambda _d, _a: None, lambda: False).lacking == 1


def test_a_stick_pulled_out_while_contents_are_taken_is_no_restored_office(stick: Path, tmp_path: Path) -> None:
    """Or else every content that was not taken yet would be missing for ever, and the folder in use."""
    path, pulled = newest(stick), tmp_path / "pulled"
    size = read_head(path).database_size

    def pull(done: int, _all: int) -> None:
        if done >= size and stick.exists():
            stick.rename(pulled)

    def pulled_out() -> None:
        restore_backup(path, tmp_path / "new", Opening(WORDS), ManualClock(MORNING), lambda _j, _b, _f: 0, pull)

    assert code_of(pulled_out) is Code.BACKUP_UNREADABLE
    assert {one.name for one in (tmp_path / "new").iterdir()} <= {"in-use.lock"}


def test_wrong_words_and_another_offices_backup_open_nothing(office: OpenOffice, stick: Path, tmp_path: Path) -> None:
    assert code_of(lambda: restore(newest(stick), tmp_path / "new", new_words())) is Code.RECOVERY_WRONG
    assert not (tmp_path / "new").exists()
    (tmp_path / "theirs").mkdir()
    with open_office(tmp_path / "other", prepared=False) as other:
        keep_recovery(tmp_path / "other", seal_by_words(new_words(), load_key(tmp_path / "other")))
        theirs = Path(make_backup(other.journal, tmp_path / "theirs", 5).path)
    assert code_of(lambda: restore(theirs, tmp_path / "new")) is Code.RECOVERY_WRONG
    ours = check_backup(office.journal, newest(stick), lambda _d, _a: None, lambda: False)
    assert ours.lacking == 0
    assert (
        code_of(lambda: check_backup(office.journal, theirs, lambda _d, _a: None, lambda: False))
        is Code.BACKUP_NOT_OURS
    )


def test_the_data_of_a_later_program_is_not_restored_by_an_earlier_one(
    stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshots, "HEAD", "0001")
    assert code_of(lambda: restore(newest(stick), tmp_path / "new")) is Code.STORE_TOO_NEW
    assert not (tmp_path / "new" / "counter.db").exists()


@pytest.mark.parametrize("there", ["letter.txt", "blobs/00/" + "0" * 64, "data"])
def test_a_folder_that_holds_something_is_left_alone(
    stick: Path, office: OpenOffice, tmp_path: Path, there: str
) -> None:
    folder = tmp_path / "new"
    if there == "data":
        office.close()
        folder = tmp_path / "data"
    else:
        (folder / there).parent.mkdir(parents=True)
        (folder / there).write_text("kept")
    before = sorted(path.name for path in folder.iterdir())
    assert code_of(lambda: restore(newest(stick), folder)) is Code.RESTORE_NOT_EMPTY
    assert sorted({path.name for path in folder.iterdir()} - {"in-use.lock"}) == sorted({*before} - {"in-use.lock"})


def test_a_folder_that_the_program_opened_and_nobody_set_up_counts_as_empty(stick: Path, tmp_path: Path) -> None:
    Journal(database := open_database(tmp_path / "new"), ManualClock(MORNING))
    database.close()
    assert restore(newest(stick), tmp_path / "new").entries > 0


def test_contents_beside_a_new_database_are_left_alone(stick: Path, tmp_path: Path) -> None:
    """The old database was put aside, and the program began with an empty one: the scans are the only ones."""
    database = open_database(tmp_path / "new")
    name = database.blobs.put(PAGE)
    database.close()
    assert code_of(lambda: restore(newest(stick), tmp_path / "new")) is Code.RESTORE_NOT_EMPTY
    assert (tmp_path / "new" / "blobs" / name[:2] / name).exists()


def test_a_key_whose_database_was_put_elsewhere_is_left_alone(stick: Path, tmp_path: Path) -> None:
    open_database(tmp_path / "new").close()
    (tmp_path / "new" / "counter.db").rename(tmp_path / "put-aside.db")
    key = load_key(tmp_path / "new")
    assert code_of(lambda: restore(newest(stick), tmp_path / "new")) is Code.RESTORE_NOT_EMPTY
    assert load_key(tmp_path / "new") == key


def test_a_restoring_cut_while_it_moved_in_begins_again(stick: Path, tmp_path: Path) -> None:
    restore(newest(stick), tmp_path / "new")
    (tmp_path / "new" / "counter.db").unlink()
    (tmp_path / "new" / "restore.part").mkdir()
    assert restore(newest(stick), tmp_path / "new").lacking == 0
