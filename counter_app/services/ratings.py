"""The citizen's answer after a service."""

from counter_app.domain import facts
from counter_app.domain.facts import Fact, RatingSource
from counter_app.domain.ratings import Rating, RatingState
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.store import ratings as rows


class Ratings:
    """The ratings taken at this station's desks."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

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

    def press(self, desk: int, score: int, source: RatingSource) -> Rating | None:
        """Take a key pressed at ``desk``: it counts only while a rating is open there, else nothing happens."""
        rating = self.open_at(desk)
        return None if rating is None else self.give(rating.id, score, source)

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
