"""The speaker: real clips, real files, a real program; calls in turn and none lost."""

import io
import os
import re
import sys
import threading
import time
import wave
from array import array
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from counter_app.domain.spoken import CLIPS, call_words, ticket_words
from counter_app.errors import Code, DeviceError
from counter_app.ports import DeviceState, DeviceStatus, Manner
from devices.speaker.clips import AFTER_WORD_S, ClipBank, Sound
from devices.speaker.device import Speaker
from devices.speaker.players import (
    FilePlayer,
    FirstPlayer,
    NoPlayer,
    Player,
    ProgramPlayer,
    SilentPlayer,
    system_player,
)
from devices.speaker.samples import RATE, loudness, peak, read_wav
from tests.devices.support import FixedClock, Notebook, refused

NOW = (DeviceState.READY, None)
Make = Callable[[Player], Speaker]


@pytest.fixture
def make(clock: FixedClock) -> Iterator[Make]:
    made: list[Speaker] = []

    def build(player: Player) -> Speaker:
        speaker = Speaker(player, call_words, name="sp", clock=clock, bank=ClipBank())
        made.append(speaker)
        return speaker

    yield build
    for speaker in made:
        speaker.close()


def frames(wav: bytes) -> bytes:
    with wave.open(io.BytesIO(wav)) as clip:
        return bytes(clip.readframes(clip.getnframes()))


def samples(sound: Sound) -> "array[int]":
    return read_wav(sound.wav, "call")


def bank_samples(name: str) -> "array[int]":
    found = ClipBank().samples(name)
    assert found is not None
    return found


def clip(path: Path, rate: int = 22_050, count: int = 100) -> bytes:
    with wave.open(str(path), "wb") as writer:
        writer.setparams((1, 2, rate, 0, "NONE", "not compressed"))
        writer.writeframes(b"\x01\x02" * count)
    return b"\x01\x02" * count


def test_a_call_is_its_clips_one_after_the_other_with_short_silences() -> None:
    bank = ClipBank()
    names = ("chime", *call_words("A012", 3))

    whole = bank.join(names)

    rest = frames(whole.wav)
    for name in names:
        if name == ",":
            continue
        said = frames(bank.join([name]).wav)
        silence, _, rest = rest.partition(said)
        assert not any(silence)
        assert len(silence) <= 2 * RATE * 0.3
    assert rest == b""
    assert whole.seconds == pytest.approx(len(frames(whole.wav)) / 2 / RATE)


def test_a_joint_never_clicks() -> None:
    joined = samples(ClipBank().join(["chime", *call_words("Q1234", 21)]))
    silence = re.compile(rb"(?:\0\0){400,}")
    joints = [(found.start() // 2, found.end() // 2) for found in silence.finditer(joined.tobytes())]
    assert len(joints) >= 8
    for begins, ends in joints:
        beside = [*pairwise(joined[max(0, begins - 6) : begins + 1]), *pairwise(joined[ends - 1 : ends + 6])]
        assert max(abs(one - other) for one, other in beside) < 1000  # three hundredths of full scale
    assert (joined[0], joined[-1]) == (0, 0)


def test_every_word_is_about_as_loud_as_the_others_and_none_is_clipped() -> None:
    words = [clip.name for clip in CLIPS if clip.name != "chime"]
    levels = {name: loudness(bank_samples(name)) for name in words}
    assert max(levels.values()) / min(levels.values()) < 10 ** (2 / 20)  # 2 dB
    assert max(peak(bank_samples(name)) for name in words) < 0.9


def test_the_volume_is_in_the_samples_themselves() -> None:
    names = call_words("A012", 3)
    full, half, mute = (ClipBank().join(names, volume) for volume in (100, 50, 0))
    assert full.seconds == half.seconds == mute.seconds
    assert peak(samples(half)) == pytest.approx(peak(samples(full)) / 4, rel=0.01)
    assert not any(samples(mute))


def test_the_offices_own_clip_comes_before_ours(tmp_path: Path) -> None:
    clip(tmp_path / "7.wav", count=1000)

    joined = frames(ClipBank(tmp_path).join(["7", "8"]).wav)

    ours = frames(ClipBank().join(["8"]).wav)
    assert joined.endswith(ours)
    assert joined[1000:1002] == b"\x01\x02"  # the middle: only the edges fade
    assert len(joined) == 2000 + 2 * int(AFTER_WORD_S * RATE) + len(ours)


def test_a_clips_name_is_no_way_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "voice").mkdir()
    clip(tmp_path / "7.wav")
    assert ClipBank(tmp_path / "voice").join(["../7"]).seconds == 0


def test_a_broken_missing_or_ill_fitting_clip_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "broken.wav").write_bytes(b"RIFF")
    clip(tmp_path / "fast.wav", rate=44_100)

    joined = ClipBank(tmp_path).join(["chime", "broken", "missing", "fast", "1"])

    assert frames(joined.wav) == frames(ClipBank().join(["chime", "1"]).wav)


def test_a_broken_clip_of_the_office_falls_back_to_ours(tmp_path: Path) -> None:
    (tmp_path / "1.wav").write_bytes(b"RIFF")

    assert ClipBank(tmp_path).join(["1"]) == ClipBank().join(["1"])


def test_nothing_to_say_is_a_sound_of_no_length() -> None:
    assert ClipBank().join(["missing"]).seconds == 0


def test_calls_are_spoken_in_turn_and_none_is_lost(make: Make, tmp_path: Path) -> None:
    speaker = make(FilePlayer(tmp_path))
    told: Notebook[tuple[str, str, int]] = Notebook()
    speaker.on_speaking(lambda label, desk: told(("speaking", label, desk)))
    speaker.on_finished(lambda label, desk: told(("finished", label, desk)))
    speaker.announce("A001", 1)  # before the start
    speaker.start()
    for number in range(2, 11):
        speaker.announce(f"A{number:03}", 2)

    notes = told.until_count(20)

    labels = [("A001", 1), *((f"A{number:03}", 2) for number in range(2, 11))]
    assert notes == [(what, *call) for call in labels for what in ("speaking", "finished")]
    assert [path.name for path in sorted(tmp_path.iterdir())] == [f"{number:04}.wav" for number in range(1, 11)]
    assert (tmp_path / "0002.wav").read_bytes() == ClipBank().join(["-", "chime", *call_words("A002", 2)]).wav


def test_a_call_is_spoken_in_the_manner_that_its_board_chose(make: Make, tmp_path: Path) -> None:
    speaker = make(FilePlayer(tmp_path))
    told: Notebook[tuple[str, int]] = Notebook()
    speaker.on_finished(lambda label, desk: told((label, desk)))
    speaker.start()
    speaker.announce("A001", 1, Manner(chimes=False, volume=30))
    speaker.say(ticket_words("A002", (1, 2)), 80)
    speaker.announce("A003", 1)

    assert told.until_count(2) == [("A001", 1), ("A003", 1)]  # what is only read aloud is nobody's call
    heard = [path.read_bytes() for path in sorted(tmp_path.iterdir())]
    assert heard[0] == ClipBank().join(["-", *call_words("A001", 1)], 30).wav
    assert heard[1] == ClipBank().join(["-", *ticket_words("A002", (1, 2))], 80).wav
    assert len(heard) == 3


def test_what_is_read_aloud_is_said_once_however_often_it_is_asked_for(make: Make, tmp_path: Path) -> None:
    speaker = make(FilePlayer(tmp_path))
    told: Notebook[str] = Notebook()
    speaker.on_finished(lambda label, _desk: told(label))
    for _ in range(5):
        speaker.say(ticket_words("A002"))
    speaker.announce("A003", 1)
    speaker.start()
    told.until_count(1)
    speaker.say(ticket_words("A002"))
    speaker.announce("A004", 1)
    told.until_count(2)
    assert len(list(tmp_path.iterdir())) == 4


class Broken:
    """A sound card that is pulled and put back."""

    works = False

    def play(self, _sound: Sound) -> None:
        if not self.works:
            raise DeviceError(Code.SOUND_UNAVAILABLE)

    def stop(self) -> None:
        pass


def test_without_sound_calls_still_take_their_time_and_sound_that_returns_is_noticed(
    clock: FixedClock, tmp_path: Path
) -> None:
    player = Broken()
    clip(tmp_path / "short.wav", count=2205)
    speaker = Speaker(player, lambda *_: ["short"], name="sp", clock=clock, bank=ClipBank(tmp_path))
    statuses: Notebook[DeviceStatus] = Notebook()
    finished: Notebook[str] = Notebook()
    speaker.on_change(statuses)
    speaker.on_finished(lambda label, _desk: finished(label))
    speaker.start()

    began = time.monotonic()
    speaker.announce("A001", 1)
    finished.until_count(1)
    assert time.monotonic() - began >= 0.1
    player.works = True
    speaker.announce("A002", 1)
    finished.until_count(2)

    speaker.close()
    fault = (DeviceState.FAULTY, Code.SOUND_UNAVAILABLE)
    gone = (DeviceState.ABSENT, None)
    assert [(status.state, status.fault) for status in statuses.notes] == [NOW, fault, NOW, gone]


@pytest.mark.expects_log("event=device_listener_failed")
def test_a_listener_that_fails_loses_no_call(make: Make, tmp_path: Path) -> None:
    speaker = make(FilePlayer(tmp_path))
    finished: Notebook[str] = Notebook()

    def fail(_label: str, _desk: int) -> None:
        raise ZeroDivisionError

    speaker.on_speaking(fail)
    speaker.on_finished(lambda label, _desk: finished(label))
    speaker.start()
    speaker.announce("A001", 1)
    speaker.announce("A002", 1)

    assert finished.until_count(2) == ["A001", "A002"]


def test_closing_in_the_middle_of_a_call_takes_under_a_second(make: Make) -> None:
    speaker = make(SilentPlayer())
    speaking = threading.Event()
    speaker.on_speaking(lambda *_: speaking.set())
    speaker.start()
    speaker.announce("A999", 9)
    assert speaking.wait(10)

    began = time.monotonic()
    speaker.close()

    assert time.monotonic() - began < 1


def test_a_program_is_given_the_whole_sound(tmp_path: Path) -> None:
    heard = tmp_path / "heard.wav"
    copy = f"import shutil, sys; shutil.copy(sys.argv[1], {str(heard)!r})"
    sound = ClipBank().join(["chime"])

    ProgramPlayer([sys.executable, "-c", copy]).play(sound)

    assert heard.read_bytes() == sound.wav


def test_a_program_that_fails_or_is_missing_is_no_sound() -> None:
    sound = ClipBank().join(["chime"])

    refused(Code.SOUND_UNAVAILABLE, lambda: ProgramPlayer([sys.executable, "-c", "exit(1)"]).play(sound))
    refused(Code.SOUND_UNAVAILABLE, lambda: ProgramPlayer(["/nowhere/aplay"]).play(sound))
    refused(Code.SOUND_UNAVAILABLE, lambda: NoPlayer().play(sound))


def test_a_sound_server_that_does_not_run_is_passed_over_and_nothing_is_played_twice(tmp_path: Path) -> None:
    sound = ClipBank().join(["1"])
    works = FilePlayer(tmp_path / "heard")

    FirstPlayer([ProgramPlayer([sys.executable, "-c", "exit(1)"]), works], sudden_s=30).play(sound)
    assert [path.read_bytes() for path in (tmp_path / "heard").iterdir()] == [sound.wav]

    late = FirstPlayer([ProgramPlayer([sys.executable, "-c", "exit(1)"]), works], sudden_s=0)
    refused(Code.SOUND_UNAVAILABLE, lambda: late.play(sound))
    refused(Code.SOUND_UNAVAILABLE, lambda: FirstPlayer([NoPlayer(), NoPlayer()]).play(sound))
    assert len(list((tmp_path / "heard").iterdir())) == 1


def test_stopping_ends_the_program(tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    os.mkfifo(begun)
    for_ever = f"import threading; open({str(begun)!r}, 'w').close(); threading.Event().wait()"
    player = ProgramPlayer([sys.executable, "-c", for_ever])
    sound = ClipBank().join(["chime"])
    playing = threading.Thread(target=player.play, args=(sound,))
    playing.start()
    begun.read_bytes()  # ends when the program runs

    player.stop()

    playing.join(3)
    assert not playing.is_alive()


def test_a_folder_that_cannot_be_written_is_no_sound(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    refused(Code.SOUND_UNAVAILABLE, lambda: FilePlayer(tmp_path / "file").play(Sound(b"", 0)))


def test_aplay_without_a_card_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "aplay").write_text("#!/bin/sh\n")
    (tmp_path / "aplay").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    cards = tmp_path / "cards"

    cards.write_text("--- no soundcards ---\n")
    assert isinstance(system_player(cards), NoPlayer)
    cards.write_text(" 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n")
    assert isinstance(system_player(cards), ProgramPlayer)
