"""What a model of printer can do: ``resources/devices/printers.json``, and what a station's settings change of it.

Options of a printer's settings: ``cut`` (part, full, none), ``feed`` (no: print blank rows), ``bands`` (rows in one
piece), ``status`` (no: never ask), ``push`` (yes: have it tell changes by itself), ``clear`` (no: never ask it to
forget a ticket), ``drawer`` (yes: a cash drawer hangs on it), ``text`` (yes, no: letters or pictures whatever the
line), ``letters`` (plain, tcvn3:30, cp1258:52: only once the trial of letters was seen on paper), ``finish`` (seconds
to wait until it says that it is through), ``poll`` (seconds between two looks); on a serial line also ``flow`` (rtscts,
xonxoff, dsrdtr). A profile's width stands where the settings keep the usual one; a line's speed is set by
switches under the printer, which no profile knows.
"""

from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import msgspec

from counter_app.errors import Code, DeviceError
from counter_app.ports import PrintHead, Raster, TextTicket
from devices.printer.escpos import BAND_ROWS, Cut, text_bytes, ticket_bytes
from devices.printer.letters import Letters
from devices.settings import MAX_WIDTH, DeviceSettings, TransportKind

SLOW_BELOW = 38_400
"""Baud; on a slower line a picture takes more than ten seconds, so the ticket goes as letters."""
_DOTS_A_LETTER = 12  # of font A, which every ESC/POS printer has
_USUAL_WIDTH = 576  # of settings that say nothing


@dataclass(frozen=True, slots=True)
class PrinterProfile:
    """One model or class of models. ``name`` is for an officer to choose by, ``source`` says where the facts are from.

    ``asks``: it answers DLE EOT; ``pushes``: it knows GS a; ``clears``: it may be asked to forget what it holds;
    ``code_pages``: what its papers claim, tried by the trial of letters; ``letters``: what the office saw in print.
    """

    key: str
    name: str
    source: str
    width: int = 576
    band_rows: int = BAND_ROWS
    feed_blank: bool = True
    cut: Cut = Cut.PART
    asks: bool = True
    pushes: bool = False
    clears: bool = True
    drawer: bool = False
    text: bool = False
    code_pages: tuple[str, ...] = ()
    letters: str = ""

    @property
    def columns(self) -> int:
        """Return the letters of a row."""
        return self.width // _DOTS_A_LETTER

    def __post_init__(self) -> None:
        if not (8 <= self.width <= MAX_WIDTH and self.width % 8 == 0 and 1 <= self.band_rows <= BAND_ROWS):
            raise ValueError(self.key)
        for words in (self.letters, *self.code_pages):
            Letters.named(words)


@cache
def profiles() -> tuple[PrinterProfile, ...]:
    """Return the shipped profiles, the plain one first."""
    text = files("resources").joinpath("devices", "printers.json").read_bytes()
    return msgspec.json.decode(text, type=tuple[PrinterProfile, ...])


def profile_of(settings: DeviceSettings) -> PrinterProfile:
    """Return what the printer of these settings can do. Raises DEVICE_SETTINGS."""
    named = next((one for one in profiles() if one.key == settings.profile), None)
    if named is None and settings.profile:
        raise settings.nonsense("profile")
    base = named or profiles()[0]
    slow = settings.transport is TransportKind.SERIAL and settings.baud < SLOW_BELOW
    return replace(
        base,
        width=settings.width if settings.width != _USUAL_WIDTH else base.width,
        cut=_cut(settings, base),
        band_rows=_band_rows(settings, base),
        feed_blank=settings.flag("feed", default=base.feed_blank),
        asks=settings.flag("status", default=base.asks),
        pushes=settings.flag("push", default=base.pushes) and settings.flag("status", default=True),
        clears=settings.flag("clear", default=base.clears),
        drawer=settings.flag("drawer", default=base.drawer),
        text=settings.flag("text", default=base.text or slow),
        letters=_letters(settings, base),
    )


def head_of(profile: PrinterProfile) -> PrintHead:
    """Return what a ticket must be drawn for."""
    return PrintHead(profile.width, profile.columns if profile.text else 0)


def encode(drawn: Raster | TextTicket, profile: PrinterProfile, device: str) -> bytes:
    """Return the bytes of a ticket and the cut, without ESC @. Raises DEVICE_SETTINGS for a picture too wide."""
    if isinstance(drawn, TextTicket):
        return text_bytes(drawn, Letters.named(profile.letters), cut=profile.cut)
    if drawn.width > profile.width:
        raise DeviceError(Code.DEVICE_SETTINGS, device=device, detail="width")
    return ticket_bytes(drawn, cut=profile.cut, feed_blank=profile.feed_blank, band_rows=profile.band_rows)


def _cut(settings: DeviceSettings, base: PrinterProfile) -> Cut:
    try:
        return Cut(settings.options.get("cut", base.cut))
    except ValueError:
        raise settings.nonsense("cut") from None


def _band_rows(settings: DeviceSettings, base: PrinterProfile) -> int:
    rows = settings.number("bands", base.band_rows)
    if rows > BAND_ROWS or rows < 1 or rows != int(rows):
        raise settings.nonsense("bands")
    return int(rows)


def _letters(settings: DeviceSettings, base: PrinterProfile) -> str:
    words = settings.options.get("letters", base.letters)
    try:
        Letters.named(words)
    except ValueError:
        raise settings.nonsense("letters") from None
    return words
