"""Quản trị → Bảng và giọng đọc: each board as the office wants it, and a voice of the office's own, by keyboard."""

import sys
from array import array
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.domain.queue_policy import BoardChoices, RatingChoices
from counter_app.errors import Code
from devices.speaker.clips import ClipBank
from devices.speaker.players import FilePlayer
from devices.speaker.recorder import RATE, Recorder
from devices.speaker.samples import read_wav, write_wav
from devices.speaker.studio import Studio
from tests.devices.support import refused
from tests.support.office import OpenOffice
from tests.support.waiting import WAIT_MS
from ui.desk.admin.boards.controller import BoardsController
from ui.desk.admin.boards.tab import RATING, VOICE, BoardsTab
from ui.desk.context import DeskContext
from ui.desk.notices import Notices
from ui.messages import message_for
from ui.tasks import Tasks

_MICROPHONE = """
import array, sys, threading
hum = array.array("h", [8000 if at // 50 % 2 else -8000 for at in range({rate})])
sys.stdout.buffer.write(array.array("h", bytes({rate})).tobytes() + hum.tobytes())
sys.stdout.buffer.flush()
threading.Event().wait()
"""


class Bench:
    """The tab with an office, a voice folder, a player that writes files and a microphone that hums."""

    def __init__(
        self, bot: QtBot, office: OpenOffice, tasks: Tasks, folder: Path, *, officer: str = "son", records: bool = True
    ) -> None:
        self.bot, self.office, self.folder = bot, office, folder
        self.voice, self.played = folder / "voice", folder / "played"
        command = [sys.executable, "-c", _MICROPHONE.format(rate=RATE)] if records else None
        self.studio = Studio(self.voice, FilePlayer(self.played), Recorder(command))
        self.notices = Notices()
        self.files: list[Path] = []
        me = next(one for one in office.services.officers.all() if one.id == officer)
        context = DeskContext(office.services, tasks, self.notices, 3, me, self.studio)
        self.tab = BoardsTab()
        self.controller = BoardsController(
            context,
            self.tab,
            self.tab,
            choose_pictures=lambda: self.files,
            choose_file=lambda: self.files[0] if self.files else None,
        )
        bot.addWidget(self.tab)
        self.tab.resize(1200, 640)
        self.tab.show()
        self.controller.refresh()
        bot.waitUntil(lambda: self.tab.boards.list.count() > 0 and self.tab.voice.list.count() > 0, timeout=WAIT_MS)

    def board(self, number: int) -> BoardChoices:
        return self.office.services.queue_choices.board(number)

    def said(self) -> str:
        return self.notices.all[-1].title if self.notices.all else ""

    def says(self, words: str) -> bool:
        return self.said().startswith(words)

    def act(self) -> None:
        """Ctrl+Enter, as the desk's window passes it on."""
        self.controller.act()

    def until_main_says(self, words: str) -> None:
        self.bot.waitUntil(lambda: self.tab.voice.main.text() == words, timeout=WAIT_MS)


@pytest.fixture
def bench(qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(qtbot, office, tasks, tmp_path)
    yield made
    made.studio.close()


def picture(path: Path, size: tuple[int, int] = (320, 180)) -> Path:
    Image.new("RGB", size, (20, 90, 160)).save(path)
    return path


# the boards


def test_a_board_is_set_by_keyboard_and_the_board_obeys(bench: Bench, qtbot: QtBot) -> None:
    form = bench.tab.boards
    group = next(iter(form.groups))
    form.groups[group].setFocus()
    QTest.keyClick(form.groups[group], Qt.Key.Key_Space)
    form.text.line.setFocus()
    QTest.keyClicks(form.text.line, "Xin moi ong ba")
    form.chimes.setFocus()
    QTest.keyClick(form.chimes, Qt.Key.Key_Space)
    form.volume.setFocus()
    form.volume.selectAll()
    QTest.keyClicks(form.volume, "60")
    QTest.keyClicks(form.quiet_from.line, "11:30")
    QTest.keyClicks(form.quiet_to.line, "13:00")
    bench.act()
    wanted = BoardChoices((group,), "Xin moi ong ba", chimes=False, volume=60, quiet_from="11:30", quiet_to="13:00")
    qtbot.waitUntil(lambda: bench.board(1) == wanted, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: bench.said().startswith("Đã lưu"), timeout=WAIT_MS)


def test_an_hour_that_is_none_is_marked_and_nothing_is_kept(bench: Bench) -> None:
    before = bench.office.journal.last_seq
    QTest.keyClicks(bench.tab.boards.quiet_from.line, "25:00")
    bench.act()
    assert bench.tab.boards.quiet_from.line.property("wrong") is True
    assert bench.tab.boards.quiet_to.line.property("wrong") is True  # one without the other is no time
    assert bench.tab.boards.quiet_from.line.hasFocus()
    assert bench.office.journal.last_seq == before


def test_a_second_board_is_added_with_its_pictures(bench: Bench, qtbot: QtBot) -> None:
    form = bench.tab.boards
    QTest.mouseClick(form.add_button, Qt.MouseButton.LeftButton)
    bench.files = [picture(bench.folder / "one.png"), picture(bench.folder / "two.jpg", (640, 480))]
    QTest.mouseClick(form.add_pictures, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: form.pictures.count() == 2, timeout=WAIT_MS)
    bench.act()
    qtbot.waitUntil(lambda: len(bench.board(2).pictures) == 2, timeout=WAIT_MS)
    kept = [bench.office.services.queue_choices.picture(name) for name in bench.board(2).pictures]
    assert kept == [path.read_bytes() for path in bench.files]
    qtbot.waitUntil(lambda: form.list.count() == 2, timeout=WAIT_MS)
    assert (form.number, form.pictures.count()) == (2, 2)

    form.pictures.setCurrentRow(0)
    QTest.mouseClick(form.drop_picture, Qt.MouseButton.LeftButton)
    bench.act()
    qtbot.waitUntil(lambda: len(bench.board(2).pictures) == 1, timeout=WAIT_MS)


def test_a_file_that_is_no_picture_or_too_large_is_said(bench: Bench, qtbot: QtBot) -> None:
    broken, large = bench.folder / "broken.png", bench.folder / "large.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    large.write_bytes(bytes(4_000_001))
    for path, words in ((broken, "Tệp “broken.png” không phải"), (large, "Hình “large.png” nặng 5 MB")):
        bench.files = [path]
        QTest.mouseClick(bench.tab.boards.add_pictures, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(partial(bench.says, words), timeout=WAIT_MS)
    assert bench.tab.boards.pictures.count() == 0


def test_what_no_board_can_do_is_refused_by_the_service_too(office: OpenOffice) -> None:
    choices = office.services.queue_choices
    for wrong in (
        BoardChoices(volume=101),
        BoardChoices(quiet_from="11:30"),
        BoardChoices(quiet_from="11h", quiet_to="13h"),
        BoardChoices(pictures=("0" * 64,) * 13),
    ):
        refused(Code.RULE_INVALID, partial(choices.set_board, 1, wrong, "son"))
    refused(Code.DUTY_MISSING, lambda: choices.set_board(1, BoardChoices(), "ha"))


def test_a_call_can_be_heard_as_the_form_stands(bench: Bench, qtbot: QtBot) -> None:
    bench.tab.boards.volume.setValue(0)
    QTest.mouseClick(bench.tab.boards.hear, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: (bench.played / "0001.wav").exists(), timeout=WAIT_MS)
    heard = read_wav((bench.played / "0001.wav").read_bytes(), "call")
    assert len(heard) > 22_050
    assert not any(heard)


def test_without_the_duty_everything_is_only_read(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path
) -> None:
    bench = Bench(qtbot, office, tasks, tmp_path, officer="ha")
    form, voice = bench.tab.boards, bench.tab.voice
    qtbot.waitUntil(lambda: not form.save_button.isEnabled(), timeout=WAIT_MS)
    assert not any(part.isEnabled() for part in (form.add_button, form.add_pictures, form.speaks, form.text.line))
    assert not any(part.isEnabled() for part in (voice.main, voice.bring, voice.restore))
    assert voice.hear.isEnabled()


# the voice


def test_a_word_is_recorded_heard_kept_and_the_next_is_at_hand_by_one_key(bench: Bench, qtbot: QtBot) -> None:
    bench.tab.open_part(VOICE)
    bench.tab.voice.choose("7")
    bench.act()
    bench.until_main_says("Dừng")
    qtbot.waitUntil(lambda: bench.tab.voice.meter.level > 0.1, timeout=WAIT_MS)
    bench.act()
    bench.until_main_says("Giữ và sang từ sau")
    QTest.mouseClick(bench.tab.voice.hear, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: (bench.played / "0001.wav").exists(), timeout=WAIT_MS)
    bench.act()
    qtbot.waitUntil(lambda: bench.tab.voice.current == "8", timeout=WAIT_MS)
    assert (bench.voice / "7.wav").read_bytes() == (bench.played / "0001.wav").read_bytes()
    assert ClipBank(bench.voice).samples("7") != ClipBank().samples("7")
    voice = bench.office.services.voice  # from where the office's other machines have it
    assert voice.content(voice.clips()["7"]) == (bench.voice / "7.wav").read_bytes()

    bench.tab.voice.choose("7")
    qtbot.waitUntil(bench.tab.voice.restore.isEnabled, timeout=WAIT_MS)
    QTest.mouseClick(bench.tab.voice.restore, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not (bench.voice / "7.wav").exists(), timeout=WAIT_MS)
    assert voice.clips() == {"7": ""}


def test_a_recording_that_is_dropped_leaves_the_voice_as_it_was(bench: Bench) -> None:
    bench.tab.open_part(VOICE)
    bench.tab.voice.choose("7")
    bench.act()
    bench.until_main_says("Dừng")
    bench.bot.waitUntil(lambda: bench.studio.recorder.seconds > 0.9, timeout=WAIT_MS)
    bench.act()
    bench.until_main_says("Giữ và sang từ sau")
    QTest.mouseClick(bench.tab.voice.drop, Qt.MouseButton.LeftButton)
    assert bench.tab.voice.main.text() == "Ghi âm"
    assert not bench.voice.exists()


def test_choosing_another_word_ends_the_recording(bench: Bench, qtbot: QtBot) -> None:
    bench.tab.open_part(VOICE)
    bench.tab.voice.choose("7")
    bench.act()
    bench.until_main_says("Dừng")
    bench.tab.voice.choose("8")
    qtbot.waitUntil(lambda: not bench.studio.recorder.running, timeout=WAIT_MS)
    assert bench.tab.voice.main.text() == "Ghi âm"


def test_a_machine_that_cannot_record_says_so_and_takes_a_file(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path
) -> None:
    bench = Bench(qtbot, office, tasks, tmp_path, records=False)
    bench.tab.open_part(VOICE)
    voice = bench.tab.voice
    voice.choose("b")
    qtbot.waitUntil(voice.bring.isEnabled, timeout=WAIT_MS)
    assert not voice.main.isEnabled()
    assert "nhập tệp WAV" in voice.said
    own = tmp_path / "own.wav"
    own.write_bytes(write_wav(array("h", [9000 if at // 50 % 2 else -9000 for at in range(11_000)])))
    bench.files = [own]
    QTest.mouseClick(voice.bring, Qt.MouseButton.LeftButton)
    bench.until_main_says("Giữ và sang từ sau")
    bench.act()
    qtbot.waitUntil((bench.voice / "b.wav").exists, timeout=WAIT_MS)


def test_a_microphone_that_is_not_there_is_said(qtbot: QtBot, office: OpenOffice, tasks: Tasks, tmp_path: Path) -> None:
    bench = Bench(qtbot, office, tasks, tmp_path, records=False)
    bench.studio.recorder = Recorder([sys.executable, "-c", "raise SystemExit(1)"])
    bench.tab.voice.set_records(True)
    bench.tab.open_part(VOICE)
    qtbot.waitUntil(bench.tab.voice.main.isEnabled, timeout=WAIT_MS)
    bench.act()
    qtbot.waitUntil(lambda: bench.said() == message_for(Code.RECORDER_ABSENT).title, timeout=WAIT_MS)
    assert bench.tab.voice.main.text() == "Ghi âm"
    assert QApplication.activeModalWidget() is None


# the rating


def test_the_number_of_answers_is_chosen_by_keyboard_and_its_faces_are_shown(bench: Bench, qtbot: QtBot) -> None:
    part = bench.tab.rating
    bench.tab.open_part(RATING)
    bench.controller.focus()
    assert part.choice.button(0).hasFocus()
    assert part.faces.scores == (5, 4, 3, 2, 1)
    QTest.keyClick(part.choice.button(0), Qt.Key.Key_Right)
    QTest.keyClick(part.choice.button(1), Qt.Key.Key_Space)
    assert part.faces.scores == (5, 4, 2)
    assert not part.untouched
    bench.act()
    kept = bench.office.services.queue_choices
    qtbot.waitUntil(lambda: kept.rating() == RatingChoices(3), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: bench.says("Đã lưu") and part.untouched, timeout=WAIT_MS)


def test_a_choice_of_another_machine_is_shown_and_one_under_way_stays(bench: Bench, qtbot: QtBot) -> None:
    part, kept = bench.tab.rating, bench.office.services.queue_choices
    kept.set_rating(RatingChoices(4), "son")
    bench.controller.refresh()
    qtbot.waitUntil(lambda: part.choices() == RatingChoices(4), timeout=WAIT_MS)
    part.choice.button(1).click()
    kept.set_rating(RatingChoices(5), "son")
    bench.controller.refresh()
    qtbot.waitUntil(lambda: part._kept == RatingChoices(5), timeout=WAIT_MS)
    assert part.choices() == RatingChoices(3)


def test_a_number_of_answers_that_no_keypad_has_is_refused_and_so_is_who_may_not(office: OpenOffice) -> None:
    choices = office.services.queue_choices
    refused(Code.RULE_INVALID, lambda: choices.set_rating(RatingChoices(2), "son"))
    refused(Code.DUTY_MISSING, lambda: choices.set_rating(RatingChoices(3), "ha"))
    assert choices.rating() == RatingChoices()
