"""Doubts about numbers, births and phones: what they catch, and what they leave alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.citizen_card import Sex
from counter_app.domain.dossier_facts import PersonKind
from counter_app.domain.identity import (
    PROVINCES,
    Doubt,
    birth_doubts,
    normal_number,
    number_doubts,
    phone_doubts,
    province_of_birth,
    same_person,
)
from counter_app.errors import Code, CounterError

CITIZEN = PersonKind.CITIZEN


def test_there_are_63_provinces_and_none_begins_the_numbers_of_nobody() -> None:
    assert len(PROVINCES) == len(set(PROVINCES.values())) == 63
    assert "000" not in PROVINCES
    assert all(len(code) == 3 and 1 <= int(code) <= 96 for code in PROVINCES)


@pytest.mark.parametrize(
    "number, birth, sex, expected",
    [
        ("000152000417", date(1952, 3, 14), Sex.FEMALE, ()),
        ("068152000417", date(1952, 3, 14), Sex.FEMALE, ()),  # Lâm Đồng
        ("003152000417", date(1952, 3, 14), Sex.FEMALE, (Doubt.PROVINCE,)),  # 003 was never given
        ("097085001203", date(1985, 9, 2), Sex.MALE, (Doubt.PROVINCE,)),
        ("068052000417", date(1952, 3, 14), Sex.FEMALE, (Doubt.SEX,)),
        ("068152000417", date(1953, 3, 14), Sex.FEMALE, (Doubt.BIRTH_YEAR,)),
        ("068302004588", date(1902, 11, 21), Sex.FEMALE, (Doubt.BIRTH_YEAR,)),  # 3: a woman born from 2000 on
        ("999052000417", date(1953, 3, 14), Sex.FEMALE, (Doubt.PROVINCE, Doubt.SEX, Doubt.BIRTH_YEAR)),
        ("000152000417", None, None, ()),
        ("225417152", None, None, (Doubt.OLD_NUMBER,)),
        ("C1234567", None, None, ()),
    ],
)
def test_a_number_is_held_against_province_sex_and_year(
    number: str, birth: date | None, sex: Sex | None, expected: tuple[Doubt, ...]
) -> None:
    assert number_doubts(number, CITIZEN, birth, sex) == expected


def test_a_province_that_is_no_more_keeps_its_code_and_name() -> None:
    assert province_of_birth("074152000417") == "Bình Dương"  # part of TP. Hồ Chí Minh since 01/07/2025
    assert province_of_birth("000152000417") == ""
    assert province_of_birth("225417152") == ""


@pytest.mark.parametrize(
    "number, kind, expected",
    [
        ("5801234567", PersonKind.ENTERPRISE, ()),
        ("5801234567-001", PersonKind.ENTERPRISE, ()),
        ("5801234567001", PersonKind.ORGANISATION, ()),
        ("000085001203", PersonKind.ENTERPRISE, ()),  # a household business
        ("58012345", PersonKind.ENTERPRISE, (Doubt.TAX_NUMBER,)),
        ("580123456A", PersonKind.ORGANISATION, (Doubt.TAX_NUMBER,)),
        ("H99.17", PersonKind.STATE_AGENCY, ()),
    ],
)
def test_an_organisations_number_is_doubted_by_its_shape_and_never_refused(
    number: str, kind: PersonKind, expected: tuple[Doubt, ...]
) -> None:
    assert number_doubts(normal_number(number, kind), kind) == expected


@pytest.mark.parametrize("typed", ["0001520004", "12", "Trần", "000152000417000", "0001520004I7"])
def test_what_is_no_citizens_number_is_refused(typed: str) -> None:
    with pytest.raises(CounterError) as refused:
        normal_number(typed)
    assert refused.value.code is Code.APPLICANT_ID_INVALID


def test_spaces_dots_and_small_letters_do_not_matter() -> None:
    assert normal_number(" 000 152.000417 ") == "000152000417"
    assert normal_number("c 1234567") == "C1234567"
    assert normal_number("  ") == ""


@pytest.mark.parametrize(
    "typed, right",
    [
        ("0905 000 417", True),
        ("0905.000.417", True),
        ("+84 905 000 417", True),
        ("0263 3822 000", True),
        ("+1 202 555 0100", True),
        ("", True),
        ("905000417", False),
        ("0105000417", False),
        ("09050004", False),
        ("0905 000 41x", False),
        ("090500041700", False),
    ],
)
def test_a_phone_is_doubted_by_its_shape(typed: str, right: bool) -> None:
    assert (phone_doubts(typed) == ()) is right


def test_a_birth_that_has_not_come_is_doubted_but_not_todays() -> None:
    today = date(2026, 11, 23)
    assert birth_doubts(today, today) == ()
    assert birth_doubts(date(2026, 11, 24), today) == (Doubt.BIRTH_IN_FUTURE,)


def test_two_are_one_by_number_first_and_by_name_if_a_number_is_missing() -> None:
    assert same_person("Trần Thị Hoa", "000152000417", "TRẦN THỊ HOÀ", "000152000417")
    assert not same_person("Trần Thị Hoa", "000152000417", "Trần Thị Hoa", "000152000418")
    assert same_person("Trần Thị Hoa", "", "TRẦN  THỊ HOA", "000152000417")
    assert not same_person("", "", "", "")


@given(st.text(max_size=30), st.sampled_from(PersonKind))
def test_whatever_is_typed_gives_a_number_or_one_error_and_normal_numbers_stay(text: str, kind: PersonKind) -> None:
    try:
        number = normal_number(text, kind)
    except CounterError as error:
        refused: Code | None = error.code
    else:
        refused = None
    if refused is not None:
        assert refused is Code.APPLICANT_ID_INVALID
        return
    assert normal_number(number, kind) == number
    number_doubts(number, kind)
    phone_doubts(text)
