"""What the program asks of the printing of a system, whichever it is."""

from dataclasses import dataclass
from typing import Protocol

from counter_app.errors import Code


@dataclass(frozen=True, slots=True)
class QueueState:
    """How a printer of the system is: what stops it, or what will soon."""

    fault: Code | None = None
    warning: Code | None = None


class Spooler(Protocol):
    """Takes jobs for the printers of the system. Every call ends within seconds; any thread may interrupt."""

    def state(self, queue: str) -> QueueState:
        """Ask how a printer is. Raises DEVICE_ABSENT, SPOOLER_ABSENT, DEVICE_SILENT."""
        ...

    def send(self, queue: str, data: bytes) -> str:
        """Hand a job over, as it stands, and return its name.

        Raises DEVICE_LOST when it was refused, DEVICE_SILENT when nobody knows.
        """
        ...

    def waits(self, queue: str, job: str) -> bool:
        """Say whether a job is not through yet. Raises DEVICE_SILENT, SPOOLER_ABSENT."""
        ...

    def cancel(self, queue: str, job: str) -> None:
        """Take a job back; harmless when it is through. Raises DEVICE_SILENT."""
        ...

    def interrupt(self) -> None:
        """End what waits in another thread, now and later."""
        ...
