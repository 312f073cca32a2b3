"""Dossiers found again: by words, in lists, as work; and their time lines."""

import logging
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from counter_app.clocks import VIETNAM
from counter_app.domain.dossier_facts import DossierLookedAt
from counter_app.domain.dossier_filter import Count, DossierFilter, DossierPage, SavedFilter, WorkList
from counter_app.domain.dossiers import Dossier
from counter_app.domain.facts import Recorded
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.store import dossiers as rows
from counter_app.store import local, views
from counter_app.store.codec import from_text, milliseconds, to_text
from counter_app.store.dossier_lists import Place

_log = logging.getLogger(__name__)
_DAY = timedelta(days=1)
_SOON = timedelta(days=3)
_PAGE = 500


class Dossiers:
    """The dossiers that this station knows."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def find(self, text: str, limit: int = 50) -> tuple[Dossier, ...]:
        """Dossiers with every word of ``text``, newest first; no text: the newest.

        A word is the beginning of one in a name or procedure, or a number: the beginning of one in a code, phone or
        identity number, from four digits on any part of it.
        """
        with self._journal.database.read() as connection:
            return rows.find(connection, text, limit)

    def list(self, wanted: DossierFilter, limit: int = 50, after: str = "") -> DossierPage:
        """One page of what ``wanted`` asks for; ``after`` is what the page before said."""
        with self._journal.database.read() as connection:
            found, goes_on = rows.page(connection, wanted, self._now(), limit, _place(after))
        return DossierPage(found, f"{goes_on.place}.{goes_on.due}" if goes_on else "")

    def count(self, wanted: DossierFilter, most: int = rows.MOST_COUNTED) -> Count:
        """How many ``wanted`` asks for, counted up to ``most``."""
        with self._journal.database.read() as connection:
            return rows.count(connection, wanted, self._now(), most)

    def each(self, wanted: DossierFilter) -> Iterator[Dossier]:
        """Everything that ``wanted`` asks for, read page by page: for exports."""
        now, after = self._now(), None
        while True:
            with self._journal.database.read() as connection:
                found, after = rows.page(connection, wanted, now, _PAGE, after)
            yield from found
            if after is None:
                return

    def work(self, officer: str = "", department: str = "", most: int = 100) -> WorkList:
        """What an officer has to do, or else a department; each bucket with its first ``most`` dossiers."""
        now = self._journal.clock.now()
        midnight = datetime.combine(now.astimezone(VIETNAM).date() + _DAY, time(), VIETNAM)
        days = rows.Days(milliseconds(now), milliseconds(midnight), milliseconds(midnight + _SOON))
        column, who, giver = ("holder", officer, "giver") if officer else ("department", department, "given_from")
        with self._journal.database.read() as connection:
            buckets = dict(rows.work(connection, column, who, days, most))
            return WorkList(**buckets, given=rows.given_on(connection, giver, who, most)) if who else WorkList()

    def duplicates(self, identity: str, name: str, birth: date | None, procedure: str) -> tuple[Dossier, ...]:
        """Open dossiers of the same applicant and procedure: by number, or else by name and day of birth together."""
        with self._journal.database.read() as connection:
            return rows.same_person(connection, identity, name, birth, procedure)

    def save_filter(self, officer: str, name: str, wanted: DossierFilter) -> None:
        """Keep a filter under a name; it replaces the officer's one of that name. Only on this station."""
        with self._journal.database.write() as connection:
            local.save_filter(connection, officer, name, to_text(wanted))

    def filters(self, officer: str) -> tuple[SavedFilter, ...]:
        """The officer's filters, by name; one that cannot be read any more is left out."""
        with self._journal.database.read() as connection:
            kept = local.filters_of(connection, officer)
        return tuple(filter(None, (_saved(name, body) for name, body in kept)))

    def drop_filter(self, officer: str, name: str) -> None:
        """Forget a filter."""
        with self._journal.database.write() as connection:
            local.drop_filter(connection, officer, name)

    def dossier(self, dossier_id: str) -> Dossier:
        """One dossier. Raises DOSSIER_UNKNOWN."""
        with self._journal.database.read() as connection:
            return rows.known_dossier(connection, dossier_id)

    def earlier(self, identity: str) -> tuple[Dossier, ...]:
        """A person's dossiers, newest first."""
        with self._journal.database.read() as connection:
            return rows.of_person(connection, identity) if identity else ()

    def history(self, dossier_id: str) -> tuple[Recorded, ...]:
        """Everything that was done with a dossier, in order: its time line. Raises DOSSIER_UNKNOWN.

        Who only looked at it is told by :class:`counter_app.services.looks.Looks`.
        """
        with self._journal.database.read() as connection:
            found = views.recorded(connection, f"dossier/{dossier_id}")
        if not found:
            raise CounterError(Code.DOSSIER_UNKNOWN, dossier=dossier_id)
        return tuple(one for one in found if not isinstance(one.fact, DossierLookedAt))

    def _now(self) -> int:
        return milliseconds(self._journal.clock.now())


def _place(after: str) -> Place | None:
    place, _, due = after.partition(".")
    return Place(int(place), int(due)) if after else None


def _saved(name: str, body: str) -> SavedFilter | None:
    try:
        return SavedFilter(name, from_text(body, DossierFilter))
    except ValueError:
        _log.warning("event=filter_unreadable")
        return None
