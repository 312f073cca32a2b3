"""From what is asked to the words of a scanimage command, by what the scanner offers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from counter_app.ports import SHEET_MM, ScanMode, ScanRequest, SheetSize
from devices.scanner.profiles import driver_words, pick
from devices.scanner.sane_options import Range, SaneOptions

SILENT_S = 60.0
CARD_MARGIN_MM = 10.0  # nobody lays a card exactly into the corner


@dataclass(frozen=True, slots=True)
class SaneSettings:
    """A scanner as scanimage is told of it; ``command`` is the program, with the device.

    ``feeder``, ``duplex`` and ``glass`` are sources that the settings insist on; None lets the driver's own words
    decide, an empty one names no source.
    """

    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    feeder: str | None = None
    duplex: str | None = None
    glass: str | None = None
    extra: tuple[str, ...] = ()
    silent_s: float = SILENT_S


@dataclass(frozen=True, slots=True)
class Plan:
    """One scan: the command's words, and the resolution that will come."""

    words: tuple[str, ...]
    resolution: int


def plan_scan(settings: SaneSettings, options: SaneOptions, request: ScanRequest, raw: Path) -> Plan:
    """Say how to scan into the folder ``raw``."""
    feeder, source = _source(settings, options, request)
    resolution = options.resolution(request.resolution)
    words = [
        *settings.command,
        *source,
        *_mode(options, request.mode),
        *_resolution(options, resolution),
        *_area(options, request.size, feeder=feeder),
        *settings.extra,
        "--format=pnm",
        f"--batch={raw / 'page-%04d.pnm'}",
        *([] if feeder else ["--batch-count=1"]),
        "--batch-print",
        "--progress",
    ]
    return Plan(tuple(words), resolution)


def feeder_source(settings: SaneSettings, options: SaneOptions) -> str | None:
    """Return what the driver calls its feeder, none where it has none."""
    if settings.feeder is not None:
        return settings.feeder
    offered = options.words("source")
    return pick(offered, driver_words().feeder) if offered else None


def _source(settings: SaneSettings, options: SaneOptions, request: ScanRequest) -> tuple[bool, list[str]]:
    """Return whether a feeder is used, and the words that choose it (or the glass)."""
    offered = options.words("source")
    feeder = feeder_source(settings, options)
    if request.feeder and request.duplex:
        both = settings.duplex if settings.duplex is not None else pick(offered, driver_words().duplex)
        if both:
            return True, ["--source", both]
    if request.feeder and (feeder is not None or not offered):
        return True, [*(["--source", feeder] if feeder else []), *_sides(options, both=request.duplex)]
    glass = settings.glass if settings.glass is not None else pick(offered, driver_words().glass)
    return False, ["--source", glass] if glass else []


def _sides(options: SaneOptions, *, both: bool) -> list[str]:
    """Return the words that choose one side or both where the feeder is one source for both."""
    for name, on, off in driver_words().duplex_options:
        if chosen := pick(options.words(name), [f"^{on if both else off}$"]):
            return [f"--{name}={chosen}"]
    return []


def _mode(options: SaneOptions, mode: ScanMode) -> list[str]:
    offered = options.words("mode")
    wanted = [mode, ScanMode.GRAY, ScanMode.COLOR]  # what the scanner lacks is made from the next richer one
    for one in wanted:
        if chosen := pick(offered, driver_words().modes[one]):
            return ["--mode", chosen]
    return []


def _resolution(options: SaneOptions, dots: int) -> list[str]:
    return ["--resolution", str(dots)] if "resolution" in options.table else []


def _area(options: SaneOptions, size: SheetSize, *, feeder: bool) -> list[str]:
    width, height = SHEET_MM[size]
    if size is SheetSize.CARD and not feeder:
        width, height = width + CARD_MARGIN_MM, height + CARD_MARGIN_MM
    across, down = options.range("x"), options.range("y")
    if across is None or down is None:
        return []
    paper: list[str] = []
    page_width, page_height = options.range("page-width"), options.range("page-height")
    if feeder and page_width and page_height:
        # Feeders with guides: the sheet is told first, and lies in their middle; it bounds the area, not the range.
        paper = ["--page-width", _mm(page_width, width), "--page-height", _mm(page_height, height)]
        across, down = page_width, page_height
    corner = [word for name in ("l", "t") if options.range(name) for word in (f"-{name}", "0")]
    return [*paper, *corner, "-x", _mm(across, width), "-y", _mm(down, height)]


def _mm(limits: Range, wanted: float) -> str:
    return f"{min(max(wanted, limits.low), limits.high):g}"
