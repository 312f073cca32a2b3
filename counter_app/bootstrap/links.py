"""Where the work of a station goes: to the province, and to the other machines of its office."""

from dataclasses import dataclass
from datetime import timedelta

from counter_app.domain.places import Station
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.journal.succession import passes_on
from counter_app.settings import OfficeSettings, Settings
from sync.asking import Asking
from sync.faults import Refusals
from sync.office.node import OfficeNode
from sync.office.node_settings import NodeSettings
from sync.office.province import OfficeReplicator
from sync.office.status import alone
from sync.replicator import Replicator
from sync.wire import Upstream, far_server


@dataclass(frozen=True, slots=True)
class Links:
    """The links of one station; ``asking`` asks the province for contents, ``refusals`` has who was not believed."""

    journal: Journal
    refusals: Refusals
    province: Replicator | OfficeReplicator | None
    office: OfficeNode | None
    asking: Asking | None

    def answer(self) -> bool:
        """Whether the province answers, or the station that keeps the office's queue; oneself does not count."""
        if self.province is not None and self.province.status().up:
            return True
        status = self.office.status() if self.office is not None else None
        return status is not None and status.reachable and not status.in_charge

    def bring(self, sha256: str) -> bytes:
        """Fetch a content that is not here: from the one in charge, or from the province.

        Raises as the last one asked; BLOB_MISSING where nobody could be.
        """
        if self.office is not None:
            try:
                return self.office.fetch(sha256)
            except CounterError as error:
                if self.asking is None or error.code not in (Code.BLOB_MISSING, Code.LINK_DOWN):
                    raise
        if self.asking is None:
            raise CounterError(Code.BLOB_MISSING, sha256=sha256)
        return self.asking.fetch(sha256)

    def skew(self) -> timedelta | None:
        """How far this machine's clock is behind the province's; None where nobody knows."""
        return None if self.province is None else self.province.status().clock_skew


def open_links(journal: Journal, own: Station, chosen: Settings) -> Links:
    """Make the links of the station ``own``; nothing is sent before they are started."""
    refusals = Refusals()
    upstream = None
    if chosen.province_url:
        upstream = far_server(chosen.province_url, chosen.security.ca_file, chosen.security.proxy, refusals)
    province = _province(journal, own.office, chosen.office, upstream) if upstream else None
    office = _office(journal, own, chosen.office, province, refusals) if chosen.office.has_others else None
    return Links(journal, refusals, province, office, Asking(journal, upstream) if upstream else None)


def _province(
    journal: Journal, office: str, chosen: OfficeSettings, upstream: Upstream
) -> Replicator | OfficeReplicator:
    """The link to the province; in an office of many machines the one in charge speaks for all."""
    if chosen.has_others:
        return OfficeReplicator(journal, upstream, office, direct=chosen.direct)
    if not passes_on(journal):
        return Replicator(journal, upstream)
    link = OfficeReplicator(journal, upstream, office)  # for the machine whose place this one took
    link.told(alone(journal.key.station, journal.clock.now()))
    return link


def _office(
    journal: Journal,
    own: Station,
    chosen: OfficeSettings,
    province: Replicator | OfficeReplicator | None,
    refusals: Refusals,
) -> OfficeNode:
    """The link to the office's others. An office of one machine has none: no thread, no socket, nothing slower."""
    settings = NodeSettings(
        own.office, own.name, own.rank, chosen.serve, chosen.host, chosen.port, chosen.urls, chosen.find
    )
    relay = province if isinstance(province, OfficeReplicator) else None
    node = OfficeNode(journal, settings, relay, refusals)
    if relay is not None:
        node.listen(relay.told)
    return node
