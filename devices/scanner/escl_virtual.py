"""A network scanner that is not there: a real HTTP server on this machine that speaks eSCL, with faults to be made.

Sheets are laid into its feeder with ``load``, a page on its glass with ``place``. Clients that nobody here wrote scan
from it too (sane-airscan).
"""

import ssl
import threading
import uuid
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from io import BytesIO
from itertools import chain, repeat

from PIL import Image

from counter_app.ports import DeviceKind, ScanMode
from devices.scanner.escl_virtual_server import Page, Reply, Serving
from devices.scanner.escl_virtual_xml import Model, Place, bomb, capabilities_xml, external, flood, status_xml
from devices.scanner.escl_xml import UNITS_AN_INCH, AdfState, BadAnswer, JobSettings, JobStatus, parse_job
from devices.settings import DeviceSettings, TransportKind

_USUAL = Model()
_FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG"}
_PIL_MODES = {ScanMode.LINEART: "1", ScanMode.GRAY: "L", ScanMode.COLOR: "RGB"}
_PIECES = 20
_UNTIL_REPAIRED = 1_000_000


class EsclFault(StrEnum):
    """What the virtual network scanner can be made to do."""

    NOT_YET = "not-yet"  # 503 instead of a page
    BUSY = "busy"  # 503 instead of a job
    DENIED = "denied"
    JAM = "jam"
    COVER = "cover"
    ERROR = "error"  # 500, and the job goes on
    ABORTED = "aborted"
    STOPPED = "stopped"  # somebody pressed the button at the scanner
    SLOW = "slow"
    SILENT = "silent"
    DROP = "drop"  # in the middle of a page
    TRUNCATED = "truncated"  # half a page that says that it is whole
    NO_PICTURE = "no-picture"  # a PDF, whatever was asked for
    GARBAGE = "garbage"
    BOMB = "bomb"
    EXTERNAL = "external"
    FLOOD = "flood"


@dataclass(frozen=True, slots=True)
class _Fault:
    kind: EsclFault
    page: int
    times: int
    seconds: float


@dataclass(frozen=True, slots=True)
class _Sheet:
    front: Image.Image
    back: Image.Image | None
    resolution: int


class VirtualEsclScanner:
    """Pages are laid into its feeder with ``load``; ``fault`` takes effect at the next page or question."""

    def __init__(self, model: Model = _USUAL, *, port: int = 0, tls: ssl.SSLContext | None = None) -> None:
        self.model = model
        self._tls = tls
        self.uuid = str(uuid.uuid4())
        self.asked: list[str] = []
        self.jobs_asked: list[JobSettings] = []
        self._lock = threading.Lock()
        self._feeder: deque[_Sheet] = deque()
        self._glass: _Sheet | None = None
        self._back: _Sheet | None = None
        self._jobs: dict[str, tuple[JobSettings, JobStatus]] = {}
        self._fault: _Fault | None = None
        self._serving: Serving | None = Serving(self.answer, port, tls)
        self._port = self._serving.port

    @property
    def url(self) -> str:
        """Return the address for the settings."""
        return f"http{'s' if self._tls else ''}://127.0.0.1:{self._port}/eSCL"

    @property
    def port(self) -> int:
        """Return the port that it listens on."""
        return self._port

    def settings(self, name: str = "virtual-escl", *, silent_s: float = 60.0) -> DeviceSettings:
        """Return the settings that reach this scanner."""
        options = {"silent": str(silent_s)}
        return DeviceSettings(DeviceKind.SCANNER, name, TransportKind.ESCL, self.url, options=options)

    def load(
        self, pages: Iterable[Image.Image], resolution: int = 100, *, backs: Iterable[Image.Image | None] = ()
    ) -> None:
        """Lay sheets into the feeder, behind those that wait there; one without a back is blank there."""
        with self._lock:
            for front, back in zip(pages, chain(backs, repeat(None)), strict=False):
                self._feeder.append(_Sheet(front, back, resolution))

    def place(self, page: Image.Image, resolution: int = 100) -> None:
        """Lay a page on the glass, where it stays."""
        with self._lock:
            self._glass = _Sheet(page, None, resolution)

    @property
    def waiting(self) -> int:
        """Return the sheets in the feeder."""
        return len(self._feeder)

    def fault(self, fault: EsclFault, page: int = 1, *, times: int = _UNTIL_REPAIRED, seconds: float = 0.2) -> None:
        """Fail from this page of a job on, so many times; ``seconds`` is the pause between pieces of a slow page."""
        with self._lock:
            self._fault = _Fault(fault, page, times, seconds)

    def repair(self) -> None:
        """Take the fault away."""
        with self._lock:
            self._fault = None

    def unplug(self) -> None:
        """Be gone from the network; what is under way breaks off."""
        if self._serving is not None:
            self._serving.close()
            self._serving = None

    def plug(self) -> None:
        """Be there again, at the same address."""
        if self._serving is None:
            self._serving = Serving(self.answer, self._port, self._tls)

    def close(self) -> None:
        """Take it away."""
        self.unplug()

    def answer(self, method: str, path: str, body: bytes) -> Reply:
        """Answer one request."""
        self.asked.append(f"{method} {path}")
        if self._hits(EsclFault.DENIED, 1):
            return Reply(403)
        if method == "GET" and path in {"/eSCL/ScannerCapabilities", "/eSCL/ScannerStatus"}:
            return self._tell(path)
        if method == "POST" and path == "/eSCL/ScanJobs":
            return self._take_job(body)
        job, _, rest = path.removeprefix("/eSCL/ScanJobs/").partition("/")
        if job not in self._jobs:
            return Reply(404)
        if method == "DELETE":
            self._set(job, state="Canceled")
            return Reply(200)
        return self._next(job) if rest == "NextDocument" else Reply(404)

    def _hits(self, kind: EsclFault, page: int) -> bool:
        with self._lock:
            fault = self._fault
            if fault is None or fault.kind is not kind or page < fault.page:
                return False
            self._fault = replace(fault, times=fault.times - 1) if fault.times > 1 else None
            return True

    def _tell(self, path: str) -> Reply:
        if self._hits(EsclFault.BOMB, 1):
            return Reply(200, bomb())
        if self._hits(EsclFault.EXTERNAL, 1):
            return Reply(200, external("/etc/hostname"))
        if self._hits(EsclFault.FLOOD, 1):
            return Reply(200, stream=flood())
        if self._hits(EsclFault.GARBAGE, 1):
            return Reply(200, bytes(range(256)) * 8)
        if path.endswith("Capabilities"):
            return Reply(200, capabilities_xml(self.model, self.uuid))
        jobs = [status for _, status in self._jobs.values()]
        busy = any(job.state == "Processing" for job in jobs)
        return Reply(200, status_xml("Processing" if busy else "Idle", self._adf(), reversed(jobs)))

    def _adf(self) -> AdfState | None:
        kind = self._fault.kind if self._fault is not None else None
        if not self.model.feeder:
            return None
        if kind in {EsclFault.JAM, EsclFault.COVER} and self._is_showing():
            return AdfState.JAM if kind is EsclFault.JAM else AdfState.DOOR_OPEN
        return AdfState.LOADED if self._feeder or self._back else AdfState.EMPTY

    def _is_showing(self) -> bool:
        """A jam is seen from the page on at which it happened."""
        done = max((job.images or 0 for _, job in list(self._jobs.values())[-1:]), default=0)
        return self._fault is not None and done + 1 >= self._fault.page

    def _take_job(self, body: bytes) -> Reply:
        try:
            settings = parse_job(body)
        except BadAnswer:
            return Reply(400)
        self.jobs_asked.append(settings)
        busy = any(job.state == "Processing" for _, job in self._jobs.values())
        if busy or self._hits(EsclFault.BUSY, 1):
            return Reply(503, headers={"Retry-After": str(self.model.retry_after)})
        if settings.feeder and not self._feeder:
            return Reply(409)
        name = str(uuid.uuid4())
        path = f"/eSCL/ScanJobs/{name}"
        self._back = None
        self._jobs[name] = settings, JobStatus(path, "Processing", 0)
        written = {
            Place.PATH: path,
            Place.RELATIVE: f"ScanJobs/{name}",
            Place.ABSOLUTE: f"http://127.0.0.1:{self._port}{path}",
            Place.FOREIGN: f"http://203.0.113.7:9{path}",
        }
        return Reply(201, headers={"Location": written[self.model.place]})

    def _next(self, name: str) -> Reply:
        settings, status = self._jobs[name]
        number = (status.images or 0) + 1
        if status.state != "Processing":
            return Reply(404)
        if self._hits(EsclFault.NOT_YET, number):
            return Reply(503, headers={"Retry-After": str(self.model.retry_after)})
        if self._hits(EsclFault.ERROR, number):
            return Reply(500)
        for kind, state in _ENDINGS.items():
            if self._hits(kind, number):
                self._set(name, state=state)
                return Reply(409 if kind in {EsclFault.JAM, EsclFault.COVER} else 404)
        sheet = self._pull(settings, number)
        if sheet is None:
            self._set(name, state="Completed")
            return Reply(self.model.end)
        self._set(name, images=number)
        return self._send(sheet, settings, number)

    def _send(self, sheet: _Sheet, settings: JobSettings, number: int) -> Reply:
        data = _picture(sheet, settings)
        content = {"Content-Type": settings.format}
        if self._hits(EsclFault.TRUNCATED, number):
            data = data[: len(data) // 2]
        if self._hits(EsclFault.NO_PICTURE, number):
            data = b"%PDF-1.7\n"
        page = Page(data, tells_length=self.model.tells_length)
        for kind in (EsclFault.SLOW, EsclFault.SILENT, EsclFault.DROP):
            seconds = self._fault.seconds if self._fault is not None else 0.0
            if self._hits(kind, number):
                pauses = seconds if kind is EsclFault.SLOW else 0.0
                page = replace(
                    page,
                    pieces=_PIECES,
                    pause=pauses,
                    drops=kind is EsclFault.DROP,
                    hangs=kind is EsclFault.SILENT,
                )
        return Reply(200, headers=content, page=page)

    def _pull(self, settings: JobSettings, number: int) -> _Sheet | None:
        with self._lock:
            if not settings.feeder:
                return (self._glass or _BLANK) if number == 1 else None
            if self._back is not None:
                sheet, self._back = self._back, None
                return sheet
            if not self._feeder:
                return None
            sheet = self._feeder.popleft()
            if settings.duplex:
                self._back = replace(sheet, front=sheet.back) if sheet.back is not None else _BLANK
            return sheet

    def _set(self, name: str, *, state: str = "", images: int | None = None) -> None:
        settings, status = self._jobs[name]
        status = replace(status, state=state or status.state, images=images or status.images)
        self._jobs[name] = settings, status

    @property
    def job_states(self) -> Sequence[str]:
        """Return what became of the jobs, in their order."""
        return [status.state for _, status in self._jobs.values()]


_BLANK = _Sheet(Image.new("L", (10, 10), 255), None, 100)
_ENDINGS = {
    EsclFault.JAM: "Aborted",
    EsclFault.COVER: "Aborted",
    EsclFault.ABORTED: "Aborted",
    EsclFault.STOPPED: "Canceled",
}


def _picture(sheet: _Sheet, settings: JobSettings) -> bytes:
    """Return the page as the job asks for it: white paper as large as the region, the picture in its corner."""
    scale = settings.resolution / sheet.resolution
    picture = sheet.front.convert("RGB")
    if abs(scale - 1) > 0.01:
        picture = picture.resize((max(1, round(picture.width * scale)), max(1, round(picture.height * scale))))
    sides = (settings.width or picture.width, settings.height or picture.height)
    width, height = (round(side * settings.resolution / UNITS_AN_INCH) for side in sides)
    paper = Image.new("RGB", (width, height), "white")
    paper.paste(picture, (0, 0))
    kept = BytesIO()
    options = {"compress_level": 1} if settings.format == "image/png" else {"quality": 90}
    dots = (settings.resolution, settings.resolution)
    paper.convert(_PIL_MODES[settings.mode]).save(kept, _FORMATS.get(settings.format, "JPEG"), dpi=dots, **options)
    return kept.getvalue()
