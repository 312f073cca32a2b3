"""Teaching a keypad that nobody described: press each key in turn."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.ratings import LEVELS, scores_of_levels
from counter_app.errors import Code, DeviceError
from counter_app.ports import DeviceKind
from devices.keypad.device import KeypadProtocol
from devices.keypad.framing import Bcc, Framing, frame_of, make_framer
from devices.keypad.learning import KeyLearning, KeypadSession, Learned
from devices.keypad.profiles import plan_of
from devices.keypad.virtual import VirtualKeypad
from devices.settings import DeviceSettings, TransportKind
from tests.devices.support import Notebook, refused

PORT = DeviceSettings(DeviceKind.KEYPAD, "k", TransportKind.SERIAL, "/dev/ttyNOWHERE0")
WAYS = [(Framing.BYTE, Bcc.LENGTH), (Framing.LINE, Bcc.LENGTH), *((Framing.STX_ETX, bcc) for bcc in Bcc)]


@pytest.fixture
def keypad() -> Iterator[VirtualKeypad]:
    device = VirtualKeypad(Framing.STX_ETX, Bcc.DATA)
    yield device
    device.close()


@pytest.mark.parametrize("levels", LEVELS)
@pytest.mark.parametrize("framing, bcc", WAYS)
def test_what_was_learned_reads_the_keypad_that_taught_it(framing: Framing, bcc: Bcc, levels: int) -> None:
    learning, scores = KeyLearning(levels), scores_of_levels(levels)
    keys = {
        score: frame_of(bytes((0x41 + score, 0x30)[: 1 if framing is Framing.BYTE else 2]), framing, bcc)
        for score in scores
    }

    for place, score in enumerate(scores):
        assert learning.wanted == score
        assert learning.outcome() is None
        last = place == levels - 1
        assert learning.take(keys[score]) is (Learned.DONE if last else Learned.TAKEN)

    outcome = learning.outcome()
    assert outcome is not None
    plan = plan_of(outcome.applied(PORT))
    assert (plan.framing, plan.levels) == (framing, levels)
    for score, sent in keys.items():
        protocol = KeypadProtocol(plan.keys, make_framer(plan.framing, plan.keys, plan.bcc))
        assert protocol.feed(sent, 0.0) + protocol.settle(1.0) == [score]


def test_a_keypad_of_no_known_shape_is_known_by_what_it_sends_at_once() -> None:
    learning = KeyLearning(3)
    for sent in (b"KEY-A", b"KEY-B", b"KEY-C"):
        learning.take(sent)
    outcome = learning.outcome()
    assert outcome is not None
    plan = plan_of(outcome.applied(PORT))

    protocol = KeypadProtocol(plan.keys, make_framer(plan.framing, plan.keys, plan.bcc))

    assert protocol.feed(b"KEY-", 0.0) + protocol.feed(b"B", 0.01) + protocol.settle(1.0) == [4]
    assert protocol.feed(b"KEY-AKEY-B", 2.0) + protocol.settle(3.0) == []


def test_the_same_key_twice_is_refused_and_asked_for_again() -> None:
    learning = KeyLearning(5)
    learning.take(b"1")

    assert learning.take(b"1") is Learned.TWICE
    assert learning.take(b"11") is Learned.TWICE  # held down
    assert learning.wanted == 4
    assert learning.take(b"2") is Learned.TAKEN


def test_a_press_that_fits_nothing_is_refused() -> None:
    learning = KeyLearning(4)

    assert learning.take(b"") is Learned.UNCLEAR
    assert learning.take(bytes(range(200))) is Learned.UNCLEAR
    assert learning.wanted == 5


def test_one_may_go_back_a_key() -> None:
    learning = KeyLearning(3)
    learning.take(b"a")
    learning.take(b"x")
    learning.back()
    assert (learning.wanted, learning.known) == (4, (5,))
    assert learning.take(b"x") is Learned.TAKEN


@given(st.lists(st.binary(max_size=12), max_size=30), st.sampled_from(LEVELS))
def test_whatever_is_pressed_what_is_learned_has_one_key_for_each_score(raws: list[bytes], levels: int) -> None:
    learning = KeyLearning(levels)
    for raw in raws:
        learning.take(raw)

    outcome = learning.outcome()

    if outcome is not None:
        plan = plan_of(outcome.applied(PORT))
        assert sorted(plan.keys.values(), reverse=True) == list(scores_of_levels(levels))


def test_a_session_tells_the_bytes_of_each_press(keypad: VirtualKeypad) -> None:
    told: Notebook[bytes] = Notebook()
    opened: Notebook[str] = Notebook()
    session = KeypadSession(keypad.settings(), told, opened=lambda: opened("open"))
    session.start()
    opened.until_count(1)
    keypad.press(3)

    assert told.until_count(1) == [frame_of(b"3", Framing.STX_ETX, Bcc.DATA)]

    keypad.press(5)
    told.until_count(2)
    session.close()
    keypad.press(1)  # nobody listens any more
    assert len(told.notes) == 2


def test_a_session_says_why_it_hears_nothing() -> None:
    told: Notebook[DeviceError] = Notebook()
    session = KeypadSession(PORT, lambda _: None, told)
    session.start()

    assert told.until_count(1)[0].code is Code.DEVICE_ABSENT
    session.close()


def test_a_keypad_that_types_has_no_line_to_listen_to() -> None:
    typed = DeviceSettings(DeviceKind.KEYPAD, "k", TransportKind.KEYS)

    refused(Code.DEVICE_SETTINGS, lambda: KeypadSession(typed, lambda _: None))
