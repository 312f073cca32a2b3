"""Records to JSON text and back.

Unknown fields are ignored and missing ones take their default, so old and new stations understand each other.
"""

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

from counter_app.domain.facts import KINDS, Fact

Record = TypeVar("Record")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def milliseconds(at: datetime) -> int:
    """Milliseconds since 1970 UTC, as the tables keep times."""
    return (at - _EPOCH) // timedelta(milliseconds=1)


def to_text(record: object) -> str:
    """Return the JSON of a record; the same record always gives the same text."""
    return msgspec.json.encode(record, order="deterministic").decode()


def from_text(text: str | bytes, type_: type[Record]) -> Record:
    """Return the record of ``text``. Raises ValueError if it does not fit ``type_``."""
    decoder: msgspec.json.Decoder[Record] = _decoder(cast(Any, type_))
    return decoder.decode(text)


def fact_of(kind: str, text: str) -> Fact | None:
    """Return the fact of an entry, None for a kind that a later program made up. Raises ValueError if damaged."""
    type_ = KINDS.get(kind)
    return None if type_ is None else from_text(text, type_)


@cache
def _decoder(type_: Any) -> msgspec.json.Decoder[Any]:  # noqa: ANN401 - any record type
    return msgspec.json.Decoder(type_)
