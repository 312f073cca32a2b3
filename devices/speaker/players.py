"""Ways to make a sound be heard, or only be waited for."""

import contextlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from counter_app.errors import Code, DeviceError
from devices.speaker.clips import Sound

PROGRAMS: Sequence[tuple[str, ...]] = (("pw-play",), ("paplay",), ("aplay", "-q"))
SOUND_CARDS = Path("/proc/asound/cards")
SLACK_S = 5.0
SUDDEN_S = 1.0


class Player(Protocol):
    """Plays one sound at a time on one thread; ``stop`` comes from any."""

    def play(self, sound: Sound) -> None:
        """Play to the end; blocks. Raises SOUND_UNAVAILABLE."""
        ...

    def stop(self) -> None:
        """End the sound that plays, and play nothing more."""
        ...


class SilentPlayer:
    """Waits as long as the sound lasts."""

    def __init__(self) -> None:
        self._stopped = threading.Event()

    def play(self, sound: Sound) -> None:
        """Wait its length."""
        self._stopped.wait(sound.seconds)

    def stop(self) -> None:
        """End the wait."""
        self._stopped.set()


class FilePlayer:
    """Writes each call into a folder as 0001.wav, 0002.wav, …, for training, tests and the played day."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._number = 0

    def play(self, sound: Sound) -> None:
        """Write the next file. Raises SOUND_UNAVAILABLE when it cannot be written."""
        self._number += 1
        target = self._folder / f"{self._number:04d}.wav"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            part = target.with_suffix(".part")
            part.write_bytes(sound.wav)
            part.replace(target)
        except OSError:
            raise DeviceError(Code.SOUND_UNAVAILABLE) from None

    def stop(self) -> None:
        """Do nothing: writing is done at once."""


class ProgramPlayer:
    """Plays by a program of the system: pw-play, paplay or aplay."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = list(command)
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def play(self, sound: Sound) -> None:
        """Play by a temporary file, as not every program reads WAV from a pipe. Raises SOUND_UNAVAILABLE."""
        with tempfile.TemporaryDirectory(prefix="call-") as folder:
            path = Path(folder) / "call.wav"
            path.write_bytes(sound.wav)
            process = self._started([*self._command, str(path)])
            if process is None:
                return
            try:
                code = process.wait(sound.seconds + SLACK_S)
            except subprocess.TimeoutExpired:
                process.kill()
                code = process.wait()
            if code and not self._stopped:
                raise DeviceError(Code.SOUND_UNAVAILABLE)

    def _started(self, command: list[str]) -> "subprocess.Popen[bytes] | None":
        with self._lock:
            if self._stopped:
                return None
            try:
                self._process = subprocess.Popen(
                    command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
                )
            except OSError:
                raise DeviceError(Code.SOUND_UNAVAILABLE) from None
            return self._process

    def stop(self) -> None:
        """End the program."""
        with self._lock:
            self._stopped = True
            if self._process is not None:
                with contextlib.suppress(OSError):
                    self._process.terminate()


class FirstPlayer:
    """Plays by the first program that can: one may be installed whose sound server does not run."""

    def __init__(self, players: Sequence[Player], *, sudden_s: float = SUDDEN_S) -> None:
        """A program that fails after ``sudden_s`` has been heard: nothing is played twice."""
        self._players = tuple(players)
        self._sudden_s = sudden_s

    def play(self, sound: Sound) -> None:
        """Play to the end. Raises SOUND_UNAVAILABLE when no program can."""
        for player in self._players:
            began = time.monotonic()
            try:
                return player.play(sound)
            except DeviceError:
                if time.monotonic() - began >= self._sudden_s:
                    raise
        raise DeviceError(Code.SOUND_UNAVAILABLE)

    def stop(self) -> None:
        """End whichever plays."""
        for player in self._players:
            player.stop()


class NoPlayer:
    """A machine without a way to make sound: says so at each call."""

    def play(self, sound: Sound) -> None:
        """Raise SOUND_UNAVAILABLE."""
        raise DeviceError(Code.SOUND_UNAVAILABLE)

    def stop(self) -> None:
        """Do nothing."""


if sys.platform == "win32":

    class WindowsPlayer:
        """Plays by Windows. Unverified: no Windows machine was at hand."""

        def play(self, sound: Sound) -> None:
            """Play from memory, to the end. Raises SOUND_UNAVAILABLE."""
            import winsound

            try:
                winsound.PlaySound(sound.wav, winsound.SND_MEMORY)
            except RuntimeError:
                raise DeviceError(Code.SOUND_UNAVAILABLE) from None

        def stop(self) -> None:
            """Do nothing: Windows cannot stop a sound that plays from memory."""


def system_player(cards: Path = SOUND_CARDS) -> Player:
    """Return the way this machine has to make sound."""
    if sys.platform == "win32":
        return WindowsPlayer()
    found = [
        ProgramPlayer(command)
        for command in PROGRAMS
        if shutil.which(command[0]) and (command[0] != "aplay" or has_card(cards))
    ]
    if not found:
        return NoPlayer()
    return found[0] if len(found) == 1 else FirstPlayer(found)


def has_card(cards: Path) -> bool:
    """Whether the machine has a sound card, as Linux tells in ``cards``."""
    try:
        return "[" in cards.read_text("utf-8")
    except OSError:
        return False
