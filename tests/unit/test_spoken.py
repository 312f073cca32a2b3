"""What a call says, word by word, in clips and in writing."""

import pytest

from counter_app.domain.money import dong
from counter_app.domain.spoken import (
    BREATH,
    CLIPS,
    PAUSE,
    call_sentence,
    call_words,
    kiosk_words,
    ticket_words,
)

SAID = {clip.name: clip.words for clip in CLIPS} | {PAUSE: PAUSE, BREATH: ""}


def test_a_call_is_read_digit_by_digit() -> None:
    assert call_words("A012", 3) == ("moi-so", "a", "0", "1", "2", ",", "den-quay-so", "3")
    assert call_sentence("A012", 3) == "Mời số A không một hai, đến quầy số ba"


@pytest.mark.parametrize(
    "desk, said",
    [
        (1, "một"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (35, "ba mươi lăm"),
        (100, "một trăm"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (121, "một trăm hai mươi mốt"),
        (1234, "một hai ba bốn"),
    ],
)
def test_a_desk_is_read_as_people_count(desk: int, said: str) -> None:
    assert call_sentence("A001", desk) == f"Mời số A không không một, đến quầy số {said}"


def test_a_long_number_is_read_in_pairs_from_its_end() -> None:
    assert call_words("A1234", 1)[1:8] == ("a", "1", "2", BREATH, "3", "4", ",")
    assert call_words("HT12345", 1)[1:10] == ("h", "t", "1", BREATH, "2", "3", BREATH, "4", "5")
    assert call_sentence("A1234", 1) == "Mời số A một hai ba bốn, đến quầy số một"


def test_every_letter_that_an_office_may_choose_has_a_clip_of_its_own() -> None:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZĂÂĐÊÔƠƯ"
    clips = [call_words(f"{letter}001", 1)[1] for letter in letters]
    assert len(set(clips)) == len(letters)
    assert set(clips) <= {clip.name for clip in CLIPS}
    assert call_words("Á001", 1)[1] == "a"
    assert call_sentence("Đ001", 1).startswith("Mời số Đ không không một")


def test_every_number_and_every_desk_of_an_office_can_be_said() -> None:
    assert {word for number in range(10_000) for word in call_words(f"A{number:03d}", number % 1000)} <= SAID.keys()


def test_what_no_clip_says_stands_as_itself() -> None:
    assert set(call_words("Ж012", 3)) - SAID.keys() == {"ж"}


def test_a_new_number_is_read_aloud_with_its_desks() -> None:
    number = ("so-cua-ong-ba-la", "a", "0", "1", "2")
    assert ticket_words("A012") == number
    assert ticket_words("A012", (2,)) == (*number, PAUSE, "moi-den-quay-so", "2")
    several = ticket_words("A012", (1, 2, 13))
    assert several == (*number, PAUSE, "moi-den-quay-so", "1", PAUSE, "2", "hoac", "muoi", "3")
    assert set(several) <= SAID.keys()


def test_a_kiosk_reads_its_number_or_says_what_to_do_and_leaves_out_many_desks() -> None:
    assert kiosk_words("A012", (1, 2)) == ticket_words("A012", (1, 2))
    assert kiosk_words("A012", (1, 2, 3, 4)) == ticket_words("A012")
    assert len(kiosk_words("")) == 1
    assert set(kiosk_words("")) <= SAID.keys()


@pytest.mark.parametrize("amount, text", [(0, "0 đ"), (8000, "8.000 đ"), (4_500_000, "4.500.000 đ")])
def test_money_is_written_the_vietnamese_way(amount: int, text: str) -> None:
    assert dong(amount) == text
