"""The rating keypad, over a real pseudo-terminal."""

import logging
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.errors import Code
from counter_app.ports import KeyPress
from devices.keypad.device import GARBAGE_FROM, ByteKeypad, KeypadProtocol
from devices.keypad.virtual import VirtualKeypad
from devices.supervisor import Health
from devices.transport.serial_line import SerialTransport
from tests.devices.support import FixedClock, Notebook, refused

KEYS = {ord(str(score)): score for score in range(1, 6)}


class Watch:
    """A monotonic clock that the test turns."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def keypad() -> Iterator[VirtualKeypad]:
    device = VirtualKeypad()
    yield device
    device.close()


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def device(keypad: VirtualKeypad, clock: FixedClock, watch: Watch) -> Iterator[ByteKeypad]:
    made = ByteKeypad(SerialTransport("k", keypad.port), name="k", keys=KEYS, clock=clock, monotonic=watch)
    made.open()
    yield made
    made.close()


@pytest.fixture
def presses(device: ByteKeypad) -> Notebook[KeyPress]:
    notebook: Notebook[KeyPress] = Notebook()
    device.on_press(notebook)
    return notebook


def test_each_key_tells_its_score_and_when(
    device: ByteKeypad, keypad: VirtualKeypad, presses: Notebook[KeyPress], watch: Watch, clock: FixedClock
) -> None:
    for score in range(1, 6):
        keypad.press(score)
        device.poll()
        watch.now += 1

    assert presses.notes == [KeyPress(score, clock.now()) for score in range(1, 6)]


def test_a_key_that_bounces_or_is_held_down_is_one_press(
    device: ByteKeypad, keypad: VirtualKeypad, presses: Notebook[KeyPress], watch: Watch
) -> None:
    for _ in range(20):
        keypad.press(4)
        device.poll()
        watch.now += 0.299
    watch.now += 0.001
    keypad.press(5)
    device.poll()

    assert [press.score for press in presses.notes] == [4, 5]


def test_garbage_is_counted_warned_of_logged_once_and_forgotten_after_a_good_press(
    device: ByteKeypad, keypad: VirtualKeypad, presses: Notebook[KeyPress], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "devices")
    keypad.garbage(b"\xff" * (GARBAGE_FROM - 1))
    assert device.poll() == Health()
    keypad.garbage(b"\x00")
    assert device.poll() == Health(Code.KEYPAD_GARBAGE)
    keypad.garbage(b"\x99" * 30)
    assert device.poll() == Health(Code.KEYPAD_GARBAGE)
    assert len(caplog.records) == 1
    assert presses.notes == []

    keypad.press(2)

    assert device.poll() == Health()
    assert [press.score for press in presses.notes] == [2]


def test_a_press_inside_garbage_is_found(
    device: ByteKeypad, keypad: VirtualKeypad, presses: Notebook[KeyPress]
) -> None:
    keypad.garbage(b"\xff\x00" + b"3" + b"\r\n")

    assert device.poll() == Health()
    assert [press.score for press in presses.notes] == [3]


def test_a_keypad_that_is_unplugged_is_lost(device: ByteKeypad, keypad: VirtualKeypad) -> None:
    keypad.close()

    refused(Code.DEVICE_LOST, device.poll)


def test_a_port_is_taken_by_one_program_only(device: ByteKeypad, keypad: VirtualKeypad) -> None:
    refused(Code.DEVICE_BUSY, SerialTransport("other", keypad.port).open)


def test_a_port_that_does_not_exist_is_an_absent_device() -> None:
    refused(Code.DEVICE_ABSENT, SerialTransport("k", "/dev/ttyNOWHERE0").open)


@given(st.lists(st.binary(max_size=40), max_size=20))
def test_no_bytes_make_anything_but_scores_of_the_map(pieces: list[bytes]) -> None:
    protocol = KeypadProtocol(KEYS)

    told = [score for at, piece in enumerate(pieces) for score in protocol.feed(piece, float(at))]

    assert all(1 <= score <= 5 for score in told)
    assert len(told) <= len(pieces)
    assert protocol.garbage_total == sum(byte not in b"12345\r\n" for piece in pieces for byte in piece)
