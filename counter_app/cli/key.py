"""``counter-app key``: how this machine's data key is kept, and how a dead machine's data is opened."""

import argparse
import json
from pathlib import Path

from counter_app.cli.station_data import check_there
from counter_app.cli.words import Acts, Parser, add_json
from counter_app.store import keys
from counter_app.store.database import check_key
from counter_app.store.escrow import read_identity


def add_words(parser: Parser) -> None:
    """Add the acts on the data key of a machine."""
    acts = Acts(parser)
    add_json(acts.add("show", "how the key is kept, and whom it is sealed for; opens nothing"))
    open_ = acts.add("open", "open the data of a dead machine by the province's escrow key, and keep its key here")
    text = "the file with the private escrow key"
    open_.add_argument("--escrow", type=Path, required=True, metavar="FILE", help=text)
    text = "the sealed key, where the one in the data folder is lost (see: province escrowed)"
    open_.add_argument("--sealed", type=Path, default=None, metavar="FILE", help=text)


def run(arguments: argparse.Namespace) -> int:
    """Do one act. Raises NOT_SET_UP and what the act raises."""
    folder: Path = arguments.data
    check_there(folder)
    return _show(folder, as_json=arguments.json) if arguments.act == "show" else _open(folder, arguments)


def _show(folder: Path, *, as_json: bool) -> int:
    kept = keys.protection(folder)
    told = {"wrapped_by": kept.wrapping.value, "recipient": kept.recipient, "fingerprint": kept.fingerprint}
    if as_json:
        print(json.dumps(told))
    else:
        print(" ".join(f"{name}={value!r}" for name, value in told.items()))
    return 0


def _open(folder: Path, arguments: argparse.Namespace) -> int:
    """Write a key file that this machine opens, once the key was tried on the data.

    Raises ESCROW_KEY_INVALID, ESCROW_ABSENT, ESCROW_DAMAGED, ESCROW_NOT_OURS, KEY_WRONG where the key is another
    folder's, DATA_IN_USE, DISK_FULL, DATA_NOT_WRITABLE.
    """
    sealed: Path = arguments.sealed or folder / keys.ESCROW_FILE
    key = keys.open_sealed_key(sealed, read_identity(arguments.escrow))
    check_key(folder, key)
    keys.replace_key(folder, key)
    print(f"opened={folder} wrapped_by={keys.protection(folder).wrapping.value}")
    return 0
