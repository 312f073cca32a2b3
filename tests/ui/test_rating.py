"""The rating: asked when a service ends, one answer, by touch or by key, and nothing without consent."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from counter_app.domain.facts import RatingSource
from counter_app.domain.queue_policy import RatingChoices
from counter_app.domain.ratings import Rating, RatingState
from counter_app.ports import KeyPress
from counter_app.services.rating_log import Became, Press
from tests.support.office import MORNING, OpenOffice
from ui.rating.keys import RatingKeys
from ui.rating.pages import AskPage, IdlePage, ReasonsPage, ThanksPage
from ui.rating.window import RatingWindow
from ui.tasks import Tasks

LEFT = Qt.MouseButton.LeftButton
DESK = 3


class Keys:
    """A keypad whose keys the test presses; ``said`` is what it was told to show."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._told: Callable[[KeyPress], None] | None = None
        self.levels = 5
        self.types = False
        self.said: list[str] = []

    def on_press(self, told: Callable[[KeyPress], None]) -> None:
        """Keep who is told."""
        self._told = told

    def typed(self, text: str) -> bool:
        """Take 1 to 5 if it is a keypad that types."""
        mine = self.types and text in tuple("12345")
        if mine:
            self.press(int(text))
        return mine

    def welcome(self) -> None:
        """Note it."""
        self.said.append("welcome")

    def thanks(self) -> None:
        """Note it."""
        self.said.append("thanks")

    def press(self, score: int) -> None:
        """Press a key."""
        assert self._told
        self._told(KeyPress(score, self._office.clock.now()))


@pytest.fixture
def keys(office: OpenOffice) -> Keys:
    return Keys(office)


@pytest.fixture
def screen(qtbot: QtBot, office: OpenOffice, tasks: Tasks, keys: Keys) -> Iterator[RatingWindow]:
    window = RatingWindow(office.services, tasks, DESK, keypad=keys, officer=lambda: "ha")
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitUntil(lambda: isinstance(window.page, IdlePage) and window.page.officer.text() != "")
    return window


def serve(office: OpenOffice) -> Rating:
    """Serve one citizen to the end."""
    queue = office.services.queue
    number = len(queue.of_today()) + 1
    queue.take_number("civil-status", command=f"{number:032x}")
    ticket = queue.call_next(DESK, "ha", command=f"{number:032x}")
    queue.start_service(ticket.id, DESK, "ha")
    return queue.finish(ticket.id)


def asked(qtbot: QtBot, screen: RatingWindow) -> AskPage:
    """Wait for the question."""
    qtbot.waitUntil(lambda: isinstance(screen.page, AskPage))
    return screen.page


def kept(office: OpenOffice, rating: Rating) -> Rating:
    """Return the rating as it is stored."""
    found = office.services.ratings.of_ticket(rating.ticket)
    assert found
    return found


def test_the_question_comes_when_the_service_ends(qtbot: QtBot, screen: RatingWindow, office: OpenOffice) -> None:
    serve(office)
    assert [face.score for face in asked(qtbot, screen).faces] == [5, 4, 3, 2, 1]


def test_a_touched_face_is_the_answer_and_is_thanked(qtbot: QtBot, screen: RatingWindow, office: OpenOffice) -> None:
    rating = serve(office)
    qtbot.mouseClick(asked(qtbot, screen).faces[0], LEFT)
    qtbot.waitUntil(lambda: isinstance(screen.page, ThanksPage))
    found = kept(office, rating)
    assert (found.score, found.source) == (5, RatingSource.SCREEN)
    screen.countdown.pass_time(5)
    assert isinstance(screen.page, IdlePage)


def test_a_key_takes_the_same_way(qtbot: QtBot, screen: RatingWindow, office: OpenOffice, keys: Keys) -> None:
    rating = serve(office)
    asked(qtbot, screen)
    keys.press(4)
    qtbot.waitUntil(lambda: isinstance(screen.page, ThanksPage))
    found = kept(office, rating)
    assert (found.score, found.source) == (4, RatingSource.KEYPAD)


def test_only_the_first_answer_counts(qtbot: QtBot, screen: RatingWindow, office: OpenOffice, keys: Keys) -> None:
    rating = serve(office)
    page = asked(qtbot, screen)
    qtbot.mouseClick(page.faces[1], LEFT)
    qtbot.mouseClick(page.faces[4], LEFT)
    keys.press(1)
    qtbot.waitUntil(lambda: isinstance(screen.page, ThanksPage))
    assert kept(office, rating).score == 4


def test_a_key_means_nothing_while_nothing_is_asked(
    qtbot: QtBot, screen: RatingWindow, office: OpenOffice, keys: Keys
) -> None:
    keys.press(1)
    rating = serve(office)
    asked(qtbot, screen)
    assert kept(office, rating).state is RatingState.OPEN


def test_below_satisfied_one_more_question_is_asked(qtbot: QtBot, screen: RatingWindow, office: OpenOffice) -> None:
    rating = serve(office)
    qtbot.mouseClick(asked(qtbot, screen).faces[3], LEFT)
    qtbot.waitUntil(lambda: isinstance(screen.page, ReasonsPage))
    assert kept(office, rating).score == 2
    page = screen.page
    qtbot.mouseClick(page.reasons[0], LEFT)
    qtbot.mouseClick(page.reasons[3], LEFT)
    qtbot.mouseClick(page.send, LEFT)
    assert isinstance(screen.page, ThanksPage)
    qtbot.waitUntil(lambda: kept(office, rating).reasons == ("waiting", "papers"))


def test_leaving_the_reasons_keeps_the_answer(qtbot: QtBot, screen: RatingWindow, office: OpenOffice) -> None:
    rating = serve(office)
    qtbot.mouseClick(asked(qtbot, screen).faces[4], LEFT)
    qtbot.waitUntil(lambda: isinstance(screen.page, ReasonsPage))
    screen.countdown.pass_time(30)
    assert isinstance(screen.page, IdlePage)
    found = kept(office, rating)
    assert (found.state, found.score, found.reasons) == (RatingState.GIVEN, 1, ())


@pytest.mark.parametrize("leave", ["skip", "time"])
def test_skipped_or_out_of_time_stores_no_answer(
    qtbot: QtBot, screen: RatingWindow, office: OpenOffice, leave: str
) -> None:
    rating = serve(office)
    page = asked(qtbot, screen)
    if leave == "skip":
        qtbot.mouseClick(page.skip, LEFT)
    else:
        screen.countdown.pass_time(60)
    qtbot.waitUntil(lambda: kept(office, rating).state is RatingState.CLOSED)
    qtbot.waitUntil(lambda: isinstance(screen.page, IdlePage))
    assert kept(office, rating).score is None


def test_the_next_service_replaces_a_question_nobody_answered(
    qtbot: QtBot, screen: RatingWindow, office: OpenOffice
) -> None:
    first = serve(office)
    asked(qtbot, screen)
    second = serve(office)
    qtbot.waitUntil(lambda: screen._rating is not None and screen._rating.id == second.id)
    qtbot.mouseClick(asked(qtbot, screen).faces[0], LEFT)
    qtbot.waitUntil(lambda: isinstance(screen.page, ThanksPage))
    assert kept(office, first).score is None
    assert kept(office, second).score == 5


@pytest.mark.parametrize(
    "levels, scores", [(0, [5, 4, 3, 2, 1]), (3, [5, 4, 2]), (4, [5, 4, 3, 2]), (5, [5, 4, 3, 2, 1])]
)
def test_the_office_chooses_how_many_answers_there_are_on_the_one_scale(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, levels: int, scores: list[int]
) -> None:
    office.services.queue_choices.set_rating(RatingChoices(levels), "son")
    window = RatingWindow(office.services, tasks, DESK)
    qtbot.addWidget(window)
    serve(office)
    assert [face.score for face in asked(qtbot, window).faces] == scores


def test_a_changed_choice_holds_from_the_next_question_on(
    qtbot: QtBot, screen: RatingWindow, office: OpenOffice
) -> None:
    serve(office)
    page = asked(qtbot, screen)
    office.services.queue_choices.set_rating(RatingChoices(3), "son")
    screen.refresh()
    assert screen.page is page
    serve(office)
    qtbot.waitUntil(lambda: isinstance(screen.page, AskPage) and len(screen.page.faces) == 3)


def test_without_a_choice_of_the_office_the_screen_has_as_many_answers_as_the_keypad(
    qtbot: QtBot, office: OpenOffice, tasks: Tasks, keys: Keys
) -> None:
    keys.levels = 4
    window = RatingWindow(office.services, tasks, DESK, keypad=keys)
    qtbot.addWidget(window)
    serve(office)
    assert [face.score for face in asked(qtbot, window).faces] == [5, 4, 3, 2]


def test_idle_shows_who_sits_here_and_whom_they_serve(qtbot: QtBot, screen: RatingWindow, office: OpenOffice) -> None:
    queue = office.services.queue
    queue.take_number("civil-status", command="1" * 32)
    queue.call_next(DESK, "ha", command="1" * 32)
    qtbot.waitUntil(lambda: isinstance(screen.page, IdlePage) and screen.page.label.text() == "A001")
    assert screen.page.officer.text() == next(one.name for one in office.services.officers.all() if one.id == "ha")


@pytest.mark.parametrize(
    "levels, scores", [(3, [5, 4, 2]), (4, [5, 4, 3, 2]), (5, [5, 4, 3, 2, 1]), (0, [5, 4, 3, 2, 1])]
)
def test_the_screen_offers_as_many_answers_as_the_keypad_has_keys(
    qtbot: QtBot, screen: RatingWindow, office: OpenOffice, keys: Keys, levels: int, scores: list[int]
) -> None:
    keys.levels = levels
    serve(office)
    assert [face.score for face in asked(qtbot, screen).faces] == scores


def test_the_keypad_is_told_that_it_is_asked_and_thanked_once(
    qtbot: QtBot, screen: RatingWindow, office: OpenOffice, keys: Keys
) -> None:
    serve(office)
    page = asked(qtbot, screen)
    assert keys.said == ["welcome"]
    qtbot.mouseClick(page.faces[0], LEFT)
    qtbot.waitUntil(lambda: isinstance(screen.page, ThanksPage))
    assert keys.said == ["welcome", "thanks"]


def test_a_typed_digit_is_an_answer_only_while_the_question_is_open_and_only_of_a_keypad_that_types(
    qtbot: QtBot, screen: RatingWindow, office: OpenOffice, keys: Keys
) -> None:
    keys.types = True
    qtbot.keyClicks(screen, "5")  # nothing is asked
    rating = serve(office)
    asked(qtbot, screen)
    keys.types = False
    qtbot.keyClicks(screen, "1")
    keys.types = True
    qtbot.keyClicks(screen, "x4")
    qtbot.waitUntil(lambda: isinstance(screen.page, ThanksPage))
    found = kept(office, rating)
    assert (found.score, found.source) == (4, RatingSource.KEYPAD)
    qtbot.keyClicks(screen, "1")
    assert [press.became for press in presses(office)] == [Became.COUNTED]


def test_each_press_is_kept_with_what_became_of_it(
    qtbot: QtBot, screen: RatingWindow, office: OpenOffice, keys: Keys
) -> None:
    keys.press(1)
    qtbot.waitUntil(lambda: len(presses(office)) == 1)
    rating = serve(office)
    asked(qtbot, screen)
    keys.press(5)
    qtbot.waitUntil(lambda: isinstance(screen.page, ThanksPage))
    keys.press(5)
    qtbot.waitUntil(lambda: len(presses(office)) == 3)
    assert [(press.desk, press.score, press.became, press.rating) for press in presses(office)] == [
        (DESK, 1, Became.NOT_ASKED, ""),
        (DESK, 5, Became.COUNTED, rating.id),
        (DESK, 5, Became.NOT_ASKED, ""),
    ]


@pytest.fixture
def alone(office: OpenOffice, tasks: Tasks, keys: Keys) -> Iterator[RatingKeys]:
    made = RatingKeys(office.services, tasks, DESK, keys)
    yield made
    made.close()


def test_without_a_screen_the_keypad_asks_takes_one_answer_and_thanks(
    qtbot: QtBot, alone: RatingKeys, office: OpenOffice, keys: Keys
) -> None:
    keys.press(1)
    qtbot.waitUntil(lambda: len(presses(office)) == 1)
    rating = serve(office)
    qtbot.waitUntil(lambda: keys.said == ["welcome"])
    keys.press(2)
    keys.press(5)
    qtbot.waitUntil(lambda: keys.said == ["welcome", "thanks"])
    qtbot.waitUntil(lambda: len(presses(office)) == 3)
    assert kept(office, rating).score == 2
    assert [press.became for press in presses(office)] == [Became.NOT_ASKED, Became.COUNTED, Became.NOT_ASKED]


def test_without_a_screen_the_question_closes_as_soon_as_on_one(
    qtbot: QtBot, alone: RatingKeys, office: OpenOffice, keys: Keys
) -> None:
    rating = serve(office)
    qtbot.waitUntil(lambda: alone.window.isActive())
    assert alone.window.interval() == 60_000
    alone.window.timeout.emit()  # a minute goes by
    qtbot.waitUntil(lambda: kept(office, rating).state is RatingState.CLOSED)
    keys.press(5)
    qtbot.waitUntil(lambda: len(presses(office)) == 1)
    assert kept(office, rating).score is None


def test_a_station_without_a_keypad_leaves_the_question_to_whoever_asks_it(
    qtbot: QtBot, alone: RatingKeys, screen: RatingWindow, office: OpenOffice, keys: Keys
) -> None:
    keys.levels = 0
    serve(office)
    asked(qtbot, screen)  # by then the keypad's part has heard of the rating too
    assert not alone.window.isActive()


def presses(office: OpenOffice) -> tuple[Press, ...]:
    """Return what the log of presses holds."""
    return office.services.ratings.presses.since(MORNING)


def test_every_face_and_reason_has_words(qtbot: QtBot, screen: RatingWindow, office: OpenOffice) -> None:
    serve(office)
    page = asked(qtbot, screen)
    names = [button.accessibleName() for button in page.findChildren(QAbstractButton)]
    assert names == ["Rất hài lòng", "Hài lòng", "Bình thường", "Không hài lòng", "Rất không hài lòng", "Bỏ qua"]
