"""Stations of an office find each other on its own network: DNS-SD over multicast DNS (RFC 6763, RFC 6762)."""

import ipaddress
import logging
import socket
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zeroconf import ServiceBrowser, ServiceInfo, Zeroconf

from sync.addresses import office_url

log = logging.getLogger(__name__)

SERVICE = "_quay-mot-cua._tcp.local."
_ANSWER_MS = 3000
_LONGEST_NAME = 200
_EVERYWHERE = ("0.0.0.0", "::", "")  # noqa: S104 - compared, not bound


@dataclass(frozen=True, slots=True)
class Found:
    """A station that serves its office, and where it listens (``0.0.0.0``: on every address of the machine)."""

    office: str
    station: str
    rank: int
    host: str
    port: int
    name: str = ""  # the office's, for who looks for it to join
    tls: bool = False  # it answers encrypted, also on the loopback


@dataclass(frozen=True, slots=True)
class Heard:
    """What a station says of itself on the network: its record, and where it answers."""

    told: Mapping[str, str]
    addresses: tuple[str, ...]
    port: int

    def url(self, address: str) -> str:
        """Return where it answers by one of its addresses."""
        return office_url(address, self.port, tls="tls" in self.told)


class Presence:
    """Says that ``own`` serves, and tells ``on_heard`` of every station; a thread called ``name`` starts it.

    ``interfaces`` are addresses of this machine; by default all.
    """

    def __init__(
        self, name: str, own: Found | None, on_heard: Callable[[Heard], None] | None, interfaces: Sequence[str]
    ) -> None:
        self._own = own
        self._on_heard = on_heard
        self._interfaces = list(interfaces)
        self._zeroconf: Zeroconf | None = None
        self._browser: ServiceBrowser | None = None
        self._closed = False
        self._thread = threading.Thread(target=self._open, name=name, daemon=True)

    def start(self) -> None:
        """Begin, in the background."""
        self._thread.start()

    def close(self) -> None:
        """Say goodbye, and end; nobody is told any more."""
        self._closed = True
        if self._thread.ident is not None:
            self._thread.join()
        if self._browser is not None:
            self._browser.cancel()
        if self._zeroconf is not None:
            self._zeroconf.close()

    def _open(self) -> None:
        """A network without multicast is no reason to stop: an address can be typed, or named in the settings."""
        from zeroconf import Error as ZeroconfError
        from zeroconf import InterfaceChoice, ServiceBrowser, Zeroconf

        try:
            self._zeroconf = Zeroconf(interfaces=self._interfaces or InterfaceChoice.All)
            if self._own is not None:
                self._zeroconf.register_service(_described(self._own, self._interfaces), allow_name_change=True)
            if self._on_heard is not None and not self._closed:
                self._browser = ServiceBrowser(self._zeroconf, SERVICE, handlers=[self._changed])
        except (OSError, ZeroconfError) as error:
            log.info("event=discovery_unavailable name=%s reason=%s", self._thread.name, type(error).__name__)

    def _changed(self, zeroconf: "Zeroconf", service_type: str, name: str, state_change: object) -> None:
        if self._closed or getattr(state_change, "name", "") == "Removed" or self._on_heard is None:
            return
        info = zeroconf.get_service_info(service_type, name, _ANSWER_MS)
        if info is None or info.port is None or self._closed:
            return
        # Anybody on the network may say anything.
        told = {
            key.decode(errors="replace"): (value or b"").decode(errors="replace")
            for key, value in info.properties.items()
        }
        self._on_heard(Heard(told, tuple(info.parsed_addresses()), info.port))


class Discovery(Presence):
    """Says that ``own`` serves, and tells ``on_url`` of the others of the same office."""

    def __init__(
        self,
        office: str,
        own: Found | None,
        on_url: Callable[[str], None] | None,
        *,
        interfaces: Sequence[str] = (),
    ) -> None:
        def heard(one: Heard) -> None:
            station = one.told.get("station")
            if on_url is None or one.told.get("office") != office or station in ("", own.station if own else ""):
                return
            for address in one.addresses:
                on_url(one.url(address))

        super().__init__("office-discovery", own, heard if on_url is not None else None, interfaces)


def reachable_host(host: str) -> str:
    """Return an address by which others reach this machine, which listens on ``host``."""
    if host not in _EVERYWHERE:
        return host
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # nothing is sent: the system only chooses the way
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])


def _cut(name: str) -> str:
    """A name that fits into a record, which has 255 bytes with its key."""
    return name.encode()[:_LONGEST_NAME].decode(errors="ignore")


def _described(own: Found, interfaces: Sequence[str]) -> "ServiceInfo":
    from zeroconf import ServiceInfo

    addresses = [own.host] if own.host not in _EVERYWHERE else list(interfaces) or _addresses()
    told = {"office": own.office, "station": own.station, "rank": str(own.rank), "name": _cut(own.name)}
    if own.tls:
        told["tls"] = "1"
    return ServiceInfo(
        SERVICE,
        f"{own.station}.{SERVICE}",
        port=own.port,
        properties=told,
        server=f"quay-{own.station}.local.",
        parsed_addresses=addresses,
    )


def _addresses() -> list[str]:
    """Every IPv4 address of this machine but the loopback's."""
    import ifaddr

    every = (str(one.ip) for adapter in ifaddr.get_adapters() for one in adapter.ips if one.is_IPv4)
    return [one for one in every if not ipaddress.ip_address(one).is_loopback]
