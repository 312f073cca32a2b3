"""How a number is called: clip by clip for the loudspeaker, as one sentence for the board.

Numbers are read digit by digit: "A012" read as a whole is heard as "a không mười hai".
"""

from counter_app.domain.text import fold

CHIME = "chime"
INVITE = "moi-so"
TO_DESK = "den-quay-so"

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def call_words(label: str, desk: int) -> tuple[str, ...]:
    """Return the clips of one call in order, as names of files of resources/sounds without their ending."""
    return (CHIME, INVITE, *_signs(label), TO_DESK, *_signs(str(desk)))


def call_sentence(label: str, desk: int) -> str:
    """Return the call as a sentence, e.g. ``Mời số A không một hai đến quầy số ba``."""
    return f"Mời số {_read(label)} đến quầy số {_read(str(desk))}"


def _signs(label: str) -> tuple[str, ...]:
    return tuple(sign for sign in fold(label) if sign.isascii() and sign.isalnum())


def _read(label: str) -> str:
    return " ".join(_DIGITS[int(sign)] if sign.isdigit() else sign.upper() for sign in _signs(label))
