"""The code reader, over a real pseudo-terminal."""

import itertools
import random
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.citizen_card import parse_card
from counter_app.domain.dossier_code import is_dossier_code, normalise, receipt_code
from counter_app.errors import Code, CounterError
from devices.reader.device import MAX_LINE, LineProtocol, LineReader
from devices.reader.virtual import VirtualReader
from devices.supervisor import Health
from devices.transport.serial_line import SerialTransport
from tests.devices.support import Notebook, refused

CARD = "000123456789|012345678|Nguyễn Thị Hòa|01021990|Nữ|Thôn 3, xã An Phúc|05052021"


@pytest.fixture
def reader() -> Iterator[VirtualReader]:
    device = VirtualReader()
    yield device
    device.close()


@pytest.fixture
def device(reader: VirtualReader) -> Iterator[LineReader]:
    ticks = itertools.count(5.0, 0.1)
    made = LineReader(SerialTransport("r", reader.port), name="r", monotonic=lambda: next(ticks))
    made.open()
    yield made
    made.close()


@pytest.fixture
def lines(device: LineReader) -> Notebook[str]:
    notebook: Notebook[str] = Notebook()
    device.on_line(notebook)
    return notebook


def test_a_card_comes_as_one_line_of_vietnamese(
    device: LineReader, reader: VirtualReader, lines: Notebook[str]
) -> None:
    reader.scan(CARD)

    while not lines.notes:
        assert device.poll() == Health()
    assert lines.notes == [CARD]


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b"\n\r"])
def test_a_line_ends_with_any_line_end(end: bytes) -> None:
    assert LineProtocol().feed(b"mot" + end + b"hai" + end, 1.0) == ["mot", "hai"]


@pytest.mark.parametrize(
    "garbage",
    [
        pytest.param(b"\xc3\x28abc", id="invalid UTF-8"),
        pytest.param("Nguyễn".encode("utf-16"), id="another encoding"),
        pytest.param(b"A\x1bB", id="control character"),
        pytest.param("a\x85b".encode(), id="control character of Unicode"),
        pytest.param(b"x" * (MAX_LINE + 1), id="over-long"),
        pytest.param(b"x" * (MAX_LINE * 20), id="far over-long"),
    ],
)
def test_garbage_is_dropped_and_the_next_good_line_works(garbage: bytes) -> None:
    protocol = LineProtocol()

    assert protocol.feed(garbage + b"\r\n", 1.0) == []
    assert protocol.garbage == 1
    assert protocol.feed(CARD.encode() + b"\r\n", 1.1) == [CARD]
    assert protocol.garbage == 0
    assert protocol.garbage_total == 1


def test_a_line_of_the_greatest_length_passes() -> None:
    assert LineProtocol().feed(b"x" * MAX_LINE + b"\n", 1.0) == ["x" * MAX_LINE]


def test_half_a_line_never_becomes_the_beginning_of_the_next() -> None:
    protocol = LineProtocol()

    assert protocol.feed(b"000123456", 1.0) == []
    assert protocol.feed(b"000987654321\r", 3.0) == ["000987654321"]
    assert protocol.garbage_total == 1


def test_garbage_is_a_warning_until_a_good_line_comes(
    device: LineReader, reader: VirtualReader, lines: Notebook[str]
) -> None:
    reader.garbage()
    assert device.poll() == Health(Code.READER_GARBAGE)

    reader.scan("000111222333")

    assert device.poll() == Health()
    assert lines.notes == ["000111222333"]


def test_a_reader_that_is_unplugged_is_lost(device: LineReader, reader: VirtualReader) -> None:
    reader.close()

    refused(Code.DEVICE_LOST, device.poll)


@given(st.binary(max_size=300), st.integers(1, 40))
def test_lines_do_not_depend_on_how_the_bytes_come_in(data: bytes, step: int) -> None:
    whole, pieces = LineProtocol(), LineProtocol()

    told = [line for at in range(0, len(data), step) for line in pieces.feed(data[at : at + step], 1.0)]

    assert told == whole.feed(data, 1.0)
    assert pieces.garbage_total == whole.garbage_total
    assert not any(ord(sign) < 32 for line in told for sign in line)


def test_in_a_stream_of_noise_no_line_is_believed_until_it_is_quiet() -> None:
    protocol = LineProtocol()

    assert protocol.feed(b"\xff\xfe\r\nH99.17-261123-0001\r\n", 1.0) == []
    assert protocol.feed(b"H99.17-261123-0002\r\n", 1.01) == []
    assert protocol.feed(CARD.encode() + b"\r\n", 1.2) == [CARD]


@pytest.mark.parametrize("pause", [0.001, 2.0], ids=["one stream", "in bursts"])
def test_a_million_random_bytes_are_no_card_and_no_receipt(pause: float) -> None:
    noise = random.Random(pause).randbytes(1_000_000)
    protocol, now, read = LineProtocol(), 0.0, []
    for at in range(0, len(noise), 512):
        now += pause
        read += protocol.feed(noise[at : at + 512], now)

    assert [line for line in read if is_reading(line)] == []
    assert protocol.garbage_total > 100
    assert protocol.feed(CARD.encode() + b"\r\n", now + 2) == [CARD]


def is_reading(line: str) -> bool:
    """Whether a desk would take a line for a card or a receipt."""
    try:
        parse_card(line)
    except CounterError:
        return is_dossier_code(normalise(receipt_code(line)))
    return True
