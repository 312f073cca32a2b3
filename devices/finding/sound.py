"""Whether this machine can be heard."""

from collections.abc import Sequence
from pathlib import Path

from counter_app.errors import Code, DeviceError
from counter_app.ports import DeviceKind
from devices.finding.found import FoundDevice
from devices.settings import TransportKind
from devices.speaker.players import SOUND_CARDS, NoPlayer, system_player


def find_sound(_seconds: float, cards: Path = SOUND_CARDS) -> Sequence[FoundDevice]:
    """Return the machine's sound. Raises SOUND_UNAVAILABLE where no program plays or no card is there."""
    if isinstance(system_player(cards), NoPlayer):
        raise DeviceError(Code.SOUND_UNAVAILABLE)
    return [FoundDevice((DeviceKind.SPEAKER,), _card(cards), TransportKind.SOUND, "")]


def _card(cards: Path) -> str:
    """Return the first card's own name, as ``0 [PCH]: HDA-Intel - HDA Intel PCH`` says it, empty without one."""
    try:
        lines = cards.read_text("utf-8").splitlines()
    except OSError:
        return ""
    return next((line.partition(" - ")[2].strip() for line in lines if "[" in line), "")
