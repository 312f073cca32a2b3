"""Short recordings joined to one call."""

import io
import logging
import wave
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sound:
    """One call as a WAV file's bytes, and its length in seconds."""

    wav: bytes
    seconds: float


class ClipBank:
    """Recordings by name: from the office's own folder where it has them, else those that come with the program."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def join(self, names: Sequence[str]) -> Sound:
        """Join the clips in order. One that is missing, broken or of another format is left out, with a log line."""
        joined = io.BytesIO()
        frames = 0
        shape: tuple[int, int, int] | None = None
        with wave.open(joined, "wb") as writer:
            for name in names:
                clip = self._clip(name)
                if clip is None or shape not in {None, clip[0]}:
                    log.info("event=clip_left_out clip=%s", name)
                    continue
                if shape is None:
                    shape = clip[0]
                    writer.setnchannels(shape[0])
                    writer.setsampwidth(shape[1])
                    writer.setframerate(shape[2])
                writer.writeframes(clip[1])
                frames += len(clip[1]) // (shape[0] * shape[1])
            if shape is None:
                writer.setparams((1, 2, 22_050, 0, "NONE", "not compressed"))
        return Sound(joined.getvalue(), frames / shape[2] if shape else 0.0)

    def _clip(self, name: str) -> tuple[tuple[int, int, int], bytes] | None:
        for data in self._candidates(name):
            try:
                with wave.open(io.BytesIO(data), "rb") as clip:
                    shape = clip.getnchannels(), clip.getsampwidth(), clip.getframerate()
                    return shape, clip.readframes(clip.getnframes())
            except (wave.Error, EOFError):
                continue
        return None

    def _candidates(self, name: str) -> list[bytes]:
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
