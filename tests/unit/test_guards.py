"""The guards themselves: each fires on the leak it is for, and on nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

SPECIMENS = """
import logging, threading, warnings
import pytest

log = logging.getLogger("counter_app.sync")
stop = threading.Event()

def linger(name):
    threading.Thread(target=stop.wait, name=name, daemon=True).start()

def test_log_fails():
    log.warning("event=link_down")

@pytest.mark.expects_log("event=link_down")
def test_expected_log_passes():
    log.warning("event=link_down seconds=%s", 3)

@pytest.mark.expects_log("counter_app.sync")
def test_expected_logger_passes():
    log.error("event=refused")

@pytest.mark.expects_log("event=link_down")
def test_other_log_than_expected_fails():
    log.warning("event=link_down")
    log.warning("event=disk_full")

@pytest.mark.expects_log("event=link_down")
def test_absent_log_fails():
    pass

@pytest.mark.allows_log("event=link_down")
def test_allowed_absent_log_passes():
    log.info("event=link_up")

def test_log_of_a_thread_fails():
    worker = threading.Thread(target=log.warning, args=("event=late",))
    worker.start()
    worker.join()

def test_thread_fails():
    linger("forgotten")

@pytest.mark.allows_threads("pool-of-the-module")
def test_allowed_thread_passes():
    linger("pool-of-the-module-0")

def test_ending_thread_passes():
    threading.Timer(0.2, lambda: None).start()

def test_thread_exception_fails():
    worker = threading.Thread(target=lambda: 1 / 0)
    worker.start()
    worker.join()

def test_warning_fails():
    warnings.warn("old", DeprecationWarning)

def test_unraisable_fails():
    class Broken:
        def __del__(self):
            raise ValueError("in a finaliser")
    Broken()

def test_closed_widget_passes(qtbot):
    from PySide6.QtWidgets import QComboBox
    box = QComboBox()
    qtbot.addWidget(box)
    box.show()

def test_widget_fails(qapp):
    from PySide6.QtWidgets import QLabel
    global kept
    kept = QLabel()
    kept.setObjectName("forgotten_label")

def test_widget_in_a_cycle_passes(qapp):
    from PySide6.QtWidgets import QLabel
    label = QLabel()
    label.me = label

def test_timer_fails(qapp):
    from PySide6.QtCore import QTimer
    global ticking
    ticking = QTimer(interval=60_000)
    ticking.start()

def test_timer_of_the_application_fails(qapp):
    from PySide6.QtCore import QTimer
    QTimer(qapp, interval=50_000).start()

def test_stopped_timer_passes(qapp):
    from PySide6.QtCore import QTimer
    timer = QTimer(interval=60_000)
    timer.start()
    timer.stop()

def test_qt_warning_fails(qapp):
    from PySide6.QtCore import qWarning
    qWarning("QObject::connect: no such signal")

def test_slot_exception_fails(qtbot):
    from PySide6.QtCore import QTimer
    timer = QTimer(singleShot=True)
    timer.timeout.connect(lambda: 1 / 0)
    with qtbot.waitSignal(timer.timeout):
        timer.start(0)

def test_offscreen_complaint_passes(qtbot):
    from PySide6.QtWidgets import QWidget
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    widget.raise_()

def test_last_one_bears_the_session_and_fails():
    pass
"""

NAMES = [line[4:].split("(")[0] for line in SPECIMENS.splitlines() if line.startswith("def test_")]


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Run the specimens once under the project's own settings; give every test's output lines."""
    folder = tmp_path_factory.mktemp("specimens")
    (folder / "test_specimens.py").write_text(SPECIMENS, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-rA", "-c", str(ROOT / "pyproject.toml"), f"--rootdir={ROOT}"]
    command += ["-p", "tests.support.guards", "-p", "no:cacheprovider", "-p", "no:xdist", str(folder)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
    summary = run.stdout.partition("short test summary info")[2]
    return {
        name: " ".join(line.split()[0] for line in summary.splitlines() if line.split("::")[-1].split(" ")[0] == name)
        for name in NAMES
    } | {"output": run.stdout}


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith("_passes")])
def test_the_guards_let_a_clean_test_pass(outcomes: dict[str, str], name: str) -> None:
    assert outcomes[name] == "PASSED", outcomes["output"]


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith("_fails")])
def test_the_guards_fail_a_test_that_leaves_something(outcomes: dict[str, str], name: str) -> None:
    assert "ERROR" in outcomes[name] or "FAILED" in outcomes[name], outcomes["output"]


@pytest.mark.parametrize(
    "words",
    [
        "unexpected log: WARNING counter_app.sync: event=link_down",
        "leaked threads: forgotten",
        "leaked widget: QLabel('forgotten_label')",
        "timer still running: QTimer every 60000 ms",
        "expected log did not come: 'event=link_down'",
        "threads left at the end of the session: forgotten, pool-of-the-module-0",
    ],
)
def test_the_guards_say_what_was_left(outcomes: dict[str, str], words: str) -> None:
    assert words in outcomes["output"]
