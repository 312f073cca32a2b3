"""The office's own voice: recorded by a real program, trimmed, made as loud as the rest, kept; and the command."""

import io
import math
import sys
import time
import wave
from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.cli.run import main
from counter_app.errors import Code
from devices.speaker.clips import ClipBank
from devices.speaker.players import FilePlayer
from devices.speaker.recorder import RATE as RECORDED
from devices.speaker.recorder import Recorder, system_recorder
from devices.speaker.samples import LOUDNESS, RATE, loudness, peak, read_wav
from devices.speaker.studio import Studio
from tests.devices.support import PATIENCE_S, refused


def tone(rate: int, seconds: float, level: float, channels: int = 1) -> "array[int]":
    """A hum of 220 Hz."""
    return array(
        "h",
        [
            round(32_767 * level * math.sin(2 * math.pi * 220 * at / rate))
            for at in range(int(rate * seconds))
            for _ in range(channels)
        ],
    )


def wav(samples: "array[int]", rate: int, channels: int = 1) -> bytes:
    target = io.BytesIO()
    with wave.open(target, "wb") as clip:
        clip.setparams((channels, 2, rate, 0, "NONE", "not compressed"))
        clip.writeframes(samples.tobytes())
    return target.getvalue()


def hush(rate: int, seconds: float) -> "array[int]":
    return array("h", bytes(2 * int(rate * seconds)))


def microphone(folder: Path, samples: "array[int]") -> Recorder:
    """A program that writes these samples and then waits, as a microphone in a quiet room."""
    (folder / "heard.raw").write_bytes(samples.tobytes())
    program = (
        "import shutil, sys, threading\n"
        f"shutil.copyfileobj(open({str(folder / 'heard.raw')!r}, 'rb'), sys.stdout.buffer)\n"
        "sys.stdout.buffer.flush()\n"
        "threading.Event().wait()\n"
    )
    return Recorder([sys.executable, "-c", program])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    return tmp_path / "data" / "voice"


@pytest.fixture
def studio(tmp_path: Path, folder: Path) -> Iterator[Studio]:
    spoken = hush(RECORDED, 0.4) + tone(RECORDED, 0.5, 0.05) + hush(RECORDED, 0.6)
    made = Studio(folder, FilePlayer(tmp_path / "played"), microphone(tmp_path, spoken))
    yield made
    made.close()


def record(studio: Studio, seconds: float) -> None:
    """Record until the microphone has given so much."""
    studio.recorder.start()
    until = time.monotonic() + PATIENCE_S
    while studio.recorder.seconds < seconds:
        assert time.monotonic() < until
        assert studio.recorder.running


def test_a_recording_is_trimmed_and_as_loud_as_the_others(studio: Studio) -> None:
    record(studio, 1.5)

    sound = studio.take("7")

    samples = read_wav(sound.wav, "7")
    assert 0.5 <= sound.seconds < 0.6
    assert loudness(samples) == pytest.approx(LOUDNESS, rel=0.03)
    assert peak(samples) < 0.9
    assert not studio.recorder.running


def test_a_kept_recording_is_used_and_the_programs_own_comes_back(studio: Studio, folder: Path) -> None:
    record(studio, 1.5)
    sound = studio.take("7")
    studio.keep("7", sound)

    assert ClipBank(folder).samples("7") == read_wav(sound.wav, "7")
    assert [word.clip.name for word in studio.words() if word.own] == ["7"]

    studio.drop("7")
    assert ClipBank(folder).samples("7") == ClipBank().samples("7")
    assert not any(word.own for word in studio.words())


def test_a_recording_without_a_voice_is_refused(tmp_path: Path, folder: Path) -> None:
    studio = Studio(folder, FilePlayer(tmp_path), microphone(tmp_path, hush(RECORDED, 0.5)))
    record(studio, 0.5)

    refused(Code.RECORDING_SILENT, lambda: studio.take("7"))
    assert not folder.exists()


def test_a_machine_without_recorder_or_microphone_says_so(tmp_path: Path, folder: Path) -> None:
    nothing = Studio(folder, FilePlayer(tmp_path), system_recorder(which=lambda _: None))
    refused(Code.RECORDER_ABSENT, nothing.recorder.start)
    unplugged = Studio(folder, FilePlayer(tmp_path), Recorder([sys.executable, "-c", "raise SystemExit(1)"]))
    unplugged.recorder.start()
    refused(Code.RECORDER_ABSENT, lambda: unplugged.take("7"))
    refused(Code.RECORDER_ABSENT, Recorder(["/nowhere/arecord"]).start)


@pytest.mark.parametrize("rate, channels", [(8_000, 1), (22_050, 1), (44_100, 2), (48_000, 1)])
def test_a_wav_file_of_any_usual_shape_can_be_brought_in(
    studio: Studio, tmp_path: Path, rate: int, channels: int
) -> None:
    (tmp_path / "own.wav").write_bytes(wav(tone(rate, 0.5, 0.4, channels), rate, channels))

    sound = studio.read(tmp_path / "own.wav")

    samples = read_wav(sound.wav, "own")
    assert sound.seconds == pytest.approx(0.5, abs=0.06)
    crossings = sum(1 for at in range(1, len(samples)) if (samples[at - 1] < 0) != (samples[at] < 0))
    assert crossings / sound.seconds / 2 == pytest.approx(220, rel=0.05)


def test_what_is_no_sound_or_too_long_is_refused(studio: Studio, tmp_path: Path) -> None:
    broken, long = tmp_path / "broken.wav", tmp_path / "long.wav"
    broken.write_bytes(b"RIFF0000WAVE")
    long.write_bytes(wav(tone(8_000, 7, 0.4), 8_000))

    refused(Code.SOUND_FILE_UNREADABLE, lambda: studio.read(broken))
    refused(Code.SOUND_FILE_UNREADABLE, lambda: studio.read(tmp_path / "absent.wav"))
    refused(Code.SOUND_TOO_LONG, lambda: studio.read(long))
    refused(Code.VOICE_UNSAYABLE, lambda: studio.drop("../settings"))


def test_a_call_can_be_heard_as_a_board_would_speak_it(studio: Studio, tmp_path: Path) -> None:
    studio.rehearse("A012", 3, chimes=False, volume=50)
    studio.hear("chime")
    first, second = sorted((tmp_path / "played").iterdir())
    assert peak(read_wav(first.read_bytes(), "first")) < 0.25
    assert second.read_bytes() == ClipBank().join(["chime"]).wav


def test_the_command_writes_a_call_without_sound_hardware(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "call.wav"
    assert main(["voice", "say", "A012", "3", "--out", str(out), "--data", str(tmp_path)]) == 0
    assert "Mời số A không một hai, đến quầy số ba" in capsys.readouterr().out
    assert 3 < len(read_wav(out.read_bytes(), "call")) / RATE < 8

    assert main(["voice", "say", "Ж012", "3", "--out", str(tmp_path / "no.wav"), "--data", str(tmp_path)]) == 1
    assert "chưa có giọng đọc: Ж" in capsys.readouterr().err
    assert not (tmp_path / "no.wav").exists()
