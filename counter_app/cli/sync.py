"""``counter-app sync``: what the machine does with its province, also without any link."""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from counter_app.clocks import SystemClock
from counter_app.errors import Code, CounterError
from counter_app.journal.journal import Journal
from counter_app.services.setup import office_of
from counter_app.settings import load_settings, save_settings
from counter_app.store.database import open_database


def run(arguments: argparse.Namespace) -> int:
    """Do one act of sync.

    Raises NOT_SET_UP, STICK_NOT_WRITABLE, STICK_WITHOUT_KEY, STICK_KEY_STRANGE, STICK_EMPTY, STICK_DAMAGED,
    STICK_NOT_OURS, STICK_UNREADABLE, and what open_database raises.
    """
    acts: dict[str, Callable[[argparse.Namespace], None]] = {"export": _export, "import": _import}
    acts[arguments.act](arguments)
    return 0


@contextmanager
def _journal(arguments: argparse.Namespace) -> Iterator[Journal]:
    if not (arguments.data / "counter.db").exists():
        raise CounterError(Code.NOT_SET_UP, path=arguments.data)
    database = open_database(arguments.data)
    try:
        yield Journal(database, SystemClock())
    finally:
        database.close()


def _export(arguments: argparse.Namespace) -> None:
    from sync.stick.station import export_to, province_key

    key = province_key(arguments.dir)
    settings = load_settings(arguments.data)
    if key.public_hex != settings.province_key:
        if "".join(arguments.trust.split()).upper() != key.fingerprint.replace(" ", ""):
            raise CounterError(Code.STICK_KEY_STRANGE, fingerprint=key.fingerprint)
        save_settings(arguments.data, replace(settings, province_key=key.public_hex))
    with _journal(arguments) as journal:
        written = export_to(journal, arguments.dir, office_of(journal).id, key, arguments.code)
    print(f"packets={written.packets} entries={written.entries} blobs={written.blobs}")


def _import(arguments: argparse.Namespace) -> None:
    from sync.stick.station import ProvinceKey, import_from, province_key

    trusted = load_settings(arguments.data).province_key
    if not trusted:
        raise CounterError(Code.STICK_KEY_STRANGE, fingerprint=province_key(arguments.dir).fingerprint)
    with _journal(arguments) as journal:
        got = import_from(journal, arguments.dir, ProvinceKey(trusted))
    print(f"entries={got.entries} acknowledged={got.acknowledged} blobs={got.blobs}")
