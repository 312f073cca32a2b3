"""The office's own voice: recording a word, listening to it, keeping it in place of the program's."""

from __future__ import annotations

import threading
from array import array
from dataclasses import dataclass
from pathlib import Path

from counter_app.domain.spoken import BREATH, CHIME, CLIPS, Clip, call_words
from counter_app.errors import Code, CounterError
from counter_app.store.durable import make_folder_durably, write_durably
from devices.speaker.clips import ClipBank, Sound
from devices.speaker.players import Player
from devices.speaker.recorder import Recorder
from devices.speaker.samples import RATE, polished, read_wav, write_wav

MOST_BYTES = 8_000_000
LONGEST_CLIP_S = 6.0


@dataclass(frozen=True, slots=True)
class Word:
    """One clip of the bank: what it says, whether the office's own recording is used, its length in seconds."""

    clip: Clip
    own: bool
    seconds: float


class Studio:
    """Works on the office's clips in ``folder``; what is kept is used from the next call on."""

    def __init__(self, folder: Path, player: Player, recorder: Recorder) -> None:
        self._folder = folder
        self._bank, self._player = ClipBank(folder), player
        self._playing = threading.Lock()
        self.recorder = recorder

    def words(self) -> tuple[Word, ...]:
        """Return every clip in the order of the list."""
        return tuple(self._word(clip) for clip in CLIPS)

    def take(self, clip: str) -> Sound:
        """End the recording and return it as it would be kept. Raises RECORDER_ABSENT, RECORDING_SILENT."""
        return self._finished(self.recorder.stop(), self._said(clip))

    def read(self, path: Path) -> Sound:
        """Return a WAV file as it would be kept.

        Raises SOUND_FILE_UNREADABLE, SOUND_TOO_LONG, RECORDING_SILENT.
        """
        try:
            if path.stat().st_size > MOST_BYTES:
                raise CounterError(Code.SOUND_TOO_LONG, name=path.name, most=int(LONGEST_CLIP_S))
            data = path.read_bytes()
        except OSError:
            raise CounterError(Code.SOUND_FILE_UNREADABLE, name=path.name) from None
        return self._finished(read_wav(data, path.name), path.name)

    def keep(self, clip: str, sound: Sound) -> None:
        """Use ``sound`` for a clip from now on. Raises DISK_FULL, DATA_NOT_WRITABLE."""
        make_folder_durably(self._folder)
        write_durably(self._path(clip), sound.wav)

    def drop(self, clip: str) -> None:
        """Use the program's clip again. Raises DATA_NOT_WRITABLE."""
        try:
            self._path(clip).unlink(missing_ok=True)
        except OSError:
            raise CounterError(Code.DATA_NOT_WRITABLE, path=self._folder) from None

    def hear(self, clip: str) -> None:
        """Play a clip as it is used now; blocks. Raises SOUND_UNAVAILABLE."""
        self.play(self._bank.join([clip]))

    def play(self, sound: Sound) -> None:
        """Play a recording, after the one that plays; blocks. Raises SOUND_UNAVAILABLE."""
        with self._playing:
            self._player.play(sound)

    def rehearse(self, label: str, desk: int, *, chimes: bool, volume: int) -> None:
        """Play one call as a board would; blocks. Raises SOUND_UNAVAILABLE."""
        words = call_words(label, desk)
        self.play(self._bank.join((BREATH, *((CHIME,) if chimes else ()), *words), volume))

    def close(self) -> None:
        """Stop recording and playing."""
        self.recorder.close()
        self._player.stop()

    def _word(self, clip: Clip) -> Word:
        samples = self._bank.samples(clip.name)
        return Word(clip, self._path(clip.name).exists(), len(samples) / RATE if samples else 0.0)

    def _path(self, clip: str) -> Path:
        if clip not in _NAMES:
            raise CounterError(Code.VOICE_UNSAYABLE, label=clip, signs=clip)
        return self._folder / f"{clip}.wav"

    @staticmethod
    def _said(clip: str) -> str:
        return next((one.words for one in CLIPS if one.name == clip), clip)

    @staticmethod
    def _finished(samples: array[int], name: str) -> Sound:
        clip = polished(samples, name)
        if len(clip) > LONGEST_CLIP_S * RATE:
            raise CounterError(Code.SOUND_TOO_LONG, name=name, most=int(LONGEST_CLIP_S))
        return Sound(write_wav(clip), len(clip) / RATE)


_NAMES = frozenset(clip.name for clip in CLIPS)
