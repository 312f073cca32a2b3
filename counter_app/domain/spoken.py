"""How a number is called: clip by clip for the loudspeaker, as one sentence for the board.

Numbers are read sign by sign ("A012" read as a whole is heard as "a không mười hai"), four digits and more in pairs,
with a breath between; desks are read as people count. A clip's name is the name of its file without its ending.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

CHIME = "chime"
INVITE = "moi-so"
TO_DESK = "den-quay-so"
YOUR_NUMBER = "so-cua-ong-ba-la"
PLEASE_TO_DESK = "moi-den-quay-so"
OR = "hoac"
TOUCH = "moi-cham-de-lay-so"
"""What a kiosk says that shows no number yet."""
BREATH = "-"
"""Between two pairs of digits: no clip, a short silence."""
PAUSE = ","
"""Where a comma stands: no clip, a longer silence."""

MOST_DESKS = 3
MOST_COUNTED = 999
"""The highest desk that is read as people count; above, digit by digit."""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_TEN, _TENS, _HUNDRED, _ODD, _ONE_AFTER, _FOUR_AFTER, _FIVE_AFTER = (
    "muoi",
    "muoi-chuc",
    "tram",
    "linh",
    "mot-sau",
    "tu-sau",
    "lam-sau",
)


class ClipKind(StrEnum):
    """What a clip says."""

    PHRASE = "phrase"
    DIGIT = "digit"
    COUNT = "count"  # the words that only desk numbers need
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Clip:
    """One recording of the bank: what it says, and how it is written on the screen."""

    name: str
    kind: ClipKind
    words: str
    written: str


def _letters() -> dict[str, tuple[str, str]]:
    """Return letter → (clip, how it is said). Vietnamese letters are named as they are typed in Telex."""
    latin = (
        "a, bê, xê, đê, e, ép, giê, hát, i, gi, ca, e lờ, em mờ, en nờ, o, pê, quy, e rờ, ét sì, tê, u, vê, vê kép, "
        "ích xì, y dài, dét"
    )
    letters = {chr(97 + at): (chr(97 + at), said) for at, said in enumerate(latin.split(", "))}
    own = {"ă": "aw", "â": "aa", "đ": "dd", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw"}
    said = {"ă": "á", "â": "ớ", "đ": "đê", "ê": "ê", "ô": "ô", "ơ": "ơ", "ư": "ư"}
    return letters | {letter: (clip, said[letter]) for letter, clip in own.items()}


_LETTERS: Mapping[str, tuple[str, str]] = MappingProxyType(_letters())
_PHRASES = {
    CHIME: "tiếng chuông",
    INVITE: "mời số",
    TO_DESK: "đến quầy số",
    YOUR_NUMBER: "số của ông bà là",
    PLEASE_TO_DESK: "mời đến quầy số",
    OR: "hoặc",
    TOUCH: "mời ông bà chạm vào ô có việc cần làm để lấy số",
}
_COUNTS = {
    _TEN: "mười",
    _TENS: "mươi",
    _HUNDRED: "trăm",
    _ODD: "linh",
    _ONE_AFTER: "mốt",
    _FOUR_AFTER: "tư",
    _FIVE_AFTER: "lăm",
}

CLIPS: tuple[Clip, ...] = (
    *(Clip(name, ClipKind.PHRASE, words, words.capitalize()) for name, words in _PHRASES.items()),
    *(Clip(str(digit), ClipKind.DIGIT, words, str(digit)) for digit, words in enumerate(_DIGITS)),
    *(Clip(name, ClipKind.COUNT, words, words.capitalize()) for name, words in _COUNTS.items()),
    *(Clip(name, ClipKind.LETTER, words, letter.upper()) for letter, (name, words) in sorted(_LETTERS.items())),
)
"""Every clip that any call may need, in the order of the office's own list."""
_SAID = {clip.name: clip.words for clip in CLIPS}


def call_words(label: str, desk: int) -> tuple[str, ...]:
    """Return the clips of one call in order, without the chime; a sign that has none stands as itself."""
    return (INVITE, *_signs(label), PAUSE, TO_DESK, *_counted(desk))


def call_sentence(label: str, desk: int) -> str:
    """Return the call as a sentence, e.g. ``Mời số A không một hai, đến quầy số ba``."""
    return _sentence(call_words(label, desk))


def kiosk_words(label: str, desks: Sequence[int] = ()) -> tuple[str, ...]:
    """Return what a kiosk reads aloud: the number on its screen, or (``label`` empty) what to do.

    Many desks are left out: the board says which one when the number is called.
    """
    if not label:
        return (TOUCH,)
    return ticket_words(label, desks if len(desks) <= MOST_DESKS else ())


def ticket_words(label: str, desks: Sequence[int] = ()) -> tuple[str, ...]:
    """Return the clips that read a new ticket aloud; ``desks`` are where it may be called, none to leave them out."""
    return (YOUR_NUMBER, *_signs(label), *_where(desks))


def _where(desks: Sequence[int]) -> tuple[str, ...]:
    if not desks:
        return ()
    words = [PAUSE, PLEASE_TO_DESK]
    for at, desk in enumerate(desks):
        if at:
            words.extend((OR,) if at == len(desks) - 1 else (PAUSE,))
        words.extend(_counted(desk))
    return tuple(words)


def _signs(label: str) -> tuple[str, ...]:
    """Letters by their names, then the digits; from four digits on in pairs, from the end."""
    signs = [sign for sign in unicodedata.normalize("NFC", label).lower() if sign.isalnum()]
    words: list[str] = []
    left = sum(sign.isdecimal() for sign in signs)
    paired = left > 3
    for sign, before in zip(signs, ["", *signs], strict=False):
        if paired and sign.isdecimal() and left % 2 == 0 and before.isdecimal():
            words.append(BREATH)
        left -= sign.isdecimal()
        words.append(_clip_of(sign))
    return tuple(words)


def _clip_of(sign: str) -> str:
    if sign.isdecimal():
        return str(int(sign))
    if sign not in _LETTERS:  # "Á" is said as "a"
        sign = unicodedata.normalize("NFD", sign)[0]
    return _LETTERS[sign][0] if sign in _LETTERS else sign


def _counted(number: int) -> tuple[str, ...]:
    """A desk as people count: 10 mười, 15 mười lăm, 21 hai mươi mốt, 105 một trăm linh năm."""
    if not 0 <= number <= MOST_COUNTED:
        return tuple(str(abs(number)))
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest)
    head = (str(hundreds), _HUNDRED)
    if rest == 0:
        return head
    return (*head, *((_ODD, str(rest)) if rest < 10 else _below_hundred(rest)))


def _below_hundred(number: int) -> tuple[str, ...]:
    tens, ones = divmod(number, 10)
    if tens == 0:
        return (str(ones),)
    head = (_TEN,) if tens == 1 else (str(tens), _TENS)
    if ones == 0:
        return head
    changed = {5: _FIVE_AFTER} if tens == 1 else {1: _ONE_AFTER, 4: _FOUR_AFTER, 5: _FIVE_AFTER}
    return (*head, changed.get(ones, str(ones)))


def _sentence(words: Sequence[str]) -> str:
    """Write the words; letters of the number stay letters."""
    letters = {name: letter.upper() for letter, (name, _) in _LETTERS.items()}
    written = [letters.get(word, _SAID.get(word, word.upper())) for word in words if word != BREATH]
    text = " ".join(written).replace(f" {PAUSE}", PAUSE)
    return text[:1].upper() + text[1:]
