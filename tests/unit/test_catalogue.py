"""The catalogue: what people say at the counter finds the procedure they mean."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain import facts
from counter_app.domain.text import fold
from counter_app.errors import Code, CounterError
from counter_app.services.catalogue import Catalogue
from counter_app.services.catalogue_data import load_procedures
from counter_app.services.catalogue_search import Index
from tests.support.office import OpenOffice, open_office


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenOffice]:
    with open_office(tmp_path_factory.mktemp("catalogue")) as opened:
        yield opened


@pytest.fixture(scope="module")
def catalogue(office: OpenOffice) -> Catalogue:
    return office.services.catalogue


@pytest.mark.parametrize(
    "said, meant",
    [
        ("giay doc than", "1.004873"),
        ("giấy độc thân", "1.004873"),
        ("GIẤY  ĐỘC THÂN ", "1.004873"),
        ("doc than", "1.004873"),
        ("1.004873", "1.004873"),
        ("tinh trang hon nhan", "1.004873"),
        ("than doc", "1.004873"),
        ("tôi muốn xin giấy độc thân", "1.004873"),
        ("làm giấy khai sinh", "1.001193"),
        ("lam giay khai sinh", "1.001193"),
        ("LÀM GIẤY KHAI SINH", "1.001193"),
        ("thủ tục đăng ký khai sinh", "1.001193"),
        ("khai sin", "1.001193"),
        ("dang ky ket hon", "1.000894"),
        ("hon ket", "1.000894"),
        ("sao y", "2.000815"),
        ("mất hộ chiếu", "1.010386"),
        ("rút bảo hiểm xã hội", "1.001613"),
        ("sang tên xe", "1.013076"),
        ("cha me con", "1.001022"),
        ("khoan giếng", "1.001662"),
    ],
)
def test_usual_words_find_the_procedure_first(catalogue: Catalogue, said: str, meant: str) -> None:
    assert catalogue.search(said)[0].code == meant


def test_birth_is_found_by_its_usual_words(catalogue: Catalogue) -> None:
    found = catalogue.search("khai sinh")
    assert "Đăng ký khai sinh" in [one.name for one in found[:3]]
    assert all("khai sinh" in fold(" ".join((one.name, *one.aliases))) for one in found)


def test_words_that_nothing_has_find_nothing(catalogue: Catalogue) -> None:
    assert catalogue.search("xyzzy khai sinh") == catalogue.search("   ") == ()


def test_each_procedure_is_found_by_its_own_name_and_code(catalogue: Catalogue) -> None:
    for procedure in catalogue.procedures():
        assert procedure in catalogue.search(procedure.code, limit=100)
        assert procedure in catalogue.search(procedure.name, limit=100)


def test_a_search_gives_no_more_than_asked_for(catalogue: Catalogue) -> None:
    assert len(catalogue.search("dang ky", limit=3)) == 3


def test_each_group_of_the_kiosk_has_something_people_come_for(catalogue: Catalogue) -> None:
    groups = {group.id for group in catalogue.groups()}
    assert {procedure.group for procedure in catalogue.procedures()} <= groups
    popular = catalogue.popular("civil-status")
    assert popular
    assert popular[0].popular


def test_a_field_finds_its_procedures(catalogue: Catalogue) -> None:
    found = catalogue.search("kho bac nha nuoc", limit=50)
    assert {one.field for one in found} >= {"Kho bạc Nhà nước"}
    assert len([one for one in found if one.field == "Kho bạc Nhà nước"]) == 9


def test_a_shortened_name_is_found_by_its_whole_one(catalogue: Catalogue) -> None:
    cut = next(one for one in catalogue.procedures() if one.name.endswith("…"))
    assert cut in catalogue.search(cut.official[-60:], limit=10)


def test_only_filler_words_still_find_something(catalogue: Catalogue) -> None:
    assert catalogue.search("dang ky")
    assert catalogue.search("giay")


@given(st.text(max_size=300))
def test_no_question_breaks_the_search(text: str) -> None:
    assert isinstance(Index(load_procedures()[:3]).search(text, 8), tuple)


def test_a_procedure_that_does_not_exist_is_told_by_a_code(catalogue: Catalogue) -> None:
    with pytest.raises(CounterError) as unknown:
        catalogue.procedure("9.999999")
    assert unknown.value.code is Code.PROCEDURE_UNKNOWN


def test_a_procedure_published_again_is_found_as_it_stands_now(office: OpenOffice, catalogue: Catalogue) -> None:
    old = catalogue.procedure("1.004873")
    new = replace(old, aliases=(*old.aliases, "giấy chưa ai rước"))
    assert catalogue.search("chua ai ruoc") == ()
    with office.journal.transaction() as transaction:
        transaction.append(f"procedure/{old.code}", facts.ProcedurePublished(new), "officer/ha")
    assert catalogue.search("chua ai ruoc") == (new,)


@given(st.text(max_size=80))
def test_folding_is_stable_and_leaves_no_diacritics(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
    assert not set("đĐăâêôơưáàảãạ") & set(once)
