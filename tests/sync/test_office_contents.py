"""A board's pictures and the office's own voice go to every machine that needs them, over real sockets on loopback."""

import io
import threading
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from PIL import Image

from counter_app.bootstrap import VOICE, Counter, open_counter
from counter_app.domain.queue_facts import VoiceClipSet
from counter_app.domain.queue_policy import BoardChoices
from counter_app.errors import Code, CounterError
from counter_app.services.board_pictures import BoardPicture, read_picture
from counter_app.settings import Settings
from devices.speaker.clips import ClipBank
from tests.sync.offices import LEADER, PATIENCE_S, first_station, insist, joined, running, until_here

NOWHERE = "0" * 64


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Counter]:
    with first_station(tmp_path / "office") as counter:
        yield counter


@pytest.fixture
def picture(tmp_path: Path) -> BoardPicture:
    made = io.BytesIO()
    Image.effect_noise((640, 360), 90).save(made, "PNG")
    path = tmp_path / "picture.png"
    path.write_bytes(made.getvalue())
    return read_picture(path)


def show(counter: Counter, picture: BoardPicture) -> None:
    choices = BoardChoices(pictures=(picture.sha256,))
    counter.services.queue_choices.set_board(1, choices, LEADER, (picture,))


def hears_of(counter: Counter, picture: BoardPicture) -> None:
    until_here(counter, lambda: counter.services.board.view().choices.pictures == (picture.sha256,))


def test_a_picture_chosen_at_the_station_in_charge_is_fetched_once_and_kept(
    tmp_path: Path, office: Counter, picture: BoardPicture
) -> None:
    with joined(office, tmp_path / "board", None) as board:
        show(office, picture)
        hears_of(board, picture)
        assert not board.journal.database.blobs.has(picture.sha256)
        assert board.services.board.picture(picture.sha256) == picture.content
        settings = board.settings.office
    office.close()
    with running(tmp_path / "board", settings) as board:
        assert board.services.board.picture(picture.sha256) == picture.content


def test_a_picture_chosen_at_a_desk_reaches_the_board_by_the_station_in_charge(
    tmp_path: Path, office: Counter, picture: BoardPicture
) -> None:
    with joined(office, tmp_path / "desk", 7) as desk, joined(office, tmp_path / "board", None) as board:
        show(desk, picture)
        hears_of(board, picture)
        insist(lambda: board.services.board.picture(picture.sha256))
        assert office.services.board.picture(picture.sha256) == picture.content
        assert board.services.board.picture(picture.sha256) == picture.content


def test_a_picture_chosen_before_the_office_was_found_follows_when_it_is(
    tmp_path: Path, office: Counter, picture: BoardPicture
) -> None:
    with joined(office, tmp_path / "desk", 7) as desk:
        settings = desk.settings.office
    desk = open_counter(tmp_path / "desk", Settings(office=settings))
    try:
        show(desk, picture)
        desk.start()
        hears_of(office, picture)
        insist(lambda: office.services.board.picture(picture.sha256))
    finally:
        desk.close()


def speaks(counter: Counter, clip: str) -> bytes | None:
    try:
        return (counter.folder / VOICE / f"{clip}.wav").read_bytes()
    except FileNotFoundError:  # it may go between a look and the reading
        return None


def until_it_speaks(counter: Counter, clip: str, wav: bytes | None) -> None:
    end, pause = monotonic() + PATIENCE_S, threading.Event()
    while speaks(counter, clip) != wav:
        assert monotonic() < end
        pause.wait(0.02)


def test_a_clip_recorded_at_a_desk_is_spoken_at_every_machine_until_the_office_restores_its_own(
    tmp_path: Path, office: Counter
) -> None:
    wav = ClipBank().join(("8",)).wav
    with joined(office, tmp_path / "desk", 7) as desk, joined(office, tmp_path / "board", None) as board:
        desk.services.voice.keep("7", wav, LEADER)
        for counter in (desk, office, board):
            until_it_speaks(counter, "7", wav)
        assert ClipBank(board.folder / VOICE).samples("7") == ClipBank().samples("8")
        desk.services.voice.restore("7", LEADER)
        for counter in (desk, office, board):
            until_it_speaks(counter, "7", None)
        desk.services.voice.keep("8", wav, LEADER)
        until_it_speaks(office, "8", wav)
    with joined(office, tmp_path / "later", None) as later:
        until_it_speaks(later, "8", wav)


def test_only_the_clips_of_the_bank_are_kept_and_only_by_an_administrator(office: Counter) -> None:
    voice = office.services.voice
    for clip, officer, code in (("../7", LEADER, Code.VOICE_UNSAYABLE), ("7", "ha", Code.DUTY_MISSING)):
        with pytest.raises(CounterError) as refused:
            voice.keep(clip, b"RIFF", officer)
        assert refused.value.code is code
    own = office.services.office.id
    with office.journal.transaction() as transaction:  # as another machine might say it
        transaction.append(f"voice/{own}-../../7", VoiceClipSet(own, "../../7", NOWHERE), "officer/son")
    assert voice.clips() == {}


def test_what_nobody_has_is_missing_and_the_board_goes_on(tmp_path: Path, office: Counter) -> None:
    with joined(office, tmp_path / "board", None) as board:
        for counter in (board, office):
            with pytest.raises(CounterError) as refused:
                counter.services.board.picture(NOWHERE)
            assert refused.value.code is Code.BLOB_MISSING
