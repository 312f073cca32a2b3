"""A reader that types: what it may say, and what is refused."""

import pytest

from counter_app.errors import Code
from counter_app.ports import DeviceKind
from devices.reader.typed import TypedReader, WedgeRules, wedge_rules
from devices.registry import build_reader
from devices.settings import DeviceSettings, TransportKind
from devices.supervisor import Health
from tests.devices.support import FixedClock, Notebook, refused

CARD = "000123456789|012345678|Nguyễn Thị Hòa|01021990|Nữ|Thôn 3, xã An Phúc|05052021"


@pytest.fixture
def reader() -> TypedReader:
    return TypedReader(name="r", rules=WedgeRules())


def test_a_burst_is_told_like_a_line(reader: TypedReader) -> None:
    lines: Notebook[str] = Notebook()
    reader.on_line(lines)
    reader.take(CARD)

    assert lines.notes == [CARD]
    assert reader.poll() == Health()


@pytest.mark.parametrize("bad", ["A\x1bB", "a\x85b", "Nguy\ufffdn", "a\x00", "a\ud800"])
def test_control_and_replacement_characters_are_refused_and_said_until_the_next_good_one(
    reader: TypedReader, bad: str
) -> None:
    lines: Notebook[str] = Notebook()
    reader.on_line(lines)
    reader.take(bad)

    assert reader.poll() == Health(Code.READER_GARBAGE)
    reader.take(CARD)
    assert reader.poll() == Health()
    assert lines.notes == [CARD]


def test_a_reader_that_types_needs_no_address_and_has_its_rules_from_the_options(clock: FixedClock) -> None:
    said = DeviceSettings(
        DeviceKind.READER, "r", TransportKind.KEYS, options={"prefix": "~", "suffix": "#", "gap": "50"}
    )
    made = build_reader(said, clock)

    assert isinstance(made, TypedReader)
    assert made.rules == WedgeRules("~", "#", 50)


@pytest.mark.parametrize("gap", ["0", "-1", "x", "500", "nan"])
def test_a_pause_that_no_reader_makes_is_refused(gap: str) -> None:
    said = DeviceSettings(DeviceKind.READER, "r", TransportKind.KEYS, options={"gap": gap})

    assert refused(Code.DEVICE_SETTINGS, lambda: wedge_rules(said)).params["detail"] == "gap"
