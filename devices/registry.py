"""From a settings record to a device.

Options of the printer: ``cut`` (part, full, none), ``feed`` (no: print blank rows), ``status`` (no: never ask),
``finish`` (seconds to wait until it says that it is through), ``poll`` (seconds between two looks); on a serial line
also ``flow`` (rtscts, xonxoff, dsrdtr). The scanner's are in ``devices.scanner.device``.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from counter_app.domain.spoken import call_words
from counter_app.ports import Clock, DeviceKind
from devices.keypad.device import ByteKeypad
from devices.printer.device import FINISH_S, POLL_S, EscPosPrinter
from devices.printer.escpos import Cut
from devices.reader.device import LineReader
from devices.scanner.device import SaneScanner, sane_settings
from devices.scanner.scanner_device import ScannerDevice
from devices.settings import DeviceSettings, TransportKind
from devices.speaker.clips import ClipBank
from devices.speaker.device import Speaker
from devices.speaker.players import FilePlayer, Player, SilentPlayer, system_player
from devices.transport.file import FileTransport
from devices.transport.line import Transport
from devices.transport.serial_line import SerialTransport
from devices.transport.tcp import TcpTransport
from devices.transport.usb import UsbTransport

Supervised = EscPosPrinter | ByteKeypad | LineReader | ScannerDevice
Device = Supervised | Speaker


def build(settings: DeviceSettings, clock: Clock, voice: Path | None = None) -> Device:
    """Build the device of a settings record, not yet connected. Raises DEVICE_SETTINGS.

    ``voice`` is the folder of the clips that the office recorded here.
    """
    builders: dict[DeviceKind, Callable[[DeviceSettings, Clock], Device]] = {
        DeviceKind.PRINTER: build_printer,
        DeviceKind.KEYPAD: build_keypad,
        DeviceKind.READER: build_reader,
        DeviceKind.SCANNER: build_scanner,
        DeviceKind.SPEAKER: lambda record, time: build_speaker(record, time, voice=voice),
    }
    return builders[settings.kind](settings, clock)


def build_transport(settings: DeviceSettings) -> Transport:
    """Build the byte transport of a printer, keypad or reader. Raises DEVICE_SETTINGS."""
    match settings.transport:
        case TransportKind.TCP:
            return TcpTransport(settings.name, settings.address)
        case TransportKind.SERIAL:
            flow = settings.options.get("flow", "")
            return SerialTransport(
                settings.name, settings.address, settings.baud, flow=flow, identity=settings.identity
            )
        case TransportKind.USB:
            return UsbTransport(settings.name, settings.address)
        case TransportKind.FILE:
            return FileTransport(settings.name, Path(settings.address))
        case _:
            raise settings.nonsense("transport")


def build_printer(settings: DeviceSettings, _clock: Clock) -> EscPosPrinter:
    """Build a printer. Raises DEVICE_SETTINGS."""
    try:
        cut = Cut(settings.options.get("cut", Cut.PART))
    except ValueError:
        raise settings.nonsense("cut") from None
    return EscPosPrinter(
        build_transport(settings),
        name=settings.name,
        width=settings.width,
        cut=cut,
        feed_blank=settings.flag("feed", default=True),
        asks_status=settings.flag("status", default=True),
        finish_s=settings.number("finish", FINISH_S),
        poll_s=settings.number("poll", POLL_S),
    )


def build_keypad(settings: DeviceSettings, clock: Clock) -> ByteKeypad:
    """Build a keypad. Raises DEVICE_SETTINGS."""
    return ByteKeypad(build_transport(settings), name=settings.name, keys=settings.key_bytes(), clock=clock)


def build_reader(settings: DeviceSettings, _clock: Clock) -> LineReader:
    """Build a code reader. Raises DEVICE_SETTINGS."""
    return LineReader(build_transport(settings), name=settings.name)


def build_scanner(settings: DeviceSettings, _clock: Clock) -> ScannerDevice:
    """Build a scanner. Raises DEVICE_SETTINGS."""
    return SaneScanner(sane_settings(settings), name=settings.name)


def build_speaker(
    settings: DeviceSettings,
    clock: Clock,
    words: Callable[[str, int], Sequence[str]] = call_words,
    *,
    voice: Path | None = None,
) -> Speaker:
    """Build the speaker; with the sound card, the address may name another folder of the office's own clips."""
    player: Player
    own_clips = voice
    if settings.transport is TransportKind.FILE:
        player = FilePlayer(Path(settings.address))
    elif settings.transport is TransportKind.SILENT:
        player = SilentPlayer()
    else:
        player = system_player()
        own_clips = Path(settings.address) if settings.address else voice
    return Speaker(player, words, name=settings.name, clock=clock, bank=ClipBank(own_clips))
