"""How one machine of an office reaches another: encrypted beyond the loopback, and only who belongs to it."""

from collections.abc import Callable
from functools import partial

from counter_app.errors import Code, CounterError
from counter_app.journal import outbox
from counter_app.journal.journal import Journal
from sync.certificates import Certified, pin
from sync.faults import Refusals
from sync.signing import OFFICE
from sync.wire import Upstream


class Reaching:
    """The office's machines as servers, judged by what the journal says of them; asked by any thread."""

    def __init__(self, journal: Journal, office: str, refusals: Refusals) -> None:
        self._journal = journal
        self._office = office
        self.refusals = refusals

    def upstream(
        self,
        url: str,
        connect_s: float,
        read_s: float,
        station: str = "",
        seen: Callable[[str], None] = lambda station: None,
    ) -> Upstream:
        """Return the server at ``url``; only ``station`` will do where it is said, and ``seen`` is told whose it is."""
        identify = partial(self._identify, station, seen)
        return Upstream(url, connect_s, read_s, identify=identify, refused=self.refusals, tag=station or OFFICE)

    def _identify(self, meant: str, seen: Callable[[str], None], shown: Certified) -> None:
        """Raises CERTIFICATE_STATION; ``new`` for who is not known at all, and may have been let in just now."""
        known = outbox.peer_of(self._journal, shown.station)
        own = self._journal.key
        if known is None and shown.station != own.station:
            raise CounterError(Code.CERTIFICATE_STATION, new=True)
        if shown.station == own.station:
            right = shown.public_key == own.public_hex
        else:
            right = known is not None and _is_let_in(known, self._office) and known.public_key == shown.public_key
        if not right or meant not in ("", shown.station):
            raise CounterError(Code.CERTIFICATE_STATION)
        seen(shown.station)


def _is_let_in(known: outbox.Peer, office: str) -> bool:
    return known.office == office and not known.revoked


def joining_by(code: str, letters: str) -> Callable[[Certified], None]:
    """Return what believes only the machine that made the code: its ``letters`` are of that machine's key."""

    def identify(shown: Certified) -> None:
        if not letters:
            raise CounterError(Code.JOIN_CODE_SHORT)
        if pin(code, shown.public_key) != letters:
            raise CounterError(Code.CERTIFICATE_STATION)

    return identify
