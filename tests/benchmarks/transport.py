"""What encryption costs a request between two machines: a connection kept, a new one, and a megabyte, on loopback."""

import hashlib
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives import serialization

from sync import certificates
from sync.server.program import ServerThread
from sync.server.tls import TlsFiles
from sync.signing import ServerTime
from sync.wire import Upstream, Wire
from tests.benchmarks.measure import Case, Figures, measure, report
from tests.support.authority import Authority
from tests.sync.stations import Station, admit, station

ROUNDS, CALLS = 7, 30
MEGABYTE = 1 << 20


def main() -> None:
    """Measure a server without encryption, one with a province's certificate, and one with a station's."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        desk = stack.enter_context(station(folder / "desk"))
        authority = Authority(folder / "ca")
        made = certificates.issue(desk.journal.key, datetime.now(UTC))
        servers = {
            "plain": (None, Upstream("")),
            "TLS, authority": (authority.issue(), Upstream("", authority=str(authority.ca_file))),
            "TLS, station": (_files(folder, made), Upstream("", identify=lambda shown: None)),
        }
        cases: list[Case] = []
        for kind, (files, upstream) in servers.items():
            server = ServerThread(folder / kind, tls=files)
            server.start()
            stack.callback(server.stop)
            admit(server, desk)
            at = replace(upstream, url=server.url)
            kept = stack.enter_context(_wire(desk, at))
            cases += [
                Case(f"{kind}: a request", lambda _, kept=kept: kept.call("GET", "/v1/health")),  # type: ignore[misc]
                Case(f"{kind}: a new connection", lambda _, at=at: _anew(desk, at)),  # type: ignore[misc]
                Case(f"{kind}: a megabyte", _upload(kept)),
            ]
        cases.sort(key=lambda case: case.name.partition(": ")[2])
        figures = [one for at in range(0, len(cases), len(servers)) for one in _measured(cases[at : at + len(servers)])]
        report("transport", figures, note="each ratio is to the same request without encryption")


def _measured(cases: list[Case]) -> list[Figures]:
    return list(measure(cases, rounds=ROUNDS, calls=CALLS))


def _anew(desk: Station, upstream: Upstream) -> None:
    with _wire(desk, upstream) as wire:
        wire.call("GET", "/v1/health")


def _upload(wire: Wire) -> Callable[[int], object]:
    def send(number: int) -> None:
        content = number.to_bytes(4, "big") * (MEGABYTE // 4)
        wire.call("PUT", f"/v1/blobs/{hashlib.sha256(content).hexdigest()}", content)

    return send


@contextmanager
def _wire(desk: Station, upstream: Upstream) -> Iterator[Wire]:
    wire = Wire(upstream, desk.journal.key, ServerTime(desk.journal.clock))
    try:
        yield wire
    finally:
        wire.close()


def _files(folder: Path, made: certificates.Certificate) -> TlsFiles:
    """A station's certificate, as a server reads one."""
    private = serialization.load_pem_private_key(made.key, made.password)
    bare = serialization.NoEncryption()
    files = TlsFiles(folder / "station.pem", folder / "station.key")
    files.chain.write_bytes(made.chain)
    files.key.write_bytes(private.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, bare))
    return files


if __name__ == "__main__":
    main()
