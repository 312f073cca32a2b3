"""Versions of a procedure: the one that holds on a day, what is received, who may change it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from counter_app.domain import facts
from counter_app.domain.procedures import Fee, FeeStep, FeeUnit, PaperForm, Procedure, Term, TermUnit
from counter_app.errors import Code, CounterError
from counter_app.services.catalogue import COMMAND_LINE, Catalogue
from counter_app.services.catalogue_check import Detail, flaws
from tests.support.office import OpenOffice, open_office

SINGLE = "1.004873"
TODAY = date(2026, 11, 23)  # the clock of the test office
ADMIN = "quan-tri"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    with open_office(tmp_path) as opened:
        registered = facts.OfficerRegistered(
            "Quản Trị Viên", "Quản trị", "", opened.services.office.id, (facts.Duty.ADMINISTRATION,)
        )
        with opened.journal.transaction() as transaction:
            transaction.append(f"officer/{ADMIN}", registered, "station")
            clerk = replace(registered, name="Người Nhận Hồ Sơ", duties=(facts.Duty.RECEPTION,))
            transaction.append("officer/nhan-ho-so", clerk, "station")
        yield opened


@pytest.fixture
def catalogue(office: OpenOffice) -> Catalogue:
    return office.services.catalogue


def refusal(catalogue: Catalogue, procedure: Procedure) -> tuple[Code, dict[str, object]]:
    with pytest.raises(CounterError) as refused:
        catalogue.correct(procedure, ADMIN)
    return refused.value.code, refused.value.params


def test_each_day_has_its_version(catalogue: Catalogue) -> None:
    now = catalogue.procedure(SINGLE)
    begins = date(2027, 1, 1)
    catalogue.new_version(replace(now, valid_from=begins, term=Term(2)), ADMIN)
    assert catalogue.procedure(SINGLE).term == Term(3)
    assert catalogue.procedure(SINGLE, date(2026, 12, 31)).term == Term(3)
    assert catalogue.procedure(SINGLE, begins).term == Term(2)
    assert [(one.valid_from, one.valid_to) for one in catalogue.versions(SINGLE)] == [
        (None, date(2026, 12, 31)),
        (begins, None),
    ]


def test_a_version_begins_by_itself_when_its_day_comes(office: OpenOffice, catalogue: Catalogue) -> None:
    tomorrow = TODAY + timedelta(days=1)
    catalogue.new_version(replace(catalogue.procedure(SINGLE), valid_from=tomorrow, name="Tên mới từ mai"), ADMIN)
    assert not catalogue.search("ten moi tu mai")
    office.clock.move(timedelta(days=1))
    assert [one.code for one in catalogue.search("ten moi tu mai")] == [SINGLE]
    assert catalogue.procedure(SINGLE).name == "Tên mới từ mai"


def test_a_version_does_not_begin_before_the_newest(catalogue: Catalogue) -> None:
    later = replace(catalogue.procedure(SINGLE), valid_from=date(2027, 1, 1))
    catalogue.new_version(later, ADMIN)
    for day in (None, date(2027, 1, 1), date(2026, 12, 1)):
        with pytest.raises(CounterError) as refused:
            catalogue.new_version(replace(later, valid_from=day), ADMIN)
        assert refused.value.code is Code.VERSION_NOT_LATER


def test_a_retired_procedure_is_found_for_its_dossiers_and_not_for_new_ones(catalogue: Catalogue) -> None:
    catalogue.retire(SINGLE, TODAY, ADMIN)
    assert SINGLE not in [one.code for one in catalogue.search("giay doc than", limit=50)]
    assert SINGLE not in [one.code for one in catalogue.procedures()]
    assert not catalogue.is_received(SINGLE)
    assert catalogue.is_received(SINGLE, TODAY - timedelta(days=1))
    assert catalogue.procedure(SINGLE, TODAY - timedelta(days=1)).code == SINGLE
    assert catalogue.procedure(SINGLE).retired


def test_a_procedure_to_be_retired_is_received_until_its_day(office: OpenOffice, catalogue: Catalogue) -> None:
    catalogue.retire(SINGLE, TODAY + timedelta(days=1), ADMIN)
    assert catalogue.search(SINGLE)
    office.clock.move(timedelta(days=1))
    assert not catalogue.search(SINGLE)


def test_retiring_waits_for_no_version_that_begins_later(catalogue: Catalogue) -> None:
    catalogue.new_version(replace(catalogue.procedure(SINGLE), valid_from=date(2027, 1, 1)), ADMIN)
    with pytest.raises(CounterError) as refused:
        catalogue.retire(SINGLE, date(2026, 12, 1), ADMIN)
    assert refused.value.code is Code.VERSION_NOT_LATER


def test_a_correction_changes_its_version_only(catalogue: Catalogue) -> None:
    first = catalogue.procedure(SINGLE)
    second = catalogue.new_version(replace(first, valid_from=date(2027, 1, 1), term=Term(2)), ADMIN)
    catalogue.correct(replace(second, term=Term(1)), ADMIN)
    assert [one.term for one in catalogue.versions(SINGLE)] == [Term(3), Term(1)]


def test_a_correction_of_what_does_not_exist_is_refused(catalogue: Catalogue) -> None:
    one = catalogue.procedure(SINGLE)
    for wrong in (replace(one, code="9.999999"), replace(one, valid_from=TODAY)):
        assert refusal(catalogue, wrong)[0] is Code.PROCEDURE_UNKNOWN


def test_a_known_code_is_not_added_again(catalogue: Catalogue) -> None:
    with pytest.raises(CounterError) as refused:
        catalogue.add(catalogue.procedure(SINGLE), ADMIN)
    assert refused.value.code is Code.PROCEDURE_KNOWN


def test_an_added_procedure_is_found_at_once_and_after_a_restart(tmp_path: Path) -> None:
    with open_office(tmp_path) as first:
        new = replace(first.services.catalogue.procedure(SINGLE), code="9.000001", name="Thủ tục của tỉnh", aliases=())
        first.services.catalogue.add(new, COMMAND_LINE)
        assert first.services.catalogue.search("thu tuc cua tinh")[0] == new
    with open_office(tmp_path) as second:
        assert second.services.catalogue.procedure("9.000001") == new


@pytest.mark.parametrize("officer", ["nhan-ho-so", "nguoi-la"])
def test_only_an_administrator_changes_the_catalogue(catalogue: Catalogue, officer: str) -> None:
    one = catalogue.procedure(SINGLE)
    acts = (
        lambda: catalogue.correct(replace(one, name="Tên khác"), officer),
        lambda: catalogue.add(replace(one, code="9.000001"), officer),
        lambda: catalogue.new_version(replace(one, valid_from=date(2027, 1, 1)), officer),
        lambda: catalogue.retire(SINGLE, TODAY, officer),
    )
    for act in acts:
        with pytest.raises(CounterError) as refused:
            act()
        assert refused.value.code in (Code.DUTY_MISSING, Code.OFFICER_UNKNOWN)
    assert catalogue.versions(SINGLE) == (one,)


def test_what_cannot_stand_in_the_catalogue_is_told_by_its_field(catalogue: Catalogue) -> None:
    one = catalogue.procedure(SINGLE)
    code, params = refusal(catalogue, replace(one, name="Cấp <b>giấy</b>"))
    assert (code, params["field"], params["detail"]) == (Code.PROCEDURE_INVALID, "procedure.name", "markup")
    papers = (replace(one.papers[0], copies=0), *one.papers[1:])
    assert refusal(catalogue, replace(one, papers=papers))[1]["field"] == ("procedure.papers", "1")


def test_publishing_many_is_all_or_none(catalogue: Catalogue) -> None:
    one = catalogue.procedure(SINGLE)
    with pytest.raises(CounterError):
        catalogue.publish([replace(one, name="Tên tốt"), replace(one, code="9.000001", name=" ")], COMMAND_LINE)
    assert catalogue.procedure(SINGLE) == one


GROUPS = {"civil-status"}
SOUND = Procedure("1.000001", "Tên", "Hộ tịch", "civil-status", Term(1), Fee(), ())


@pytest.mark.parametrize(
    "wrong, field, detail",
    [
        (replace(SOUND, code="1.1"), "code", Detail.SHAPE),
        (replace(SOUND, name="  "), "name", Detail.EMPTY),
        (replace(SOUND, name="x" * 401), "name", Detail.TOO_LONG),
        (replace(SOUND, name="a\x00b"), "name", Detail.CONTROL),
        (replace(SOUND, name="a\u202eb"), "name", Detail.CONTROL),
        (replace(SOUND, field="&lt;Hộ tịch"), "field", Detail.MARKUP),
        (replace(SOUND, group="moon"), "group", Detail.UNKNOWN),
        (replace(SOUND, aliases=("a", "A")), "aliases", Detail.REPEATED),
        (replace(SOUND, aliases=tuple(map(str, range(41)))), "aliases", Detail.TOO_MANY),
        (replace(SOUND, term=Term(0)), "term", Detail.RANGE),
        (replace(SOUND, term=Term(3, TermUnit.UNSET)), "term", Detail.RANGE),
        (replace(SOUND, term=Term(1, same_day_until=24)), "same_day", Detail.RANGE),
        (replace(SOUND, fee=Fee(-1)), "fee", Detail.RANGE),
        (replace(SOUND, fee=Fee(1, steps=(FeeStep(3, 1),))), "fee.steps", Detail.ORDER),
        (replace(SOUND, fee=Fee(1, FeeUnit.PAGE, steps=(FeeStep(3, 1), FeeStep(2, 1)))), "fee.steps", Detail.ORDER),
        (replace(SOUND, valid_from=TODAY, valid_to=TODAY - timedelta(days=1)), "valid_to", Detail.ORDER),
        (replace(SOUND, valid_from=date(1, 1, 1)), "valid_from", Detail.RANGE),
    ],
)
def test_each_field_is_checked(wrong: Procedure, field: str, detail: Detail) -> None:
    assert [(flaw.field, flaw.detail) for flaw in flaws(wrong, GROUPS)] == [(field, detail)]


def test_a_sound_procedure_has_no_flaws() -> None:
    assert flaws(SOUND, GROUPS) == ()
    assert PaperForm.ELECTRONIC in PaperForm
