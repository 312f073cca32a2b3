"""The program dies by a signal of the system: the next start says so, and the report names no citizen."""

import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from counter_app.bootstrap import set_up_station
from counter_app.crash_reports import crash_reports
from counter_app.crash_watch import sudden_ends
from counter_app.demo.commune import new_station
from counter_app.settings import Role, Settings, save_settings

READY_S = 120.0


class Program:
    """``counter-app desk`` without a screen."""

    def __init__(self, folder: Path) -> None:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        words = [sys.executable, "-m", "counter_app", "desk", "--data", str(folder)]
        self.process = subprocess.Popen(
            words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, bufsize=1
        )
        self.lines: list[str] = []

    def ready(self) -> list[str]:
        """Wait until it is, and return what it said so far."""
        assert self.process.stdout is not None
        end = time.monotonic() + READY_S
        while "event=ready" not in self.lines:
            found, _, _ = select.select([self.process.stdout], [], [], max(0.0, end - time.monotonic()))
            assert found, f"not ready: {self.lines}"
            line = self.process.stdout.readline()
            assert line, f"ended: {self.lines}"
            self.lines.append(line.strip())
        return self.lines

    def end(self, by: signal.Signals) -> int:
        self.process.send_signal(by)
        self.process.communicate(timeout=READY_S)
        return self.process.returncode


DIES = """
import os, signal, sys
from pathlib import Path
from counter_app.crash_watch import expect_sudden_end
expect_sudden_end(Path(sys.argv[1]), "desk")
os.kill(os.getpid(), signal.SIGSEGV)
"""


@pytest.mark.expects_log("event=ended_suddenly")
def test_the_start_after_a_sudden_end_tells_of_it_and_leaves_a_report_when_it_dies_itself(tmp_path: Path) -> None:
    set_up_station(tmp_path, new_station())
    save_settings(tmp_path, Settings(roles=(Role.DESK,)))
    died = subprocess.run([sys.executable, "-c", DIES, str(tmp_path)], check=False, timeout=READY_S)
    assert died.returncode == -signal.SIGSEGV
    assert crash_reports(tmp_path) == ()
    desk = Program(tmp_path)
    lines = desk.ready()
    [first] = crash_reports(tmp_path)
    assert f"event=ended_before id={first.number}" in lines
    assert desk.end(signal.SIGSEGV) == -signal.SIGSEGV
    [second] = sudden_ends(tmp_path)
    assert (second.what, second.sudden) == ("Segmentation fault", True)
    assert "shell/program.py" in second.text  # where the thread was that died
    assert "command: windows" in second.text
    assert second.number != first.number
