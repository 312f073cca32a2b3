"""No bytes, however many and however cut, make a rating that no key sent."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.keypad.device import QUIET_S, KeypadProtocol
from devices.keypad.framing import Bcc, FrameFramer, Framing, frame_of, make_framer
from devices.keypad.profiles import plan_of
from devices.keypad.virtual import VirtualKeypad

KEYS = {str(score).encode(): score for score in range(1, 6)}
WAYS = [(Framing.BYTE, Bcc.LENGTH), (Framing.LINE, Bcc.LENGTH), *((Framing.STX_ETX, bcc) for bcc in Bcc)]
MILLION = 1_000_000
PIECE = 64  # what a driver reads at once

each_way = pytest.mark.parametrize("framing, bcc", WAYS)


def protocol(framing: Framing, bcc: Bcc = Bcc.LENGTH) -> KeypadProtocol:
    return KeypadProtocol(KEYS, make_framer(framing, KEYS, bcc))


def heard(listening: KeypadProtocol, pieces: list[bytes], pause: float) -> list[int]:
    """Return the scores of pieces that come with this pause between them, and then silence."""
    now, told = 0.0, []
    for piece in pieces:
        now += pause
        told += listening.feed(piece, now)
    return told + listening.settle(now + 2 * QUIET_S)


@pytest.mark.parametrize("pause", [0.001, 1.0], ids=["one stream", "in bursts"])
@pytest.mark.parametrize("framing", [Framing.BYTE, Framing.LINE, Framing.STX_ETX])
def test_a_million_random_bytes_are_no_rating(framing: Framing, pause: float) -> None:
    noise = random.Random(framing).randbytes(MILLION)
    listening = protocol(framing)

    told = heard(listening, [noise[at : at + PIECE] for at in range(0, MILLION, PIECE)], pause)

    assert told == []
    # All of it was looked at, and what could pass for a line end, a key or an empty line is little.
    assert listening.garbage_total > 0.95 * MILLION
    assert heard(listening, [frame_of(b"4", framing)], 1e9) == [4]  # and the next press is heard


@each_way
@given(st.lists(st.binary(max_size=40), max_size=20), st.sampled_from([0.001, 1.0]))
def test_only_a_burst_that_is_one_key_is_a_press(framing: Framing, bcc: Bcc, pieces: list[bytes], pause: float) -> None:
    told = heard(protocol(framing, bcc), pieces, pause)

    bursts = [b"".join(pieces)] if pause < QUIET_S else pieces
    # Of a line either end is enough.
    least = [frame_of(key, framing, bcc)[:-1] if framing is Framing.STX_ETX else key for key in KEYS]
    possible = [burst for burst in bursts if any(one in burst for one in least)]
    assert len(told) <= len(possible)


@each_way
@given(
    st.integers(1, 5),
    st.binary(max_size=30),
    st.binary(max_size=30),
)
def test_garbage_around_a_press_never_makes_it_another_one(
    framing: Framing, bcc: Bcc, score: int, before: bytes, after: bytes
) -> None:
    press = frame_of(str(score).encode(), framing, bcc)
    if any(frame_of(key, framing, bcc) in before + after for key in KEYS):
        return  # a press indeed

    assert heard(protocol(framing, bcc), [before + press + after], 1.0) in ([], [score])


@given(st.lists(st.sampled_from(sorted(KEYS)), min_size=1, max_size=8), st.integers(1, 9), st.sampled_from(Bcc))
def test_frames_do_not_depend_on_how_the_bytes_come_in(codes: list[bytes], step: int, bcc: Bcc) -> None:
    line = b"".join(frame_of(code, Framing.STX_ETX, bcc) for code in codes)
    framer = FrameFramer(bcc)

    found = [code for at in range(0, len(line), step) for code in framer.feed(line[at : at + step])]

    assert found == codes
    assert framer.rubbish == 0


@given(st.binary(max_size=60), st.sampled_from(Bcc))
def test_a_frame_is_found_behind_any_garbage_once_it_is_quiet(garbage: bytes, bcc: Bcc) -> None:
    framer = FrameFramer(bcc)
    frame = frame_of(b"3", Framing.STX_ETX, bcc)
    swallowed = garbage.count(b"\x02") > 0  # a false beginning may claim the first bytes of the frame as its own

    found = framer.feed(garbage) + framer.end() + framer.feed(frame)

    assert found[-1] == b"3" or swallowed
    assert framer.feed(frame)[-1:] == [b"3"] or swallowed


@pytest.mark.parametrize("bcc", Bcc)
def test_one_wrong_bit_in_a_frame_is_no_press(bcc: Bcc) -> None:
    frame = frame_of(b"3", Framing.STX_ETX, bcc)
    for bit in range(len(frame) * 8):
        broken = bytearray(frame)
        broken[bit // 8] ^= 1 << bit % 8
        assert heard(protocol(Framing.STX_ETX, bcc), [bytes(broken)], 1.0) == []


def test_the_settings_of_a_virtual_keypad_read_what_it_sends() -> None:
    for framing, bcc in WAYS:
        keypad = VirtualKeypad(framing, bcc)
        plan = plan_of(keypad.settings())
        keypad.close()
        assert (plan.framing, plan.bcc, dict(plan.keys)) == (framing, bcc, KEYS)


def test_a_million_bytes_take_a_moment() -> None:
    """A stuck wire sends 960 bytes a second at 9600 baud: reading must cost next to nothing."""
    noise = bytes(100_000)
    listening = protocol(Framing.STX_ETX)
    begun = time.process_time()

    heard(listening, [noise[at : at + PIECE] for at in range(0, len(noise), PIECE)], 0.001)

    assert time.process_time() - begun < 2.0
