"""When and where an office's copies are made, and the names they bear."""

from dataclasses import dataclass

EVERY_HOURS = (1, 168)
KEEP = (2, 400)
"""The least and the most that may be chosen."""


@dataclass(frozen=True, slots=True)
class BackupPlan:
    """Where copies go (empty: none are made by themselves), how often, and how many stay."""

    folder: str = ""
    every_hours: int = 4
    keep: int = 14

    def bounded(self) -> "BackupPlan":
        """Return the plan with numbers that make sense, whatever a file said."""
        return BackupPlan(self.folder.strip(), _within(self.every_hours, EVERY_HOURS), _within(self.keep, KEEP))


def _within(value: int, bounds: tuple[int, int]) -> int:
    return max(bounds[0], min(value, bounds[1]))
