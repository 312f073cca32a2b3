"""Offices on this network, for a machine that does not belong to one yet."""

import ipaddress
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sync.office.discovery import Heard, Presence

_RANK = re.compile("[0-9]{1,4}")


@dataclass(frozen=True, slots=True)
class FoundOffice:
    """A station that lets others in: its office's id and name (empty from an older version), and where it answers."""

    office: str
    name: str
    rank: int
    url: str


class Finding(Presence):
    """Tells ``on_found`` of every station that serves an office, on a thread of its own, until it is closed."""

    def __init__(self, on_found: Callable[[FoundOffice], None], *, interfaces: Sequence[str] = ()) -> None:
        def heard(one: Heard) -> None:
            office, rank = one.told.get("office"), one.told.get("rank", "")
            addresses = sorted(one.addresses, key=lambda address: ipaddress.ip_address(address).version)
            if office and _RANK.fullmatch(rank) and addresses:
                on_found(FoundOffice(office, one.told.get("name", ""), int(rank), one.url(addresses[0])))

        super().__init__("office-finding", None, heard, interfaces)
