from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.dossier_code import dossier_code, first_number, is_dossier_code, normalise

DAY = date(2026, 11, 23)


def test_the_code_is_office_day_desk_number() -> None:
    assert dossier_code("H99.17", DAY, 3, 1) == "H99.17-261123-030001"


@pytest.mark.parametrize("code", ["000.00.06.H56-231027-0361", "H08.21.3-230101-0001", "H99.17-261123-030001"])
def test_codes_of_both_circulars_are_known(code: str) -> None:
    assert is_dossier_code(code)


@pytest.mark.parametrize(
    "text", ["", "H99.17", "H99.17-261123-1", "h99.17-261123-0001", "H99.17-261123-0001\n", "٠٠.1"]
)
def test_other_texts_are_not_codes(text: str) -> None:
    assert not is_dossier_code(text)


def test_an_office_code_has_at_most_35_signs() -> None:
    assert is_dossier_code("0000.0000.0000.0000.0000.H99-261123-0001")
    assert not is_dossier_code(".".join(["0000"] * 8) + "-261123-0001")


@pytest.mark.parametrize("typed", [" h99.17-261123-030001 ", "H99.17 – 261123 – 030001", "Ｈ99.17-261123-030001"])
def test_hand_typing_is_forgiven(typed: str) -> None:
    assert normalise(typed) == "H99.17-261123-030001"


@pytest.mark.parametrize(
    "office, desk, number", [("H99.17", 0, 1), ("H99.17", 100, 1), ("H99.17", 1, 0), ("h99", 1, 1)]
)
def test_what_cannot_be_a_code_is_never_made(office: str, desk: int, number: int) -> None:
    with pytest.raises(ValueError, match="code"):
        dossier_code(office, DAY, desk, number)


_NUMBERS = st.tuples(st.integers(1, 99), st.integers(1, 999_999))


@given(_NUMBERS, _NUMBERS)
def test_desks_that_cannot_see_each_other_never_give_the_same_code(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    codes = {dossier_code("H99.17", DAY, *one), dossier_code("H99.17", DAY, *other)}
    assert all(is_dossier_code(code) for code in codes)
    assert (len(codes) == 1) == (one == other)


def test_successors_at_one_desk_never_share_a_code_and_all_are_codes() -> None:
    ends = [(first_number(rank), first_number(rank) + 8_999) for rank in range(99)]
    assert all(last < first for (_, last), (first, _) in zip(ends, ends[1:], strict=False))
    for first, last in ends:
        assert is_dossier_code(dossier_code("H99.17", DAY, 99, first))
        assert is_dossier_code(dossier_code("H99.17", DAY, 99, last))
    assert first_number(0) == 1
