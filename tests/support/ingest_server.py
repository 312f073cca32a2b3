"""A province of several processes, looked at from outside: its processors' time, its memory, its connections."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_PROGRAM = """
import sys, pathlib
from sync.server.keeping import Keeping
from sync.server.program import run_province
if __name__ == "__main__":
    up = lambda port: print(port, flush=True)
    keeping = Keeping(pathlib.Path(sys.argv[1]), sys.argv[2])
    run_province(keeping, "127.0.0.1", 0, workers=int(sys.argv[3]), up=up)
"""


class Server:
    """A running province; ``first`` is the process that the others were started by."""

    def __init__(self, folder: Path, url: str, workers: int) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        script = folder / "serve.py"
        script.write_text(_PROGRAM)
        command = [sys.executable, str(script), str(folder), url, str(workers)]
        environment = os.environ | {"PYTHONPATH": str(Path.cwd())}
        self.first = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)
        assert self.first.stdout is not None
        self.port = int(self.first.stdout.readline())

    def workers(self) -> list[int]:
        """The processes that serve now."""
        children = Path(f"/proc/{self.first.pid}/task/{self.first.pid}/children").read_text().split()
        spawned = [int(one) for one in children if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]
        return spawned or [self.first.pid]

    def cpu_s(self) -> float:
        """Seconds of processor time that they used."""
        stats = [Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split() for one in self.workers()]
        return sum(int(one[11]) + int(one[12]) for one in stats) / _TICKS

    def memory_kb(self) -> int:
        """Kilobytes of memory that are theirs alone."""
        lines = [line for one in self.workers() for line in Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()]
        return sum(int(line.split()[1]) for line in lines if line.startswith("Private_"))

    async def until_connected(self, count: int) -> None:
        """Wait until that many connections are there and all that they sent was read, for a while."""
        quiet = 0
        while quiet < 10:
            lines = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
            theirs = [one for one in lines if int(one[1].rpartition(":")[2], 16) == self.port and one[3] == "01"]
            quiet = quiet + 1 if sum(one[4] == "00000000:00000000" for one in theirs) >= count else 0
            await asyncio.sleep(0.1)

    def end(self) -> int:
        """Tell it to stop; returns its exit code."""
        self.first.terminate()
        return self.first.wait(20)


@contextmanager
def serving(folder: Path, url: str, workers: int) -> Iterator[Server]:
    """A province that is gone at the end."""
    made = Server(folder, url, workers)
    try:
        yield made
    finally:
        made.first.terminate()
        try:
            made.first.wait(20)
        except subprocess.TimeoutExpired:
            made.first.kill()
            made.first.wait()
        assert made.first.stdout is not None
        made.first.stdout.close()
