"""The words of the command line."""

import argparse
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from platformdirs import user_data_path

from counter_app import __version__
from counter_app.cli.audit_arguments import add_audit
from counter_app.cli.backup_arguments import add_backup, add_restore
from counter_app.cli.key_arguments import add_escrow_acts, add_key
from counter_app.cli.officers_arguments import add_officers
from counter_app.domain.dossiers import DossierState
from counter_app.domain.procedures import Channel
from counter_app.domain.working_days import VIETNAM

if TYPE_CHECKING:
    from counter_app.services.scan_profiles import ScanProfile

_CITIZENS = 60
_YEARS = (2000, 2098)  # the lunar calendar is known up to 2099
DATA = user_data_path("counter-app", appauthor=False)
_COMMANDS = {
    "demo": "an invented commune with virtual devices and a province, all on this machine",
    "desk": "the officer's desk",
    "kiosk": "the touch screen that gives out numbers",
    "board": "the hall's board",
    "rating": "the screen where citizens rate",
    "province": "the province's server",
    "office": "the office station: keeps the queue for the other machines, without windows",
    "sync": "the link to the province, and the USB stick of an office that has none",
    "officers": "the accounts of this office: list, add, reset, disable, enable; with the program closed",
    "deadline": "when the result of a procedure is due, and why",
    "catalogue": "the procedures: import, export, search",
    "dossiers": "the dossiers of this station: export as XLSX or CSV",
    "queue": "the queue: how it stands, a day as a file, and such a day under another rule of calling",
    "forms": "every form of the law as PDF, filled with invented data",
    "voice": "what the hall hears: one call as a WAV file",
    "scan": "the pages of a scanner as one PDF",
    "print-test": "a trial ticket: all Vietnamese letters, a ruler, a code, the cut",
    "devices": "the devices of this machine: list what is set up and found, test one",
    "doctor": "look at this machine and its devices, and say what to do",
    "key": "the data key: how it is kept, and how a dead machine's data is opened",
    "verify": "replay the journal and say what differs",
    "backup": "one encrypted backup of this machine now, beside the program or without it",
    "restore": "go on from a backup in an empty data folder, as another station of its office",
    "audit": "the security record of this station: export as CSV, CEF or JSON lines",
    "screens": "draw every screen in every state as PNG",
}


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the command in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}. See: {self.prog} --help\n")


def parse(words: list[str] | None) -> argparse.Namespace:
    """Parse a command line; exits with 2 and one line when it makes no sense."""
    parser = _Parser(
        prog="counter-app", description="The counter of a one-stop office. Without a command: its windows."
    )
    parser.add_argument("--version", action="version", version=f"counter-app {__version__}")
    parser.set_defaults(command="all", data=DATA)
    _add_data(parser)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)
    made = {
        name: commands.add_parser(name, help=text, description=text.capitalize()) for name, text in _COMMANDS.items()
    }
    for name, command in made.items():
        command.set_defaults(command=name)
        if name not in ("demo", "screens", "forms"):
            _add_data(command)
    _demo(made["demo"])
    _province(made["province"])
    _office(made["office"])
    _sync(made["sync"])
    _deadline(made["deadline"])
    _catalogue(made["catalogue"])
    _dossiers(made["dossiers"])
    _queue(made["queue"])
    _forms(made["forms"])
    _voice(made["voice"])
    _scan(made["scan"])
    _print_test(made["print-test"])
    _devices(made["devices"])
    add_key(made["key"], _Parser, _add_data)
    add_officers(made["officers"], _Parser, _add_data)
    _verify(made["verify"])
    add_backup(made["backup"])
    add_restore(made["restore"])
    add_audit(made["audit"], _add_data, _day)
    made["doctor"].add_argument("--json", action="store_true", help="print one JSON object")
    made["screens"].add_argument("--out", type=Path, required=True, metavar="DIR", help="where the pictures go")
    return parser.parse_args(words)


def _add_data(parser: argparse.ArgumentParser) -> None:
    text = f"the data folder (default: {DATA})"
    parser.add_argument("--data", type=Path, default=argparse.SUPPRESS, metavar="DIR", help=text)


def _demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--play", action="store_true", help="play a whole day of 60 citizens without a screen")
    parser.add_argument("--json", action="store_true", help="print the played day's summary as one JSON object")
    parser.add_argument("--dir", type=Path, default=None, metavar="DIR", help="keep the data and the papers here")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="which day is played (default: 1)")
    text = "with --play: let the devices fail in ways drawn from SEED"
    text = "with --play: only the first N of the 60 come"
    parser.add_argument("--citizens", type=_citizens, default=_CITIZENS, metavar="N", help=text)
    parser.add_argument("--faults", type=int, default=None, metavar="SEED", help=text)


def _province(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", metavar="H", help="address to listen on (default: 127.0.0.1)")
    parser.add_argument("--admit", metavar="OFFICE", help="first make a one-time code for a station of OFFICE")
    parser.add_argument("--port", type=_port, default=8470, metavar="P", help="port, 0 for any (default: 8470)")
    text = "a drill, never for work: lose, double and delay requests and kill the server, as this number says"
    parser.add_argument("--chaos", type=int, default=None, metavar="SEED", help=text)

    text = (
        "keep entries in this PostgreSQL (a libpq URL; a password is better in PGPASSFILE) and not in the data folder"
    )
    parser.add_argument("--database", default="", metavar="URL", help=text)
    text = "with --database: where blobs are kept, a folder or s3://BUCKET/PREFIX (default: in the data folder)"
    parser.add_argument("--blobs", default="", metavar="URL", help=text)
    text = "with --database: how many processes serve (default: 1)"
    parser.add_argument("--workers", type=_workers, default=1, metavar="N", help=text)
    text = "the server's certificate with what leads to its authority (PEM), read again when it is renewed"
    parser.add_argument("--tls-cert", type=Path, default=None, metavar="FILE", help=text)
    parser.add_argument("--tls-key", type=Path, default=None, metavar="FILE", help="its key (PEM, no password)")
    text = (
        "with another --host and no certificate: a proxy encrypts, and nobody else reads what goes from there to here"
    )
    parser.add_argument("--behind-proxy", action="store_true", help=text)
    _province_acts(parser)


def _province_acts(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(
        title="acts, beside a running server where there is a database", metavar="ACT", dest="act", parser_class=_Parser
    )
    text = "make a one-time code for a station"
    code = acts.add_parser("enrol-code", help=text, description=text.capitalize())
    code.add_argument("--office", required=True, metavar="CODE", help="the code of its office")
    text = "refuse a station from now on; what it wrote stays"
    revoke = acts.add_parser("revoke", help=text, description=text.capitalize())
    revoke.add_argument("station", metavar="STATION", help="its id, as the stations act says it")
    text = "the stations that were let in, and how many entries of each are here"
    stations = acts.add_parser("stations", help=text, description=text.capitalize())
    stations.add_argument("--json", action="store_true", help="print one JSON object a line")
    text = "take in what stations left on a USB stick, and leave each its answer and the province's key there"
    stick = acts.add_parser("stick", help=text, description=text.capitalize())
    stick.add_argument("dir", type=Path, metavar="DIR", help="the stick")
    for act in (code, revoke, stations, stick, *add_escrow_acts(acts)):
        _add_data(act)
        act.add_argument("--database", default=argparse.SUPPRESS, metavar="URL", help="the PostgreSQL of the server")


def _verify(parser: argparse.ArgumentParser) -> None:
    text = "also hold the journal against what the upstream countersigned"
    parser.add_argument("--checkpoints", action="store_true", help=text)
    text = "ask the server at URL what it countersigned, and compare with that too"
    parser.add_argument("--against", default="", metavar="URL", help=text)
    text = "compare what a province countersigned with its entries, in this PostgreSQL"
    parser.add_argument("--database", default="", metavar="URL", help=text)


def _workers(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 64:
        raise argparse.ArgumentTypeError(f"{text} is not between 1 and 64")
    return number


def _office(parser: argparse.ArgumentParser) -> None:
    text = "address to listen on (default: of the settings)"
    parser.add_argument("--host", default=None, metavar="H", help=text)
    parser.add_argument("--admit", action="store_true", help="make a one-time code for one more station")
    parser.add_argument("--port", type=_port, default=None, metavar="P", help="port, 0 for any (default: 8471)")


def _sync(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(title="acts", metavar="ACT", dest="act", required=True, parser_class=_Parser)
    text = "write what the province has not got to a USB stick, encrypted and signed"
    export = acts.add_parser("export", help=text, description=text.capitalize())
    export.add_argument("dir", type=Path, metavar="DIR", help="the stick, with the province's key")
    text = "the fingerprint of the province's key, once, after comparing it"
    export.add_argument("--trust", default="", metavar="FINGERPRINT", help=text)
    text = "one-time code, for a machine that the province does not know"
    export.add_argument("--code", default="", metavar="CODE", help=text)
    text = "take what the province left on the stick for this machine"
    import_ = acts.add_parser("import", help=text, description=text.capitalize())
    import_.add_argument("dir", type=Path, metavar="DIR", help="the stick")
    text = "what waits for the province, since when, and whether it answers; beside the program or without it"
    status = acts.add_parser("status", help=text, description=text.capitalize())
    text = "send what waits and take what came, then end; exit 1 with the reason where it cannot"
    now = acts.add_parser("now", help=text, description=text.capitalize())
    for act in (status, now):
        act.add_argument("--json", action="store_true", help="print one JSON object")
    text = "believe the province's new key, after comparing its fingerprint by telephone"
    trust = acts.add_parser("trust", help=text, description=text.capitalize())
    trust.add_argument("fingerprint", nargs="+", metavar="GROUP", help="the fingerprint, in groups or in one word")
    for act in (export, import_, status, now, trust):
        _add_data(act)


def _forms(parser: argparse.ArgumentParser) -> None:
    text = "with invented data (the forms of dossiers are made at the desk)"
    parser.add_argument("--sample", action="store_true", required=True, help=text)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the files go")


def _voice(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(title="acts", metavar="ACT", dest="act", required=True, parser_class=_Parser)
    text = "join the clips of one call to a WAV file; needs no sound hardware"
    say = acts.add_parser("say", help=text, description=text.capitalize())
    say.add_argument("label", metavar="NUMBER", help="the number, such as A012")
    say.add_argument("desk", type=_desk, metavar="DESK", help="the desk, such as 3")
    say.add_argument("--out", type=Path, required=True, metavar="FILE", help="where the WAV file goes")
    say.add_argument("--volume", type=_volume, default=100, metavar="N", help="0 to 100 (default: 100)")
    say.add_argument("--no-chime", action="store_true", help="without the two bell tones before it")
    _add_data(say)


def _scan(parser: argparse.ArgumentParser) -> None:
    text = "a scanner of the settings, a SANE device (test:0), an eSCL address (http://...) or a watched folder"
    parser.add_argument("--device", required=True, metavar="NAME", help=text)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where the PDF goes")
    text = "how it is scanned (default: plain, grey at 200 dots per inch)"
    parser.add_argument("--profile", type=_profile, default="plain", metavar="P", help=text)
    parser.add_argument("--json", action="store_true", help="print one JSON object, also after a fault")


def _print_test(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--device", required=True, metavar="NAME", help="a printer of the settings")
    text = "print what the printer itself makes of the letters, by each code page (for the option letters)"
    parser.add_argument("--letters", action="store_true", help=text)
    parser.add_argument("--drawer", action="store_true", help="open the cash drawer too")
    parser.add_argument("--json", action="store_true", help="print one JSON object, also after a fault")


def _profile(key: str) -> "ScanProfile":
    from counter_app.services.scan_profiles import scan_profile, scan_profiles

    found = scan_profile(key)
    if found is None:
        known = ", ".join(profile.key for profile in scan_profiles())
        raise argparse.ArgumentTypeError(f"{key} is no profile ({known})")
    return found


def _devices(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(title="acts", metavar="ACT", dest="act", required=True, parser_class=_Parser)
    text = "what is set up, and what a search of some seconds finds"
    list_ = acts.add_parser("list", help=text, description=text.capitalize())
    list_.add_argument("--seconds", type=_seconds, default=8, metavar="S", help="search so long (default: 8)")
    text = "try one device: print, press, read, scan or listen"
    test = acts.add_parser("test", help=text, description=text.capitalize())
    test.add_argument("name", metavar="NAME", help="its name in the settings")
    test.add_argument("--seconds", type=_seconds, default=30, metavar="S", help="wait so long for a hand (default: 30)")
    for act in (list_, test):
        act.add_argument("--json", action="store_true", help="print one JSON object")
        _add_data(act)


def _seconds(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 600:
        raise argparse.ArgumentTypeError(f"{text} is not a number of seconds (1 to 600)")
    return int(text)


def _desk(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 9999:
        raise argparse.ArgumentTypeError(f"{text} is not a desk (1 to 9999)")
    return int(text)


def _volume(text: str) -> int:
    if not text.isdecimal() or int(text) > 100:
        raise argparse.ArgumentTypeError(f"{text} is not a volume (0 to 100)")
    return int(text)


def _deadline(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--procedure", required=True, metavar="CODE", help="the procedure's code, such as 1.004873")
    parser.add_argument(
        "--received",
        required=True,
        type=_moment,
        metavar="WHEN",
        help="when it came in, such as 2026-11-20T15:20; Vietnam's time unless it has a zone",
    )
    channels = [channel.value for channel in Channel]
    parser.add_argument("--channel", choices=channels, default=channels[0], help="how it came (default: in-person)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or not _YEARS[0] <= moment.year <= _YEARS[1]:
        raise argparse.ArgumentTypeError(f"{text} is not a date and time like 2026-11-20T15:20")
    return moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)


def _catalogue(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(title="acts", metavar="ACT", dest="act", required=True, parser_class=_Parser)
    text = "import a JSON file: our own export, or a crawl of the national portal"
    import_ = acts.add_parser("import", help=text, description=text.capitalize())
    import_.add_argument("file", type=Path, metavar="FILE", help="the file")
    import_.add_argument("--partial", action="store_true", help="import the sound items of a file with refused ones")
    text = "write every version of every procedure to one JSON file"
    export = acts.add_parser("export", help=text, description=text.capitalize())
    export.add_argument("--out", type=Path, required=True, metavar="FILE", help="where it goes")
    text = "find procedures by code, name, field or usual words, with or without diacritics"
    search = acts.add_parser("search", help=text, description=text.capitalize())
    search.add_argument("words", nargs="+", metavar="WORDS", help="such as: làm giấy khai sinh")
    for act in (import_, search):
        act.add_argument("--json", action="store_true", help="print one JSON value")
    for act in (import_, export, search):
        _add_data(act)


def _dossiers(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(title="acts", metavar="ACT", dest="act", required=True, parser_class=_Parser)
    text = "write a list of dossiers for a spreadsheet"
    export = acts.add_parser("export", help=text, description=text.capitalize())
    export.add_argument("--out", type=_table, required=True, metavar="FILE", help="a name ending in .xlsx or .csv")
    export.add_argument("--text", default="", metavar="WORDS", help="words of code, name, number, telephone")
    export.add_argument("--procedure", default="", metavar="CODE", help="the procedure's code, such as 1.004873")
    export.add_argument("--field", default="", metavar="NAME", help="the field, such as 'Hộ tịch'")
    states = [state.name.lower() for state in DossierState]
    export.add_argument("--state", choices=states, action="append", default=[], help="may be given several times")
    export.add_argument("--from", dest="since", type=_day, default=None, metavar="DAY", help="from 2026-11-01 on")
    export.add_argument("--to", dest="until", type=_day, default=None, metavar="DAY", help="up to 2026-11-30")
    export.add_argument("--officer", default="", metavar="ID", help="received by this officer")
    text = "with whole identity numbers, telephones and addresses, for this reason: it is written down"
    export.add_argument("--whole-because", default="", metavar="REASON", help=text)
    export.add_argument("--late", action="store_true", help="only what is late now")
    export.add_argument("--channel", choices=[channel.value for channel in Channel], default=None, help="how it came")
    _add_data(export)


def _queue(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(title="acts", metavar="ACT", dest="act", required=True, parser_class=_Parser)
    text = "call a recorded day again by another rule, and compare the waits"
    simulate = acts.add_parser("simulate", help=text, description=text.capitalize())
    text = 'a JSON object such as {"priority_run": 2, "other_run": 1, "most_wait_minutes": 45}'
    simulate.add_argument("--rule", type=Path, required=True, metavar="FILE", help=text)
    simulate.add_argument("--day", type=Path, required=True, metavar="FILE", help="what queue record wrote")
    text = "write what came on one day to a file, without names and numbers"
    record = acts.add_parser("record", help=text, description=text.capitalize())
    record.add_argument("--day", type=_day, required=True, metavar="DAY", help="such as 2026-11-23")
    record.add_argument("--out", type=Path, required=True, metavar="FILE", help="where it goes")
    text = "who waits, what the desks do, which station is in charge"
    status = acts.add_parser("status", help=text, description=text.capitalize())
    for act in (simulate, status):
        act.add_argument("--json", action="store_true", help="print one JSON object")
    for act in (record, status):
        _add_data(act)


def _table(text: str) -> Path:
    if Path(text).suffix.lower() not in (".xlsx", ".csv"):
        raise argparse.ArgumentTypeError(f"{text} ends in neither .xlsx nor .csv")
    return Path(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is not a day like 2026-11-20") from error


def _citizens(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= _CITIZENS:
        raise argparse.ArgumentTypeError(f"{text} is not a number of citizens (1 to {_CITIZENS})")
    return int(text)


def _port(text: str) -> int:
    try:
        port = int(text)
    except ValueError:
        port = -1
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError(f"{text} is not a port (0 to 65535)")
    return port
