"""Kinds of keypads, as data: ``resources/devices/keypads.json``.

No maker's protocol is public, so the profiles are the shapes that such keypads have; a keypad that fits none is learned
(``devices.keypad.learning``). Options of the settings, each of which goes before the profile: ``framing`` (byte, line,
stx-etx, whole), ``bcc`` (stx, len, data), ``levels`` (3, 4, 5), ``welcome`` and ``thanks`` (hex of what the keypad is
sent when a rating opens and when it was given).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec

from counter_app.domain.ratings import LEVELS
from devices.keypad.framing import Bcc, Framing
from devices.settings import DEFAULT_KEYS, DeviceSettings, TransportKind

Word = TypeVar("Word", Framing, Bcc)
_USUAL_BAUD = 9600


@dataclass(frozen=True, slots=True)
class KeypadProfile:
    """One kind of keypad; the ``name`` is Vietnamese, for who chooses. Fields as in ``DeviceSettings``."""

    key: str
    name: str
    transport: TransportKind
    levels: int
    framing: Framing = Framing.BYTE
    bcc: Bcc = Bcc.LENGTH
    keys: Mapping[str, int] = field(default_factory=lambda: DEFAULT_KEYS)
    baud: int = _USUAL_BAUD
    welcome: str = ""
    thanks: str = ""

    def applied(self, settings: DeviceSettings) -> DeviceSettings:
        """Return the settings of a keypad of this kind; what was learned or set otherwise is forgotten."""
        ours = {"framing", "bcc", "levels", "welcome", "thanks"}
        options = {key: word for key, word in settings.options.items() if key not in ours}
        return replace(settings, profile=self.key, keys=DEFAULT_KEYS, baud=self.baud, options=options)


@dataclass(frozen=True, slots=True)
class KeypadPlan:
    """How one keypad speaks: settings and profile put together."""

    framing: Framing
    bcc: Bcc
    levels: int
    keys: Mapping[bytes, int]
    welcome: bytes
    thanks: bytes


@cache
def keypad_profiles() -> tuple[KeypadProfile, ...]:
    """Return the kinds of keypads in the order in which they are offered."""
    text = (files("resources") / "devices" / "keypads.json").read_bytes()
    return msgspec.json.decode(text, type=tuple[KeypadProfile, ...])


def plan_of(settings: DeviceSettings) -> KeypadPlan:
    """Return how the keypad of these settings speaks. Raises DEVICE_SETTINGS."""
    profile = _profile_of(settings)
    keyed = settings if settings.keys != DEFAULT_KEYS else replace(settings, keys=profile.keys)
    framing = _word(settings, "framing", Framing, profile.framing)
    keys = keyed.key_codes()
    if framing is Framing.BYTE and any(len(code) != 1 for code in keys):
        raise settings.nonsense("keys")
    return KeypadPlan(
        framing=framing,
        bcc=_word(settings, "bcc", Bcc, profile.bcc),
        levels=_levels(settings, profile),
        keys=keys,
        welcome=_bytes(settings, "welcome", profile.welcome),
        thanks=_bytes(settings, "thanks", profile.thanks),
    )


def with_speed(settings: DeviceSettings) -> DeviceSettings:
    """Return the settings with the profile's speed, where they name none of their own. Raises DEVICE_SETTINGS."""
    speed = _profile_of(settings).baud
    return settings if settings.baud != _USUAL_BAUD else replace(settings, baud=speed)


def _profile_of(settings: DeviceSettings) -> KeypadProfile:
    if not settings.profile:
        return KeypadProfile("", "", settings.transport, levels=max(LEVELS))
    for one in keypad_profiles():
        if one.key == settings.profile:
            return one
    raise settings.nonsense("profile")


def _levels(settings: DeviceSettings, profile: KeypadProfile) -> int:
    word = settings.options.get("levels", str(profile.levels))
    if word not in {str(levels) for levels in LEVELS}:
        raise settings.nonsense("levels")
    return int(word)


def _word(settings: DeviceSettings, option: str, kind: type[Word], default: Word) -> Word:
    try:
        return kind(settings.options.get(option, default))
    except ValueError:
        raise settings.nonsense(option) from None


def _bytes(settings: DeviceSettings, option: str, default: str) -> bytes:
    try:
        return bytes.fromhex(settings.options.get(option, default))
    except ValueError:
        raise settings.nonsense(option) from None
