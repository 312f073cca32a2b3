"""One picture of the desk's window, opened for it and put away after it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypedDict, Unpack

from counter_app.demo.commune import LEADER
from counter_app.services.bundle import Services
from devices.fleet import Devices
from ui.desk.window import DeskWindow
from ui.machine import Machine
from ui.shell.pictures import Studio
from ui.tasks import Tasks

_DESK = 3
_SMALL = (1366, 768)


class Seen(TypedDict, total=False):
    """How a window is seen, and by whom; usually small and plain, by the leader."""

    size: tuple[int, int]
    scale: float
    contrast: bool
    officer: str
    devices: Devices | None
    machine: Machine | None


@contextmanager
def pictured(studio: Studio, services: Services, name: str, **seen: Unpack[Seen]) -> Iterator[DeskWindow]:
    """Open a window to be brought to the moment that matters; its picture is taken at the end."""
    studio.look(scale=seen.get("scale", 1.0), contrast=seen.get("contrast", False))
    tasks = Tasks(services.changes)
    who = next(one for one in services.officers.all() if one.id == seen.get("officer", LEADER))
    devices, machine = seen.get("devices"), seen.get("machine")
    window = DeskWindow(services, tasks, devices, None, _DESK, who, choose_folder=lambda _: None, machine=machine)
    studio.show(window, *seen.get("size", _SMALL))
    yield window
    studio.settle(300)
    studio.take(name, window)
    studio.put_away(window)
    tasks.close()
    studio.look()
