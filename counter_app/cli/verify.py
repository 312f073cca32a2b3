"""``counter-app verify``: exit 0 and counts, or exit 1 and what differs."""

import argparse
import sys
from collections.abc import Sequence

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from counter_app.cli.station_data import opened
from counter_app.cli.words import Parser, add_data
from counter_app.journal.checkpoint_report import Compared, compare
from counter_app.journal.checkpoints import PURPOSE, Verdict, fingerprint, is_signed
from counter_app.journal.journal import Journal
from counter_app.journal.signing import StationKey
from counter_app.journal.verify import Fault, verify
from counter_app.settings import Settings, load_settings

_COUNTS = ("entries", "stations", "streams", "blobs", "reviews")


def add_words(parser: Parser) -> None:
    """Add what ``verify`` takes."""
    add_data(parser)
    text = "also hold the journal against what the upstream countersigned"
    parser.add_argument("--checkpoints", action="store_true", help=text)
    text = "ask the server at URL what it countersigned, and compare with that too"
    parser.add_argument("--against", default="", metavar="URL", help=text)
    text = "compare what a province countersigned with its entries, in this PostgreSQL"
    parser.add_argument("--database", default="", metavar="URL", help=text)


def run(arguments: argparse.Namespace) -> int:
    """Verify the data folder. Raises NOT_SET_UP where there is no data, and with ``--against`` what a call raises."""
    if arguments.database:
        return _province(arguments)
    with opened(arguments.data) as journal:
        report = verify(journal)
        told, faults = "", list(report.faults)
        if arguments.checkpoints or arguments.against:
            compared = _compared(journal, load_settings(arguments.data), arguments.against)
            told, faults = _told(compared), faults + list(compared.faults)
    print(" ".join(f"{name}={getattr(report, name)}" for name in _COUNTS) + told)
    return _end(faults)


def _compared(journal: Journal, settings: Settings, url: str) -> Compared:
    seed = journal.database.blobs.key_for(PURPOSE)
    own = StationKey("province", Ed25519PrivateKey.from_private_bytes(seed))
    found = compare(journal, settings.province_key, own)
    if not url:
        return found
    from sync.comparing import against
    from sync.wire import far_server

    server = far_server(url, settings.security.ca_file, settings.security.proxy)
    return Compared(found.checkpoints, found.key, (*found.faults, *against(journal, server, found.key)))


def _province(arguments: argparse.Namespace) -> int:
    """Hold what a province countersigned against its own entries, in PostgreSQL."""
    from counter_app.journal.checkpoint_report import differing
    from sync.server.keeping import Keeping, open_province

    store = open_province(Keeping(arguments.data, arguments.database))
    try:
        key, rows = store.signing_key, store.compared_checkpoints()
    finally:
        store.close()
    faults = [
        Fault(f"{one.station}/{one.seq}", "not countersigned by this province's key")
        for one, _ in rows
        if one.signer != key or not is_signed(one)
    ]
    verdicts = [
        (one, Verdict.ABSENT if here is None else Verdict.SAME if here == one.hash else Verdict.OTHER)
        for one, here in rows
    ]
    compared = Compared(len(rows), key, (*faults, *differing(verdicts)))
    print(_told(compared).strip())
    return _end(compared.faults)


def _told(compared: Compared) -> str:
    key = fingerprint(compared.key) if compared.key else "-"
    return f" checkpoints={compared.checkpoints} province_key={key!r}"


def _end(faults: Sequence[Fault]) -> int:
    for fault in faults:
        print(f"counter-app: {fault.where}: {fault.what}", file=sys.stderr)
    return 1 if faults else 0
