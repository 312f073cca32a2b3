"""Names and numbers as others may see them: enough to tell two apart at a glance, too little to use."""

DOTS = "••••"
_WHOLE = 12
"""Digits of an identity number; of a shorter one only the end is shown."""


def masked_name(name: str) -> str:
    """``Nguyễn Văn An`` as ``Nguyễn V. A.``; of a single word only its initial stays."""
    first, *others = name.split() or [""]
    if not others:
        return f"{first[:1]}." if first else ""
    return " ".join((first, *(f"{word[0]}." for word in others)))


def masked_number(number: str) -> str:
    """``000152000417`` as ``0001••••0417``; of anything shorter the last three signs."""
    plain = "".join(number.split())
    if not plain:
        return ""
    if len(plain) < _WHOLE:
        return DOTS + plain[-3:] if len(plain) > 6 else DOTS
    return plain[:4] + DOTS + plain[-4:]


def masked_phone(phone: str) -> str:
    """``0905 000 417`` as ``090••••417``."""
    plain = "".join(sign for sign in phone if sign.isalnum() or sign == "+")
    if not plain:
        return ""
    return plain[:3] + DOTS + plain[-3:] if len(plain) > 8 else DOTS


def masked_mail(address: str) -> str:
    """``hoa@x.example`` as ``h••••@x.example``."""
    user, at, host = address.partition("@")
    return f"{user[:1]}{DOTS}{at}{host}" if address else ""
