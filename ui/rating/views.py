"""What the rating screen shows."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Who sits where: the officer as the sign at the desk says, and the number being served."""

    office: str
    desk: int
    officer: str
    title: str
    label: str
    now: datetime
    """Local time."""
