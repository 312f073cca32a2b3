"""What an office's machine is told of itself and of the others."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NodeSettings:
    """What the settings say of this station; ``rank`` and ``name`` are from its own entry in the journal.

    Beyond the loopback it answers encrypted.
    """

    office: str
    name: str
    rank: int
    serve: bool
    host: str = "0.0.0.0"  # noqa: S104 - the office's own network; every request is signed
    port: int = 0
    urls: tuple[str, ...] = ()
    find: bool = False
