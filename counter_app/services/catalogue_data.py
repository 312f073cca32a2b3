"""The catalogue that the program ships, from resources/catalogue."""

from importlib.resources import files

import msgspec

from counter_app.domain.procedures import Procedure, ServiceGroup


def load_groups() -> tuple[ServiceGroup, ...]:
    """Return the kiosk's service groups in their order."""
    return msgspec.json.decode(_read("groups.json"), type=tuple[ServiceGroup, ...])


def load_procedures() -> tuple[Procedure, ...]:
    """Return the procedures in the order of their groups, the often asked first."""
    return msgspec.json.decode(_read("procedures.json"), type=tuple[Procedure, ...])


def _read(name: str) -> bytes:
    return (files("resources") / "catalogue" / name).read_bytes()
