"""Which stream each command began: a command that is asked again is answered, and not done again."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, insert, select
from sqlalchemy import func as sql

from counter_app.store.tables import commands, journal

_STREAM = select(commands.c.stream).where(commands.c.id == bindparam("of"))
_ALL = (
    select(journal.c.stream)
    .where(journal.c.actor.like(bindparam("ending")), journal.c.stream.startswith("ticket/"))
    .group_by(journal.c.stream)
    .order_by(sql.max(journal.c.time).desc())
)
_REMEMBER = insert(commands).prefix_with("OR IGNORE")


def stream_of(connection: Connection, command: str) -> str | None:
    """The stream that ``command`` began, None if it was never done."""
    return connection.execute(_STREAM, {"of": command}).scalar()


def streams_of(connection: Connection, command: str) -> Sequence[str]:
    """Every ticket that an entry of ``command`` is about, the newest first; reads the whole journal."""
    return connection.execute(_ALL, {"ending": f"%#{command}"}).scalars().all()


def remember(connection: Connection, command: str, stream: str) -> None:
    """Keep what ``command`` began; what is kept first stays."""
    connection.execute(_REMEMBER, {"id": command, "stream": stream})


def command_in(actor: str) -> str:
    """The command that an entry's actor names after ``#``, empty for none."""
    return actor.partition("#")[2]
