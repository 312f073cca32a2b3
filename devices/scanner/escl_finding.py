"""Network scanners say themselves that they are there: DNS-SD over multicast DNS, ``_uscan._tcp`` and ``_uscans._tcp``.

A scanner that is there both in plain HTTP and with TLS is told once, by its plain address: the TLS of cheap ones is too
old for anybody to talk to.
"""

import logging
import queue
import re
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self

from counter_app.errors import Code, CounterError
from devices.scanner.escl_http import EsclUrl
from devices.scanner.scanner_device import FoundScanner
from devices.settings import TransportKind

if TYPE_CHECKING:
    from zeroconf import ServiceInfo, Zeroconf

log = logging.getLogger(__name__)

PLAIN = "_uscan._tcp.local."
SECURE = "_uscans._tcp.local."
WHERE = "search-escl"
_ANSWER_MS = 1500
_LONGEST_NAME = 80
_PATH = re.compile(r"[A-Za-z0-9._~/-]{1,100}\Z")
_UUID = re.compile(r"[0-9a-f-]{8,64}\Z")


def find_escl(seconds: float, *, interfaces: Sequence[str] = ()) -> tuple[FoundScanner, ...]:
    """Return the scanners that answer within so many seconds, by name; blocks, so never on the main thread.

    ``interfaces`` are addresses of this machine; by default all. Raises SEARCH_FAILED on a network without multicast.
    """
    from zeroconf import Error as ZeroconfError
    from zeroconf import InterfaceChoice, ServiceBrowser, Zeroconf

    ends = time.monotonic() + seconds
    heard: queue.Queue[tuple[str, str]] = queue.Queue()

    def note(zeroconf: "Zeroconf", service_type: str, name: str, state_change: object) -> None:
        heard.put((service_type, name))

    found: dict[str, FoundScanner] = {}
    try:
        zeroconf = Zeroconf(interfaces=list(interfaces) or InterfaceChoice.All)
    except (OSError, ZeroconfError) as error:
        raise CounterError(Code.SEARCH_FAILED, where=WHERE, detail=type(error).__name__) from None
    try:
        browser = ServiceBrowser(zeroconf, [PLAIN, SECURE], handlers=[note])
        while (left := ends - time.monotonic()) > 0:
            try:
                kind, name = heard.get(timeout=left)
            except queue.Empty:
                break
            info = zeroconf.get_service_info(kind, name, min(_ANSWER_MS, max(1, round(left * 1000))))
            scanner = read_service(info) if info is not None else None
            if scanner is not None and (kind == PLAIN or _key(scanner) not in found):
                found[_key(scanner)] = scanner
        browser.cancel()
    finally:
        zeroconf.close()
    log.info("event=escl_searched count=%d", len(found))
    return tuple(sorted(found.values(), key=lambda one: (one.name, one.address)))


def read_service(info: "ServiceInfo") -> FoundScanner | None:
    """Return the scanner that a record describes; None for one that makes no sense. What it says is hostile input."""
    told = _told(info.properties)
    addresses = [one for one in info.parsed_addresses() if not one.startswith("fe80")]
    addresses.sort(key=lambda one: ":" in one)  # scanners that have both are often deaf on IPv6
    path = told.get("rs", "").strip().strip("/") or "eSCL"
    if not addresses or not info.port or not _PATH.match(path):
        return None
    url = EsclUrl(info.type == SECURE, addresses[0], info.port, f"/{path}")
    uuid = told.get("uuid", "").lower().removeprefix("urn:uuid:")
    name = "".join(sign for sign in told.get("ty", "") or info.get_name() if sign.isprintable())
    return FoundScanner(
        " ".join(name.split())[:_LONGEST_NAME] or url.host,
        TransportKind.ESCL,
        str(url),
        uuid if _UUID.match(uuid) else "",
    )


class Advertised:
    """Says on the network that a scanner is here, until it is closed; what a virtual scanner does to be found."""

    def __init__(self, name: str, uuid: str, port: int, *, interfaces: Sequence[str], path: str = "eSCL") -> None:
        """``interfaces`` are the addresses of this machine by which it is to be found. Blocks for a second."""
        from zeroconf import ServiceInfo, Zeroconf

        self._zeroconf = Zeroconf(interfaces=list(interfaces))
        told = {"txtvers": "1", "ty": name, "UUID": uuid, "rs": path, "pdl": "image/jpeg,image/png", "is": "adf,platen"}
        info = ServiceInfo(
            PLAIN,
            f"{uuid}.{PLAIN}",
            port=port,
            properties=told,
            server=f"scanner-{uuid}.local.",
            parsed_addresses=list(interfaces),
        )
        self._zeroconf.register_service(info)

    def __enter__(self) -> Self:
        """Go on."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Say goodbye."""
        self.close()

    def close(self) -> None:
        """Say goodbye."""
        self._zeroconf.close()


def _key(scanner: FoundScanner) -> str:
    return scanner.identity or scanner.address


def _told(properties: Mapping[bytes, bytes | None]) -> dict[str, str]:
    """The keys of TXT records are of either case (RFC 6763, 6.4)."""
    return {
        key.decode("ascii", "replace").lower(): (value or b"").decode("utf-8", "replace")
        for key, value in properties.items()
    }
