"""Amounts in words: a receipt's "Bằng chữ"."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.documents.amount_words import dong_in_words, number_in_words


@pytest.mark.parametrize(
    "amount, expected",
    [
        (0, "Không đồng"),
        (4, "Bốn đồng"),
        (10, "Mười đồng"),
        (11, "Mười một đồng"),
        (14, "Mười bốn đồng"),
        (15, "Mười lăm đồng"),
        (21, "Hai mươi mốt đồng"),
        (24, "Hai mươi tư đồng"),
        (25, "Hai mươi lăm đồng"),
        (30, "Ba mươi đồng"),
        (101, "Một trăm linh một đồng"),
        (105, "Một trăm linh năm đồng"),
        (115, "Một trăm mười lăm đồng"),
        (8_000, "Tám nghìn đồng"),
        (15_000, "Mười lăm nghìn đồng"),
        (21_005, "Hai mươi mốt nghìn không trăm linh năm đồng"),
        (200_000, "Hai trăm nghìn đồng"),
        (1_000_000, "Một triệu đồng"),
        (1_050_000, "Một triệu không trăm năm mươi nghìn đồng"),
        (3_000_500, "Ba triệu năm trăm đồng"),
        (1_000_000_000, "Một tỷ đồng"),
        (2_005_000_000, "Hai tỷ không trăm linh năm triệu đồng"),
        (1_234_567_891, "Một tỷ hai trăm ba mươi tư triệu năm trăm sáu mươi bảy nghìn tám trăm chín mươi mốt đồng"),
        (5_000_000_000_000, "Năm nghìn tỷ đồng"),
        (-15_000, "Âm mười lăm nghìn đồng"),
    ],
)
def test_amounts_are_written_as_they_are_spoken(amount: int, expected: str) -> None:
    assert dong_in_words(amount) == expected


_DIGITS = {"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6}
_DIGITS |= {"bảy": 7, "tám": 8, "chín": 9}


def understood(text: str) -> int:
    """Return the number that a listener hears."""
    if " tỷ" in text:
        before, _, after = text.rpartition(" tỷ")
        return understood(before) * 10**9 + understood(after.strip())
    whole = group = digit = 0
    for word in text.split():
        if word in _DIGITS:
            digit = _DIGITS[word]
        elif word == "mười":
            group += 10
        elif word in ("mươi", "trăm"):
            group, digit = group + digit * (10 if word == "mươi" else 100), 0
        elif word in ("nghìn", "triệu"):
            whole, group, digit = whole + (group + digit) * (1000 if word == "nghìn" else 10**6), 0, 0
        else:
            assert word == "linh"
    return whole + group + digit


@given(st.integers(min_value=0, max_value=10**17))
def test_whoever_hears_an_amount_knows_it(number: int) -> None:
    said = number_in_words(number)
    assert understood(said) == number
    assert "  " not in said
    assert not re.search(r"mươi (một|bốn|năm)\b|mười (mốt|tư)|linh (mốt|tư|lăm)|không mươi", said)
