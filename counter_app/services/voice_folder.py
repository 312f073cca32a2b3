"""Brings the office's recordings into the folder that this machine speaks from."""

import hashlib
import logging
import threading
from collections.abc import Callable
from pathlib import Path

from counter_app.errors import CounterError
from counter_app.journal.changes import Changes
from counter_app.services.voice import Voice
from counter_app.store.durable import make_folder_durably, write_durably

log = logging.getLogger(__name__)

_FIRST_S, _LONGEST_S = 0.5, 60.0
"""Before the first further try, which may come before whoever recorded a clip has given it away, and at most."""


class VoiceFolder:
    """One thread; what cannot be had yet is tried again. Clips that the office never kept for all stay as they are."""

    def __init__(self, voice: Voice, folder: Path, changes: Changes) -> None:
        self._voice = voice
        self._folder = folder
        self._changes = changes
        self._state = threading.Condition()
        self._woken = self._closing = False
        self._unlisten: Callable[[], None] = lambda: None
        self._thread = threading.Thread(target=self._run, name="voice-clips", daemon=True)

    def start(self) -> None:
        """Begin, and follow what is kept from now on."""
        self._unlisten = self._changes.listen(self._hear)
        self._thread.start()

    def close(self) -> None:
        """End after the clip under way."""
        self._unlisten()
        with self._state:
            self._closing = True
            self._state.notify_all()
        if self._thread.ident is not None:
            self._thread.join()

    def bring(self) -> bool:
        """Make the folder what the office wants; False while some clip cannot be had."""
        whole = True
        for clip, sha256 in self._voice.clips().items():
            if self._closing:
                return True
            try:
                self._place(clip, sha256)
            except (CounterError, OSError) as error:
                code = error.code.value if isinstance(error, CounterError) else type(error).__name__
                log.info("event=clip_not_brought clip=%s code=%s", clip, code)
                whole = False
        return whole

    def _place(self, clip: str, sha256: str) -> None:
        path = self._folder / f"{clip}.wav"
        if not sha256:
            path.unlink(missing_ok=True)
        elif not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
            content = self._voice.content(sha256)
            make_folder_durably(self._folder)
            write_durably(path, content)
            log.info("event=clip_brought clip=%s", clip)

    def _hear(self, streams: frozenset[str]) -> None:
        if any(stream.startswith("voice/") for stream in streams):
            with self._state:
                self._woken = True
                self._state.notify_all()

    def _run(self) -> None:
        pause = _FIRST_S
        while not self._closing:
            with self._state:
                self._woken = False
            try:
                whole = self.bring()
            except Exception:
                log.exception("event=voice_folder_failed")
                whole = False
            with self._state:
                self._state.wait_for(lambda: self._woken or self._closing, None if whole else pause)
            pause = _FIRST_S if whole else min(_LONGEST_S, 2 * pause)
