"""What can be said of a person's or an organisation's number, birth and phone: doubts that warn and never forbid.

A personal number is province of birth, sex and century, year of birth, chance (Decree 137/2015/NĐ-CP art. 13). The
provinces keep the 63 codes of before 01/07/2025: a number does not change when provinces are joined.
"""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from counter_app.domain.citizen_card import Mismatch, Sex, check_identity_number, identity_mismatches
from counter_app.domain.dossier_facts import PersonKind
from counter_app.errors import Code, CounterError

PERSONAL_DIGITS = 12
EXERCISE = "000"
"""Begins the numbers of nobody: training, demonstrations, tests."""

_PASSPORT = re.compile(r"[A-Z]{1,2}[0-9]{6,8}")
_TAX = re.compile(r"[0-9]{10}([0-9]{3})?")
_HOUSEHOLD = re.compile(r"[0-9]{12}")  # a household business is numbered by its owner since 01/07/2025
_MOBILE = re.compile(r"0[35789][0-9]{8}")
_LANDLINE = re.compile(r"02[0-9]{9}")
_ABROAD = re.compile(r"\+(?!84)[0-9]{8,14}")
_SEPARATORS = re.compile(r"[\s.\-()]")

PROVINCES: Mapping[str, str] = {
    "001": "Hà Nội",
    "002": "Hà Giang",
    "004": "Cao Bằng",
    "006": "Bắc Kạn",
    "008": "Tuyên Quang",
    "010": "Lào Cai",
    "011": "Điện Biên",
    "012": "Lai Châu",
    "014": "Sơn La",
    "015": "Yên Bái",
    "017": "Hòa Bình",
    "019": "Thái Nguyên",
    "020": "Lạng Sơn",
    "022": "Quảng Ninh",
    "024": "Bắc Giang",
    "025": "Phú Thọ",
    "026": "Vĩnh Phúc",
    "027": "Bắc Ninh",
    "030": "Hải Dương",
    "031": "Hải Phòng",
    "033": "Hưng Yên",
    "034": "Thái Bình",
    "035": "Hà Nam",
    "036": "Nam Định",
    "037": "Ninh Bình",
    "038": "Thanh Hóa",
    "040": "Nghệ An",
    "042": "Hà Tĩnh",
    "044": "Quảng Bình",
    "045": "Quảng Trị",
    "046": "Thừa Thiên Huế",
    "048": "Đà Nẵng",
    "049": "Quảng Nam",
    "051": "Quảng Ngãi",
    "052": "Bình Định",
    "054": "Phú Yên",
    "056": "Khánh Hòa",
    "058": "Ninh Thuận",
    "060": "Bình Thuận",
    "062": "Kon Tum",
    "064": "Gia Lai",
    "066": "Đắk Lắk",
    "067": "Đắk Nông",
    "068": "Lâm Đồng",
    "070": "Bình Phước",
    "072": "Tây Ninh",
    "074": "Bình Dương",
    "075": "Đồng Nai",
    "077": "Bà Rịa – Vũng Tàu",
    "079": "TP. Hồ Chí Minh",
    "080": "Long An",
    "082": "Tiền Giang",
    "083": "Bến Tre",
    "084": "Trà Vinh",
    "086": "Vĩnh Long",
    "087": "Đồng Tháp",
    "089": "An Giang",
    "091": "Kiên Giang",
    "092": "Cần Thơ",
    "093": "Hậu Giang",
    "094": "Sóc Trăng",
    "095": "Bạc Liêu",
    "096": "Cà Mau",
}
"""The province of birth by a number's first three digits."""


class Doubt(StrEnum):
    """Something that is probably a slip of the hand; the officer decides."""

    PROVINCE = "province"  # no province has this code
    SEX = "sex"
    BIRTH_YEAR = "birth-year"
    OLD_NUMBER = "old-number"  # nine digits: the identity card of before 2016
    BIRTH_IN_FUTURE = "birth-in-future"
    PHONE = "phone"
    TAX_NUMBER = "tax-number"
    SAME_PERSON = "same-person"  # the authorised person is the applicant


_MISMATCHES = {Mismatch.SEX: Doubt.SEX, Mismatch.BIRTH_YEAR: Doubt.BIRTH_YEAR}


def normal_number(text: str, kind: PersonKind = PersonKind.CITIZEN) -> str:
    """Return a typed number as it is kept; empty stays empty.

    A citizen has 12 digits, 9 (old card), or a passport's letters and digits; else APPLICANT_ID_INVALID is raised.
    An organisation's number is kept as it is typed, in capitals and without spaces.
    """
    bare = "".join(text.split()).upper()
    if not bare or kind is not PersonKind.CITIZEN:
        return bare
    if _PASSPORT.fullmatch(bare):
        return bare
    try:
        return check_identity_number(bare)
    except CounterError:
        raise CounterError(Code.APPLICANT_ID_INVALID, number=text) from None


def province_of_birth(number: str) -> str:
    """The province that a 12-digit number was first registered in, under its name of then; "" if none is known."""
    return PROVINCES.get(number[:3], "") if len(number) == PERSONAL_DIGITS else ""


def number_doubts(
    number: str, kind: PersonKind = PersonKind.CITIZEN, birth: date | None = None, sex: Sex | None = None
) -> tuple[Doubt, ...]:
    """What does not fit in a number that ``normal_number`` gave."""
    if not number or kind is PersonKind.STATE_AGENCY:
        return ()
    if kind is not PersonKind.CITIZEN:
        known = _TAX.fullmatch(number.replace("-", "")) or _HOUSEHOLD.fullmatch(number)
        return () if known else (Doubt.TAX_NUMBER,)
    if _PASSPORT.fullmatch(number):
        return ()
    if len(number) != PERSONAL_DIGITS:
        return (Doubt.OLD_NUMBER,)
    unknown = not number.startswith(EXERCISE) and number[:3] not in PROVINCES
    found = [Doubt.PROVINCE] if unknown else []
    return (*found, *(_MISMATCHES[one] for one in identity_mismatches(number, birth, sex)))


def birth_doubts(birth: date, today: date) -> tuple[Doubt, ...]:
    """Whether a day of birth has not come yet."""
    return (Doubt.BIRTH_IN_FUTURE,) if birth > today else ()


def phone_doubts(text: str) -> tuple[Doubt, ...]:
    """Whether a phone number has no shape known here: mobile 10 digits, landline 11, abroad with + and its country."""
    bare = _SEPARATORS.sub("", text)
    home = "0" + bare[3:] if bare.startswith("+84") else bare
    known = not bare or any(shape.fullmatch(home) for shape in (_MOBILE, _LANDLINE, _ABROAD))
    return () if known else (Doubt.PHONE,)


def same_person(name: str, identity: str, other_name: str, other_identity: str) -> bool:
    """Whether two are one: by their numbers if both have one, else by their names."""
    if identity and other_identity:
        return identity == other_identity
    return bool(name) and " ".join(name.casefold().split()) == " ".join(other_name.casefold().split())
