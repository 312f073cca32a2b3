"""Records to JSON text and back.

Unknown fields are ignored and missing ones take their default, so old and new stations understand each other.
"""

import re
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

from counter_app.domain.facts import KINDS, Fact

Record = TypeVar("Record")
_FIRST_YEAR, _LAST_YEAR = 1000, 9000
_LARGEST = 1 << 62
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
    try:
        return decoder.decode(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def fact_of(kind: str, text: str) -> Fact | None:
    """Return the fact of an entry, None for a kind that a later program made up. Raises ValueError if damaged."""
    type_ = KINDS.get(kind)
    if type_ is None:
        return None
    fact: Fact = from_text(text, type_)
    for name in _limited(type_):
        if not _is_bearable(getattr(fact, name)):
            raise ValueError(f"{name} is out of range")
    return fact


def _is_bearable(value: object) -> bool:
    """Whether tables, clocks and calendars can work with a number, an instant or a day."""
    if isinstance(value, datetime) and value.tzinfo is None:
        return False
    if isinstance(value, date):
        return _FIRST_YEAR <= value.year <= _LAST_YEAR
    return not isinstance(value, int) or -_LARGEST < value < _LARGEST


@cache
def _limited(type_: type) -> tuple[str, ...]:
    """The fields that hold a number, an instant or a day: JSON bounds none of them."""
    kinds = {one.name: set(re.findall(r"\w+", str(one.type))) for one in fields(type_)}
    return tuple(name for name, words in kinds.items() if words & {"int", "date", "datetime"})


@cache
def _decoder(type_: Any) -> msgspec.json.Decoder[Any]:  # noqa: ANN401 - any record type
    return msgspec.json.Decoder(type_)
