"""What an entry says of citizens' data that left the screens: on a list, or for the citizen."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PrivacyAct(StrEnum):
    """What was done with the data."""

    LISTED = "listed"  # a list with whole identity numbers and telephones
    GIVEN = "given"  # to the person whose data it is, on request


@dataclass(frozen=True, slots=True)
class PrivacyActed:
    """An officer did so, for a reason; ``count`` is of rows or dossiers, ``about`` says which list it was."""

    act: PrivacyAct
    officer: str
    reason: str
    count: int = 0
    about: str = ""


PRIVACY_KINDS: dict[str, type] = {"privacy.acted": PrivacyActed}


@dataclass(frozen=True, slots=True)
class PrivacyRecord:
    """One such act, and when."""

    act: PrivacyAct
    officer: str
    reason: str
    count: int
    about: str
    at: datetime
