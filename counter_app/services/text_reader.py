"""Reads what is written on a page: tesseract in a process of its own, which waits for all others; no file is made."""

import logging
import os
import shutil
import subprocess
import sys
import threading
from enum import StrEnum
from io import BytesIO
from pathlib import Path

from PIL import Image

from counter_app.documents.page_cleaning import skew, turned
from counter_app.documents.page_pictures import flat
from counter_app.documents.page_text import PageText, read_table
from counter_app.errors import Code, CounterError

log = logging.getLogger(__name__)

LANGUAGE = "vie"
_PROGRAM = "tesseract"
_ON_WINDOWS = Path("C:/Program Files/Tesseract-OCR/tesseract.exe")
_LONGEST_S = 600.0
"""A page needs some seconds; on a machine that is never idle it waits for them."""
_ASKING_S = 20.0
_DPI = 300
"""More makes it slow, not better."""
_A4_INCHES = 8.27


class ReaderState(StrEnum):
    """Whether pages can be read on this machine."""

    READY = "ready"
    NO_PROGRAM = "no-program"
    NO_LANGUAGE = "no-language"


def recognition_state(program: str = "") -> ReaderState:
    """Tell whether tesseract and its Vietnamese are installed; starts it once, a tenth of a second."""
    found = _found(program)
    if not found:
        return ReaderState.NO_PROGRAM
    return ReaderState.READY if LANGUAGE in _languages(found) else ReaderState.NO_LANGUAGE


class TextReader:
    """One page at a time; ``stop`` may be called from any thread.

    ``gently`` it waits for all other programs; not where somebody waits for it.
    """

    def __init__(self, program: str = "", longest_s: float = _LONGEST_S, *, gently: bool = True) -> None:
        self._program = program
        self._gently = gently
        self._longest_s = longest_s
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False
        self._layout = ""

    def state(self) -> ReaderState:
        """Whether it can read."""
        return recognition_state(self._program)

    def read(self, page: Image.Image) -> PageText | None:
        """Return what is written on a page, None if it was stopped. Raises TEXT_NOT_READ."""
        grey = flat(page).convert("L")
        dpi = _dpi(page)
        if dpi > _DPI * 1.1:
            share = _DPI / dpi
            size = max(1, round(grey.width * share)), max(1, round(grey.height * share))
            grey, dpi = grey.resize(size, Image.Resampling.BOX, reducing_gap=2.0), _DPI
        angle = skew(grey)
        level = turned(grey, 0, angle)
        content = BytesIO()
        level.save(content, "PPM")
        table = self._run(content.getvalue(), round(dpi))
        return None if table is None else read_table(table, level.width, level.height, angle)

    def stop(self) -> None:
        """Give up the page under way, and read no other."""
        with self._lock:
            self._stopped = True
            if self._process is not None:
                self._process.kill()

    def _run(self, content: bytes, dpi: int) -> str | None:
        process = self._start(dpi)
        if process is None:
            return None
        try:
            with process:
                try:
                    out, _ = process.communicate(content, timeout=self._longest_s)
                except subprocess.TimeoutExpired:
                    process.kill()
                    raise
        except subprocess.TimeoutExpired as error:
            raise CounterError(Code.TEXT_NOT_READ, detail="time") from error
        finally:
            with self._lock:
                self._process = None
        if self._stopped:
            return None
        if process.returncode:
            log.info("event=text_reader_failed exit=%s", process.returncode)
            raise CounterError(Code.TEXT_NOT_READ, detail=f"exit {process.returncode}")
        return out.decode(errors="replace")

    def _start(self, dpi: int) -> "subprocess.Popen[bytes] | None":
        program = _found(self._program)
        if not program:
            raise CounterError(Code.TEXT_NOT_READ, detail="program")
        if not self._layout:
            # With the data for it, a page that was fed upside down is turned to be read.
            self._layout = "1" if "osd" in _languages(program) else "3"
        asked = [program, "stdin", "stdout", "-l", LANGUAGE, "--dpi", str(dpi), "--psm", self._layout, "tsv"]
        with self._lock:
            if self._stopped:
                return None
            try:
                self._process = subprocess.Popen(
                    [*(_wrapped() if self._gently else ()), *asked],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=os.environ | {"OMP_THREAD_LIMIT": "1"},
                    creationflags=_flags(gently=self._gently),
                )
            except OSError as error:
                raise CounterError(Code.TEXT_NOT_READ, detail="start") from error
            return self._process


def _found(program: str) -> str:
    found = shutil.which(program or _PROGRAM)
    if found is None and not program and _ON_WINDOWS.exists():
        return str(_ON_WINDOWS)
    return found or ""


def _languages(program: str) -> frozenset[str]:
    try:
        done = subprocess.run(
            [program, "--list-langs"], capture_output=True, timeout=_ASKING_S, check=False, creationflags=_flags()
        )
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(done.stdout.decode(errors="replace").split())


def _wrapped() -> list[str]:
    """What makes a program wait for all others: for the processor, and for the disk."""
    wrapped: list[str] = []
    if shutil.which("nice"):
        wrapped += ["nice", "-n", "19"]
    if shutil.which("ionice"):
        wrapped += ["ionice", "-c", "3"]
    return wrapped


def _flags(*, gently: bool = False) -> int:
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW | (subprocess.IDLE_PRIORITY_CLASS if gently else 0)
    return 0


def _dpi(page: Image.Image) -> float:
    told = page.info.get("dpi")
    across = min(page.size) / _A4_INCHES
    return float(told[0]) if told and 70 <= told[0] <= 2400 else max(70.0, across)
