"""A store with very many dossiers, by seed: every entry signed and chained, every row folded from its entries.

Written in bulk past the services, so that a million take minutes: the rows are those that the program would write
(:func:`counter_app.journal.verify.verify` finds nothing), only the transactions are larger.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert, text

from counter_app.domain import dossier_facts as facts
from counter_app.domain.dossier_code import dossier_code
from counter_app.domain.dossier_facts import Applicant, PaymentMethod, ReceivedPaper
from counter_app.domain.entry import Entry
from counter_app.domain.facts import KIND_OF, Fact
from counter_app.domain.hybrid_time import advance
from counter_app.domain.procedures import Channel, Procedure
from counter_app.domain.working_calendar import VIETNAM
from counter_app.journal.journal import Head, Journal, values_of
from counter_app.journal.signing import seal
from counter_app.services.catalogue_data import load_procedures
from counter_app.store import tables, views
from counter_app.store.codec import to_text
from counter_app.store.dossier_index import first_place
from counter_app.store.dossier_words import terms
from tests.support.office import MORNING, OpenOffice, open_office

OPEN_AT_ONCE = 6000
"""So many of the newest dossiers are still open; of those before them one in two thousand."""

_FAMILIES = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Huỳnh",
    "Hoàng",
    "Phan",
    "Vũ",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Lý",
)
_WEIGHTS = (38, 12, 10, 7, 5, 5, 4, 4, 4, 2, 2, 2, 2, 2, 1)
_MIDDLES = (
    "Thị",
    "Thị",
    "Thị",
    "Văn",
    "Văn",
    "Văn",
    "Mỹ",
    "Đức",
    "Hữu",
    "Đình",
    "Minh",
    "Ngọc",
    "Thị Thu",
    "Quốc",
    "Xuân",
)
_GIVEN = (
    *("An", "Anh", "Bình", "Châu", "Chi", "Cường", "Dung", "Duyên", "Đạt", "Giang", "Hà", "Hải", "Hạnh"),
    *("Hậu", "Hiếu", "Hoa", "Hùng", "Hương", "Khánh", "Khôi", "Lan", "Liên", "Linh", "Long", "Mai", "My"),
    *("Nam", "Nga", "Ngân", "Nhung", "Oanh", "Phát", "Phúc", "Phương", "Quân", "Quỳnh", "Sơn", "Tâm", "Thảo"),
    *("Thủy", "Tiến", "Trang", "Trí", "Tú", "Tuấn", "Uyên", "Vân", "Vinh", "Yến"),
)
_OFFICERS = ("ha", "minh", "lan", *(f"cb{number:02d}" for number in range(1, 18)))
_DEPARTMENTS = ("tu-phap", "dia-chinh", "van-hoa", "kinh-te")
_BATCH = 500


@dataclass(frozen=True, slots=True)
class _Said:
    """One fact to be recorded: when, and by whom."""

    at: datetime
    fact: Fact
    officer: str


def open_many(folder: Path, size: int, journalled: int) -> OpenOffice:
    """Open the office of ``size`` dossiers in ``folder``; it is filled the first time (see ``fill``)."""
    office = open_office(folder)
    with office.journal.database.read() as connection:
        kept = connection.execute(text("SELECT count(*) FROM (SELECT 1 FROM dossiers LIMIT 1)")).scalar_one()
    if not kept:
        fill(office.journal, size, journalled)
        office.close()
        office = open_office(folder)
    return office


def fill(journal: Journal, size: int, journalled: int | None = None, seed: int = 1) -> None:
    """Write ``size`` dossiers of the years before this morning.

    The newest ``journalled`` of them (None: all) with their entries; those before only with rows and search index, as
    after an import of an older system's. Rows are folded from the same facts in both cases.
    """
    chance = random.Random(seed)
    procedures = load_procedures()
    weights = [1 / (rank + 3) for rank in range(len(procedures))]
    head = Head(journal.last_seq, _last_hash(journal), journal.last_time)
    # The open third of a small store must reach back further than the longest term: nothing ends in the future.
    gap = max(240, 60 * 86_400 // size)
    at = MORNING - timedelta(seconds=gap) * size
    batch: list[tuple[list[Entry], dict[str, Any]]] = []
    for number in range(size):
        at += timedelta(seconds=chance.randrange(gap // 2, gap * 3 // 2))
        procedure = chance.choices(procedures, weights)[0]
        is_open = size - number <= min(OPEN_AT_ONCE, size // 3) or chance.random() < 0.0005
        stream = f"dossier/{chance.getrandbits(128):032x}"
        entries: list[Entry] = []
        for said in _life(chance, number, at, procedure, is_open=is_open):
            entry, head = _entry(journal, head, stream, said, sealed=_is_journalled(number, size, journalled))
            entries.append(entry)
        projection = views.project(stream, entries)
        assert projection is not None
        assert projection.row is not None
        assert not projection.refused, projection.refused
        batch.append((entries, projection.row))
        if len(batch) == _BATCH or number == size - 1:
            _write(journal, batch)
            batch.clear()


def _is_journalled(number: int, size: int, journalled: int | None) -> bool:
    return journalled is None or size - number <= journalled


def _life(chance: random.Random, number: int, at: datetime, procedure: Procedure, *, is_open: bool) -> Iterator[_Said]:
    officer, taker = chance.choices(_OFFICERS, k=2)
    due = at + timedelta(days=chance.choice((1, 2, 3, 3, 5, 5, 10, 15)))
    yield _Said(at, _received(chance, number, at, procedure, officer, due), officer)
    if not is_open and chance.random() < 0.01:
        withdrawn = facts.WithdrawalRequested(officer, "Người nộp hồ sơ", "Không còn nhu cầu")
        yield _Said(at + timedelta(hours=20), withdrawn, officer)
        yield _Said(at + timedelta(hours=21), facts.DossierStopped(officer, "Công dân xin rút hồ sơ"), officer)
        return
    stage = chance.random() if is_open else 1.0
    if stage < 0.3:
        return
    handed = at + timedelta(hours=1)
    work_due = due - timedelta(hours=8)
    yield _Said(handed, facts.HandedOver(0, officer, taker, chance.choice(_DEPARTMENTS), work_due), officer)
    if stage < 0.4:
        return
    yield _Said(handed + timedelta(minutes=20), facts.TakenOver(taker), taker)
    if stage < 0.5:
        asked = facts.SupplementRequested(taker, ("Giấy tờ chứng minh nơi cư trú",), "Thiếu giấy tờ")
        yield _Said(handed + timedelta(minutes=50), asked, taker)
    if stage < 0.85:
        return
    ready = due + timedelta(hours=chance.choice((-40, -30, -20, -10, -4, -2, -1, 3)))
    ready = max(ready, handed + timedelta(hours=2))
    if ready > MORNING:
        return
    yield _Said(ready - timedelta(minutes=10), facts.ResultApproved("son"), "son")
    yield _Said(ready, facts.ResultReady(taker, f"{number % 900}/UBND", "Vũ Hoàng Sơn"), taker)
    if not is_open:
        yield _Said(ready + timedelta(hours=20), facts.DossierReturned(officer, "Người nộp hồ sơ"), officer)


def _received(
    chance: random.Random, number: int, at: datetime, procedure: Procedure, officer: str, due: datetime
) -> facts.DossierReceived:
    name = " ".join((chance.choices(_FAMILIES, _WEIGHTS)[0], chance.choice(_MIDDLES), chance.choice(_GIVEN)))
    code = dossier_code("H99.17", at.astimezone(VIETNAM).date(), 1 + number % 9, 1 + number % 9000)
    return facts.DossierReceived(
        code=code,
        office="an-phuc",
        desk=1 + number % 9,
        officer=officer,
        ticket=f"{chance.getrandbits(128):032x}",
        procedure=procedure.code,
        procedure_name=procedure.name,
        field=procedure.field,
        applicant=Applicant(
            name=name,
            identity=f"000{chance.randrange(10**9):09d}",
            residence="Thôn Phú Hòa, xã An Phúc",
            phone=f"0900{chance.randrange(10**6):06d}",
        ),
        papers=tuple(ReceivedPaper(one.name, one.form, one.copies) for one in procedure.papers[:4]),
        fee=procedure.fee.amount,
        payment=PaymentMethod.CASH,
        due=due,
        term="3 working-day",
        result=procedure.result,
        channel=chance.choices(tuple(Channel), (80, 15, 5))[0],
    )


def _entry(journal: Journal, head: Head, stream: str, said: _Said, *, sealed: bool) -> tuple[Entry, Head]:
    unsealed = Entry(
        station=journal.key.station,
        seq=head.seq + 1,
        stream=stream,
        kind=KIND_OF[type(said.fact)],
        version=1,
        time=advance(0, said.at),
        actor=f"officer/{said.officer}",
        data=to_text(said.fact),
        previous=head.hash,
        hash="",
        signature="",
    )
    if not sealed:
        return unsealed, head
    entry = seal(unsealed, journal.key)
    return entry, Head(entry.seq, entry.hash, entry.time)


def _write(journal: Journal, batch: list[tuple[list[Entry], dict[str, Any]]]) -> None:
    """One transaction; each dossier has a second of its own, so its place is the first of that second."""
    rows = [{"place": first_place(row["received_at"]), **row} for _, row in batch]
    with journal.database.write() as connection:
        sealed = [values_of(entry) for entries, _ in batch for entry in entries if entry.hash]
        if sealed:
            connection.execute(insert(tables.journal), sealed)
        connection.execute(insert(tables.dossiers), rows)
        words = [{"place": row["place"], "words": terms(row)} for row in rows]
        connection.execute(text("INSERT INTO dossier_words (rowid, words) VALUES (:place, :words)"), words)


def _last_hash(journal: Journal) -> str:
    query = text("SELECT hash FROM journal WHERE station = :station AND seq = :seq")
    with journal.database.read() as connection:
        values = {"station": journal.key.station, "seq": journal.last_seq}
        return str(connection.execute(query, values).scalar_one())
