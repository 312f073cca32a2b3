"""Which stream each command began: a command that is asked again is answered, and not done again."""

from sqlalchemy import Connection, bindparam, insert, select

from counter_app.store.tables import commands

_STREAM = select(commands.c.stream).where(commands.c.id == bindparam("of"))
_REMEMBER = insert(commands).prefix_with("OR IGNORE")


def stream_of(connection: Connection, command: str) -> str | None:
    """The stream that ``command`` began, None if it was never done."""
    return connection.execute(_STREAM, {"of": command}).scalar()


def remember(connection: Connection, command: str, stream: str) -> None:
    """Keep what ``command`` began; what is kept first stays."""
    connection.execute(_REMEMBER, {"id": command, "stream": stream})


def command_in(actor: str) -> str:
    """The command that an entry's actor names after ``#``, empty for none."""
    return actor.partition("#")[2]
