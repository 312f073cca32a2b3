"""Which secrets may be chosen anew: eight characters that the next person would not try."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.secret_rule import LONGEST, SHORTEST, Weakness, weakness

NAME, ID = "Lê Thị Thu Hà", "cong-chuc-1"


@pytest.mark.parametrize(
    "secret, why",
    [
        ("", Weakness.SHORT),
        ("1234567", Weakness.SHORT),
        ("a" * (LONGEST + 1), Weakness.LONG),
        ("00000000", Weakness.REPEATED),
        ("abababab", Weakness.REPEATED),
        ("123412341", Weakness.REPEATED),
        ("        ", Weakness.REPEATED),
        ("12345678", Weakness.RUN),
        ("98765432", Weakness.RUN),
        ("78901234", Weakness.RUN),
        ("ABCDEFGH", Weakness.RUN),
        ("qwertyui", Weakness.RUN),
        ("LeThiThuHa", Weakness.NAME),
        ("lê thị thu hà", Weakness.NAME),
        ("lethithuha12", Weakness.NAME),
        ("thithuha", Weakness.NAME),
        ("cong-chuc-1", Weakness.NAME),
        ("Matkhau1", Weakness.COMMON),
        ("Mật Khẩu 123", Weakness.COMMON),
    ],
)
def test_what_anybody_would_try_is_refused_with_the_reason(secret: str, why: Weakness) -> None:
    assert weakness(secret, NAME, ID) is why


@pytest.mark.parametrize("secret", ["73920416", "ca-phe-7", "mưa rơi nhẹ", "Hoa sữa 84", "x9$k2!pQ"])
def test_eight_letters_or_digits_or_both_are_enough(secret: str) -> None:
    assert weakness(secret, NAME, ID) is None


@given(st.text(max_size=80))
def test_every_text_has_an_answer_and_no_short_or_endless_one_passes(secret: str) -> None:
    if weakness(secret, NAME, ID) is None:
        assert SHORTEST <= len(secret) <= LONGEST
