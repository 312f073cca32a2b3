"""The QR code of the citizen identity card: a convenience for typing, not a proof of identity.

Seven fields divided by ``|``: number, old number, name, birth (ddMMyyyy), sex, residence, issue (ddMMyyyy).
Cards issued since 2024 carry more; those are kept as they come. The number has no check digit: its fourth
digit says sex and century, the fifth and sixth the year of birth (Decree 137/2015/NĐ-CP).
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from counter_app.domain.text import fold
from counter_app.errors import Code, CounterError

FIELDS = 7
LONGEST = 2_000
"""Signs of a whole card: the largest code has 2,953 bytes, and names and places are Vietnamese."""

_IDENTITY = re.compile(r"[0-9]{12}")
_OLD_IDENTITY = re.compile(r"[0-9]{9}")
_DATE = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")
_REPLACEMENT = "\ufffd"


class Sex(StrEnum):
    """Sex as the card states it."""

    MALE = "male"
    FEMALE = "female"


class Mismatch(StrEnum):
    """What the number says otherwise than the card's text; a warning, not an error."""

    SEX = "sex"
    BIRTH_YEAR = "birth-year"


_SEXES = {"nam": Sex.MALE, "nu": Sex.FEMALE}


@dataclass(frozen=True, slots=True)
class CitizenCard:
    """What one scan of a card gave; ``extra`` are the fields after the seventh, untouched."""

    number: str
    old_number: str
    full_name: str
    birth: date
    sex: Sex
    residence: str
    issued: date | None
    extra: tuple[str, ...] = ()


def parse_card(line: str) -> CitizenCard:
    """Read one line of a card reader.

    Raises CounterError: CARD_TEXT (the reader is not in UTF-8), CARD_FIELDS, CARD_NUMBER, CARD_DATE.
    """
    text = unicodedata.normalize("NFC", line.strip("\ufeff\r\n\t \x02\x03"))
    if _REPLACEMENT in text or len(text) > LONGEST:
        raise CounterError(Code.CARD_TEXT)
    fields = tuple(text.split("|"))
    if len(fields) < FIELDS:
        raise CounterError(Code.CARD_FIELDS, found=len(fields), needed=FIELDS)
    number, old_number, name, birth, sex, residence, issued = (field.strip() for field in fields[:FIELDS])
    if _IDENTITY.fullmatch(number) is None:
        raise CounterError(Code.CARD_NUMBER)
    return CitizenCard(
        number=number,
        old_number=old_number,
        full_name=_name(name),
        birth=_date(birth, "birth"),
        sex=_sex(sex),
        # Signs that turn the direction of reading would show another place than there is.
        residence=" ".join("".join(sign for sign in residence if unicodedata.category(sign) != "Cf").split()),
        issued=_date(issued, "issued") if issued else None,
        extra=fields[FIELDS:],
    )


def check_identity_number(number: str) -> str:
    """Return a typed number without spaces and dots: 12 digits, or the 9 of the old card.

    Raises CounterError APPLICANT_ID_INVALID.
    """
    bare = re.sub(r"[\s.]", "", number)
    if _IDENTITY.fullmatch(bare) is None and _OLD_IDENTITY.fullmatch(bare) is None:
        raise CounterError(Code.APPLICANT_ID_INVALID, number=number)
    return bare


def identity_mismatches(number: str, birth: date | None, sex: Sex | None) -> tuple[Mismatch, ...]:
    """Compare a 12-digit number with what else is known; nothing can be said of a 9-digit one."""
    if _IDENTITY.fullmatch(number) is None:
        return ()
    sign = int(number[3])
    found: list[Mismatch] = []
    if sex is not None and sex is not (Sex.FEMALE if sign % 2 else Sex.MALE):
        found.append(Mismatch.SEX)
    if birth is not None and birth.year != 1900 + sign // 2 * 100 + int(number[4:6]):
        found.append(Mismatch.BIRTH_YEAR)
    return tuple(found)


def _name(text: str) -> str:
    # A reader in a wrong code page turns letters into signs: no name has a digit, a question mark or a control sign.
    if not text or any(not (char.isalpha() or char in " '.-’" or unicodedata.combining(char)) for char in text):
        raise CounterError(Code.CARD_TEXT)
    return " ".join(text.split())


def _sex(text: str) -> Sex:
    sex = _SEXES.get(fold(text))
    if sex is None:
        raise CounterError(Code.CARD_TEXT)
    return sex


def _date(text: str, field: str) -> date:
    found = _DATE.fullmatch(text)
    if found is None:
        raise CounterError(Code.CARD_DATE, field=field)
    day, month, year = (int(part) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        raise CounterError(Code.CARD_DATE, field=field) from None
