"""Dossiers by id, code, person and words."""

from typing import Any

from sqlalchemy import Connection, Select, select
from sqlalchemy import func as sql

from counter_app.domain.dossiers import Dossier
from counter_app.domain.text import fold
from counter_app.store.codec import from_text
from counter_app.store.tables import dossiers


def dossier(connection: Connection, dossier_id: str) -> Dossier | None:
    """One dossier."""
    body = connection.execute(select(dossiers.c.body).where(dossiers.c.id == dossier_id)).scalar()
    return None if body is None else from_text(body, Dossier)


def count_codes(connection: Connection, start: str) -> int:
    """How many codes begin with ``start``."""
    between = dossiers.c.code.between(start, start + "\uffff")
    return connection.execute(select(sql.count()).where(between)).scalar_one()


def find(connection: Connection, text: str, most: int) -> tuple[Dossier, ...]:
    """Dossiers that hold every word of ``text`` (code, name, identity, phone, procedure), newest first."""
    query = select(dossiers.c.body)
    for word in fold(text).split():
        query = query.where(dossiers.c.folded.contains(word, autoescape=True))
    return _dossiers(connection, query, most)


def of_person(connection: Connection, identity: str, most: int = 20) -> tuple[Dossier, ...]:
    """A person's dossiers, newest first."""
    return _dossiers(connection, select(dossiers.c.body).where(dossiers.c.identity == identity), most)


def _dossiers(connection: Connection, query: Select[Any], most: int) -> tuple[Dossier, ...]:
    newest = query.order_by(dossiers.c.received_at.desc(), dossiers.c.code.desc()).limit(most)
    return tuple(from_text(body, Dossier) for body in connection.execute(newest).scalars())
