"""``counter-app sync``: what the machine does with its province, also without any link."""

import argparse
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from counter_app.cli.station_data import opened, opened_to_read
from counter_app.cli.words import Acts, Parser, add_json
from counter_app.clocks import VIETNAM
from counter_app.errors import Code, CounterError
from counter_app.services.setup import office_of
from counter_app.settings import load_settings, save_settings


def add_words(parser: Parser) -> None:
    """Add the acts of ``sync``."""
    acts = Acts(parser)
    export = acts.add("export", "write what the province has not got to a USB stick, encrypted and signed")
    export.add_argument("dir", type=Path, metavar="DIR", help="the stick, with the province's key")
    text = "the fingerprint of the province's key, once, after comparing it"
    export.add_argument("--trust", default="", metavar="FINGERPRINT", help=text)
    text = "one-time code, for a machine that the province does not know"
    export.add_argument("--code", default="", metavar="CODE", help=text)
    import_ = acts.add("import", "take what the province left on the stick for this machine")
    import_.add_argument("dir", type=Path, metavar="DIR", help="the stick")
    text = "what waits for the province, since when, and whether it answers; beside the program or without it"
    add_json(acts.add("status", text))
    add_json(acts.add("now", "send what waits and take what came, then end; exit 1 with the reason where it cannot"))
    trust = acts.add("trust", "believe the province's new key, after comparing its fingerprint by telephone")
    trust.add_argument("fingerprint", nargs="+", metavar="GROUP", help="the fingerprint, in groups or in one word")


def run(arguments: argparse.Namespace) -> int:
    """Do one act of sync; 1 where ``now`` could not send everything.

    Raises NOT_SET_UP, PROVINCE_UNSET, STICK_NOT_WRITABLE, STICK_WITHOUT_KEY, STICK_KEY_STRANGE, STICK_EMPTY,
    STICK_DAMAGED, STICK_NOT_OURS, STICK_UNREADABLE, PROVINCE_KEY_CHANGED, and what open_database raises.
    """
    acts: dict[str, Callable[[argparse.Namespace], int]] = {
        "export": _export,
        "import": _import,
        "status": _status,
        "now": _now,
        "trust": _trust,
    }
    return acts[arguments.act](arguments)


def _export(arguments: argparse.Namespace) -> int:
    from sync.stick.station import export_to, province_key

    key = province_key(arguments.dir)
    settings = load_settings(arguments.data)
    if key.public_hex != settings.province_key:
        if "".join(arguments.trust.split()).upper() != key.fingerprint.replace(" ", ""):
            raise CounterError(Code.STICK_KEY_STRANGE, fingerprint=key.fingerprint)
        save_settings(arguments.data, replace(settings, province_key=key.public_hex))
    with opened(arguments.data) as journal:
        written = export_to(journal, arguments.dir, office_of(journal).id, key, arguments.code)
    print(f"packets={written.packets} entries={written.entries} blobs={written.blobs}")
    return 0


def _import(arguments: argparse.Namespace) -> int:
    from sync.stick.station import ProvinceKey, import_from, province_key

    trusted = load_settings(arguments.data).province_key
    if not trusted:
        raise CounterError(Code.STICK_KEY_STRANGE, fingerprint=province_key(arguments.dir).fingerprint)
    with opened(arguments.data) as journal:
        got = import_from(journal, arguments.dir, ProvinceKey(trusted))
    print(f"entries={got.entries} acknowledged={got.acknowledged} blobs={got.blobs}")
    return 0


def _status(arguments: argparse.Namespace) -> int:
    """Say what waits, as the journal has it, and ask the province whether it answers."""
    from counter_app.services.sync_overview import SyncOverviews
    from sync.answering import Answering, ask
    from sync.wire import far_server

    with opened_to_read(arguments.data) as journal:
        found = SyncOverviews(journal, office_of(journal).id).now()
        settings = load_settings(arguments.data)
        url, security = settings.province_url, settings.security
        server = far_server(url, security.ca_file, security.proxy)
        answering = ask(journal, server) if url else Answering(up=False)
    told = {
        "province": url,
        "link": _link_word(url, up=answering.up),
        "fault": answering.fault.value if answering.fault else None,
        "server_program": answering.program,
        "server_protocol": answering.protocol,
        "clock_skew_seconds": answering.clock_skew_s,
        "entries": found.entries,
        "papers": found.papers,
        "bytes": found.bytes,
        "oldest": _time(found.oldest),
        "dossiers": [{"code": one.code, "sent": one.sent, "pages": one.pages} for one in found.dossiers],
        "machines": [{"name": one.name, "own": one.own, "entries": one.entries} for one in found.machines],
        "aside": [
            {"station": one.station, "seq": one.seq, "code": one.code, "cause": one.cause.value}
            for one in found.aside.entries
        ],
    }
    _tell(told, as_json=arguments.json)
    return 0


def _now(arguments: argparse.Namespace) -> int:
    """Send until nothing waits; where that cannot be, say why."""
    from counter_app.bootstrap import open_counter
    from sync.draining import drain

    settings = load_settings(arguments.data)
    if not settings.province_url:
        raise CounterError(Code.PROVINCE_UNSET)
    counter = open_counter(arguments.data, replace(settings, devices=()))  # they are of the machine with the windows
    try:
        link = counter.replicator
        if link is None:
            raise CounterError(Code.PROVINCE_UNSET)
        link.start()
        if counter.office is not None:
            counter.office.start()
        drained = drain(link)
        left = counter.services.sync.now()
    finally:
        counter.close()
    why = None if not left.waits else drained or Code.LINK_DOWN
    told = {
        "sent": not left.waits,
        "fault": why.value if why else None,
        "entries": left.entries,
        "papers": left.papers,
        "bytes": left.bytes,
        "oldest": _time(left.oldest),
    }
    _tell(told, as_json=arguments.json)
    return 0 if why is None else 1


def _trust(arguments: argparse.Namespace) -> int:
    """Believe the key that the province signs with now, if it is the one that was told by telephone."""
    from counter_app.journal import checkpoints
    from sync.comparing import key_of
    from sync.wire import far_server

    settings = load_settings(arguments.data)
    if not settings.province_url:
        raise CounterError(Code.PROVINCE_UNSET)
    security = settings.security
    with opened(arguments.data) as journal:
        key = key_of(journal, far_server(settings.province_url, security.ca_file, security.proxy))
        fingerprint = checkpoints.fingerprint(key)
        if "".join(arguments.fingerprint).replace(" ", "").upper() != fingerprint.replace(" ", ""):
            raise CounterError(Code.PROVINCE_KEY_CHANGED, fingerprint=fingerprint)
        checkpoints.pin(journal, key)
    save_settings(arguments.data, replace(settings, province_key=key))
    print(f"province_key={fingerprint!r}")
    return 0


def _link_word(url: str, *, up: bool) -> str:
    if not url:
        return "none"
    return "up" if up else "down"


def _time(at: datetime | None) -> str | None:
    return at.astimezone(VIETNAM).isoformat(timespec="seconds") if at else None


def _tell(told: Mapping[str, object], *, as_json: bool) -> None:
    """One JSON object, or one line of facts and one for each machine and dossier."""
    if as_json:
        print(json.dumps(told, ensure_ascii=False))
        return
    lists = {name: value for name, value in told.items() if isinstance(value, list)}
    facts = {name: value for name, value in told.items() if name not in lists and value not in (None, "")}
    print(
        " ".join(f"{name}={str(value).lower() if isinstance(value, bool) else value}" for name, value in facts.items())
    )
    for name, rows in lists.items():
        for row in rows:
            print(f"{name.removesuffix('s')}: " + " ".join(f"{key}={value}" for key, value in row.items()))
