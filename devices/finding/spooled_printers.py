"""Printers of the system: CUPS by ``lpstat -e``; Windows by PowerShell, unverified."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence

from counter_app.errors import Code, CounterError
from counter_app.ports import DeviceKind
from devices.finding.found import FoundDevice, Where
from devices.settings import TransportKind

_CUPS = ("lpstat", "-e")
_WINDOWS = ("powershell", "-NoProfile", "-NonInteractive", "-Command", "Get-Printer | ForEach-Object Name")
_MOST = 200


def find_spooled(
    seconds: float, command: Sequence[str] = (), environment: Mapping[str, str] | None = None
) -> Sequence[FoundDevice]:
    """Return the printers that the system knows by name. Raises PROGRAM_MISSING, SEARCH_TIMED_OUT.

    A server that does not run lists no printers; that is none found.
    """
    asked = list(command) or list(_WINDOWS if sys.platform == "win32" else _CUPS)
    try:
        done = subprocess.run(
            asked,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            check=False,
            env={**os.environ, **(environment or {}), "LC_ALL": "C.UTF-8"},
        )
    except OSError:
        raise CounterError(Code.PROGRAM_MISSING, program=asked[0]) from None
    except subprocess.TimeoutExpired:
        raise CounterError(Code.SEARCH_TIMED_OUT, where=Where.SPOOL, seconds=round(seconds)) from None
    names = done.stdout.decode("utf-8", "replace").splitlines() if done.returncode == 0 else []
    said = [name.strip() for name in names if name.strip() and name.isprintable()]
    return [FoundDevice((DeviceKind.PRINTER,), name, TransportKind.SPOOL, name) for name in said[:_MOST]]
