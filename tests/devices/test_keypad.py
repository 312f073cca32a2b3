"""The rating keypad, over a real pseudo-terminal."""

import logging
from collections.abc import Iterator

import pytest

from counter_app.errors import Code
from counter_app.ports import DeviceKind, DeviceState, DeviceStatus, KeyPress
from devices.fleet import Devices
from devices.keypad.device import DEBOUNCE_S, GARBAGE_FROM, QUIET_S, ByteKeypad
from devices.keypad.framing import Bcc, Framing, frame_of
from devices.keypad.profiles import keypad_profiles, plan_of
from devices.keypad.typed import TypedKeypad
from devices.keypad.virtual import VirtualKeypad
from devices.registry import build_keypad
from devices.settings import DeviceSettings, TransportKind
from devices.supervisor import Health
from devices.transport.serial_line import SerialTransport
from tests.devices.support import FixedClock, Notebook, refused

WAYS = [(Framing.BYTE, Bcc.LENGTH), (Framing.LINE, Bcc.LENGTH), *((Framing.STX_ETX, bcc) for bcc in Bcc)]


class Watch:
    """A monotonic clock that the test turns."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


class Desk:
    """A keypad, its driver, and the presses told."""

    def __init__(self, clock: FixedClock, framing: Framing = Framing.BYTE, bcc: Bcc = Bcc.LENGTH) -> None:
        self.keypad, self.watch, self.presses = VirtualKeypad(framing, bcc), Watch(), Notebook[KeyPress]()
        plan = plan_of(self.keypad.settings(welcome=b"\x02W", thanks=b"\x02T"))
        line = SerialTransport("k", self.keypad.port)
        self.device = ByteKeypad(line, name="k", plan=plan, clock=clock, monotonic=self.watch)
        self.device.on_press(self.presses)
        self.device.open()

    def hear(self) -> Health:
        """Let the driver read what was sent, and then silence."""
        self.device.poll()
        self.watch.now += 1.001 * QUIET_S
        return self.device.poll()

    @property
    def scores(self) -> list[int]:
        return [press.score for press in self.presses.notes]

    def close(self) -> None:
        self.device.close()
        self.keypad.close()


@pytest.fixture
def desk(clock: FixedClock) -> Iterator[Desk]:
    made = Desk(clock)
    yield made
    made.close()


@pytest.fixture(params=WAYS, ids=lambda way: f"{way[0]}-{way[1]}")
def framed(clock: FixedClock, request: pytest.FixtureRequest) -> Iterator[Desk]:
    made = Desk(clock, *request.param)
    yield made
    made.close()


def test_each_key_tells_its_score_and_when_in_each_framing(framed: Desk, clock: FixedClock) -> None:
    for score in range(1, 6):
        framed.keypad.press(score)
        assert framed.hear() == Health()
        framed.watch.now += DEBOUNCE_S

    assert framed.presses.notes == [KeyPress(score, clock.now()) for score in range(1, 6)]


def test_a_key_that_bounces_or_is_held_down_is_one_press(framed: Desk) -> None:
    for _ in range(6):
        framed.keypad.press(4)
        framed.hear()
        framed.watch.now += 0.24
    framed.watch.now += DEBOUNCE_S
    framed.keypad.press(5)
    framed.hear()

    assert framed.scores == [4, 5]


def test_two_different_keys_at_once_are_no_answer(framed: Desk) -> None:
    framed.keypad.press(1, 5)
    framed.hear()

    assert framed.scores == []


def test_the_same_key_twice_at_once_is_one_press(framed: Desk) -> None:
    framed.keypad.press(2, 2)
    framed.hear()

    assert framed.scores == [2]


def test_garbage_is_counted_warned_of_logged_once_and_forgotten_after_a_good_press(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "devices")
    desk.keypad.garbage(b"\xff" * (GARBAGE_FROM - 1))
    assert desk.hear() == Health()
    desk.keypad.garbage(b"\x00")
    assert desk.hear() == Health(Code.KEYPAD_GARBAGE)
    desk.keypad.garbage(b"\x99" * 30)
    assert desk.hear() == Health(Code.KEYPAD_GARBAGE)
    assert len(caplog.records) == 1
    assert desk.scores == []

    desk.keypad.press(2)

    assert desk.hear() == Health()
    assert desk.scores == [2]


def test_a_key_amid_garbage_is_garbage(desk: Desk) -> None:
    desk.keypad.garbage(b"\xff\x00" + b"3" + b"\r\n")
    desk.hear()

    assert desk.scores == []


def test_a_frame_proves_itself_amid_garbage_and_behind_a_false_beginning(clock: FixedClock) -> None:
    desk = Desk(clock, Framing.STX_ETX)
    desk.keypad.garbage(b"\xff\x02\x00\x02\x05" + frame_of(b"3", Framing.STX_ETX))
    desk.hear()

    assert desk.scores == [3]
    desk.close()


def test_the_keypad_is_told_that_a_rating_opens_and_that_it_was_given(desk: Desk) -> None:
    desk.device.welcome()
    assert desk.keypad.told() == b"\x02W"
    desk.device.thanks()
    assert desk.keypad.told() == b"\x02T"


def test_a_keypad_that_is_unplugged_is_lost(desk: Desk) -> None:
    desk.keypad.close()

    refused(Code.DEVICE_LOST, desk.device.poll)


def test_a_port_is_taken_by_one_program_only(desk: Desk) -> None:
    refused(Code.DEVICE_BUSY, SerialTransport("other", desk.keypad.port).open)


def test_a_port_that_does_not_exist_is_an_absent_device() -> None:
    refused(Code.DEVICE_ABSENT, SerialTransport("k", "/dev/ttyNOWHERE0").open)


def test_every_profile_makes_a_keypad_whose_keys_are_its_levels() -> None:
    for profile in keypad_profiles():
        plan = plan_of(profile.applied(_settings(profile.transport)))
        assert sorted(plan.keys.values(), reverse=True) == sorted(set(plan.keys.values()), reverse=True)
        assert len(plan.keys) == plan.levels == profile.levels
        assert plan.framing is profile.framing
    assert len({profile.key for profile in keypad_profiles()}) == len(keypad_profiles())
    assert {profile.levels for profile in keypad_profiles()} == {3, 4, 5}


def test_what_the_settings_say_goes_before_the_profile() -> None:
    said = _settings(profile="frame-5", keys={"AB": 5, "0x0102": 1}, options={"bcc": "data", "welcome": "ff"})
    plan = plan_of(said)

    assert plan.keys == {b"AB": 5, b"\x01\x02": 1}
    assert (plan.framing, plan.bcc, plan.welcome) == (Framing.STX_ETX, Bcc.DATA, b"\xff")
    assert plan.thanks


@pytest.mark.parametrize(
    "more, detail",
    [
        ({"profile": "none"}, "profile"),
        ({"options": {"framing": "morse"}}, "framing"),
        ({"options": {"bcc": "crc"}}, "bcc"),
        ({"options": {"levels": "2"}}, "levels"),
        ({"options": {"thanks": "xyz"}}, "thanks"),
        ({"profile": "byte-5", "keys": {"AB": 5}}, "keys"),
    ],
)
def test_settings_that_make_no_sense_name_the_field(more: dict[str, object], detail: str) -> None:
    said = _settings(**more)

    assert refused(Code.DEVICE_SETTINGS, lambda: plan_of(said)).params["detail"] == detail


def test_a_keypad_that_types_counts_its_keys_and_no_others(clock: FixedClock) -> None:
    made = build_keypad(_settings(TransportKind.KEYS, profile="typed-3"), clock)
    assert isinstance(made, TypedKeypad)
    presses = Notebook[KeyPress]()
    made.on_press(presses)

    assert [made.typed(text) for text in ("2", "a", "4", "", "22", "٢", "ế")] == [True, *[False] * 6]
    assert [press.score for press in presses.notes] == [4]


def test_a_typed_key_that_is_held_down_is_one_press(clock: FixedClock) -> None:
    watch, presses = Watch(), Notebook[KeyPress]()
    plan = plan_of(_settings(TransportKind.KEYS, profile="typed-5"))
    keypad = TypedKeypad(name="k", plan=plan, clock=clock, monotonic=watch)
    keypad.on_press(presses)
    for _ in range(20):
        keypad.typed("5")
        watch.now += DEBOUNCE_S - 0.01
    watch.now += DEBOUNCE_S
    keypad.typed("1")

    assert [press.score for press in presses.notes] == [5, 1]


def test_a_station_tells_its_keypad_and_knows_how_many_keys_it_has(clock: FixedClock) -> None:
    keypad, changes = VirtualKeypad(Framing.STX_ETX), Notebook[DeviceStatus]()
    devices = Devices([keypad.settings(welcome=b"hello", thanks=b"thanks")], clock=clock)
    devices.keypad.welcome()  # not there yet: it misses it
    devices.on_change(changes)
    devices.start()
    changes.until(lambda notes: any(note.state is DeviceState.READY for note in notes))

    devices.keypad.welcome()
    devices.keypad.thanks()

    assert devices.keypad.levels == 5
    assert not devices.keypad.typed("5")  # it does not type
    devices.replace([])  # what was asked for is done first
    assert keypad.told() == b"hellothanks"
    assert devices.keypad.levels == 0
    devices.keypad.welcome()  # nobody is there: nothing happens
    devices.close()
    keypad.close()


def test_a_typed_key_reaches_whoever_listens_to_the_stations_keypad(clock: FixedClock) -> None:
    presses = Notebook[KeyPress]()
    devices = Devices([_settings(TransportKind.KEYS, profile="typed-4")], clock=clock)
    devices.keypad.on_press(presses)

    assert devices.keypad.levels == 4
    assert devices.keypad.typed("1")
    assert not devices.keypad.typed("5")
    assert [press.score for press in presses.notes] == [5]
    devices.close()


def _settings(transport: TransportKind = TransportKind.SERIAL, **more: object) -> DeviceSettings:
    return DeviceSettings(DeviceKind.KEYPAD, "k", transport, "/dev/ttyNOWHERE0", **more)  # type: ignore[arg-type]
