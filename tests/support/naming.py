"""Searches lines for the people who came: no log and no record of events may name one."""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from counter_app.domain.dossier_facts import Applicant
from counter_app.domain.text import fold

_SHORTEST = 8
"""Letters: a shorter word is found by chance."""


def naming(people: Iterable[Applicant], lines: Iterable[str]) -> list[str]:
    """The lines with somebody's name, number, telephone or address, as it is or as an escape or a URL has it."""
    wanted = {form.lower() for one in people for text in _of(one) for form in _forms(text)}
    return [line for line in lines if any(word in line.lower() for word in wanted)]


def logged(state: Path) -> list[str]:
    """Every line of the log files below a folder, those put aside included."""
    files = [path for path in state.rglob("*.log*") if path.is_file()]
    return [line for path in files for line in path.read_text(encoding="utf-8").splitlines()]


def _of(person: Applicant) -> Iterable[str]:
    parts = (person.name, person.identity, person.phone, person.email, person.residence)
    return [part.strip() for part in parts if len(part.strip()) >= _SHORTEST]


def _forms(text: str) -> Iterable[str]:
    return text, fold(text), quote(text), ascii(text)[1:-1]
