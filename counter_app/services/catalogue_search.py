"""Finds procedures by what people say: code, name, field, usual words; no diacritics, any order, filler words left out.

A word of the question fits the beginning of a word of the procedure, so that the list is right while one types.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from counter_app.domain.procedures import Procedure
from counter_app.domain.text import fold

# What people put around the thing itself: "tôi muốn làm giấy khai sinh cho con" asks for "khai sinh con".
_FILLERS = frozenset({"lam", "xin", "giay", "cap", "cho", "viec", "toi", "muon", "can", "ve", "de", "nop", "don"})
_FILLER_PAIRS = (("thu", "tuc"), ("dang", "ky"), ("ho", "so"))
_NO_MATCH = 9


@dataclass(frozen=True, slots=True)
class _Entry:
    """What is searched of one procedure, folded: each text begins and ends with a space."""

    code: str
    name: str
    core: str
    phrases: tuple[str, ...]
    cores: tuple[str, ...]
    usual: str
    whole: str
    order: tuple[bool, int, str]


class Index:
    """The procedures as they can be found; made once for a catalogue."""

    def __init__(self, procedures: Sequence[Procedure]) -> None:
        self._procedures = {one.code: one for one in procedures}
        self._entries = tuple(_entry(one) for one in procedures)

    def search(self, text: str, limit: int) -> tuple[Procedure, ...]:
        """The procedures that have every word of ``text``, the best first; a blank text finds nothing."""
        words = folded(text[:200]).split()
        if not words:
            return ()
        wanted = _core_words(words) or words
        ranked = sorted(
            (rank, entry.order) for entry in self._entries if (rank := _rank(entry, words, wanted)) < _NO_MATCH
        )
        return tuple(self._procedures[order[2]] for _, order in ranked[:limit])


def _entry(procedure: Procedure) -> _Entry:
    name = folded(procedure.name)
    phrases = tuple(folded(alias) for alias in procedure.aliases)
    usual = f" {name} | {' | '.join(phrases)} "
    whole = f"{usual}| {folded(procedure.field)} | {folded(procedure.official)} "
    order = (not procedure.popular, len(name), procedure.code)
    cores = tuple(_core(phrase) for phrase in phrases)
    return _Entry(procedure.code, name, _core(name), phrases, cores, usual, whole, order)


def _rank(entry: _Entry, words: list[str], wanted: list[str]) -> int:
    """How good a match is, 0 the best; _NO_MATCH if a word is missing."""
    if not all(f" {word}" in entry.whole or word in entry.code for word in wanted):
        return _NO_MATCH
    said, meant = " ".join(words), " ".join(wanted)
    if said in (entry.code, entry.name, *entry.phrases):
        return 0
    if meant == entry.core or meant in entry.cores:
        return 1
    if any(phrase.startswith(said) for phrase in (entry.name, *entry.phrases)):
        return 2
    if f" {meant}" in f" {entry.core}" or any(f" {meant}" in f" {core}" for core in entry.cores):
        return 3
    if all(f" {word} " in entry.usual for word in wanted):
        return 4
    return 5 if all(f" {word}" in entry.usual for word in wanted) else 6


def _core(text: str) -> str:
    words = text.split()
    return " ".join(_core_words(words) or words)


def _core_words(words: list[str]) -> list[str]:
    """The words without fillers: what is asked for."""
    kept: list[str] = []
    for word in words:
        if kept and (kept[-1], word) in _FILLER_PAIRS:
            kept.pop()
        else:
            kept.append(word)
    return [word for word in kept if word not in _FILLERS]


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Return folded text, its signs turned to spaces, so that "cha, mẹ, con" is found as "cha me con"."""
    return " ".join(fold(text).translate(_SIGNS).split())


_SIGNS = str.maketrans(dict.fromkeys(",;:/()[]“”\"'|–-", " "))
