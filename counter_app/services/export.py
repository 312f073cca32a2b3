"""The list of dossiers as a file for a spreadsheet: XLSX or CSV."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from counter_app.domain.dossiers import Dossier
from counter_app.domain.facts import Duty
from counter_app.domain.places import Officer
from counter_app.journal.journal import Journal
from counter_app.services.dossier_words import CHANNELS, PERSONS, RETURN_WAYS, STATES
from counter_app.services.releases import Release, Releases
from counter_app.services.tables import Cell, Column, Value, Watch, write_table
from counter_app.store import places

_LIST = "dossiers"
COLUMNS = (
    Column("Mã hồ sơ", Cell.CODE, 24),
    Column("Trạng thái", width=22),
    Column("Mã thủ tục", Cell.CODE, 12),
    Column("Tên thủ tục", width=48),
    Column("Lĩnh vực", width=20),
    Column("Chủ hồ sơ", width=30),
    Column("Loại đối tượng", width=16),
    Column("Số định danh", Cell.CODE, 16),
    Column("Ngày sinh", Cell.DAY, 12),
    Column("Địa chỉ", width=40),
    Column("Điện thoại", Cell.CODE, 16),
    Column("Email", width=24),
    Column("Người được ủy quyền", width=24),
    Column("Cách nộp", width=16),
    Column("Ngày nhận", Cell.DAY, 12),
    Column("Giờ nhận", Cell.CLOCK, 9),
    Column("Ngày hẹn trả", Cell.DAY, 12),
    Column("Giờ hẹn trả", Cell.CLOCK, 9),
    Column("Đúng hạn hay quá hạn", width=16),
    Column("Ngày có kết quả", Cell.DAY, 12),
    Column("Ngày trả kết quả", Cell.DAY, 12),
    Column("Người nhận kết quả", width=24),
    Column("Cách nhận kết quả", width=18),
    Column("Cán bộ tiếp nhận", width=24),
    Column("Đang ở", width=28),
    Column("Số bộ", Cell.NUMBER, 8),
    Column("Phí, lệ phí khi nộp (đồng)", Cell.NUMBER, 14),
    Column("Đã nộp thêm (đồng)", Cell.NUMBER, 14),
    Column("Mã hồ sơ khác", Cell.CODE, 24),
)


class Export:
    """Writes lists of dossiers; whatever finds them can feed it."""

    def __init__(self, journal: Journal, releases: Releases) -> None:
        self._journal = journal
        self._releases = releases

    def dossiers(self, found: Iterable[Dossier], path: Path, release: Release, watch: Watch | None = None) -> int:
        """Write ``found`` to ``path`` (CSV where the name ends so, XLSX otherwise) and return how many.

        Rows are written as they come: a million dossiers need no more memory than one.
        Identity numbers, telephones and addresses are masked unless ``release`` says otherwise.
        Raises DUTY_MISSING, REASON_MISSING, EXPORT_CANCELLED, DISK_FULL, OUTPUT_NOT_WRITABLE; nothing then bears
        the name.
        """
        self._releases.begin(release, _LIST, Duty.REPORTS)
        with self._journal.database.read() as connection:
            names = {officer.id: officer.name for officer in places.all_of(connection, Officer)}
        shown = (release.shown(dossier) for dossier in found)
        count = write_table(path, COLUMNS, self._rows(shown, names), watch=watch)
        self._releases.written(release, _LIST, count)
        return count

    def _rows(self, found: Iterable[Dossier], names: Mapping[str, str]) -> Iterator[Sequence[Value]]:
        now = self._journal.clock.now()
        for dossier in found:
            yield (
                *(dossier.code, STATES[dossier.state], dossier.procedure, dossier.procedure_name, dossier.field),
                *_applicant(dossier),
                CHANNELS[dossier.channel],
                *(dossier.received_at, dossier.received_at, dossier.due, dossier.due),
                "quá hạn" if dossier.is_late(now) else "",
                *(dossier.done_at, dossier.returned_at, dossier.returned_to),
                RETURN_WAYS[dossier.return_way],
                names.get(dossier.officer, dossier.officer),
                _where(dossier, names),
                *(dossier.copies, dossier.fee, dossier.paid, dossier.other_code),
            )


def _applicant(dossier: Dossier) -> tuple[Value, ...]:
    person, agent = dossier.applicant, dossier.authorised
    return (
        person.name,
        PERSONS[person.kind],
        person.identity,
        person.birth,
        person.residence,
        person.phone,
        person.email,
        agent.person.name if agent else "",
    )


def _where(dossier: Dossier, names: Mapping[str, str]) -> str:
    return ", ".join(filter(None, (names.get(dossier.holder, dossier.holder), dossier.department)))
