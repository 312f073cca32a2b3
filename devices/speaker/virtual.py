"""A loudspeaker that is not there: it keeps the pace of the calls, and may write down what it says."""

from pathlib import Path

from counter_app.errors import Code, DeviceError
from counter_app.ports import DeviceKind
from devices.settings import DeviceSettings, TransportKind
from devices.speaker.clips import Sound
from devices.speaker.players import FilePlayer, Player, SilentPlayer

_UNPLUGGED = "unplugged"


class VirtualSpeaker:
    """``folder`` holds its fault and, where it keeps them, the calls as 0001.wav, 0002.wav and so on."""

    def __init__(self, folder: Path, *, keeps: bool = False) -> None:
        self._folder = folder
        self._keeps = keeps
        folder.mkdir(parents=True, exist_ok=True)
        self.plug()

    def settings(self, name: str = "Loa ảo") -> DeviceSettings:
        """Return the settings that reach this speaker."""
        options = {"keep": "yes"} if self._keeps else {}
        return DeviceSettings(DeviceKind.SPEAKER, name, TransportKind.VIRTUAL, str(self._folder), options=options)

    def unplug(self) -> None:
        """Pull the plug: the next call has no sound."""
        (self._folder / _UNPLUGGED).touch()

    def plug(self) -> None:
        """Put the plug back in."""
        (self._folder / _UNPLUGGED).unlink(missing_ok=True)


class VirtualPlayer:
    """Plays on a virtual speaker: at once where the calls are kept, else as long as they last."""

    def __init__(self, folder: Path, *, keeps: bool) -> None:
        self._folder = folder
        self._player: Player = FilePlayer(folder) if keeps else SilentPlayer()

    def play(self, sound: Sound) -> None:
        """Play to the end. Raises SOUND_UNAVAILABLE while it is unplugged."""
        if (self._folder / _UNPLUGGED).exists():
            raise DeviceError(Code.SOUND_UNAVAILABLE)
        self._player.play(sound)

    def stop(self) -> None:
        """End the sound that plays."""
        self._player.stop()
