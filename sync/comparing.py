"""Hold this station's journal against what its upstream countersigned, as the upstream itself says it now."""

from dataclasses import replace

from counter_app.errors import Code, CounterError
from counter_app.journal import checkpoints
from counter_app.journal.checkpoint_report import differing
from counter_app.journal.checkpoints import Verdict
from counter_app.journal.journal import Journal
from counter_app.journal.verify import Fault
from sync import records
from sync.records import Checkpoints
from sync.signing import ServerTime
from sync.wire import Upstream, Wire

_PATIENCE_S = 30.0


def against(journal: Journal, server: Upstream, trusted: str) -> tuple[Fault, ...]:
    """Ask the server for this station's checkpoints and say what differs; where something does, the first entry.

    So a station that deleted its own copies is found out too. Without a ``trusted`` key whatever the server says that
    it signs with is believed. Raises what a call raises, LINK_DOWN among them.
    """
    wire = Wire(replace(server, read_s=_PATIENCE_S), journal.key, ServerTime(journal.clock))
    try:
        told = records.decoded(wire.call("GET", f"/v1/checkpoints/{journal.key.station}").content, Checkpoints)
        if trusted and told.key != trusted:
            what = f"the server signs with another key ({_fingerprint(told.key)}) than this station knows"
            return (Fault("province", what),)
        mine = [one for one in told.checkpoints if one.station == journal.key.station and one.signer == told.key]
        if not all(checkpoints.is_signed(one) for one in mine):
            return (Fault("province", "a signature of the server's does not match"),)
        verdicts = checkpoints.judge(journal, mine)
        first = None if all(one is Verdict.SAME for one in verdicts) else _first_other(journal, wire)
        return (*differing(zip(mine, verdicts, strict=True)), *((first,) if first else ()))
    finally:
        wire.close()


def key_of(journal: Journal, server: Upstream) -> str:
    """Return the key that the server says it signs with. Raises what a call raises, LINK_DOWN among them."""
    wire = Wire(server, journal.key, ServerTime(journal.clock))
    try:
        told = records.decoded(wire.call("GET", f"/v1/checkpoints/{journal.key.station}").content, Checkpoints)
    finally:
        wire.close()
    try:
        checkpoints.fingerprint(told.key)
    except ValueError as error:
        raise CounterError(Code.LINK_DOWN, detail="no key") from error
    return told.key


def _first_other(journal: Journal, wire: Wire) -> Fault | None:
    """Read this station's entries as the server has them, to the first that is another one here, or is not here."""
    own, position, more = journal.key.station, 0, True
    while more:
        try:
            head, entries = records.read_feed(wire.call("GET", f"/v1/feed?after={position}&wait=0").content)
        except ValueError as error:
            raise CounterError(Code.LINK_DOWN, detail="unreadable feed") from error
        other = checkpoints.first_other(journal, [entry for entry in entries if entry.station == own])
        if other is not None:
            behind = other.seq > journal.last_seq
            what = "is missing here; it comes back at the next contact" if behind else "is another one here"
            return Fault(f"{own}/{other.seq}", f"the server's entry {what} ({other.kind} of {other.stream})")
        more = head.more and head.position > position
        position = head.position
    return None


def _fingerprint(key: str) -> str:
    try:
        return checkpoints.fingerprint(key)
    except ValueError:
        return "unreadable"
