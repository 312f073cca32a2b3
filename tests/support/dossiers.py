"""Dossiers for tests: recorded straight in the journal of an open office."""

from dataclasses import replace
from datetime import timedelta

from counter_app.domain.dossiers import Dossier
from counter_app.domain.facts import Fact
from tests.benchmarks.journal_append import RECEIVED
from tests.support.office import MORNING, OpenOffice

DUE = MORNING + timedelta(days=3)


def receive(office: OpenOffice, number: int, **changes: object) -> Dossier:
    """Receive one dossier a minute after the one before."""
    office.clock.move(timedelta(minutes=1))
    code = f"H99.17-261123-03{number:04d}"
    fact = replace(RECEIVED, **{"code": code, "due": DUE, **changes})  # type: ignore[arg-type]
    return record(office, f"{number:032x}", fact)


def record(office: OpenOffice, dossier_id: str, *acts: Fact) -> Dossier:
    """Record acts of one dossier in one transaction."""
    with office.journal.transaction() as transaction:
        for act in acts:
            transaction.append(f"dossier/{dossier_id}", act, "officer/ha")
    return office.services.dossiers.dossier(dossier_id)
