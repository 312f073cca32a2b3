"""The citizen's answer after a service."""

from counter_app.domain import facts
from counter_app.domain.facts import Fact, RatingSource
from counter_app.domain.ratings import Rating, RatingState
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.services.rating_log import Became, Press, PressLog
from counter_app.store import ratings as rows


class Ratings:
    """The ratings taken at this station's desks."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.presses = PressLog(journal.database.folder)

    def open_at(self, desk: int) -> Rating | None:
        """The rating that waits for an answer at ``desk``."""
        with self._journal.database.read() as connection:
            found = rows.open_at(connection, desk)
        return found[0] if found else None

    def rating(self, rating_id: str) -> Rating:
        """One rating. Raises RATING_CLOSED for one that never was."""
        with self._journal.database.read() as connection:
            found = rows.rating(connection, rating_id)
        if found is None:
            raise CounterError(Code.RATING_CLOSED)
        return found

    def of_ticket(self, ticket_id: str) -> Rating | None:
        """The rating of a ticket's service."""
        with self._journal.database.read() as connection:
            return rows.of_ticket(connection, ticket_id)

    def give(self, rating_id: str, score: int, source: RatingSource) -> Rating:
        """Take the one answer, 1 to 5. Raises RATING_GIVEN, RATING_CLOSED."""
        return self._move(rating_id, facts.RatingGiven(score, source), RatingState.OPEN)

    def press(self, desk: int, score: int) -> Rating | None:
        """Take a key pressed at ``desk``: it answers the rating open there, else nothing happens; kept in the log."""
        rating = self.open_at(desk)
        if rating is None:
            self.ignore(desk, score)
            return None
        return self.answer(rating, score)

    def answer(self, rating: Rating, score: int) -> Rating:
        """Take a key pressed for ``rating``, kept in the log. Raises RATING_GIVEN, RATING_CLOSED."""
        try:
            given = self.give(rating.id, score, RatingSource.KEYPAD)
        except CounterError as error:
            became = {Code.RATING_GIVEN: Became.ANSWERED, Code.RATING_CLOSED: Became.CLOSED}
            self._keep(rating.desk, score, became.get(error.code, Became.NOT_WRITTEN), rating.id)
            raise
        self._keep(rating.desk, score, Became.COUNTED, rating.id)
        return given

    def ignore(self, desk: int, score: int) -> None:
        """Keep in the log that a key was pressed while nothing was asked."""
        self._keep(desk, score, Became.NOT_ASKED)

    def _keep(self, desk: int, score: int, became: Became, rating_id: str = "") -> None:
        self.presses.write(Press(self._journal.clock.now(), desk, score, became, rating_id))

    def give_reasons(self, rating_id: str, reasons: tuple[str, ...]) -> Rating:
        """Keep what was ticked after a low answer. Raises RATING_CLOSED."""
        return self._move(rating_id, facts.RatingReasonsGiven(reasons), RatingState.GIVEN)

    def close(self, rating_id: str) -> Rating:
        """Skipped or timed out. Raises RATING_GIVEN, RATING_CLOSED."""
        return self._move(rating_id, facts.RatingClosed(), RatingState.OPEN)

    def _move(self, rating_id: str, fact: Fact, wanted: RatingState) -> Rating:
        with self._journal.transaction() as transaction:
            rating = rows.rating(transaction.connection, rating_id)
            if rating is None or rating.state is not wanted:
                given = rating is not None and rating.state is RatingState.GIVEN
                raise CounterError(Code.RATING_GIVEN if given else Code.RATING_CLOSED)
            transaction.append(f"rating/{rating_id}", fact, "citizen")
        with self._journal.database.read() as connection:
            return rows.rating(connection, rating_id) or rating
