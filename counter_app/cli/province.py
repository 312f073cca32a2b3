"""``counter-app province``: the province's server, and who may send to it."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from counter_app.cli.escrow import make_or_tell, write_escrowed
from counter_app.cli.run import log_to_file, sentence
from sync.addresses import is_here
from sync.server.chaos import run_with_chaos
from sync.server.keeping import Keeping, open_store, stick_key
from sync.server.program import run_province
from sync.server.store import ServerStore
from sync.server.tls import TlsFiles
from sync.stick.station import ProvinceKey


def run(arguments: argparse.Namespace) -> int:
    """Serve until stopped, or do one act. Raises PORT_TAKEN and what opening the data raises."""
    keeping = Keeping(arguments.data, arguments.database, arguments.blobs)
    if (arguments.workers > 1 or keeping.blobs) and not keeping.database:
        print("counter-app province: --workers and --blobs need --database", file=sys.stderr)
        return 2
    if arguments.act:
        return _act(keeping, arguments)
    if fault := _unencrypted(arguments):
        print(f"counter-app province: {fault}", file=sys.stderr)
        return 2
    return _serve(keeping, arguments)


def _unencrypted(arguments: argparse.Namespace) -> str:
    """Say why what is asked for cannot be served: identity papers never go over a network in plain."""
    cert, key = arguments.tls_cert, arguments.tls_key
    if (cert is None) is not (key is None):
        return "--tls-cert and --tls-key go together"
    if cert is not None and arguments.chaos is not None:
        return "--chaos knows no encryption: leave --tls-cert out, on this machine alone"
    if cert is None and not arguments.behind_proxy and not is_here(arguments.host):
        return f"--host {arguments.host} needs --tls-cert and --tls-key, or --behind-proxy where a proxy encrypts"
    return ""


def _serve(keeping: Keeping, arguments: argparse.Namespace) -> int:
    if arguments.admit:
        _do(keeping, lambda store: print(f"{arguments.admit} {store.make_code(arguments.admit)}", flush=True))
    if arguments.chaos is not None:
        print(f"http://{arguments.host}:{arguments.port} {arguments.data}", flush=True)
        command = [sys.executable, "-m", "counter_app", *_without(sys.argv[1:], "--chaos", "--admit")]
        return run_with_chaos(command, arguments.host, arguments.port, arguments.chaos)

    tls = TlsFiles(arguments.tls_cert, arguments.tls_key) if arguments.tls_cert else None

    def up(port: int) -> None:
        print(f"{'https' if tls else 'http'}://{arguments.host}:{port} {arguments.data}", flush=True)

    host, port, workers = arguments.host, arguments.port, arguments.workers
    run_province(keeping, host, port, workers=workers, begin=log_to_file, up=up, tls=tls)
    return 0


def _act(keeping: Keeping, arguments: argparse.Namespace) -> int:
    if arguments.act == "stick":
        return _stick(keeping, arguments.dir)
    if arguments.act == "escrow-key":
        return make_or_tell(keeping.folder, arguments.out)
    acts: dict[str, Callable[[ServerStore], None]] = {
        "enrol-code": lambda store: print(store.make_code(arguments.office), flush=True),
        "revoke": lambda store: store.revoke(arguments.station),
        "escrowed": lambda store: write_escrowed(store, arguments.station, arguments.out),
        "stations": lambda store: _print_stations(store, as_json=arguments.json),
    }
    _do(keeping, acts[arguments.act])
    return 0


def _stick(keeping: Keeping, stick: Path) -> int:
    """Take in what stations left on a stick: a line a packet, exit 1 if one was refused."""
    from sync.stick.province import exchange

    key = stick_key(keeping.folder)
    print(f"key={ProvinceKey(key.public_hex).fingerprint!r}")
    store = open_store(keeping)
    try:
        taken = exchange(store, key, stick)
    finally:
        store.close()
    for one in taken:
        if one.fault is None:
            print(f"packet={one.packet} station={one.station} entries={one.entries} blobs={one.blobs}")
        else:
            print(f"counter-app province: {one.packet}: {sentence(one.fault)}", file=sys.stderr)
    return 1 if any(one.fault for one in taken) else 0


def _do(keeping: Keeping, act: Callable[[ServerStore], None]) -> None:
    store = open_store(keeping)
    try:
        act(store)
    finally:
        store.close()


def _print_stations(store: ServerStore, *, as_json: bool) -> None:
    for one in store.stations():
        if as_json:
            told = {"station": one.station, "office": one.office, "entries": one.head, "revoked": one.revoked}
            print(json.dumps(told, ensure_ascii=False))
        else:
            print(f"{one.office}  {one.station}  {one.head}{'  revoked' if one.revoked else ''}")


def _without(words: Sequence[str], *options: str) -> list[str]:
    """Return a command line without these options and their values."""
    kept: list[str] = []
    rest = iter(words)
    for word in rest:
        if word in options:
            next(rest, None)
        elif word.partition("=")[0] not in options:
            kept.append(word)
    return kept
