"""The table of docs/permissions.md, as the services ask it: ``python -m tests.support.permission_table``."""

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import get_type_hints

from counter_app.domain.facts import Duty
from counter_app.domain.places import Officer
from counter_app.services.bundle import Services
from counter_app.services.permissions import NEEDS, Need, Who
from tests.support.conflict_table import filled

PAGE = Path(__file__).parents[2] / "docs" / "permissions.md"
_SIGNS = {Who.MACHINE: "the machine", Who.OFFICER: "any officer", Who.DUTY: "duty", Who.OWN: "own, or duty"}


def public_methods() -> set[str]:
    """Every public method of every service of the bundle, as ``service.method``."""
    return {f"{name}.{method}" for name, service in services() for method in _methods(service)}


def services() -> Iterator[tuple[str, type]]:
    """The services of the bundle, by their names there."""
    for name, service in get_type_hints(Services).items():
        if service.__module__.startswith("counter_app.services."):
            yield name, service


def _methods(service: type) -> Iterator[str]:
    for name, found in vars(service).items():
        if not name.startswith("_") and inspect.isfunction(found):
            yield name


def may(need: Need, duty: Duty) -> bool:
    """Whether an officer with ``duty`` alone may, whose own it is not."""
    only = Officer("x", "", "", "", "", (duty,))
    return not need.duties or any(only.may(one) for one in need.duties)


def table() -> str:
    """A row a need of a service: its methods, and a sign under each duty that is enough by itself."""
    heads = [f" {duty.value} |" for duty in Duty]
    rows = ["| service | methods | who |" + "".join(heads), "| --- | --- | --- |" + " :-: |" * len(heads)]
    for (service, need), methods in _grouped().items():
        signs = "".join(" · |" if need.who is Who.MACHINE else f" {'✓' if may(need, duty) else '–'} |" for duty in Duty)
        listed = ", ".join(f"`{one}`" for one in methods)
        rows.append(f"| `{service}` | {listed} | {_SIGNS[need.who]} |{signs}")
    return "\n".join(rows)


def _grouped() -> dict[tuple[str, Need], list[str]]:
    found: dict[tuple[str, Need], list[str]] = {}
    for name, need in NEEDS.items():
        service, _, method = name.partition(".")
        found.setdefault((service, need), []).append(method)
    return found


def page() -> str:
    """The page with its table made anew."""
    return filled(PAGE.read_text(encoding="utf-8"), {"permissions": table()})


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
