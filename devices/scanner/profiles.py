"""What SANE's drivers call their sources and modes: resources/devices/scanners.json.

SANE leaves these words to each driver: one says ``ADF``, the next ``Automatic Document Feeder(left aligned)``. The
words in the file are regular expressions, the best first.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec

from counter_app.ports import ScanMode


@dataclass(frozen=True, slots=True)
class DriverWords:
    """The words by which a driver's feeder, its duplex feeder, its glass and its colour modes are known.

    ``duplex_options`` are, for drivers whose feeder is one source for both: the option, its value for both sides and
    its value for one.
    """

    feeder: tuple[str, ...]
    duplex: tuple[str, ...]
    glass: tuple[str, ...]
    duplex_options: tuple[tuple[str, str, str], ...]
    modes: Mapping[ScanMode, tuple[str, ...]]


@cache
def driver_words() -> DriverWords:
    """Read the file, once."""
    content = (files("resources") / "devices" / "scanners.json").read_bytes()
    return msgspec.json.decode(content, type=DriverWords)


def pick(offered: Sequence[str], patterns: Sequence[str]) -> str | None:
    """Return the offered word that fits the best pattern, none if no word fits any."""
    for pattern in patterns:
        for word in offered:
            if re.search(pattern, word, re.IGNORECASE):
                return word
    return None
