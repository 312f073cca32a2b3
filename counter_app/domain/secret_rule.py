"""What a new secret of an officer must be: at least eight characters, and nothing that the next person would try.

Level 3 of the decree on information systems asks for eight characters where a second thing is needed to sign in: here
that is the enrolled machine itself, and for administrators the code of the telephone.
"""

from enum import StrEnum

from counter_app.domain.text import fold

SHORTEST = 8
LONGEST = 64
_LONGEST_PATTERN = 4
"""A secret made of so few characters again and again is no longer than they are."""
_KEYS = ("0123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_LEAST_NAME = 3
_COMMONEST = frozenset(
    [
        "matkhau",
        "matkhau1",
        "matkhau12",
        "matkhau123",
        "matkhau1234",
        "password",
        "password1",
        "password12",
        "password123",
        "passw0rd",
        "p@ssw0rd",
        "p@ssword",
        "iloveyou",
        "anhyeuem",
        "anhyeuem1",
        "emyeuanh",
        "emyeuanh1",
        "vietnam1",
        "vietnam123",
        "vietnam2026",
        "motcua123",
        "motcua2026",
        "ubndxa123",
        "ubnd2026",
        "quantri1",
        "quantri123",
        "admin123",
        "admin1234",
        "administrator",
        "hanoi123",
        "saigon123",
        "xinchao1",
        "xinchao123",
        "1q2w3e4r",
        "1qaz2wsx",
        "q1w2e3r4",
        "abc12345",
        "abcd1234",
        "abc123456",
        "a1b2c3d4",
        "a123456789",
        "qwerty12",
        "qwerty123",
        "asdf1234",
        "zxcv1234",
        "11223344",
        "12344321",
        "12121212",
        "10101010",
        "19001560",
        "01234560",
        "12345679",
        "123456789a",
        "1234567a",
        "88888889",
        "02091945",
        "20251945",
        "30041975",
        "01051975",
    ]
)


class Weakness(StrEnum):
    """Why a secret is refused."""

    SHORT = "secret-short"
    LONG = "secret-long"
    REPEATED = "secret-repeated"
    RUN = "secret-run"
    NAME = "secret-name"
    COMMON = "secret-common"


def weakness(secret: str, *own: str) -> Weakness | None:
    """Return why ``secret`` may not be chosen, None if it may; ``own`` are the officer's name and id."""
    if len(secret) < SHORTEST:
        return Weakness.SHORT
    if len(secret) > LONGEST:
        return Weakness.LONG
    plain = _plain(secret)
    if _is_repeated(plain):
        return Weakness.REPEATED
    if _is_run(plain):
        return Weakness.RUN
    if any(_is_of(plain, _plain(one)) for one in own):
        return Weakness.NAME
    return Weakness.COMMON if plain in _COMMONEST else None


def _plain(text: str) -> str:
    return fold(text).replace(" ", "")


def _is_repeated(text: str) -> bool:
    """One to four characters over and over; a secret of signs that folding drops has nothing left, and is none."""
    return any((text[:size] * len(text))[: len(text)] == text for size in range(1, _LONGEST_PATTERN + 1))


def _is_run(text: str) -> bool:
    """Along the digits, the alphabet or a row of keys, forwards or backwards, round the end too."""
    for keys in _KEYS:
        endless = keys * (len(text) // len(keys) + 2)
        if text in endless or text in endless[::-1]:
            return True
    return False


def _is_of(text: str, name: str) -> bool:
    """The name itself, its end or beginning, or the name with no more than a few characters of one's own."""
    if len(name) < _LEAST_NAME:
        return False
    return text in name or (name in text and len(text) - len(name) < _LONGEST_PATTERN)
