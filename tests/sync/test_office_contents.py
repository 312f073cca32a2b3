"""A board's pictures go to every machine of the office that shows them, over real sockets on loopback."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from counter_app.bootstrap import Counter, open_counter
from counter_app.domain.queue_policy import BoardChoices
from counter_app.errors import Code, CounterError
from counter_app.services.board_pictures import BoardPicture, read_picture
from counter_app.settings import Settings
from tests.sync.offices import LEADER, first_station, insist, joined, running, until_here

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


def test_what_nobody_has_is_missing_and_the_board_goes_on(tmp_path: Path, office: Counter) -> None:
    with joined(office, tmp_path / "board", None) as board:
        for counter in (board, office):
            with pytest.raises(CounterError) as refused:
                counter.services.board.picture(NOWHERE)
            assert refused.value.code is Code.BLOB_MISSING
