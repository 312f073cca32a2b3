"""Text from outside, made fit for one line of paper."""

import unicodedata


def printable(text: str) -> str:
    """Return a text composed (NFC: the fonts have ế, not e with two marks), on one line, without control characters."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join("".join(" " if unicodedata.category(c) in ("Cc", "Cs", "Cn") else c for c in composed).split())
