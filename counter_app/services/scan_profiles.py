"""The one-click ways to scan, from resources/devices/scan_profiles.json: the same in every office."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

import msgspec

from counter_app.ports import ScanRequest

PLAIN = "plain"


class AfterScan(StrEnum):
    """What is made of the pages once they are scanned."""

    PAGES = "pages"  # each page stays a page
    BOTH_ON_ONE_PAGE = "both_on_one_page"  # the two sides of a card become one A4 page, by documents.card_page


@dataclass(frozen=True, slots=True)
class ScanProfile:
    """One button: what the scanner is asked for, and what is done afterwards; the screens have its words.

    A profile of a card is scanned twice, front and back, one picture from the glass each time.
    """

    key: str
    request: ScanRequest
    after: AfterScan = AfterScan.PAGES

    @property
    def card(self) -> bool:
        """Whether two pictures, front and back, become one page."""
        return self.after is AfterScan.BOTH_ON_ONE_PAGE


@cache
def scan_profiles() -> tuple[ScanProfile, ...]:
    """Return the profiles in the order of their buttons; the first is the usual one."""
    content = (files("resources") / "devices" / "scan_profiles.json").read_bytes()
    return msgspec.json.decode(content, type=tuple[ScanProfile, ...])


def scan_profile(key: str) -> ScanProfile | None:
    """Return the profile with this key, none if no profile has it."""
    return next((profile for profile in scan_profiles() if profile.key == key), None)
