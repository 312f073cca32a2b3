"""The windows as a process on a real X screen: they come up, they are seen, and they end cleanly when asked."""

import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PIL import Image, ImageGrab

from counter_app.bootstrap import set_up_station
from counter_app.clocks import SystemClock
from counter_app.demo.commune import new_station
from counter_app.journal.journal import Journal
from counter_app.journal.verify import verify
from counter_app.store.database import open_database

SIZE = (1600, 900)
READY_S, END_S = 60.0, 10.0
BOARD_BLUE, HEADER_BLUE, CALL_AMBER = (0x0B, 0x1F, 0x33), (0x0F, 0x4C, 0x81), (0xF2, 0xA9, 0x00)


class Screen:
    """An X server without a monitor."""

    def __init__(self) -> None:
        program = shutil.which("Xvfb")
        assert program is not None, "Xvfb is missing: run .ci/debian-packages"
        read, write = os.pipe()
        # Without -noreset it begins anew, and turns new clients away, whenever its last client leaves.
        size = f"{SIZE[0]}x{SIZE[1]}x24"
        command = [program, "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp", "-noreset"]
        self._process = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as told:
            self.name = f":{told.readline().strip()}"
        deadline = time.monotonic() + READY_S
        while not self._answers():
            assert self._process.poll() is None, "the X server ended"
            assert time.monotonic() < deadline, f"no X server answers at {self.name}"

    def _answers(self) -> bool:
        try:
            self.picture()
        except OSError:
            return False
        return True

    def picture(self) -> Image.Image:
        return ImageGrab.grab(xdisplay=self.name).convert("RGB")

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(END_S)


class Program:
    """``counter-app`` as a process."""

    def __init__(self, screen: Screen, words: Sequence[str | Path]) -> None:
        command = [sys.executable, "-m", "counter_app", *map(str, words)]
        environment = {**os.environ, "DISPLAY": screen.name, "QT_QPA_PLATFORM": "xcb"}
        self.process = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, bufsize=1
        )
        self.lines: list[str] = []

    def wait_for(self, line: str) -> None:
        assert self.process.stdout is not None
        deadline = time.monotonic() + READY_S
        while line not in self.lines:
            ready, _, _ = select.select([self.process.stdout], [], [], max(0.0, deadline - time.monotonic()))
            assert ready, f"no {line!r} within {READY_S} s: {self.lines}"
            told = self.process.stdout.readline()
            assert told, f"ended before {line!r}: {self.process.communicate()[1]}"
            self.lines.append(told.strip())

    def end(self, number: signal.Signals) -> tuple[int, str, float]:
        """Ask it to end; returns exit code, stderr, and the seconds it took."""
        started = time.monotonic()
        self.process.send_signal(number)
        _, errors = self.process.communicate(timeout=END_S)
        return self.process.returncode, errors, time.monotonic() - started

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()


@pytest.fixture
def screen() -> Iterator[Screen]:
    made = Screen()
    yield made
    made.close()


@pytest.fixture
def programs() -> Iterator[list[Program]]:
    started: list[Program] = []
    yield started
    for one in started:
        one.close()


def share(picture: Image.Image, colour: tuple[int, int, int]) -> float:
    counts = {found: count for count, found in picture.getcolors(picture.width * picture.height) or []}
    return counts.get(colour, 0) / (picture.width * picture.height)


def test_the_demo_shows_every_window_and_ends_cleanly(screen: Screen, programs: list[Program], tmp_path: Path) -> None:
    demo = Program(screen, ["demo", "--dir", tmp_path])
    programs.append(demo)
    demo.wait_for("event=painted")
    demo.wait_for("event=ready")
    deadline = time.monotonic() + END_S
    seen = False
    while not seen and time.monotonic() < deadline:
        picture = screen.picture()
        seen = all(share(picture, colour) > 0.005 for colour in (BOARD_BLUE, HEADER_BLUE, CALL_AMBER))
    assert seen, "not all windows were seen"
    code, errors, seconds = demo.end(signal.SIGTERM)
    assert (code, errors) == (0, "")
    assert seconds < END_S
    database = open_database(tmp_path / "station")
    try:
        assert verify(Journal(database, SystemClock())).faults == ()
    finally:
        database.close()


def test_a_station_opens_and_control_c_ends_it_cleanly(screen: Screen, programs: list[Program], tmp_path: Path) -> None:
    set_up_station(tmp_path, new_station())
    board = Program(screen, ["board", "--data", tmp_path])
    programs.append(board)
    board.wait_for("event=ready")
    code, errors, _ = board.end(signal.SIGINT)
    assert (code, errors) == (0, "")


def test_a_new_machine_shows_its_set_up(screen: Screen, programs: list[Program], tmp_path: Path) -> None:
    fresh = Program(screen, ["--data", tmp_path / "new"])
    programs.append(fresh)
    fresh.wait_for("event=set-up")
    code, errors, _ = fresh.end(signal.SIGTERM)
    assert (code, errors) == (1, "")


def test_a_second_program_on_the_same_folder_says_so_and_the_first_goes_on(
    screen: Screen, programs: list[Program], tmp_path: Path
) -> None:
    set_up_station(tmp_path, new_station())
    first = Program(screen, ["kiosk", "--data", tmp_path])
    programs.append(first)
    first.wait_for("event=ready")
    second = Program(screen, ["board", "--data", tmp_path])
    programs.append(second)
    second.wait_for("event=refused code=data-in-use")
    assert second.end(signal.SIGTERM)[0] == 1
    assert first.end(signal.SIGTERM)[0] == 0


@pytest.mark.parametrize("command", ["", "desk", "demo"])
def test_without_a_screen_it_is_one_line_and_exit_1(command: str, tmp_path: Path) -> None:
    words = [sys.executable, "-m", "counter_app", *command.split()]
    environment = {name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"}
    environment |= {"DISPLAY": ":987", "QT_QPA_PLATFORM": "", "XDG_DATA_HOME": str(tmp_path)}
    done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=READY_S, check=False)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("counter-app: Không có màn hình")
