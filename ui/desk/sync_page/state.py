"""What the page Đồng bộ shows."""

from dataclasses import dataclass
from datetime import datetime

from counter_app.services.housekeeping import HousekeepingSummary
from counter_app.services.sync_aside import AsideList
from counter_app.services.sync_overview import SyncOverview
from sync.link import SyncStatus


@dataclass(frozen=True, slots=True)
class SyncState:
    """``link`` is None where this machine has no link to a province; ``overview`` until it was read.

    ``url`` is the province's address as the settings say now; ``relay`` is the name of the office's machine that passes
    on what this one writes. ``most_bytes`` is how much waited when this stretch of sending began.
    ``disk`` is None until it was read.
    """

    now: datetime
    link: SyncStatus | None = None
    overview: SyncOverview | None = None
    url: str = ""
    relay: str = ""
    most_bytes: int = 0
    disk: HousekeepingSummary | None = None

    @property
    def entries(self) -> int:
        """How many entries wait; as the journal says, once it was asked."""
        return self.overview.entries if self.overview else self.link.waiting if self.link else 0

    @property
    def papers(self) -> int:
        """How many papers wait."""
        return self.overview.papers if self.overview else self.link.blobs_waiting if self.link else 0

    @property
    def bytes(self) -> int:
        """How much of the papers still has to go."""
        waiting = self.overview.bytes if self.overview else self.link.bytes_waiting if self.link else 0
        return max(0, waiting - (self.link.bytes_sent if self.link else 0))

    @property
    def aside(self) -> AsideList:
        """What the province has and did not take in order."""
        return self.overview.aside if self.overview else AsideList()

    @property
    def oldest(self) -> datetime | None:
        """When the oldest of what waits was written."""
        return self.overview.oldest if self.overview else self.link.oldest if self.link else None

    @property
    def share(self) -> float | None:
        """How much of this stretch has gone, from 0 to 1; None where nothing is under way."""
        if self.link is None or not self.link.up or not self.papers or self.most_bytes <= 0:
            return None
        return min(1.0, max(0.0, 1 - self.bytes / self.most_bytes))
