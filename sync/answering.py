"""Does a server answer now, and who is it? Asked once, beside whatever runs."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from sync import records
from sync.records import Health
from sync.signing import ServerTime
from sync.wire import Upstream, Wire

_STALL_S = 5.0


@dataclass(frozen=True, slots=True)
class Answering:
    """Whether it answers, else why not; its versions; how far this machine's clock is behind its (seconds)."""

    up: bool
    fault: Code | None = None
    program: str = ""
    protocol: int = 0
    clock_skew_s: float | None = None


def ask(journal: Journal, server: Upstream) -> Answering:
    """Ask a server; blocks for some seconds at most."""
    upstream = replace(server, connect_s=_STALL_S, read_s=_STALL_S)
    wire = Wire(upstream, journal.key, ServerTime(journal.clock))
    try:
        asked = journal.clock.now()
        health = records.decode(wire.call("GET", "/v1/health").content, Health)
        theirs = datetime.fromtimestamp(health.clock, UTC)
    except CounterError as error:
        return Answering(up=False, fault=error.code)
    except (ValueError, OverflowError, OSError):
        return Answering(up=False, fault=Code.LINK_DOWN)
    finally:
        wire.close()
    skew = round((theirs - asked).total_seconds())
    return Answering(True, None, health.program, health.protocol, float(skew))
