import pytest

from counter_app.domain.money import dong
from counter_app.domain.spoken import call_sentence, call_words


def test_a_call_is_read_digit_by_digit() -> None:
    assert call_words("A012", 3) == ("chime", "moi-so", "a", "0", "1", "2", "den-quay-so", "3")
    assert call_sentence("A012", 3) == "Mời số A không một hai đến quầy số ba"


def test_a_desk_of_two_digits_is_read_digit_by_digit() -> None:
    assert call_words("H105", 10)[-3:] == ("den-quay-so", "1", "0")
    assert call_sentence("H105", 10) == "Mời số H một không năm đến quầy số một không"


def test_a_prefix_with_a_diacritic_has_a_clip_too() -> None:
    assert call_words("Đ001", 1)[2] == "d"


@pytest.mark.parametrize("amount, text", [(0, "0 đ"), (8000, "8.000 đ"), (4_500_000, "4.500.000 đ")])
def test_money_is_written_the_vietnamese_way(amount: int, text: str) -> None:
    assert dong(amount) == text
