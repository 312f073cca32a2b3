"""What a virtual network scanner says of itself, and what a hostile one would say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from xml.sax.saxutils import escape

from devices.scanner.escl_xml import PWG, SCAN, AdfState, JobStatus

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACES = f'xmlns:scan="{SCAN}" xmlns:pwg="{PWG}"'
_FLOOD_PIECE = b"<scan:Nothing>" + b" " * 65_000 + b"</scan:Nothing>"
_FLOOD_BYTES = 100_000_000
_WIDTH, _HEIGHT = 2550, 3508


class Place(StrEnum):
    """How the Location of a new job is written: each of these is what some scanner sends."""

    PATH = "path"
    RELATIVE = "relative"
    ABSOLUTE = "absolute"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class Model:
    """What kind of scanner it is. ``end`` is its answer at the end of the feeder; ``tells_length`` of each page."""

    name: str = "Virtual eSCL"
    feeder: bool = True
    glass: bool = True
    duplex: bool = True
    formats: tuple[str, ...] = ("image/png", "image/jpeg")
    resolutions: tuple[int, ...] = (50, 75, 100, 150, 200, 300, 600)
    place: Place = Place.PATH
    end: int = 404
    tells_length: bool = True
    retry_after: int = 0


def capabilities_xml(model: Model, uuid: str) -> bytes:
    """Write ScannerCapabilities."""
    platen = f"<scan:Platen><scan:PlatenInputCaps>{_source(model)}</scan:PlatenInputCaps></scan:Platen>"
    simplex = f"<scan:AdfSimplexInputCaps>{_source(model)}</scan:AdfSimplexInputCaps>"
    duplex = f"<scan:AdfDuplexInputCaps>{_source(model)}</scan:AdfDuplexInputCaps>" if model.duplex else ""
    feeder = f"<scan:Adf>{simplex}{duplex}</scan:Adf>"
    words = (
        f"{_HEAD}<scan:ScannerCapabilities {_SPACES}><pwg:Version>2.63</pwg:Version>"
        f"<pwg:MakeAndModel>{escape(model.name)}</pwg:MakeAndModel><pwg:SerialNumber>0</pwg:SerialNumber>"
        f"<scan:UUID>{uuid}</scan:UUID>{platen if model.glass else ''}{feeder if model.feeder else ''}"
        "</scan:ScannerCapabilities>"
    )
    return words.encode()


def status_xml(state: str, adf: AdfState | None, jobs: Iterable[JobStatus]) -> bytes:
    """Write ScannerStatus."""
    feeder = f"<scan:AdfState>{adf}</scan:AdfState>" if adf else ""
    listed = "".join(
        f"<scan:JobInfo><pwg:JobUri>{job.uri}</pwg:JobUri><pwg:JobUuid>{job.uri[-36:]}</pwg:JobUuid><scan:Age>1</scan:Age>"
        f"<pwg:ImagesCompleted>{job.images or 0}</pwg:ImagesCompleted><pwg:JobState>{job.state}</pwg:JobState>"
        f"<pwg:JobStateReasons><pwg:JobStateReason>{job.reason or 'JobScanning'}</pwg:JobStateReason>"
        "</pwg:JobStateReasons></scan:JobInfo>"
        for job in jobs
    )
    words = (
        f"{_HEAD}<scan:ScannerStatus {_SPACES}><pwg:Version>2.63</pwg:Version><pwg:State>{state}</pwg:State>"
        f"{feeder}<scan:Jobs>{listed}</scan:Jobs></scan:ScannerStatus>"
    )
    return words.encode()


def bomb() -> bytes:
    """A small document of which a careless reader makes gigabytes."""
    grown = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return _hostile(f'<!ENTITY a0 "aaaaaaaaaa">{grown}', "&a9;")


def external(path: str) -> bytes:
    """A document that asks its reader for a file of the reader's machine."""
    return _hostile(f'<!ENTITY file SYSTEM "file://{path}">', "&file;")


def flood() -> Iterator[bytes]:
    """Yield a document of 100 MB, piece by piece."""
    yield f"{_HEAD}<scan:ScannerCapabilities {_SPACES}>".encode()
    for _ in range(_FLOOD_BYTES // len(_FLOOD_PIECE)):
        yield _FLOOD_PIECE
    yield b"</scan:ScannerCapabilities>"


def _hostile(entities: str, name: str) -> bytes:
    document = f"<!DOCTYPE scan:ScannerCapabilities [{entities}]>"
    root = f"<scan:ScannerCapabilities {_SPACES}><pwg:MakeAndModel>{name}</pwg:MakeAndModel>"
    return f"{_HEAD}{document}{root}</scan:ScannerCapabilities>".encode()


def _source(model: Model) -> str:
    modes = "".join(f"<scan:ColorMode>{mode}</scan:ColorMode>" for mode in ("BlackAndWhite1", "Grayscale8", "RGB24"))
    formats = "".join(
        f"<pwg:DocumentFormat>{one}</pwg:DocumentFormat><scan:DocumentFormatExt>{one}</scan:DocumentFormatExt>"
        for one in model.formats
    )
    steps = "".join(
        f"<scan:DiscreteResolution><scan:XResolution>{step}</scan:XResolution>"
        f"<scan:YResolution>{step}</scan:YResolution></scan:DiscreteResolution>"
        for step in model.resolutions
    )
    return (
        f"<scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>{_WIDTH}</scan:MaxWidth>"
        f"<scan:MinHeight>16</scan:MinHeight><scan:MaxHeight>{_HEIGHT}</scan:MaxHeight>"
        "<scan:SettingProfiles><scan:SettingProfile>"
        f"<scan:ColorModes>{modes}</scan:ColorModes><scan:DocumentFormats>{formats}</scan:DocumentFormats>"
        f"<scan:SupportedResolutions><scan:DiscreteResolutions>{steps}</scan:DiscreteResolutions>"
        "</scan:SupportedResolutions></scan:SettingProfile></scan:SettingProfiles>"
    )
