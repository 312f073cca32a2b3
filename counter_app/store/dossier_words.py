"""The search index of dossiers: which words a row has, and which a typed text asks for.

The index (FTS5) holds words of our own making, so that every question is the intersection of a few whole terms, read
from the newest dossier on and left off as soon as the list is full:

- each beginning of each word (``h``, ``ho``, ``hoa``): a typed word is one term, however short;
- of each number its first one to three digits, its last three, and all runs of four: a typed number of four digits and
  more is found wherever it stands in a code, a phone or an identity number;
- one term each for procedure, field, office, channel, officer and authority, so that filters narrow a search too, and
  for how it stands: open, or the state in which it ended, and whether it ended late. The index is written again when
  a dossier ends, not at every step before.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import Any

from counter_app.domain.text import fold
from counter_app.store.tables import NEVER

FACETS = ("procedure", "field", "office", "channel", "officer", "authority")
"""Columns whose value is a term of its own."""

OPEN, ENDED_LATE = "0open", "0late"

_RUN = 4
_LONGEST_WORD = 24
_LONGEST_NUMBER = 40
_LONGEST_TEXT = 1500
_MOST_TYPED = 12
_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+")
_SPACED_NUMBER = re.compile(r"[0-9]+(?:[ .][0-9]+)+")
_SHORTEST_SPACED = 9


def searchable(parts: Iterable[str]) -> str:
    """The folded text of a row: what the search looks in. Numbers written with spaces are there without them too."""
    text = fold(" ".join(parts))[:_LONGEST_TEXT]
    joined = [number for number in map(_digits, _SPACED_NUMBER.findall(text)) if len(number) >= _SHORTEST_SPACED]
    return " ".join((text, *joined))


def terms(row: Mapping[str, Any]) -> str:
    """The terms of a row of ``dossiers``, separated by spaces."""
    words: dict[str, None] = dict.fromkeys(facet(column, row[column]) for column in FACETS if row[column])
    words.update(dict.fromkeys(standing(row)))
    numbers: dict[str, None] = {}
    for token in _TOKEN.findall(row["folded"]):
        if token[0] in "0123456789":
            number = token[:_LONGEST_NUMBER]
            numbers[number] = None
            words.update(dict.fromkeys((*(number[:length] for length in range(1, _RUN)), number[1 - _RUN :])))
        else:
            word = _word(token)
            words.update(dict.fromkeys(word[:length] for length in range(1, len(word) + 1)))
    # A dot stands between two numbers, so that no run of digits goes on from one into the next.
    runs = [f"{' '.join(_runs(number))} 0x" for number in numbers if len(number) >= _RUN]
    return " ".join((*words, *runs))


def standing(row: Mapping[str, Any]) -> tuple[str, ...]:
    """The terms for how a dossier stands; they change when it ends."""
    if row["stage"]:
        return (OPEN,)
    return (ended(row["state"]), ENDED_LATE) if row["late_from"] < NEVER else (ended(row["state"]),)


def facet(column: str, value: str) -> str:
    """The term of a column's value; no word and no number looks like it."""
    return f"0{column[:3]}{hashlib.blake2s(value.encode(), digest_size=8).hexdigest()}"


def ended(state: int) -> str:
    """The term of what ended in ``state``."""
    return f"0ended{state}"


def question(typed: str) -> list[str]:
    """What the index is asked for a typed text: all of these; nothing for an empty text."""
    folded = fold(typed[:_LONGEST_TEXT])
    asked: list[str] = []
    for spaced in _SPACED_NUMBER.findall(folded):
        number = _digits(spaced)
        if len(number) >= _SHORTEST_SPACED:
            # 0900 000 417 is one number to whoever types it, two codes side by side are not.
            asked.append(f"({_number(number)} OR ({' AND '.join(map(_number, _TOKEN.findall(spaced)))}))")
            folded = folded.replace(spaced, " ", 1)
    tokens = _TOKEN.findall(folded)[:_MOST_TYPED]
    asked += [_number(token) if token[0] in "0123456789" else f'"{_word(token)}"' for token in tokens]
    return asked or ['"0none"'] * bool(folded)  # only signs: nothing has them


def _number(typed: str) -> str:
    digits = typed[:_LONGEST_NUMBER]
    return f'"{digits if len(digits) < _RUN else " ".join(_runs(digits))}"'


def _runs(number: str) -> list[str]:
    return [number[start : start + _RUN] for start in range(len(number) - _RUN + 1)]


def _digits(text: str) -> str:
    return "".join(char for char in text if char in "0123456789")


def _word(token: str) -> str:
    """A word in ASCII, which the index's tokenizer leaves as it is."""
    return "".join(char if char.isascii() else f"u{ord(char):x}" for char in token[:_LONGEST_WORD])
