"""What is only of this station: drafts, saved filters, failed sign-ins."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from counter_app.store.tables import blobs, drafts, filters, marks, sign_ins


def draft(connection: Connection, desk: int) -> str | None:
    """The JSON of a desk's half-filled form."""
    return connection.execute(select(drafts.c.body).where(drafts.c.desk == desk)).scalar()


def draft_bodies(connection: Connection) -> tuple[str, ...]:
    """The JSON of every half-filled form of this station."""
    return tuple(connection.execute(select(drafts.c.body)).scalars())


def save_draft(connection: Connection, desk: int, body: str) -> None:
    """Keep a desk's half-filled form; it replaces the one before."""
    connection.execute(insert(drafts).prefix_with("OR REPLACE"), {"desk": desk, "body": body})


def drop_draft(connection: Connection, desk: int) -> None:
    """Forget a desk's half-filled form."""
    connection.execute(delete(drafts).where(drafts.c.desk == desk))


def blob_is_referred_to(connection: Connection, sha256: str) -> bool:
    """Whether an entry or a half-filled form refers to the blob."""
    travels = select(blobs.c.sha256).where(blobs.c.sha256 == sha256)
    drafted = select(drafts.c.desk).where(drafts.c.body.contains(sha256, autoescape=True))
    return any(connection.execute(query).first() is not None for query in (travels, drafted))


@dataclass(frozen=True, slots=True)
class SignInTries:
    """Failed tries of an officer since the last good one; ``locked_until`` in milliseconds UTC, ``locks`` in a row."""

    failed: int = 0
    locked_until: int = 0
    locks: int = 0


def sign_in_tries(connection: Connection, officer: str) -> SignInTries:
    """Return the failed tries of ``officer``."""
    row = connection.execute(select(sign_ins).where(sign_ins.c.officer == officer)).one_or_none()
    return SignInTries() if row is None else SignInTries(row.failed, row.locked_until, row.locks)


def save_sign_in_tries(connection: Connection, officer: str, tries: SignInTries) -> None:
    """Keep the failed tries of ``officer``."""
    times = {"locked_until": tries.locked_until, "locks": tries.locks}
    values = {"officer": officer, "failed": tries.failed, **times}
    connection.execute(insert(sign_ins).prefix_with("OR REPLACE"), values)


def locked_sign_ins(connection: Connection, now: int) -> tuple[tuple[str, int], ...]:
    """The officers who are locked at ``now``, and until when (milliseconds UTC)."""
    query = select(sign_ins.c.officer, sign_ins.c.locked_until).where(sign_ins.c.locked_until > now)
    return tuple((row.officer, row.locked_until) for row in connection.execute(query))


def save_filter(connection: Connection, officer: str, name: str, body: str) -> None:
    """Keep the JSON of an officer's filter; it replaces one of the same name."""
    connection.execute(insert(filters).prefix_with("OR REPLACE"), {"officer": officer, "name": name, "body": body})


def filters_of(connection: Connection, officer: str) -> tuple[tuple[str, str], ...]:
    """Names and JSON of an officer's filters, by name."""
    query = select(filters.c.name, filters.c.body).where(filters.c.officer == officer).order_by(filters.c.name)
    return tuple((row.name, row.body) for row in connection.execute(query))


def drop_filter(connection: Connection, officer: str, name: str) -> None:
    """Forget an officer's filter."""
    connection.execute(delete(filters).where(filters.c.officer == officer, filters.c.name == name))


def mark(connection: Connection, name: str) -> int:
    """A number that this station keeps under a name, 0 when there is none."""
    return int(connection.execute(select(marks.c.value).where(marks.c.name == name)).scalar() or 0)


def save_mark(connection: Connection, name: str, value: int) -> None:
    """Keep a number under a name; it replaces the one before."""
    connection.execute(insert(marks).prefix_with("OR REPLACE"), {"name": name, "value": value})
