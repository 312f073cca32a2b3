"""A stand-in for ``lp``, ``lpstat`` and ``cancel``: same words, same output, same exit codes as CUPS 2.4.

Runs as a program of its own, so that the real code around CUPS runs too. The folder holds ``state.json`` (the queue,
the printer's address, what stops it) and the jobs that are not through, ``<queue>-<number>``.
"""

import contextlib
import json
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_SEND_S = 2.0


def main(arguments: Sequence[str]) -> int:
    """Do what ``<folder> lp|lpstat|cancel <words>`` asks, and return the exit code."""
    folder, program, *words = arguments
    state: dict[str, Any] = json.loads(Path(folder, "state.json").read_text("utf-8"))
    if state["down"]:
        return _refused("lpstat: Invalid destination name in list." if words[:1] != ["-r"] else "", state)
    return {"lp": _lp, "lpstat": _lpstat, "cancel": _cancel}[program](Path(folder), state, words)


def print_job(state: dict[str, Any], job: Path) -> None:
    """Send a job to the printer, and forget it."""
    host, _, port = state["address"].rpartition(":")
    with socket.create_connection((host, int(port)), _SEND_S) as line:
        line.sendall(job.read_bytes())
    job.unlink()


def _lp(folder: Path, state: dict[str, Any], words: Sequence[str]) -> int:
    if state["queue"] not in words:
        return _refused("lp: Error - The printer or class does not exist.", state)
    number = len(list(folder.glob("done/*"))) + 1
    job = folder / f"{state['queue']}-{number}"
    job.write_bytes(sys.stdin.buffer.read())
    (folder / "done" / str(number)).touch()
    print(f"request id is {job.name} (0 file(s))")
    if not state["alerts"]:
        with contextlib.suppress(OSError):  # the printer is away: the job waits
            print_job(state, job)
    return 0


def _lpstat(folder: Path, state: dict[str, Any], words: Sequence[str]) -> int:
    queue = state["queue"]
    if words == ["-r"]:
        print("scheduler is running")
        return 0
    if queue not in words:
        return _refused(f'lpstat: Invalid destination name in list "{words[-1]}".', state)
    if "-o" in words:
        for job in sorted(folder.glob(f"{queue}-*")):
            print(f"{job.name:<23} root {job.stat().st_size:>14}   Mon Nov 23 08:55:00 2026")
        return 0
    alerts = state["alerts"]
    paused = "disabled since Mon Nov 23 08:55:00 2026 -\n\tPaused"
    said = paused if "paused" in alerts else "is idle.  enabled since Mon Nov 23 08:55:00 2026"
    print(f"printer {queue} {said}\n\tForm mounted:\n\tDescription: {queue}\n\tAlerts: {alerts or 'none'}")
    return 0


def _cancel(folder: Path, state: dict[str, Any], words: Sequence[str]) -> int:
    job = folder / words[-1]
    if not job.exists():
        return _refused("cancel: cancel-job failed: Job is already canceled - can't cancel.", state)
    job.unlink()
    return 0


def _refused(said: str, state: dict[str, Any]) -> int:
    print(said, file=sys.stderr)
    if state["down"]:
        print("scheduler is not running")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
