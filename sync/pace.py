"""How fast and how patiently a station copies."""

from dataclasses import dataclass, field

from sync.channel import Backoff


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast and how patiently; seconds and entries."""

    backoff: Backoff = field(default_factory=Backoff)
    poll_s: float = 25.0
    batch_s: float = 5.0
    first_batch: int = 100
    ask_again_s: float = 3600.0
