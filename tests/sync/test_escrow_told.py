"""The province says, under its own signature, for whom data keys are sealed; each station does so by itself."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from counter_app.bootstrap import Counter
from counter_app.domain.key_facts import EscrowNamed
from counter_app.domain.security_facts import SecurityKind
from counter_app.errors import Code, CounterError
from counter_app.journal import checkpoints, outbox, province_escrow
from counter_app.journal.arrivals import accept
from counter_app.journal.journal import Journal
from counter_app.journal.province_escrow import ProvinceEscrow
from counter_app.journal.signing import StationKey, make_station_key
from counter_app.store import escrow, keys
from counter_app.store.security_events import EventFilter
from sync import records
from sync.countersigned import Countersigned
from sync.office.link import OfficeLink
from sync.records import Checkpoints
from sync.replicator import Replicator
from sync.server.escrow_file import EscrowFile
from sync.server.program import ServerThread
from sync.server.store import Introduced
from sync.wire import Upstream
from tests.support.chains import Chain
from tests.support.office import OpenOffice, open_office
from tests.support.office_middle import Middle
from tests.support.waiting import until_true
from tests.sync.offices import first_station, join
from tests.sync.stations import OFFICE, QUICK, Station, admit, province, station
from tests.sync.test_office_relay import admitted

PRIVATE, OTHER = escrow.make_identity(), escrow.make_identity()
RECIPIENT, ANOTHER = escrow.recipient_of(PRIVATE), escrow.recipient_of(OTHER)
NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    with open_office(tmp_path / "station") as opened:
        yield opened


@contextmanager
def linked(office: OpenOffice, server: ServerThread) -> Iterator[Replicator]:
    """A station with its services, on a link to a province that knows it."""
    key = office.journal.key
    server.store.introduce(office.services.office.id, [Introduced(key.station, key.public_hex)])
    replicator = Replicator(office.journal, server.url, pace=QUICK)
    office.services.key_escrow.start()
    replicator.start()
    try:
        yield replicator
    finally:
        replicator.close()
        office.services.key_escrow.close()


def name(server: ServerThread, recipient: str) -> None:
    """What ``counter-app province escrow-key --use`` does, beside the running server."""
    EscrowFile(server.folder).name(recipient, NOW)


def sealed_for(office: OpenOffice) -> str:
    state = office.services.key_escrow.state()
    return state.named if state.sealed_at is not None else ""


def test_a_station_seals_its_key_for_whom_the_province_named_by_itself_and_again_for_another(
    tmp_path: Path, office: OpenOffice
) -> None:
    folder, services = tmp_path / "station", office.services
    with province(tmp_path / "province", office.clock) as server:
        name(server, RECIPIENT)
        with linked(office, server) as link:
            until_true(lambda: sealed_for(office) == RECIPIENT)
            assert keys.open_sealed_key(folder / "station.escrow", PRIVATE) == keys.load_key(folder)
            assert services.key_escrow.state().by_province
            assert services.key_escrow.state().changed is None

            name(server, ANOTHER)
            link.wake()
            until_true(lambda: sealed_for(office) == ANOTHER)
    assert keys.open_sealed_key(folder / "station.escrow", OTHER) == keys.load_key(folder)
    before, now = escrow.fingerprint_of(RECIPIENT), escrow.fingerprint_of(ANOTHER)
    changed = services.key_escrow.state().changed
    assert changed is not None
    assert (changed.before, changed.now) == (before, now)
    services.security.flush()
    noted = services.security.page(EventFilter(frozenset((SecurityKind.KEY_ESCROWED.value,))), most=9)
    assert [one.detail for one in noted] == [{"recipient": now, "instead_of": before}, {"recipient": before}]


def test_the_entry_of_a_machine_that_was_let_in_names_nobody_once_the_province_signed(
    tmp_path: Path, office: OpenOffice
) -> None:
    service, journal = office.services.key_escrow, office.journal
    rogue = Chain(office.services.office.id)
    outbox.admit(journal, rogue.station, rogue.public_key, rogue.office)
    accept(journal, (rogue.write(f"escrow/{rogue.office}", EscrowNamed(ANOTHER), "officer/son"),))
    told(journal, RECIPIENT)
    assert service.seal_now()
    assert sealed_for(office) == RECIPIENT
    accept(journal, (rogue.write(f"escrow/{rogue.office}", EscrowNamed(""), "officer/son"),))
    accept(journal, (rogue.write(f"escrow/{rogue.office}", EscrowNamed(ANOTHER), "officer/son"),))
    assert not service.seal_now()
    assert sealed_for(office) == RECIPIENT
    with pytest.raises(CounterError) as refused:
        service.name(ANOTHER, "son")
    assert refused.value.code is Code.ESCROW_BY_PROVINCE


def told(journal: Journal, recipient: str, key: StationKey | None = None, at: datetime = NOW) -> bool:
    """Bring the word of a province that this station knows, as whoever passes it on would."""
    signer = key or make_station_key()
    if not checkpoints.pinned(journal):
        checkpoints.pin(journal, signer.public_hex)
    return province_escrow.take(journal, province_escrow.signed(recipient, at, signer))


@pytest.mark.expects_log("event=province_escrow_not_believed", "event=province_escrow_unreadable")
def test_only_what_the_known_province_signed_counts_and_nothing_older_than_it_said_last(tmp_path: Path) -> None:
    known, rogue = make_station_key(), make_station_key()
    with station(tmp_path / "desk") as desk:
        journal, right = desk.journal, province_escrow.signed(RECIPIENT, NOW, known)
        assert not province_escrow.take(journal, right), "no province is known yet"
        assert told(journal, RECIPIENT, known)
        later = NOW + timedelta(days=1)
        for forged in (
            province_escrow.signed(ANOTHER, later, rogue),
            province_escrow.signed(ANOTHER, later, journal.key),
            replace(province_escrow.signed(ANOTHER, later, rogue), signer=known.public_hex),
            replace(right, recipient=ANOTHER),
            replace(right, at=right.at + 1),
            province_escrow.signed(ANOTHER, NOW - timedelta(days=1), known),
            province_escrow.signed("age1nonsense", later, known),
        ):
            assert not province_escrow.take(journal, forged)
            assert province_escrow.kept(journal) == right
        assert told(journal, ANOTHER, known, later)


def test_a_new_province_key_that_a_person_compared_may_name_another_whatever_its_clock_says(tmp_path: Path) -> None:
    old, new = make_station_key(), make_station_key()
    with station(tmp_path / "desk") as desk:
        assert told(desk.journal, RECIPIENT, old)
        checkpoints.pin(desk.journal, new.public_hex)
        kept = province_escrow.kept(desk.journal)
        assert kept is not None
        assert kept.recipient == RECIPIENT, "nothing is unsealed in between"
        assert told(desk.journal, ANOTHER, new, NOW - timedelta(days=1))


def test_the_offices_station_passes_it_on_to_desks_that_never_speak_to_the_province(tmp_path: Path) -> None:
    with province(tmp_path / "province") as server:
        name(server, RECIPIENT)
        middle = Middle(tmp_path / "office", server.url)
        try:
            admit(server, middle.station)
            until_true(lambda: recipient(middle.station) == RECIPIENT)
            with station(tmp_path / "desk") as desk:
                outbox.admit(middle.station.journal, desk.id, desk.journal.key.public_hex, OFFICE)
                link = OfficeLink(desk.journal, Upstream(f"http://127.0.0.1:{middle.port}"), middle.station.id)
                link.start()
                try:
                    until_true(lambda: recipient(desk) == RECIPIENT)
                finally:
                    link.close()
        finally:
            middle.end()


def recipient(one: Station | Counter) -> str:
    kept = province_escrow.kept(one.journal)
    return kept.recipient if kept else ""


def test_a_machine_that_joins_takes_it_from_the_machine_that_its_code_names_and_no_other_says_whose_key_counts(
    tmp_path: Path, server: ServerThread
) -> None:
    name(server, RECIPIENT)
    with first_station(tmp_path / "office", server.url) as office:
        admitted(office, server)
        until_true(lambda: recipient(office) == RECIPIENT)
        join(office, tmp_path / "desk", 7)
    with station(tmp_path / "desk") as desk:
        assert checkpoints.pinned(desk.journal) == server.store.signing_key
        assert recipient(desk) == RECIPIENT


def test_every_kind_of_province_tells_what_its_folder_has(tmp_path: Path, database: str) -> None:
    with province(tmp_path / "any", database=database) as server, station(tmp_path / "desk") as desk:
        admit(server, desk)
        asked = Countersigned(desk.journal)
        wire = desk.wire(server.url)
        try:
            asked.now_and_then(wire)
            assert province_escrow.kept(desk.journal) is None
            name(server, RECIPIENT)
            asked.doubt()
            asked.now_and_then(wire)
        finally:
            wire.close()
        kept = province_escrow.kept(desk.journal)
        assert kept is not None
        assert (kept.recipient, kept.signer) == (RECIPIENT, server.store.signing_key)


def test_the_answer_of_a_province_of_an_earlier_version_says_nothing_of_either() -> None:
    vectors = json.loads((Path(__file__).parent / "vectors" / "records.json").read_text(encoding="utf-8"))
    older = json.loads(vectors["Checkpoints"])
    del older["escrow"], older["aside"]
    read = records.decode(json.dumps(older).encode(), Checkpoints)
    assert (read.escrow, read.aside) == (None, None)


def test_the_provinces_word_is_signed_as_the_vector_says() -> None:
    vector = json.loads((Path(__file__).parent / "vectors" / "escrow.json").read_text(encoding="utf-8"))
    one = records.decode(json.dumps(vector["escrow"]).encode(), ProvinceEscrow)
    assert province_escrow.signed_bytes(one).decode() == vector["signed"]
    assert one.signer == vector["public_key"]
    assert province_escrow.is_signed(one)
    for changed in (replace(one, at=one.at + 1), replace(one, recipient=RECIPIENT), replace(one, signer="00" * 32)):
        assert not province_escrow.is_signed(changed)


def test_a_clock_that_was_set_back_does_not_make_the_newer_key_the_older_one(tmp_path: Path) -> None:
    file, key = EscrowFile(tmp_path), make_station_key()
    file.name(RECIPIENT, NOW)
    first = file.said(key)
    file.name(ANOTHER, NOW - timedelta(days=30))
    second = file.said(key)
    assert first is not None
    assert second is not None
    assert second.at > first.at


@pytest.mark.expects_log("event=escrow_file_unreadable")
def test_a_file_of_an_earlier_version_counts_since_it_was_written_and_a_spoiled_one_says_nothing(
    tmp_path: Path,
) -> None:
    key, path = make_station_key(), tmp_path / "escrow.pub"
    path.write_text(f"{RECIPIENT}\n")
    said = EscrowFile(tmp_path).said(key)
    assert said is not None
    assert (said.recipient, said.at) == (RECIPIENT, int(path.stat().st_mtime * 1000))
    path.write_text("spoiled\n")
    assert EscrowFile(tmp_path).said(key) is None
