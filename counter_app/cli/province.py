"""``counter-app province``: the province's server, and who may send to it."""

import argparse
import json
import logging
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from counter_app.cli.escrow import make_or_tell, write_escrowed
from counter_app.cli.publishing import add_publish, publish
from counter_app.cli.run import log_to_file, sentence
from counter_app.cli.words import Acts, Parser, add_json, number, port
from counter_app.crash_watch import CrashHandler, ends_cleanly, expect_sudden_end
from sync.addresses import is_here
from sync.server.chaos import run_with_chaos
from sync.server.keeping import Keeping, open_store, stick_key
from sync.server.program import run_province
from sync.server.store import ServerStore
from sync.server.tls import TlsFiles
from sync.stick.station import ProvinceKey


def add_words(parser: Parser) -> None:
    """Add what the server takes, and its acts."""
    parser.add_argument("--host", default="127.0.0.1", metavar="H", help="address to listen on (default: 127.0.0.1)")
    parser.add_argument("--admit", metavar="OFFICE", help="first make a one-time code for a station of OFFICE")
    parser.add_argument("--port", type=port, default=8470, metavar="P", help="port, 0 for any (default: 8470)")
    text = "a drill, never for work: lose, double and delay requests and kill the server, as this number says"
    parser.add_argument("--chaos", type=int, default=None, metavar="SEED", help=text)
    text = "keep entries in this PostgreSQL (a libpq URL; a password is better in PGPASSFILE), not in the data folder"
    parser.add_argument("--database", default="", metavar="URL", help=text)
    text = "with --database: where blobs are kept, a folder or s3://BUCKET/PREFIX (default: in the data folder)"
    parser.add_argument("--blobs", default="", metavar="URL", help=text)
    workers = number(1, 64, "a number of processes")
    text = "with --database: how many processes serve (default: 1)"
    parser.add_argument("--workers", type=workers, default=1, metavar="N", help=text)
    text = "the server's certificate with what leads to its authority (PEM), read again when it is renewed"
    parser.add_argument("--tls-cert", type=Path, default=None, metavar="FILE", help=text)
    parser.add_argument("--tls-key", type=Path, default=None, metavar="FILE", help="its key (PEM, no password)")
    text = (
        "with another --host, without a certificate: a proxy encrypts, and nobody else reads what goes from it to here"
    )
    parser.add_argument("--behind-proxy", action="store_true", help=text)
    text = "also serve this folder of published packages, which the act publish writes (default: none)"
    parser.add_argument("--updates", type=Path, default=None, metavar="DIR", help=text)
    _add_acts(Acts(parser, "acts, beside a running server where there is a database", required=False))


def _add_acts(acts: Acts) -> None:
    code = acts.add("enrol-code", "make a one-time code for a station")
    code.add_argument("--office", required=True, metavar="CODE", help="the code of its office")
    revoke = acts.add("revoke", "refuse a station from now on; what it wrote stays")
    revoke.add_argument("station", metavar="STATION", help="its id, as the stations act says it")
    stations = acts.add("stations", "the stations that were let in, and how many entries of each are here")
    add_json(stations, "print one JSON object a line")
    text = "take in what stations left on a USB stick, and leave each its answer and the province's key there"
    stick = acts.add("stick", text)
    stick.add_argument("dir", type=Path, metavar="DIR", help="the stick")
    text = "make the escrow key, once, or take one: its public part stays here, and stations are told it, signed"
    key = acts.add("escrow-key", text)
    text = "where the private key goes the first time: a stick that is kept under lock, not this machine"
    key.add_argument("--out", type=Path, default=None, metavar="FILE", help=text)
    text = "a file with the public key (age1...) that counts from now on; stations seal their keys for it by themselves"
    key.add_argument("--use", type=Path, default=None, metavar="FILE", help=text)
    escrowed = acts.add("escrowed", "write the sealed key of a station, as its entries brought it here")
    escrowed.add_argument("station", metavar="STATION", help="its id, as the stations act says it")
    escrowed.add_argument("--out", type=Path, required=True, metavar="FILE", help="where the file goes")
    add_publish(acts)
    for act in (code, revoke, stations, stick, key, escrowed):
        act.add_argument("--database", default=argparse.SUPPRESS, metavar="URL", help="the PostgreSQL of the server")


def run(arguments: argparse.Namespace) -> int:
    """Serve until stopped, or do one act. Raises PORT_TAKEN and what opening the data raises."""
    keeping = Keeping(arguments.data, arguments.database, arguments.blobs, arguments.updates)
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
    expect_sudden_end(keeping.folder, "province")
    try:
        run_province(keeping, host, port, workers=workers, begin=partial(_begin, keeping.folder), up=up, tls=tls)
    finally:
        ends_cleanly()
    return 0


def _begin(folder: Path) -> None:
    """Be one of several processes: its log and its reports are its own."""
    log_to_file()
    logging.getLogger().addHandler(CrashHandler(folder, "province"))
    expect_sudden_end(folder, "province")


def _act(keeping: Keeping, arguments: argparse.Namespace) -> int:
    if arguments.act == "publish":
        return publish(arguments)
    if arguments.act == "stick":
        return _stick(keeping, arguments.dir)
    if arguments.act == "escrow-key":
        return make_or_tell(keeping.folder, arguments.out, arguments.use)
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
