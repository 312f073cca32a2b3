"""From the start of the process to the first painted window, and to the working window; against a bare Qt window."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from counter_app.bootstrap import set_up_station
from counter_app.demo.commune import new_station
from tests.benchmarks.measure import Case, measure, report

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QWidget

class Window(QWidget):
    def paintEvent(self, event):
        print("event=painted", flush=True)

app = QApplication(sys.argv)
window = Window()
window.resize(560, 320)
window.show()
app.exec()
"""
ROUNDS = 10


def until(line: str, *words: str) -> None:
    """Start a process, wait until it has told ``line``, and end it."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.Popen(
        [sys.executable, *words], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdout is not None
    told = process.stdout.readline()
    while told and told.strip() != line:
        told = process.stdout.readline()
    process.kill()  # counted for each case alike: a few milliseconds
    process.wait()
    process.stdout.close()
    assert told, f"ended before {line}"


def main() -> None:
    """Measure and report."""
    with TemporaryDirectory() as folder:
        set_up_station(Path(folder), new_station())

        def program(line: str) -> None:
            until(line, "-m", "counter_app", "desk", "--data", folder)

        cases = (
            Case("bare PySide6 window painted", lambda _: until("event=painted", "-c", BARE)),
            Case("counter-app: first window painted", lambda _: program("event=painted")),
            Case("counter-app: sign-in ready", lambda _: program("event=ready")),
        )
        report("start", measure(cases, rounds=ROUNDS, calls=1), rounds=ROUNDS, platform="offscreen")


if __name__ == "__main__":
    main()
