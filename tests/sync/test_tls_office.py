"""An office by TLS: its machines know each other by their journal, and nobody else is believed."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization

from counter_app.bootstrap import Counter, join_office, set_up_station
from counter_app.clocks import ManualClock
from counter_app.demo.commune import new_station
from counter_app.domain.queue_facts import KioskMode
from counter_app.errors import Code, CounterError
from counter_app.journal import outbox
from counter_app.journal.signing import StationKey, make_station_key
from counter_app.services.security_log import SecurityKind
from counter_app.settings import OfficeSettings, load_settings
from counter_app.store.security_events import EventFilter
from sync import certificates, records
from sync.addresses import office_url, secured
from sync.certificates import Certified, pin, with_pin, without_pin
from sync.faults import Refusals
from sync.office.discovery import Heard
from sync.office.joining import Joining
from sync.office.reaching import Reaching
from sync.records import OfficeAnswer
from sync.server.tls import StationEncryption
from tests.support.foreign_server import Answering, CaptivePage, serving
from tests.sync.offices import (
    LEADER,
    LOCAL,
    command,
    first_station,
    follows,
    group_of,
    labels,
    running,
    until,
)
from tests.sync.stations import station

EVERYWHERE = ".".join("0000")
NETWORK = OfficeSettings(serve=True, host=EVERYWHERE, port=0)
CODE = "ABCD-EFGH-2345"


class Pretender(Answering):
    """Takes whatever it is given, as a machine would that wants a code or a dossier."""

    asked: list[str]

    def answer(self, body: bytes) -> None:
        """Keep what came."""
        self.asked.append(f"{self.path} {body!r}")
        self.reply(200, b"{}", {"Sync-Protocol": "1", "Sync-Schema": "1"})


@contextmanager
def pretender(folder: Path, key: StationKey) -> Iterator[tuple[int, list[str]]]:
    """A machine of the network that shows a certificate of this key; its port, and what it was told."""

    class Chosen(Pretender):
        asked: list[str] = []

    with serving(Chosen, _file(folder, key)) as port:
        yield port, Chosen.asked


@contextmanager
def networked(folder: Path) -> Iterator[Counter]:
    """The office's first station, which answers beyond the loopback."""
    set_up_station(folder, new_station())
    with running(folder, NETWORK) as counter:
        until(counter, lambda status: status.in_charge)
        counter.services.queue.switch_kiosk(KioskMode.OPEN, LEADER)
        yield counter


def here(counter: Counter) -> str:
    """Where it answers, as this machine reaches it whatever its network is."""
    assert counter.office is not None
    assert counter.office.url.startswith("https://")
    return f"https://127.0.0.1:{counter.office.url.rpartition(':')[2]}"


def joining(counter: Counter, code: str) -> Joining:
    return Joining(here(counter), code, "Máy quầy 9", ("desk",), 9, find=False)


def test_a_machine_joins_by_a_code_and_takes_numbers_encrypted(tmp_path: Path) -> None:
    with networked(tmp_path / "office") as office:
        assert office.office is not None
        with pytest.raises(CounterError) as caught:
            join_office(tmp_path / "desk", joining(office, office.office.make_code()[: len(CODE)]))
        assert caught.value.code is Code.JOIN_CODE_SHORT
        join_office(tmp_path / "desk", joining(office, office.office.make_code().lower().replace("-", " ")))
        kept = load_settings(tmp_path / "desk").office
        assert kept.urls == (here(office),)
        with running(tmp_path / "desk", replace(LOCAL, serve=False, urls=kept.urls)) as desk:
            follows(desk, office)
            desk.services.queue.take_number(group_of(desk), command=command())
            assert labels(desk) == labels(office) != []
            assert desk.office is not None
            assert desk.office.status().fault is None


def test_who_answers_in_the_offices_place_is_shown_no_code(tmp_path: Path) -> None:
    stranger, office = make_station_key(), make_station_key()
    with pretender(tmp_path, stranger) as (port, asked):
        typed = with_pin(CODE, office.public_hex)
        with pytest.raises(CounterError) as caught:
            join_office(tmp_path / "desk", Joining(f"https://127.0.0.1:{port}", typed, "Máy", ("desk",), 5))
    assert (caught.value.code, asked) == (Code.CERTIFICATE_STATION, [])


def test_an_office_of_an_older_version_is_named_to_who_joins(tmp_path: Path) -> None:
    with serving(CaptivePage) as port, pytest.raises(CounterError) as caught:
        join_office(tmp_path, Joining(f"https://127.0.0.1:{port}", CODE, "Máy", ("desk",), 5))
    assert caught.value.code is Code.PLAIN_ANSWER


@pytest.mark.expects_log("event=server_not_believed")
def test_a_machine_of_the_office_that_answers_as_another_one_is_not_believed_either(tmp_path: Path) -> None:
    other = make_station_key()
    with first_station(tmp_path / "office") as office:
        assert office.office is not None
        code = office.office.make_code()
        join_office(tmp_path / "desk", Joining(office.office.url, code, "Máy", ("desk",), 9, find=False))
        first, mine = office.journal.key.station, office.services.office.id
    with station(tmp_path / "desk") as known:
        outbox.admit(known.journal, other.station, other.public_hex, mine)
    answer = records.encode(OfficeAnswer(first, "Máy chính", 0, "boot", 1, 1, in_charge=True))

    class Posing(Answering):
        def answer(self, body: bytes) -> None:
            self.reply(200, answer, {"Sync-Protocol": "1", "Sync-Schema": "1"})

    with serving(Posing, _file(tmp_path, other)) as port:
        settings = replace(LOCAL, serve=False, urls=(f"https://127.0.0.1:{port}",))
        with running(tmp_path / "desk", settings) as desk:
            status = until(desk, lambda status: status.fault is not None)
            found = desk.services.security.page(EventFilter(), most=50)
    assert (status.fault, status.reachable) == (Code.CERTIFICATE_STATION, False)
    assert SecurityKind.CERTIFICATE_REFUSED in {one.kind for one in found}


@pytest.mark.expects_log("event=server_not_believed")
def test_a_machine_that_says_to_be_the_offices_is_not_followed_and_is_in_the_security_record(tmp_path: Path) -> None:
    """It shows a certificate in the name of the office's own station, signed by another key."""
    with first_station(tmp_path / "office") as office:
        assert office.office is not None
        code = office.office.make_code()
        join_office(tmp_path / "desk", Joining(office.office.url, code, "Máy", ("desk",), 9, find=False))
        first = office.journal.key.station
    posing = StationKey(first, make_station_key().private)
    with pretender(tmp_path, posing) as (port, asked):
        settings = replace(LOCAL, serve=False, urls=(f"https://127.0.0.1:{port}",))
        with running(tmp_path / "desk", settings) as desk:
            status = until(desk, lambda status: status.fault is not None)
            found = desk.services.security.page(EventFilter(), most=50)
    assert (status.fault, status.fault_host, status.reachable) == (Code.CERTIFICATE_STATION, "127.0.0.1", False)
    assert [one.detail["reason"] for one in found if one.kind == SecurityKind.CERTIFICATE_REFUSED] == [
        "certificate-station"
    ]
    assert asked == []


def test_a_machine_is_believed_while_the_office_lets_it_in_and_in_its_own_name_only(tmp_path: Path) -> None:
    first, other, stranger = (make_station_key() for _ in range(3))
    with station(tmp_path / "desk") as desk:
        for key, office in ((first, "H99.1"), (other, "H99.1"), (stranger, "H99.2")):
            outbox.admit(desk.journal, key.station, key.public_hex, office)
        reaching = Reaching(desk.journal, "H99.1", Refusals())

        def believes(key: StationKey, meant: str = "") -> bool:
            identify = reaching.upstream("https://192.0.2.1", 1, 1, meant).identify
            assert identify is not None
            try:
                identify(Certified(key.station, key.public_hex))
            except CounterError as error:
                return error.code is not Code.CERTIFICATE_STATION
            return True

        assert believes(first)
        assert believes(first, first.station)
        assert not believes(first, other.station)
        assert not believes(stranger)
        assert not believes(make_station_key())
        assert not believes(StationKey(first.station, other.private))
        outbox.revoke(desk.journal, first.station)
        assert not believes(first)
        assert believes(desk.journal.key)
        assert not believes(StationKey(desk.id, other.private))


@pytest.mark.parametrize("spoilt", ["signature", "name", "rubbish", "another authority"])
def test_only_a_certificate_that_a_stations_key_signed_is_one(tmp_path: Path, spoilt: str) -> None:
    from tests.support.authority import Authority

    made = _der(certificates.issue(make_station_key(), datetime.now(UTC)))
    if spoilt == "signature":
        made = made[:-1] + bytes([made[-1] ^ 1])
    elif spoilt == "name":
        at = made.index(b".local")
        made = made[: at - 1] + b"X" + made[at:]
    elif spoilt == "rubbish":
        made = b"\x30\x03\x02\x01\x01"
    else:
        made = ssl.PEM_cert_to_DER_cert(Authority(tmp_path / "ca").issue().chain.read_text())
    with pytest.raises(ValueError, match=r".*"):
        certificates.read(made)


@pytest.mark.parametrize("years", [-3, 3])
def test_a_machine_whose_clock_is_years_off_still_knows_its_office(years: int) -> None:
    key = make_station_key()
    made = certificates.issue(key, datetime.now(UTC) + timedelta(days=365 * years))
    assert certificates.read(_der(made)) == Certified(key.station, key.public_hex)


def test_a_code_is_of_one_machine_and_of_itself_however_it_is_typed() -> None:
    first, other = make_station_key(), make_station_key()
    shown = with_pin(CODE, first.public_hex)
    code, letters = without_pin(f" {shown.lower()} ")
    assert (len(shown.replace("-", "")), code) == (20, CODE.replace("-", ""))
    assert letters == pin(CODE, first.public_hex)
    assert letters != pin(CODE, other.public_hex)
    assert letters != pin("ABCD-EFGH-2346", first.public_hex)
    assert without_pin(CODE) == (CODE.replace("-", ""), "")


def test_a_certificate_is_made_anew_each_month_while_the_server_runs() -> None:
    clock = ManualClock(datetime(2026, 11, 23, 1, 55, tzinfo=UTC))
    made: list[ssl.SSLContext] = []

    class Counted(StationEncryption):
        def _load(self, now: datetime) -> None:
            super()._load(now)
            made.append(self.context)

    encryption = Counted(make_station_key(), clock)
    for days, count in ((29, 1), (1, 2), (29, 2), (400, 3), (-800, 4)):
        clock.move(timedelta(days=days))
        encryption.renew()
        assert len(made) == count


@pytest.mark.parametrize(
    "url, meant",
    [
        ("http://192.168.1.10:8471", "https://192.168.1.10:8471"),
        ("http://may-chu:9000", "https://may-chu:9000"),
        ("http://127.0.0.1:8471", "http://127.0.0.1:8471"),
        ("https://127.0.0.1:8471", "https://127.0.0.1:8471"),
        ("https://may-chu:9000", "https://may-chu:9000"),
    ],
)
def test_the_addresses_of_an_office_of_before_are_moved_to_encryption(url: str, meant: str) -> None:
    assert secured(url) == meant


def test_what_is_heard_on_the_network_is_reached_encrypted_whatever_it_says() -> None:
    assert Heard({}, (), 8471).url("192.168.1.10") == "https://192.168.1.10:8471"
    assert Heard({"tls": "1"}, (), 8471).url("127.0.0.1") == "https://127.0.0.1:8471"
    assert Heard({}, (), 8471).url("fe80::1") == "https://[fe80::1]:8471"
    assert office_url("127.0.0.1", 8471) == "http://127.0.0.1:8471"


def _der(made: certificates.Certificate) -> bytes:
    return ssl.PEM_cert_to_DER_cert(made.chain.decode())


def _file(folder: Path, key: StationKey) -> Path:
    """A certificate of ``key`` with its private key, as ``serving`` takes them."""
    made = certificates.issue(key, datetime.now(UTC))
    private = serialization.load_pem_private_key(made.key, made.password)
    bare = serialization.NoEncryption()
    path = folder / "pretender.pem"
    path.write_bytes(
        made.chain + private.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, bare)
    )
    return path
