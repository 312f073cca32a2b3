"""``counter-app print-test`` as others rely on it: what came out, one clear line, the right exit code."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.settings import Settings, save_settings
from devices.printer.virtual import VirtualPrinter


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[VirtualPrinter]:
    made = VirtualPrinter()
    save_settings(tmp_path, Settings(devices=(made.settings("may-in-1"),)))
    yield made
    made.close()


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "counter_app", "print-test", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_the_trial_comes_out_and_is_confirmed(printer: VirtualPrinter, tmp_path: Path) -> None:
    done = run("--device", "may-in-1", "--data", tmp_path, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert (told["device"], told["confirmed"], told["error"]) == ("may-in-1", True, None)
    assert told["bytes"] > 10_000
    assert len(printer.tickets) == 1


def test_a_fault_is_one_line_and_a_code(printer: VirtualPrinter, tmp_path: Path) -> None:
    printer.take_paper()
    done = run("--device", "may-in-1", "--data", tmp_path, "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["error"] == "paper-out"
    assert done.stderr.startswith("counter-app: ")
    assert done.stderr.count("\n") == 1
    assert len(printer.tickets) == 0


def test_a_name_that_no_printer_has_is_said(printer: VirtualPrinter, tmp_path: Path) -> None:
    done = run("--device", "may-in-9", "--data", tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "may-in-9" in done.stderr


def test_the_letters_of_the_printer_itself_are_tried(printer: VirtualPrinter, tmp_path: Path) -> None:
    done = run("--device", "may-in-1", "--data", tmp_path, "--letters")
    assert done.returncode == 0
    assert "may-in-1" in done.stdout
    assert {"--- plain ---", "--- tcvn3:30 ---", "--- cp1258:52 ---"} <= set(printer.text)
