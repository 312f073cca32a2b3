"""Who stands at the desk is recognised by number, or by name and birth together, and by nothing less."""

from dataclasses import replace

import pytest

from counter_app.services.drafts import Draft
from counter_app.services.people import NOBODY, People
from tests.support.office import OpenOffice

MARITAL_STATUS, DEATH = "1.004873", "1.000656"
NUMBER = "000152000417"


@pytest.fixture
def people(office: OpenOffice) -> People:
    return office.services.people


def form(office: OpenOffice, procedure: str = MARITAL_STATUS, **typed: str) -> Draft:
    reception = office.services.reception
    draft = reception.choose(reception.begin(1), procedure)
    papers = tuple(replace(one, applies=one.applies or one.required) for one in draft.papers)
    person = {"name": "Trần Thị Hoa", "identity": NUMBER, "phone": "0905 000 417", **typed}
    return replace(draft, papers=papers, **person)  # type: ignore[arg-type]


def test_an_open_dossier_of_the_same_person_and_procedure_is_a_likely_duplicate(
    office: OpenOffice, people: People
) -> None:
    first = office.services.reception.receive(form(office), 1, "ha")
    other = office.services.reception.receive(form(office, DEATH), 1, "ha")
    found = people.known(form(office, phone=""))
    assert found.duplicates == (first,)
    assert set(found.earlier) == {first, other}
    assert (found.waiting, found.phone) == (None, "0905 000 417")


def test_a_dossier_that_has_ended_or_another_procedure_is_no_duplicate(office: OpenOffice, people: People) -> None:
    reception = office.services.reception
    reception.refuse_at_counter(form(office), 1, "ha", ("Không thuộc thẩm quyền",))
    reception.receive(form(office, DEATH), 1, "ha")
    assert people.known(form(office)).duplicates == ()
    assert people.known(replace(form(office), procedure="")).duplicates == ()


def test_what_was_asked_for_waits_until_it_is_received(office: OpenOffice, people: People) -> None:
    reception = office.services.reception
    kept = reception.register_incomplete(form(office), 1, "ha", ("Tờ khai",), "Chưa ký")
    found = people.known(form(office))
    assert (found.waiting, found.duplicates) == (kept, ())
    again = reception.resume(1, kept.id)
    assert people.known(again).waiting is None
    received = reception.receive(again, 1, "ha")
    assert people.known(form(office)).duplicates == (received,)


def test_a_name_alone_says_nothing_but_with_a_birth_it_does(office: OpenOffice, people: People) -> None:
    first = office.services.reception.receive(form(office, birth="14/03/1952"), 1, "ha")
    assert people.known(form(office, identity="")) == NOBODY
    assert people.known(form(office, identity="", birth="15/03/1952")) == NOBODY
    assert people.known(form(office, identity="", birth="14/03/1952")).duplicates == (first,)


@pytest.mark.parametrize("typed", ["0001520004", "xyz"])
def test_half_a_number_is_nobody(office: OpenOffice, people: People, typed: str) -> None:
    office.services.reception.receive(form(office), 1, "ha")
    assert people.known(form(office, identity=typed)) == NOBODY
