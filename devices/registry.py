"""From a settings record to a device.

The options of the printer are in ``devices.printer.profiles``, the scanner's are in ``devices.scanner.device`` and
``devices.scanner.escl``.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from counter_app.domain.spoken import call_words
from counter_app.ports import Clock, DeviceKind
from devices.keypad.device import ByteKeypad
from devices.keypad.profiles import plan_of, with_speed
from devices.keypad.typed import TypedKeypad
from devices.printer.device import FINISH_S, POLL_S, EscPosPrinter
from devices.printer.profiles import profile_of
from devices.printer.spooled import SpooledPrinter
from devices.reader.device import LineReader
from devices.reader.typed import TypedReader, wedge_rules
from devices.scanner.device import SaneScanner, sane_settings
from devices.scanner.escl import EsclScanner, escl_settings
from devices.scanner.scanner_device import ScannerDevice
from devices.scanner.watched_folder import WatchedFolder, folder_settings
from devices.scanner.wia import WiaScanner, wia_settings
from devices.settings import DeviceSettings, TransportKind
from devices.speaker.clips import ClipBank
from devices.speaker.device import Speaker
from devices.speaker.players import FilePlayer, Player, SilentPlayer, system_player
from devices.speaker.virtual import VirtualPlayer
from devices.transport.device_file import FOLDER as DEVICE_FILES
from devices.transport.device_file import DeviceFileTransport
from devices.transport.file import FileTransport
from devices.transport.line import Transport
from devices.transport.serial_line import SerialTransport
from devices.transport.spool import system_spooler
from devices.transport.tcp import TcpTransport
from devices.transport.usb import UsbTransport

Supervised = EscPosPrinter | SpooledPrinter | ByteKeypad | TypedKeypad | LineReader | TypedReader | ScannerDevice
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
            return UsbTransport(settings.name, settings.address, identity=settings.identity)
        case TransportKind.FILE:
            path = Path(settings.address)
            known = path.is_relative_to(DEVICE_FILES)
            return DeviceFileTransport(settings.name, path) if known else FileTransport(settings.name, path)
        case _:
            raise settings.nonsense("transport")


def build_printer(settings: DeviceSettings, _clock: Clock) -> EscPosPrinter | SpooledPrinter:
    """Build a printer. Raises DEVICE_SETTINGS."""
    profile = profile_of(settings)
    finish_s, poll_s = settings.number("finish", FINISH_S), settings.number("poll", POLL_S)
    if settings.transport is TransportKind.SPOOL:
        if settings.address.startswith("-"):  # an option of lp, not a printer
            raise settings.nonsense("address")
        return SpooledPrinter(
            system_spooler(settings.name), settings.address, name=settings.name, profile=profile, poll_s=max(poll_s, 3)
        )
    line = build_transport(settings)
    return EscPosPrinter(line, name=settings.name, profile=profile, finish_s=finish_s, poll_s=poll_s)


def build_keypad(settings: DeviceSettings, clock: Clock) -> ByteKeypad | TypedKeypad:
    """Build a keypad. Raises DEVICE_SETTINGS."""
    plan = plan_of(settings)
    if settings.transport is TransportKind.KEYS:
        return TypedKeypad(name=settings.name, plan=plan, clock=clock)
    return ByteKeypad(build_transport(with_speed(settings)), name=settings.name, plan=plan, clock=clock)


def build_reader(settings: DeviceSettings, _clock: Clock) -> LineReader | TypedReader:
    """Build a code reader. Raises DEVICE_SETTINGS."""
    if settings.transport is TransportKind.KEYS:
        return TypedReader(name=settings.name, rules=wedge_rules(settings))
    return LineReader(build_transport(settings), name=settings.name)


def build_scanner(settings: DeviceSettings, _clock: Clock) -> ScannerDevice:
    """Build a scanner. Raises DEVICE_SETTINGS."""
    if settings.transport is TransportKind.FOLDER:
        return WatchedFolder(folder_settings(settings), name=settings.name)
    if settings.transport is TransportKind.ESCL:
        return EsclScanner(escl_settings(settings), name=settings.name)
    if settings.transport is TransportKind.WIA:
        return WiaScanner(wia_settings(settings), name=settings.name)
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
    elif settings.transport is TransportKind.VIRTUAL:
        player = VirtualPlayer(Path(settings.address), keeps=settings.flag("keep", default=False))
    elif settings.transport is TransportKind.SILENT:
        player = SilentPlayer()
    else:
        player = system_player()
        own_clips = Path(settings.address) if settings.address else voice
    return Speaker(player, words, name=settings.name, clock=clock, bank=ClipBank(own_clips))
