"""No personal data in the log and the security record, also where work that names a citizen is refused or fails."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from counter_app.domain.citizen_card import parse_card
from counter_app.domain.security_facts import EventFilter
from counter_app.errors import CounterError
from counter_app.log_lines import LogLine
from counter_app.services.releases import Release
from tests.support.dossiers import receive
from tests.support.naming import naming
from tests.support.office import OpenOffice

log = logging.getLogger(__name__)


class Lines(logging.Handler):
    """Every line of every logger, as the file would have it."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(LogLine())
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def heard() -> Iterator[list[str]]:
    handler, root = Lines(), logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield handler.lines
    root.setLevel(before)
    root.removeHandler(handler)


def tried(act: Callable[[], object]) -> None:
    """Do what may be refused, and log the refusal with the whole error, as a careless handler would."""
    try:
        act()
    except (CounterError, ValueError) as error:
        log.info("event=refused", exc_info=error)


def test_work_that_names_a_citizen_leaves_no_name_behind(office: OpenOffice, heard: list[str], tmp_path: Path) -> None:
    dossier = receive(office, 1)
    person, services = dossier.applicant, office.services
    card = f"{person.identity}|012345678|{person.name}|31022000|Nữ|{person.residence}|01012021"
    for text in (person.name, person.identity, person.phone, f"{person.name}\nevent=x"):
        tried(lambda text=text: services.dossiers.find(text))
    for act in (
        lambda: parse_card(card),
        lambda: services.looks.note(dossier.id, "lan"),
        lambda: services.lifecycle.return_result(dossier.id, "ha", person.name),
        lambda: services.lifecycle.comment(dossier.id, "nobody", person.name),
        lambda: services.sign_ins.give_leave(person.name, person.identity),
        lambda: services.export.dossiers([dossier], tmp_path / "list.csv", Release("son", True, person.name)),
        lambda: services.export.dossiers([dossier], tmp_path / person.name / "x.csv", Release("ha")),
        lambda: int(person.name),
    ):
        tried(act)
    record = [repr(event) for event in services.security.page(EventFilter(), most=100)]
    assert len([line for line in heard if "event=refused error=" in line]) >= 4
    assert "exported" in " ".join(record)
    assert naming([person], (*heard, *record)) == []
    log.info("event=x who=%s", person.name)
    assert naming([person], heard) == [heard[-1]], "what may not be there would be found"
