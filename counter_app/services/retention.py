"""Which dossiers have outlived the term for which their scans are kept: a report; nothing goes by itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from counter_app.domain.dossier_filter import DossierFilter
from counter_app.domain.dossiers import Dossier, DossierState
from counter_app.domain.facts import Duty
from counter_app.domain.retention import Kept, RetentionRule, retention_rules, rule_for, term_ends
from counter_app.journal.journal import Journal
from counter_app.services.dossier_words import STATES
from counter_app.services.releases import Release, Releases
from counter_app.services.tables import Cell, Column, Value, Watch, write_table
from counter_app.store import dossiers as rows
from counter_app.store.codec import milliseconds

_LIST = "retention"
_PAGE = 500
_ENDED = tuple(state for state in DossierState if state.ended)
COLUMNS = (
    Column("Mã hồ sơ", Cell.CODE, 24),
    Column("Tên thủ tục", width=48),
    Column("Trạng thái", width=22),
    Column("Ngày kết thúc", Cell.DAY, 14),
    Column("Hết hạn lưu bản quét", Cell.DAY, 14),
    Column("Số trang quét", Cell.NUMBER, 10),
    Column("Trong đó ở máy này", Cell.NUMBER, 10),
    Column("Dung lượng (byte)", Cell.NUMBER, 16),
    Column("Căn cứ", width=48),
)


@dataclass(frozen=True, slots=True)
class Due:
    """A dossier whose scans have outlived their term; ``here`` of its ``pages`` are on this machine."""

    dossier: Dossier
    ended: datetime
    until: datetime
    pages: int
    here: int
    size: int


class Retention:
    """Reads and reports; call it off the main thread."""

    def __init__(self, journal: Journal, releases: Releases) -> None:
        self._journal = journal
        self._releases = releases

    def rules(self) -> tuple[RetentionRule, ...]:
        """What is kept how long, and by which law."""
        return retention_rules()

    def due(self) -> Iterator[Due]:
        """Every dossier with scans past their term, page by page."""
        years, now = rule_for(Kept.SCANS).years, self._journal.clock.now()
        for dossier in self._ended():
            ended = dossier.returned_at or dossier.ended_at
            if not dossier.pages or ended is None or not years:
                continue
            until = term_ends(ended, years)
            if until <= now:
                here = sum(self._journal.database.blobs.has(page.sha256) for page in dossier.pages)
                yield Due(dossier, ended, until, len(dossier.pages), here, sum(page.size for page in dossier.pages))

    def write(self, path: Path, officer: str, watch: Watch | None = None) -> int:
        """Write what is due as XLSX or CSV and return how many dossiers; it names no person.

        Raises DUTY_MISSING, EXPORT_CANCELLED, DISK_FULL, OUTPUT_NOT_WRITABLE.
        """
        release = Release(officer)
        self._releases.begin(release, _LIST, Duty.ADMINISTRATION)
        source = rule_for(Kept.SCANS).source
        count = write_table(path, COLUMNS, (_row(one, source) for one in self.due()), watch=watch)
        self._releases.written(release, _LIST, count)
        return count

    def _ended(self) -> Iterator[Dossier]:
        now, after = milliseconds(self._journal.clock.now()), None
        while True:
            with self._journal.database.read() as connection:
                found, after = rows.page(connection, DossierFilter(states=_ENDED), now, _PAGE, after)
            yield from found
            if after is None:
                return


def _row(one: Due, source: str) -> Sequence[Value]:
    dossier = one.dossier
    return (
        *(dossier.code, dossier.procedure_name, STATES[dossier.state], one.ended, one.until),
        *(one.pages, one.here, one.size, source),
    )
