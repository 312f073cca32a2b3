import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.citizen_card import Mismatch, Sex, check_identity_number, identity_mismatches, parse_card
from counter_app.errors import Code, CounterError

LINE = "000152000417|000417152|Trần Thị Hoa|14031952|Nữ|Thôn Phú Hòa, xã An Phúc|15082021"


def _code_of(line: str) -> Code:
    with pytest.raises(CounterError) as caught:
        parse_card(line)
    return caught.value.code


def test_one_scan_gives_the_whole_applicant() -> None:
    card = parse_card(LINE + "\r\n")
    assert card.number == "000152000417"
    assert card.old_number == "000417152"
    assert card.full_name == "Trần Thị Hoa"
    assert (card.birth, card.issued) == (date(1952, 3, 14), date(2021, 8, 15))
    assert card.sex is Sex.FEMALE
    assert card.residence == "Thôn Phú Hòa, xã An Phúc"
    assert identity_mismatches(card.number, card.birth, card.sex) == ()


def test_a_new_card_keeps_its_further_fields() -> None:
    assert parse_card(LINE + "|Trần Văn Bình||Lê Thị Cúc").extra == ("Trần Văn Bình", "", "Lê Thị Cúc")


def test_the_old_number_and_the_day_of_issue_may_be_empty() -> None:
    card = parse_card("000052000417||Trần Văn Nam|01021952|Nam|xã An Phúc|")
    assert card.old_number == ""
    assert card.issued is None


def test_a_name_read_in_decomposed_letters_is_composed() -> None:
    assert parse_card(LINE.replace("Trần", "Tra\u0302\u0300n")).full_name == "Trần Thị Hoa"


@pytest.mark.parametrize(
    "line, code",
    [
        ("", Code.CARD_FIELDS),
        ("000152000417", Code.CARD_FIELDS),
        (LINE.rpartition("|")[0], Code.CARD_FIELDS),
        (LINE.replace("000152000417", "00015200041"), Code.CARD_NUMBER),
        (LINE.replace("000152000417", "٠٠٠152000417"), Code.CARD_NUMBER),
        (LINE.replace("14031952", "31021952"), Code.CARD_DATE),
        (LINE.replace("14031952", ""), Code.CARD_DATE),
        (LINE.replace("15082021", "2021"), Code.CARD_DATE),
        (LINE.replace("Trần", "Tr\ufffdn"), Code.CARD_TEXT),
        (LINE.replace("Trần", "Tr?n"), Code.CARD_TEXT),
        (LINE.replace("Trần Thị Hoa", ""), Code.CARD_TEXT),
        (LINE.replace("Nữ", "N÷"), Code.CARD_TEXT),
    ],
)
def test_what_is_wrong_with_a_line_is_said(line: str, code: Code) -> None:
    assert _code_of(line) is code


def test_a_wrong_date_says_which() -> None:
    with pytest.raises(CounterError) as caught:
        parse_card(LINE.replace("15082021", "15132021"))
    assert caught.value.params == {"field": "issued"}


@pytest.mark.parametrize(
    "number, birth, sex, expected",
    [
        ("000152000417", date(1952, 3, 14), Sex.FEMALE, ()),
        ("000305000001", date(2005, 1, 1), Sex.FEMALE, ()),
        ("000205000001", date(2005, 1, 1), Sex.MALE, ()),
        ("000152000417", date(1952, 3, 14), Sex.MALE, (Mismatch.SEX,)),
        ("000152000417", date(2052, 3, 14), Sex.FEMALE, (Mismatch.BIRTH_YEAR,)),
        ("000952000417", date(1952, 3, 14), Sex.MALE, (Mismatch.SEX, Mismatch.BIRTH_YEAR)),
        ("000152000417", None, None, ()),
        ("000417152", date(1952, 3, 14), Sex.MALE, ()),
    ],
)
def test_the_number_is_compared_with_sex_and_year_of_birth(
    number: str, birth: date | None, sex: Sex | None, expected: tuple[Mismatch, ...]
) -> None:
    assert identity_mismatches(number, birth, sex) == expected


def test_a_mismatch_is_a_warning_not_an_error() -> None:
    card = parse_card(LINE.replace("|Nữ|", "|Nam|"))
    assert identity_mismatches(card.number, card.birth, card.sex) == (Mismatch.SEX,)


def test_a_typed_number_may_have_spaces_and_be_an_old_one() -> None:
    assert check_identity_number(" 000 152 000 417 ") == "000152000417"
    assert check_identity_number("000417152") == "000417152"


@pytest.mark.parametrize("typed", ["", "12", "00015200041a", "0001520004177", "0001520"])
def test_a_typed_number_of_another_length_is_refused(typed: str) -> None:
    with pytest.raises(CounterError) as caught:
        check_identity_number(typed)
    assert caught.value.code is Code.APPLICANT_ID_INVALID


_FIELDS = st.lists(st.one_of(st.text(max_size=20), st.sampled_from(LINE.split("|"))), max_size=10)


@given(st.one_of(st.text(), _FIELDS.map("|".join)))
def test_any_line_is_a_card_or_a_typed_error(line: str) -> None:
    # Any other exception fails the test.
    with contextlib.suppress(CounterError):
        card = parse_card(line)
        assert len(card.number) == 12
        assert card.full_name
