"""Offices on this network, for a machine that does not belong to one yet."""

import ipaddress
import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sync.office.discovery import SERVICE, bracketed

if TYPE_CHECKING:
    from zeroconf import ServiceBrowser, Zeroconf

log = logging.getLogger(__name__)

_ANSWER_MS = 3000


@dataclass(frozen=True, slots=True)
class FoundOffice:
    """A station that lets others in: its office's id and name (empty from an older version), and where it answers."""

    office: str
    name: str
    rank: int
    url: str


class Finding:
    """Tells ``on_found`` of every station that serves an office, on a thread of its own, until it is closed."""

    def __init__(self, on_found: Callable[[FoundOffice], None], *, interfaces: Sequence[str] = ()) -> None:
        self._on_found = on_found
        self._interfaces = list(interfaces)
        self._zeroconf: Zeroconf | None = None
        self._browser: ServiceBrowser | None = None
        self._closed = False
        self._thread = threading.Thread(target=self._open, name="office-finding", daemon=True)

    def start(self) -> None:
        """Begin, in the background."""
        self._thread.start()

    def close(self) -> None:
        """End; nobody is told any more."""
        self._closed = True
        if self._thread.ident is not None:
            self._thread.join()
        if self._browser is not None:
            self._browser.cancel()
        if self._zeroconf is not None:
            self._zeroconf.close()

    def _open(self) -> None:
        """A network without multicast is no reason to stop: the address can be typed."""
        from zeroconf import Error as ZeroconfError
        from zeroconf import InterfaceChoice, ServiceBrowser, Zeroconf

        try:
            self._zeroconf = Zeroconf(interfaces=self._interfaces or InterfaceChoice.All)
            if not self._closed:
                self._browser = ServiceBrowser(self._zeroconf, SERVICE, handlers=[self._found])
        except (OSError, ZeroconfError) as error:
            log.info("event=finding_unavailable reason=%s", type(error).__name__)

    def _found(self, zeroconf: "Zeroconf", service_type: str, name: str, state_change: object) -> None:
        if self._closed or getattr(state_change, "name", "") == "Removed":
            return
        info = zeroconf.get_service_info(service_type, name, _ANSWER_MS)
        if info is None or info.port is None:
            return
        told = {key.decode(): (value or b"").decode(errors="replace") for key, value in info.properties.items()}
        rank = told.get("rank", "")
        addresses = sorted(info.parsed_addresses(), key=lambda one: ipaddress.ip_address(one).version)
        if told.get("office") and rank.isdecimal() and addresses and not self._closed:
            url = f"http://{bracketed(addresses[0])}:{info.port}"
            self._on_found(FoundOffice(told["office"], told.get("name", ""), int(rank), url))
