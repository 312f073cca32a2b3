"""Amounts in Vietnamese words, as "Bằng chữ" of a receipt wants them."""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_POWERS = ((10**6, "triệu"), (10**3, "nghìn"), (1, ""))
_BILLION = 10**9


def dong_in_words(amount: int) -> str:
    """Return an amount in đồng in words, ``Mười lăm nghìn đồng``; a negative one begins with "Âm"."""
    words = f"{'âm ' if amount < 0 else ''}{number_in_words(abs(amount))} đồng"
    return words[0].upper() + words[1:]


def number_in_words(number: int) -> str:
    """Return a number of 0 or more in words: ``một triệu không trăm linh năm nghìn``."""
    return " ".join(_whole(number, leading=True)) if number else _DIGITS[0]


def _whole(number: int, *, leading: bool) -> list[str]:
    """Read a number in groups of nine digits; only the first group leaves out its zeros in front."""
    words: list[str] = []
    if number >= _BILLION:
        words = [*_whole(number // _BILLION, leading=leading), "tỷ"]
        leading = False
    rest = number % _BILLION
    for power, name in _POWERS:
        group = rest // power % 1000
        if group:
            words += [*_group(group, leading=leading), *([name] if name else [])]
            leading = False
    return words


def _group(group: int, *, leading: bool) -> list[str]:
    hundreds, tens, units = group // 100, group // 10 % 10, group % 10
    words = [] if leading and not hundreds else [_DIGITS[hundreds], "trăm"]
    if tens == 1:
        words.append("mười")
    elif tens:
        words += [_DIGITS[tens], "mươi"]
    elif units and words:
        words.append("linh")
    return [*words, *([_unit(tens, units)] if units else [])]


def _unit(tens: int, units: int) -> str:
    if tens and units == 5:
        return "lăm"
    if tens > 1 and units in (1, 4):
        return "mốt" if units == 1 else "tư"
    return _DIGITS[units]
