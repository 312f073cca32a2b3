"""Records, plays, keeps and drops the words of the voice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from counter_app.errors import Code, CounterError
from devices.speaker.clips import Sound
from devices.speaker.studio import Studio, Word
from ui.components.banner import Notice
from ui.components.tone import Tone
from ui.desk.admin.boards.voice import Stage, VoicePart
from ui.desk.context import DeskContext

_NOTICE = "voice"
_LOOK_MS = 60


class VoiceController(QObject):
    """One word at a time: record, listen, keep. Everything that waits is done in the background."""

    def __init__(
        self,
        context: DeskContext,
        part: VoicePart,
        parent: QObject | None = None,
        *,
        choose_file: Callable[[], Path | None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._part = context, part
        self._choose_file = choose_file or self._ask_file
        self._stage = Stage.IDLE
        self._take: Sound | None = None
        self._current = ""
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._watch)
        part.chosen.connect(self._choose)
        part.main_asked.connect(self.act)
        part.hear_asked.connect(self._hear)
        part.drop_asked.connect(self._forget)
        part.import_asked.connect(self._import)
        part.restore_asked.connect(self._restore)
        part.set_records(context.voice is not None and context.voice.recorder.ready)
        self._rest()

    def refresh(self) -> None:
        """Read the clips again."""
        studio = self._context.voice
        if studio is not None:
            self._context.tasks.read(studio.words, self._show, owner=self, topic="clips")

    def focus(self) -> None:
        """Put the focus on the list."""
        self._part.list.setFocus()

    def act(self) -> None:
        """Take the next step: record, stop, keep and go on to the next word."""
        if not self._part.main.isEnabled():
            return
        if self._stage is Stage.RECORDING:
            self._stop()
        elif self._stage is Stage.TAKEN:
            self._keep()
        elif self._stage is Stage.IDLE:
            self._record()

    def leave(self) -> None:
        """Stop recording: another part is in front."""
        studio = self._context.voice
        if studio is not None and self._stage in (Stage.STARTING, Stage.RECORDING):
            self._context.tasks.slow(studio.recorder.cancel, owner=self)
            self._rest()

    def _show(self, words: tuple[Word, ...]) -> None:
        self._part.present(words, self._current)
        self._current = self._part.current

    def _choose(self, clip: str) -> None:
        self._context.notices.drop(_NOTICE)
        if clip != self._current:
            self._current = clip
            self.leave()
            self._rest()

    def _rest(self) -> None:
        """No recording, none to be kept."""
        self._take = None
        self._put(Stage.IDLE, "" if self._ready else self.tr("Máy này không ghi âm được; có thể nhập tệp WAV."))

    @property
    def _ready(self) -> bool:
        return self._context.voice is not None and self._context.voice.recorder.ready

    def _put(self, stage: Stage, told: str = "") -> None:
        self._stage = stage
        if stage is Stage.RECORDING:
            self._look.start()
        else:
            self._look.stop()
        self._part.show_stage(stage, told)

    def _studio(self) -> Studio:
        if self._context.voice is None:
            raise CounterError(Code.RECORDER_ABSENT)
        return self._context.voice

    def _record(self) -> None:
        self._context.notices.drop(_NOTICE)
        self._put(Stage.STARTING)
        self._context.tasks.slow(
            lambda: self._studio().recorder.start(),
            lambda _: self._recording(),
            self._refused,
            owner=self,
        )

    def _recording(self) -> None:
        if self._stage is Stage.STARTING:
            self._put(Stage.RECORDING, self.tr("Đang ghi. Đọc từ này, rồi nhấn Dừng."))

    def _watch(self) -> None:
        """Show the level; a recording that has ended by itself is stopped."""
        recorder = self._studio().recorder
        self._part.meter.show_level(recorder.level)
        if not recorder.running:
            self._stop()

    def _stop(self) -> None:
        self._put(Stage.STARTING)
        clip = self._current
        self._context.tasks.slow(
            lambda: self._studio().take(clip), lambda sound: self._taken(clip, sound), self._refused, owner=self
        )

    def _taken(self, clip: str, sound: Sound) -> None:
        if clip != self._current:
            return
        self._take = sound
        seconds = f"{sound.seconds:.1f}".replace(".", ",")
        told = self.tr("Bản vừa ghi dài {seconds} giây. Nghe lại, rồi giữ hoặc bỏ.")
        self._put(Stage.TAKEN, told.format(seconds=seconds))

    def _keep(self) -> None:
        clip, sound = self._current, self._take
        if sound is None:
            return
        wav, voice, officer = sound, self._context.services.voice, self._context.officer.id

        def keep() -> None:
            voice.keep(clip, wav.wav, officer)
            self._studio().keep(clip, wav)

        self._context.tasks.slow(keep, lambda _: self._kept(clip), self._refused, owner=self)

    def _kept(self, clip: str) -> None:
        self._context.notices.put(
            Notice(_NOTICE, Tone.SUCCESS, self.tr("Đã giữ. Dùng từ lần gọi sau ở mọi máy của cơ quan."))
        )
        self._rest()
        self._current = self._part.after(clip)
        self.refresh()

    def _forget(self) -> None:
        self._rest()

    def _hear(self) -> None:
        clip, sound = self._current, self._take

        def play() -> None:
            if sound is not None:
                self._studio().play(sound)
            else:
                self._studio().hear(clip)

        self._context.tasks.slow(play, failed=self._silent, owner=self)

    def _import(self) -> None:
        path = self._choose_file()
        if path is None:
            return
        clip = self._current
        self._context.tasks.slow(
            lambda: self._studio().read(path), lambda sound: self._taken(clip, sound), self._refused, owner=self
        )

    def _restore(self) -> None:
        clip, voice, officer = self._current, self._context.services.voice, self._context.officer.id

        def restore() -> None:
            voice.restore(clip, officer)
            self._studio().drop(clip)

        self._context.tasks.slow(restore, lambda _: self._restored(), self._refused, owner=self)

    def _restored(self) -> None:
        self._rest()
        self.refresh()

    def _refused(self, error: CounterError) -> None:
        self._rest()
        self._context.notices.put_error(_NOTICE, error)

    def _silent(self, error: CounterError) -> None:
        """Nothing could be heard; what was recorded stays."""
        self._context.notices.put_error(_NOTICE, error)

    def _ask_file(self) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(
            self._part, self.tr("Nhập tệp WAV"), str(Path.home()), self.tr("Tệp âm thanh (*.wav)")
        )
        return Path(chosen) if chosen else None
