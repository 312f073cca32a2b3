"""Text as people search for it: without diacritics, without capitals."""

import unicodedata

_LETTERS_WITHOUT_DECOMPOSITION = str.maketrans({"đ": "d", "Đ": "d"})


def fold(text: str) -> str:
    """Return ``text`` in lower case, without diacritics, its spaces collapsed: ``Đăng ký`` becomes ``dang ky``."""
    # Twice, because lowering a capital may bring a combining mark back (İ).
    bare = _without_marks(_without_marks(text).lower())
    return " ".join(bare.translate(_LETTERS_WITHOUT_DECOMPOSITION).split())


def tidy(text: str) -> str:
    """Return typed words with single spaces, none at the ends."""
    return " ".join(text.split())


def _without_marks(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
