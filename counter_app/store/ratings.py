"""Ratings by id and desk."""

from datetime import datetime

from sqlalchemy import Connection, select

from counter_app.domain.ratings import Rating, RatingState
from counter_app.store.codec import from_text, milliseconds
from counter_app.store.tables import ratings


def rating(connection: Connection, rating_id: str) -> Rating | None:
    """One rating."""
    body = connection.execute(select(ratings.c.body).where(ratings.c.id == rating_id)).scalar()
    return None if body is None else from_text(body, Rating)


def open_at(connection: Connection, desk: int) -> tuple[Rating, ...]:
    """The open ratings of a desk, newest first."""
    query = select(ratings.c.body).where(ratings.c.desk == desk, ratings.c.state == RatingState.OPEN.value)
    return tuple(
        from_text(body, Rating) for body in connection.execute(query.order_by(ratings.c.opened_at.desc())).scalars()
    )


def of_ticket(connection: Connection, ticket_id: str) -> Rating | None:
    """The newest rating of a ticket."""
    query = select(ratings.c.body).where(ratings.c.ticket == ticket_id).order_by(ratings.c.opened_at.desc()).limit(1)
    body = connection.execute(query).scalar()
    return None if body is None else from_text(body, Rating)


def since(connection: Connection, moment: datetime) -> tuple[Rating, ...]:
    """The ratings given of services that ended at ``moment`` or later."""
    query = select(ratings.c.body).where(
        ratings.c.opened_at >= milliseconds(moment), ratings.c.state == RatingState.GIVEN.value
    )
    return tuple(from_text(body, Rating) for body in connection.execute(query.order_by(ratings.c.opened_at)).scalars())
