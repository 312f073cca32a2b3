"""Form 07, the register of dossiers by field and period, and the list of dossiers that changed hands."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TypeVar

from counter_app.clocks import VIETNAM
from counter_app.documents.form_records import HandOverKind, HandOverList, HandOverRow, RegisterForm, RegisterRow
from counter_app.domain.dossier_facts import ReturnWay
from counter_app.domain.dossiers import Dossier, DossierState, Hand
from counter_app.domain.facts import Duty
from counter_app.domain.places import Office, Officer
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.services import form_parts
from counter_app.services.dossier_words import RETURN_WAYS
from counter_app.services.drawing import draw
from counter_app.services.releases import Release, Releases
from counter_app.services.tables import Cell, Column, Value, Watch, write_table
from counter_app.store import places, register

MOST_ON_PAPER = 3000
"""A row takes some milliseconds to draw, and nobody prints 300 sheets at a counter; a file has no such limit."""
_DAY = timedelta(days=1)
HANDS_LISTS = (Duty.REPORTS, Duty.RECEPTION, Duty.PROCESSING)
"""Who hands dossiers over prints the list of them: both sign it."""
_REGISTER, _HANDINGS = "register", "hand-overs"
_ALL_FIELDS = "Tất cả lĩnh vực"
COLUMNS = (
    Column("STT", Cell.NUMBER, 6),
    Column("Mã hồ sơ", Cell.CODE, 24),
    Column("Tên thủ tục hành chính", width=48),
    Column("Tên tổ chức, cá nhân", width=28),
    Column("Địa chỉ", width=36),
    Column("Số điện thoại", Cell.CODE, 16),
    Column("Cơ quan chủ trì giải quyết", width=30),
    Column("Nhận hồ sơ", Cell.DAY, 12),
    Column("Hẹn trả kết quả", Cell.DAY, 12),
    Column("Trả kết quả", Cell.DAY, 12),
    Column("Phương thức nhận kết quả", width=18),
    Column("Ký nhận", width=24),
)


HANDING_COLUMNS = (
    Column("STT", Cell.NUMBER, 6),
    Column("Mã hồ sơ", Cell.CODE, 24),
    Column("Tên thủ tục hành chính", width=48),
    Column("Tên tổ chức, cá nhân", width=28),
    Column("Người giao", width=24),
    Column("Ngày giao", Cell.DAY, 12),
    Column("Giờ giao", Cell.CLOCK, 9),
    Column("Người nhận", width=24),
    Column("Bộ phận nhận", width=24),
    Column("Ngày nhận", Cell.DAY, 12),
    Column("Giờ nhận", Cell.CLOCK, 9),
    Column("Hạn của bước", Cell.DAY, 12),
    Column("Ghi chú", width=30),
)


Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Period:
    """Local days, both included."""

    since: date
    until: date

    def instants(self) -> tuple[datetime, datetime]:
        """From its first instant to the first one after it. Raises PERIOD_INVALID."""
        if self.since > self.until:
            raise CounterError(Code.PERIOD_INVALID, since=f"{self.since:%d/%m/%Y}", until=f"{self.until:%d/%m/%Y}")
        return _midnight(self.since), _midnight(self.until + _DAY)


@dataclass(frozen=True, slots=True)
class Handing:
    """One dossier as it changed hands, with names in place of officers' ids."""

    dossier: Dossier
    hand: Hand
    giver: str
    taker: str


class Register:
    """The registers of one office."""

    def __init__(self, journal: Journal, office: Office, releases: Releases) -> None:
        self._journal = journal
        self._office = office
        self._releases = releases

    def fields(self) -> tuple[str, ...]:
        """The fields that have dossiers."""
        return register.fields(self._journal.database)

    def dossiers(self, period: Period, field: str = "") -> Iterator[Dossier]:
        """What was received in ``period``, of one field or of all, the oldest first. Raises PERIOD_INVALID."""
        since, until = period.instants()
        return register.received_between(self._journal.database, since, until, field)

    def write(self, path: Path, release: Release, period: Period, field: str = "", watch: Watch | None = None) -> int:
        """Write form 07 as XLSX (or CSV, by the name) and return the number of dossiers.

        Telephones are masked unless ``release`` says otherwise.
        Raises DUTY_MISSING, REASON_MISSING, PERIOD_INVALID, EXPORT_CANCELLED, DISK_FULL, OUTPUT_NOT_WRITABLE.
        """
        self._releases.begin(release, _REGISTER, Duty.REPORTS)
        title = f"SỔ THEO DÕI HỒ SƠ · {field or _ALL_FIELDS} · {period.since:%d/%m/%Y} – {period.until:%d/%m/%Y}"
        rows = (self._row(number, release.shown(one)) for number, one in enumerate(self.dossiers(period, field), 1))
        count = write_table(path, COLUMNS, rows, title=title, watch=watch)
        self._releases.written(release, _REGISTER, count)
        return count

    def form(self, release: Release, period: Period, field: str = "") -> bytes:
        """Form 07 as PDF, on the set of forms of the period's last day.

        Raises DUTY_MISSING, REASON_MISSING, PERIOD_INVALID, LIST_TOO_LONG.
        """
        self._releases.begin(release, _REGISTER, Duty.REPORTS)
        made = self._journal.clock.now().astimezone(VIETNAM)
        rows = tuple(self._paper_row(release.shown(one)) for one in _not_too_long(self.dossiers(period, field)))
        self._releases.drawn(release, _REGISTER, len(rows))
        return draw(
            RegisterForm(
                issuer=form_parts.issuer(self._office),
                number="",
                made=made,
                field=field or _ALL_FIELDS,
                first=period.since,
                last=period.until,
                rows=rows,
                edition=form_parts.edition_of(_midnight(period.until)),
            )
        )

    def hand_over_list(
        self, release: Release, period: Period, giver: str = "", taker: str = "", department: str = ""
    ) -> bytes:
        """The list of what changed hands in ``period`` as PDF, to be signed by both.

        Raises DUTY_MISSING, REASON_MISSING, PERIOD_INVALID, LIST_TOO_LONG.
        """
        self._releases.begin(release, _HANDINGS, *HANDS_LISTS)
        found = self.handings(period, giver, taker, department)
        officers = self._officers()
        gives, takes = officers.get(giver), officers.get(taker)
        rows = tuple(_handing_row(one) for one in _not_too_long(found))
        self._releases.drawn(release, _HANDINGS, len(rows))
        results = bool(found) and all(_is_result(one) for one in found)
        return draw(
            HandOverList(
                issuer=form_parts.issuer(self._office),
                number="",
                made=self._journal.clock.now().astimezone(VIETNAM),
                kind=HandOverKind.RESULTS if results else HandOverKind.DOSSIERS,
                giver=gives.name if gives else "",
                giver_unit=gives.department if gives else "",
                taker=takes.name if takes else "",
                taker_unit=takes.department if takes else department,
                rows=rows,
            )
        )

    def write_hand_overs(
        self, path: Path, release: Release, period: Period, giver: str = "", taker: str = "", watch: Watch | None = None
    ) -> int:
        """Write the same list as XLSX or CSV and return its length. Raises as ``write``."""
        self._releases.begin(release, _HANDINGS, *HANDS_LISTS)
        title = f"DANH SÁCH HỒ SƠ BÀN GIAO · {period.since:%d/%m/%Y} – {period.until:%d/%m/%Y}"
        found = self.handings(period, giver, taker)
        rows = (_handing_cells(number, one) for number, one in enumerate(found, 1))
        count = write_table(path, HANDING_COLUMNS, rows, title=title, watch=watch)
        self._releases.written(release, _HANDINGS, count)
        return count

    def handings(self, period: Period, giver: str = "", taker: str = "", department: str = "") -> tuple[Handing, ...]:
        """What changed hands in ``period``, in order; officers by their ids, empty for anybody."""
        since, until = period.instants()
        names = {officer.id: officer.name for officer in self._officers().values()}
        found = [
            Handing(dossier, hand, names.get(hand.giver, hand.giver), names.get(hand.taker, hand.taker))
            for dossier in register.in_hands_between(self._journal.database, since, until)
            for hand in dossier.hands
            if since <= hand.given_at < until and _wanted(hand, giver, taker, department)
        ]
        return tuple(sorted(found, key=lambda one: (one.hand.given_at, one.dossier.code)))

    def _row(self, number: int, dossier: Dossier) -> Sequence[Value]:
        person = dossier.applicant
        return (
            number,
            dossier.code,
            dossier.procedure_name,
            person.name,
            person.residence,
            person.phone,
            form_parts.agency(dossier, self._office),
            dossier.received_at,
            dossier.due,
            dossier.returned_at,
            RETURN_WAYS[dossier.return_way],
            signed(dossier),
        )

    def _paper_row(self, dossier: Dossier) -> RegisterRow:
        return RegisterRow(
            code=dossier.code,
            procedure=dossier.procedure_name,
            applicant=dossier.applicant.name,
            address=dossier.applicant.residence,
            phone=dossier.applicant.phone,
            agency=form_parts.agency(dossier, self._office),
            received=dossier.received_at.astimezone(VIETNAM),
            due=(dossier.due or dossier.received_at).astimezone(VIETNAM),
            returned=dossier.returned_at.astimezone(VIETNAM) if dossier.returned_at else None,
            return_way=RETURN_WAYS[dossier.return_way],
            signed=signed(dossier),
        )

    def _officers(self) -> Mapping[str, Officer]:
        with self._journal.database.read() as connection:
            return {officer.id: officer for officer in places.all_of(connection, Officer)}


def _not_too_long(rows: Iterable[Row]) -> Iterator[Row]:
    for number, row in enumerate(rows):
        if number == MOST_ON_PAPER:
            raise CounterError(Code.LIST_TOO_LONG, most=f"{MOST_ON_PAPER:,}".replace(",", "."))
        yield row


def signed(dossier: Dossier) -> str:
    """What stands under "Ký nhận": who has the result, or why there is none."""
    match dossier.state:
        case DossierState.RETURNED:
            return dossier.returned_to
        case DossierState.STOPPED:
            return "Dừng giải quyết"
        case _:
            return ""


def _is_result(one: Handing) -> bool:
    return one.dossier.done_at is not None and one.hand.given_at >= one.dossier.done_at


def _handing_row(one: Handing) -> HandOverRow:
    dossier = one.dossier
    return HandOverRow(
        code=dossier.code,
        content=dossier.procedure_name,
        result=dossier.outcome.number if dossier.outcome and _is_result(one) else "",
        holder=dossier.applicant.name,
        address=dossier.applicant.residence,
        fee=dossier.to_pay,
        by_post=dossier.return_way is ReturnWay.POST,
    )


def _handing_cells(number: int, one: Handing) -> Sequence[Value]:
    dossier, hand = one.dossier, one.hand
    return (
        *(number, dossier.code, dossier.procedure_name, dossier.applicant.name),
        *(one.giver, hand.given_at, hand.given_at),
        *(one.taker, hand.department, hand.taken_at, hand.taken_at, hand.due, hand.note),
    )


def _wanted(hand: Hand, giver: str, taker: str, department: str) -> bool:
    asked = ((giver, hand.giver), (taker, hand.taker), (department, hand.department))
    return all(not wanted or wanted == found for wanted, found in asked)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), VIETNAM)
