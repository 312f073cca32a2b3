"""Short recordings joined to one call."""

from __future__ import annotations

import io
import logging
import wave
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from counter_app.domain.spoken import BREATH, CHIME, CLIPS, PAUSE, ClipKind
from devices.speaker.samples import LONGEST_S, RATE, faded, from_raw, scaled, write_wav

log = logging.getLogger(__name__)

SILENCE_S = {BREATH: 0.16, PAUSE: 0.28}
AFTER_S = {CHIME: 0.12} | {clip.name: 0.1 for clip in CLIPS if clip.kind is ClipKind.PHRASE and clip.name != CHIME}
AFTER_WORD_S = 0.06
"""The silence between two words of a number."""


@dataclass(frozen=True, slots=True)
class Sound:
    """One call as a WAV file's bytes, and its length in seconds."""

    wav: bytes
    seconds: float


class ClipBank:
    """Recordings by name: from the office's own folder where it has them, else those that come with the program."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def join(self, names: Sequence[str], volume: int = 100) -> Sound:
        """Join the clips in order at ``volume`` (0 to 100), with short silences and without clicks.

        A clip that is missing, broken or of another format is left out, with a log line.
        """
        joined = array("h")
        after = 0.0
        for name in names:
            if name in SILENCE_S:
                after = SILENCE_S[name]
                continue
            clip = self.samples(name)
            if clip is None:
                log.info("event=clip_left_out clip=%s", name)
                continue
            joined.extend(_silence(after))
            joined.extend(faded(clip))
            after = AFTER_S.get(name, AFTER_WORD_S)
        if volume < 100:
            joined = scaled(joined, gain_of(volume))
        return Sound(write_wav(joined), len(joined) / RATE)

    def missing(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return the names that no clip says."""
        return tuple(name for name in dict.fromkeys(names) if name not in SILENCE_S and self.samples(name) is None)

    def samples(self, name: str) -> array[int] | None:
        """Return one clip, the office's own first; None where there is none that fits."""
        for data in self._candidates(name):
            try:
                with wave.open(io.BytesIO(data), "rb") as clip:
                    shape = clip.getnchannels(), clip.getsampwidth(), clip.getframerate()
                    if shape == (1, 2, RATE) and clip.getnframes() <= LONGEST_S * RATE:
                        return from_raw(clip.readframes(clip.getnframes()), RATE)
            except (wave.Error, EOFError, ValueError, RuntimeError):
                continue
        return None

    def _candidates(self, name: str) -> list[bytes]:
        if not name.replace("-", "").isalnum():  # a name is never a way out of the folder
            return []
        file = f"{name}.wav"
        places = [resources.files("resources") / "sounds" / file]
        if self._folder is not None:
            places.insert(0, self._folder / file)
        found = []
        for place in places:
            try:
                found.append(place.read_bytes())
            except OSError:
                continue
        return found


def gain_of(volume: int) -> float:
    """Return the factor of a volume in per cent; squared, so that half is heard as about half."""
    return (max(0, min(100, volume)) / 100) ** 2


def _silence(seconds: float) -> array[int]:
    return array("h", bytes(2 * int(seconds * RATE)))
