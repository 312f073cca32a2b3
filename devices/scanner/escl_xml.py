"""The XML of eSCL: what a scanner can do, how it is, and what is asked of it. Pure; limits are the caller's too.

Elements are matched by their local names: scanners disagree about namespaces. A document with a DTD is refused, so that
no entity can grow or reach for a file; one that is not of this protocol is ``BadAnswer``.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar
from xml.etree.ElementTree import Element, ParseError, SubElement, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from counter_app.ports import ScanMode

MAX_BYTES = 1_000_000
"""The most that an answer in XML may have; real ones have 2 to 20 kB."""
DEEPEST = 32
"""The most levels of elements; real answers have 8. What is found is looked for below each element again."""
UNITS_AN_INCH = 300
"""Regions are counted in 300ths of an inch, whatever the resolution."""
PWG = "http://www.pwg.org/schemas/2010/12/sm"
SCAN = "http://schemas.hp.com/imaging/escl/2011/05/03"

T = TypeVar("T")
_MODES = {ScanMode.LINEART: "BlackAndWhite1", ScanMode.GRAY: "Grayscale8", ScanMode.COLOR: "RGB24"}
_MOST_RESOLUTION = 9600


class BadAnswer(Exception):  # noqa: N818  # says what the answer is
    """The answer is too large, no XML, dangerous XML, or not of this protocol; the argument says which."""


class AdfState(StrEnum):
    """What a feeder can say of itself, in the words of the protocol; others are taken as no news."""

    LOADED = "ScannerAdfLoaded"
    EMPTY = "ScannerAdfEmpty"
    PROCESSING = "ScannerAdfProcessing"
    JAM = "ScannerAdfJam"
    MISPICK = "ScannerAdfMispick"
    MULTIPICK = "ScannerAdfMultipickDetected"
    DOOR_OPEN = "ScannerAdfDoorOpen"
    HATCH_OPEN = "ScannerAdfHatchOpen"
    TRAY_FAILED = "ScannerAdfInputTrayFailed"
    TRAY_OVERLOADED = "ScannerAdfInputTrayOverloaded"
    PAGE_TOO_SHORT = "ScannerAdfDuplexPageTooShort"
    PAGE_TOO_LONG = "ScannerAdfDuplexPageTooLong"


@dataclass(frozen=True, slots=True)
class Source:
    """What the glass or the feeder can do. Sizes are in 300ths of an inch, resolutions in dots an inch."""

    modes: frozenset[ScanMode]
    formats: frozenset[str]
    resolutions: tuple[int, ...]
    max_width: int
    max_height: int
    span: tuple[int, int] | None = None
    names_formats_twice: bool = False

    def nearest(self, resolution: int) -> int:
        """Return the resolution to ask for: this one, else the next finer one that is offered, else the finest."""
        if self.span is not None and not self.resolutions:
            return max(self.span[0], min(self.span[1], resolution))
        finer = [one for one in self.resolutions if one >= resolution]
        return min(finer) if finer else max(self.resolutions, default=resolution)


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a scanner is and can do; a source that it does not have is None."""

    model: str
    uuid: str
    version: str
    platen: Source | None
    feeder: Source | None
    duplex: Source | None


@dataclass(frozen=True, slots=True)
class JobStatus:
    """One job as the scanner lists it; ``images`` is how many pages it says are done, None if it does not say."""

    uri: str
    state: str
    images: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ScannerStatus:
    """How a scanner is: ``state`` Idle, Processing, Testing, Stopped or Down; ``adf`` None without news of a feeder."""

    state: str
    adf: AdfState | None
    jobs: tuple[JobStatus, ...] = ()


@dataclass(frozen=True, slots=True)
class JobSettings:
    """What a job asks for; ``width`` and ``height`` in 300ths of an inch, None for all that the source has."""

    feeder: bool
    duplex: bool
    mode: ScanMode
    resolution: int
    format: str
    width: int | None = None
    height: int | None = None
    version: str = "2.0"
    names_format_twice: bool = False


def parse_capabilities(data: bytes) -> Capabilities:
    """Read ScannerCapabilities. Raises BadAnswer."""
    root = _root(data, "ScannerCapabilities")
    found = Capabilities(
        model=_text(root, "MakeAndModel") or _text(root, "ModelName"),
        uuid=_text(root, "UUID").lower().removeprefix("urn:uuid:"),
        version=_text(root, "Version"),
        platen=_source(root, "PlatenInputCaps"),
        feeder=_source(root, "AdfSimplexInputCaps"),
        duplex=_source(root, "AdfDuplexInputCaps"),
    )
    if not (found.platen or found.feeder or found.duplex):
        raise BadAnswer("neither glass nor feeder")
    return found


def parse_status(data: bytes) -> ScannerStatus:
    """Read ScannerStatus. Raises BadAnswer."""
    root = _root(data, "ScannerStatus")
    word = _text(root, "AdfState")
    adf = AdfState(word) if word in set(AdfState) else None
    state = next((_words(child) for child in root if _name(child) == "State"), "")
    return ScannerStatus(state, adf, tuple(_job(found) for found in _all(root, "JobInfo")))


def job_xml(job: JobSettings) -> bytes:
    """Write the ScanSettings of a job."""
    root = Element("scan:ScanSettings", {"xmlns:scan": SCAN, "xmlns:pwg": PWG})
    _add(root, "pwg:Version", job.version)
    if job.width and job.height:
        region = SubElement(SubElement(root, "pwg:ScanRegions"), "pwg:ScanRegion")
        _add(region, "pwg:ContentRegionUnits", "escl:ThreeHundredthsOfInches")
        _add(region, "pwg:XOffset", "0")
        _add(region, "pwg:YOffset", "0")
        _add(region, "pwg:Width", str(job.width))
        _add(region, "pwg:Height", str(job.height))
    _add(root, "pwg:InputSource", "Feeder" if job.feeder else "Platen")
    _add(root, "scan:ColorMode", _MODES[job.mode])
    _add(root, "pwg:DocumentFormat", job.format)
    if job.names_format_twice:
        _add(root, "scan:DocumentFormatExt", job.format)
    _add(root, "scan:XResolution", str(job.resolution))
    _add(root, "scan:YResolution", str(job.resolution))
    if job.feeder:
        _add(root, "scan:Duplex", "true" if job.duplex else "false")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root)


def parse_job(data: bytes) -> JobSettings:
    """Read the ScanSettings of a job, as a scanner does. Raises BadAnswer."""
    root = _root(data, "ScanSettings")
    modes = {word: mode for mode, word in _MODES.items()}
    resolution = _number(root, "XResolution", _MOST_RESOLUTION)
    mode = modes.get(_text(root, "ColorMode"))
    if mode is None or not resolution:
        raise BadAnswer("color mode or resolution")
    return JobSettings(
        feeder=_text(root, "InputSource") == "Feeder",
        duplex=_text(root, "Duplex") == "true",
        mode=mode,
        resolution=resolution,
        format=_text(root, "DocumentFormatExt") or _text(root, "DocumentFormat"),
        width=_number(root, "Width"),
        height=_number(root, "Height"),
        version=_text(root, "Version"),
    )


def _root(data: bytes, wanted: str) -> Element:
    if len(data) > MAX_BYTES:
        raise BadAnswer("too large")
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException:
        raise BadAnswer("dtd") from None
    except (ParseError, ValueError, LookupError):  # LookupError: an encoding that nobody knows
        raise BadAnswer("no xml") from None
    if _name(root) != wanted:
        raise BadAnswer("another document")
    if _is_deep(root):
        raise BadAnswer("too deep")
    return root


def _is_deep(root: Element) -> bool:
    level = [root]
    for _ in range(DEEPEST):
        level = [child for element in level for child in element]
    return bool(level)


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _words(element: Element) -> str:
    return (element.text or "").strip()


def _all(parent: Element, name: str) -> Iterator[Element]:
    return (found for found in parent.iter() if _name(found) == name)


def _text(parent: Element, name: str) -> str:
    return next((_words(found) for found in _all(parent, name)), "")


def _whole(word: str, most: int) -> int | None:
    """Return a whole number above 0 and at most ``most``; a nonsensical one is as good as none."""
    return int(word) if word.isascii() and word.isdigit() and len(word) < 10 and 0 < int(word) <= most else None


def _number(parent: Element, name: str, most: int = 1_000_000) -> int | None:
    return _whole(_text(parent, name), most)


def _add(parent: Element, name: str, words: str) -> None:
    SubElement(parent, name).text = words


def _source(root: Element, name: str) -> Source | None:
    found = next(_all(root, name), None)
    if found is None:
        return None
    modes = {word: mode for mode, word in _MODES.items()}
    formats = {_words(one).lower() for kind in ("DocumentFormat", "DocumentFormatExt") for one in _all(found, kind)}
    steps = (_number(one, "XResolution", _MOST_RESOLUTION) for one in _all(found, "DiscreteResolution"))
    return Source(
        # Whoever does not say what it can do can do what every scanner must.
        modes=frozenset(modes[_words(one)] for one in _all(found, "ColorMode") if _words(one) in modes)
        or frozenset({ScanMode.GRAY, ScanMode.COLOR}),
        formats=frozenset(formats) or frozenset({"image/jpeg"}),
        resolutions=tuple(sorted({step for step in steps if step})),
        max_width=_number(found, "MaxWidth") or 0,
        max_height=_number(found, "MaxHeight") or 0,
        span=_first(_all(found, "ResolutionRange"), _span),
        names_formats_twice=next(_all(found, "DocumentFormatExt"), None) is not None,
    )


def _first(found: Iterator[Element], read: Callable[[Element], T]) -> T | None:
    element = next(found, None)
    return None if element is None else read(element)


def _span(element: Element) -> tuple[int, int]:
    least = _number(element, "Min", _MOST_RESOLUTION) or 75
    return least, max(least, _number(element, "Max", _MOST_RESOLUTION) or least)


def _job(element: Element) -> JobStatus:
    images = _text(element, "ImagesCompleted")
    return JobStatus(
        uri=_text(element, "JobUri"),
        state=_text(element, "JobState"),
        images=int(images) if images.isascii() and images.isdigit() and len(images) < 6 else None,
        reason=_text(element, "JobStateReason"),
    )
