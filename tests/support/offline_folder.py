"""A desk's folder after many days without a link: dossiers and scans that the province has never seen.

The entries are those of the services (received, pages scanned, handed over, taken over), signed, chained and folded;
only the transactions are larger, and a scan's file is not synced to the disk one by one.
"""

import hashlib
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from counter_app.clocks import VIETNAM, ManualClock
from counter_app.domain import dossier_facts as facts
from counter_app.domain.dossier_code import dossier_code
from counter_app.domain.dossier_facts import Applicant, PaymentMethod, ReceivedPaper
from counter_app.domain.procedures import PaperForm, Procedure
from counter_app.journal.journal import Journal, Transaction
from counter_app.services.catalogue_data import load_procedures
from counter_app.store.blobs import BlobCipher, blob_path
from counter_app.store.keys import load_or_make_key
from tests.support.office import open_office

SMALLEST_SCAN, LARGEST_SCAN = 60_000, 150_000
SCANS_EACH = 2
_A_TRANSACTION = 50
_OPENS = timedelta(hours=7, minutes=30)
_OPEN_FOR = timedelta(hours=9)
_DEPARTMENTS = ("tu-phap", "dia-chinh", "van-hoa")
_OFFICERS = ("ha", "minh", "lan")
_NAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Thị", "Văn", "Minh", "Hoa", "Lan", "Sơn", "Hùng", "Mai", "Tâm", "Quân")


@dataclass(frozen=True, slots=True)
class Filled:
    """Who wrote, and how much waits: entries, scans and their bytes."""

    station: str
    public_key: str
    entries: int
    scans: int
    scan_bytes: int


def fill(folder: Path, days: int, dossiers: int, until: datetime) -> Filled:
    """Fill an empty folder with ``days`` of ``dossiers`` each, the last of them the day before ``until``."""
    chance = random.Random(1)
    first = until.astimezone(VIETNAM).replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=days)
    clock = ManualClock(first)
    written = 0
    with open_office(folder, clock=clock) as office:
        keep = _scan_keeper(folder, chance)
        procedures = load_procedures()
        for day in range(days):
            opens = first + timedelta(days=day) + _OPENS
            for begin in range(0, dossiers, _A_TRANSACTION):
                with office.journal.transaction() as transaction:
                    for number in range(begin, min(begin + _A_TRANSACTION, dossiers)):
                        clock.set(opens + _OPEN_FOR * number / dossiers)
                        written += _receive(transaction, chance, clock.now(), number, chance.choice(procedures), keep)
        return _told(office.journal, days * dossiers * SCANS_EACH, written)


def _told(journal: Journal, scans: int, scan_bytes: int) -> Filled:
    return Filled(journal.key.station, journal.key.public_hex, journal.last_seq, scans, scan_bytes)


def _scan_keeper(folder: Path, chance: random.Random) -> Callable[[], tuple[str, int]]:
    """Return what keeps one more scan, of bytes that no compression makes smaller, and says its name and size."""
    cipher = BlobCipher(load_or_make_key(folder))

    def keep() -> tuple[str, int]:
        content = chance.randbytes(chance.randrange(SMALLEST_SCAN, LARGEST_SCAN))
        sha256 = hashlib.sha256(content).hexdigest()
        path = folder / "blobs" / blob_path(sha256)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(cipher.seal(sha256, content))
        return sha256, len(content)

    return keep


def _receive(  # noqa: PLR0913 - what a dossier begins with
    transaction: Transaction,
    chance: random.Random,
    at: datetime,
    number: int,
    procedure: Procedure,
    keep: Callable[[], tuple[str, int]],
) -> int:
    """One dossier with its scans, given to whoever works on it; returns the bytes of the scans."""
    stream, (officer, taker) = f"dossier/{chance.getrandbits(128):032x}", chance.sample(_OFFICERS, k=2)
    due = at + timedelta(days=chance.choice((1, 2, 3, 3, 5, 10, 15)))
    transaction.append(stream, _received(chance, at, number, procedure, officer, due), f"officer/{officer}")
    total = 0
    for page in range(SCANS_EACH):
        sha256, size = keep()
        transaction.append(stream, facts.PageScanned(0, page + 1, sha256, size), f"officer/{officer}")
        transaction.add_blob(sha256, size, scan=True)
        total += size
    handed = facts.HandedOver(0, officer, taker, chance.choice(_DEPARTMENTS), due - timedelta(hours=8))
    transaction.append(stream, handed, f"officer/{officer}")
    transaction.append(stream, facts.TakenOver(taker), f"officer/{taker}")
    return total


def _received(  # noqa: PLR0913 - what is written on the form
    chance: random.Random, at: datetime, number: int, procedure: Procedure, officer: str, due: datetime
) -> facts.DossierReceived:
    desk = 1 + number % 3
    return facts.DossierReceived(
        code=dossier_code("H99.17", at.astimezone(VIETNAM).date(), desk, 1 + number),
        office="an-phuc",
        desk=desk,
        officer=officer,
        ticket=f"{chance.getrandbits(128):032x}",
        procedure=procedure.code,
        procedure_name=procedure.name,
        field=procedure.field,
        applicant=Applicant(
            name=" ".join(chance.choices(_NAMES, k=4)),
            identity=f"000{chance.randrange(10**9):09d}",
            residence="Thôn Phú Hòa, xã An Phúc",
            phone=f"0900{chance.randrange(10**6):06d}",
        ),
        papers=tuple(ReceivedPaper(one.name, one.form, one.copies) for one in procedure.papers[:4])
        or (ReceivedPaper("Tờ khai", PaperForm.ORIGINAL, 1),),
        fee=procedure.fee.amount,
        payment=PaymentMethod.CASH,
        due=due,
        term="3 working-day",
        result=procedure.result,
    )
