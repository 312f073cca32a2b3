"""A printing system that is not there: programs like those of CUPS, before the virtual printer."""

import json
import shlex
import sys
from pathlib import Path

from counter_app.ports import DeviceKind
from devices.printer.virtual_spool_program import print_job
from devices.settings import DeviceSettings, TransportKind

QUEUE = "tickets"


class VirtualSpooler:
    """A queue before a printer at ``address``. ``programs`` goes in front of PATH; what it cannot print, it holds."""

    def __init__(self, folder: Path, address: str) -> None:
        self._folder = folder
        self._address = address
        self.programs = folder / "bin"
        (folder / "done").mkdir(parents=True)
        self.programs.mkdir()
        for name in ("lp", "lpstat", "cancel"):
            words = [sys.executable, "-m", "devices.printer.virtual_spool_program", str(folder), name]
            program = self.programs / name
            program.write_text(f'#!/bin/sh\nexec {shlex.join(words)} "$@"\n', "utf-8")
            program.chmod(0o755)
        self.say()

    def settings(self, name: str = "virtual-spooler", width: int = 576) -> DeviceSettings:
        """Return the settings that reach this queue."""
        return DeviceSettings(DeviceKind.PRINTER, name, TransportKind.SPOOL, QUEUE, width=width)

    def say(self, alerts: str = "", *, down: bool = False) -> None:
        """Say ``alerts`` of the printer from now on (IPP's printer-state-reasons), or that nothing runs."""
        state = {"queue": QUEUE, "address": self._address, "alerts": alerts, "down": down}
        part = self._folder / "state.part"
        part.write_text(json.dumps(state), "utf-8")
        part.replace(self._folder / "state.json")

    @property
    def held(self) -> list[Path]:
        """Return the jobs that wait."""
        return sorted(self._folder.glob(f"{QUEUE}-*"))

    def go_on(self) -> None:
        """Print what was held, as after a new roll."""
        self.say()
        for job in self.held:
            print_job({"address": self._address}, job)
