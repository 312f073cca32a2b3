"""The province's PostgreSQL on another machine: encrypted, believed once it proved itself, else refused in words."""

import os
import socket
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from itertools import zip_longest
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from psycopg.conninfo import conninfo_attempts, conninfo_to_dict, make_conninfo

from counter_app.cli import province, verify
from counter_app.cli.arguments import parse
from counter_app.cli.run import sentence
from counter_app.errors import Code, CounterError
from sync.addresses import is_here
from sync.server.keeping import Keeping, open_store
from sync.server.postgres.address import check_address
from sync.server.postgres.connections import connect
from tests.support import postgres
from tests.support.authority import Authority
from tests.support.patroni import free_port
from tests.support.postgres import Cluster, readable

HOST = f"127.77.{os.getpid() >> 8 & 255}.{(os.getpid() & 255) or 1}"
"""Of this machine, but where no other test takes a port between its choice and the start."""

FAR = "postgresql://counter_app@db1,db2/counter_app?target_session_attrs=read-write"


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path / "authority")


@pytest.fixture(scope="module")
def encrypted() -> Iterator[tuple[Cluster, Authority]]:
    """A PostgreSQL as on another machine: over TCP, encrypted or not at all; its certificate is of db1."""
    folder = Path(tempfile.mkdtemp(prefix="counter-pg-"))
    authority = Authority(folder / "authority")
    files = authority.issue("db1")
    readable(folder / "authority", files.chain, files.key)
    made = Cluster(
        folder,
        listen_addresses=HOST,
        port=str(free_port(HOST)),
        ssl="on",
        ssl_cert_file=str(files.chain),
        ssl_key_file=str(files.key),
    )
    rules = "local all all trust\nhostssl all all 127.0.0.0/8 trust\n"
    (folder / "data/pg_hba.conf").write_text(rules, encoding="utf-8")
    made.start()
    yield made, authority
    made.remove()


def refusal(address: str, **environment: str) -> CounterError:
    with pytest.raises(CounterError) as caught:
        check_address(address, environment)
    return caught.value


def over_tcp(cluster: Cluster, ca: Path, host: str = "db1", **more: str) -> str:
    """The address of the database as another machine would write it."""
    port = cluster.settings["port"]
    given = {"host": host, "hostaddr": HOST, "port": port, "sslmode": "verify-full", "sslrootcert": str(ca)}
    return make_conninfo(cluster.url("postgres"), **(given | more))


@pytest.mark.parametrize(
    "address",
    [
        "postgresql:///counter_app",
        "postgresql://counter_app@/counter_app?host=/run/postgresql",
        "postgresql://counter_app@%2Frun%2Fpostgresql/counter_app",
        "dbname=counter_app host=@abstract",
        "postgresql://127.0.0.1:5433,localhost,[::1]/counter_app",
        "host='' user=counter_app",
        "postgresql://db1/counter_app?hostaddr=127.0.0.1",  # by that name, but on this machine
    ],
)
def test_what_stays_on_this_machine_needs_no_encryption(address: str) -> None:
    check_address(address, {})


@pytest.mark.parametrize(
    "address, host",
    [
        (FAR, "db1"),
        ("postgresql://127.0.0.1,db2/counter_app", "db2"),
        ("postgresql:///counter_app?host=/run/postgresql,10.0.0.5", "10.0.0.5"),
        ("postgresql:///counter_app?hostaddr=10.0.0.5", "10.0.0.5"),
        ("postgresql://localhost/counter_app?hostaddr=10.0.0.5", "10.0.0.5"),
        ("postgresql://%31%30.0.0.5/counter_app", "10.0.0.5"),
        ("host=db1 hostaddr=''", "db1"),
        ("host=127.0.0.1.example", "127.0.0.1.example"),
        ("host=0.0.0.0", "0.0.0.0"),  # noqa: S104 - refused
        ("postgresql://[fe80::1]/counter_app", "fe80::1"),
    ],
)
@pytest.mark.parametrize("asked", ["", "disable", "prefer", "require", "verify-ca"])
def test_another_machine_is_not_asked_unless_it_has_to_prove_who_it_is(
    authority: Authority, address: str, host: str, asked: str
) -> None:
    more = {"sslmode": asked, "sslrootcert": str(authority.ca_file)} if asked else {}
    error = refusal(make_conninfo(address, **more))
    assert (error.code, error.params["host"]) == (Code.DATABASE_PLAIN, host)
    check_address(make_conninfo(address, sslmode="verify-full", sslrootcert=str(authority.ca_file)), {})


def test_who_is_to_be_believed_is_named_and_can_be_read(authority: Authority, tmp_path: Path) -> None:
    full = f"{FAR}&sslmode=verify-full"
    assert refusal(full).code is Code.DATABASE_PLAIN
    check_address(f"{full}&sslrootcert=system", {})
    check_address(f"{full}&sslrootcert={quote(str(authority.ca_file))}", {})
    empty = tmp_path / "empty.pem"
    empty.write_bytes(b"")
    for path in (tmp_path / "none.pem", empty, tmp_path):
        error = refusal(f"{full}&sslrootcert={quote(str(path))}")
        assert (error.code, error.params["path"]) == (Code.DATABASE_CA, str(path))


def test_what_the_environment_adds_is_judged_too(authority: Authority) -> None:
    here = "postgresql://localhost/counter_app"
    assert refusal("dbname=counter_app", PGHOST="db1").code is Code.DATABASE_PLAIN
    assert refusal(here, PGHOSTADDR="10.0.0.5").code is Code.DATABASE_PLAIN
    assert (
        refusal(f"{FAR}&sslmode=disable", PGSSLMODE="verify-full", PGSSLROOTCERT="system").code is Code.DATABASE_PLAIN
    )
    check_address(here, {"PGHOST": "db1"})
    check_address(FAR, {"PGSSLMODE": "verify-full", "PGSSLROOTCERT": str(authority.ca_file)})


def test_an_address_in_a_service_file_is_not_taken() -> None:
    assert refusal("service=province").code is Code.DATABASE_ADDRESS
    assert refusal("postgresql:///counter_app", PGSERVICE="province").code is Code.DATABASE_ADDRESS


@pytest.mark.parametrize(
    "address",
    ["postgresql://u:hunter2@[::1/x", "postgresql://localhost/x?hunter2=1", "hunter2", "host=a hunter2", "%ff\udcff"],
)
def test_what_is_no_address_is_refused_without_its_words(address: str) -> None:
    error = refusal(address)
    assert error.code is Code.DATABASE_ADDRESS
    assert "hunter2" not in f"{error} {sentence(error)}"


HOSTS = st.lists(st.sampled_from(["", "/run/pg", "127.0.0.1", "::1", "10.0.0.5", "192.0.2.7", "fd00::5"]), max_size=3)
NUMBERS = st.lists(st.sampled_from(["", "127.0.0.1", "::1", "10.0.0.5", "fd00::5"]), max_size=3)
SAID = st.none() | HOSTS.map(",".join)
COUNTED = st.none() | NUMBERS.map(",".join)


@given(SAID, COUNTED, SAID, COUNTED)
def test_no_address_that_is_let_through_makes_the_driver_try_another_machine(
    host: str | None, number: str | None, usual_host: str | None, usual_number: str | None
) -> None:
    """Judged against what the driver itself would try, one after another, with what the environment adds."""
    address = make_conninfo("dbname=counter_app", host=host, hostaddr=number)
    usual = {"PGHOST": usual_host, "PGHOSTADDR": usual_number}
    with pytest.MonkeyPatch.context() as patched:
        for name, value in usual.items():
            if value is None:
                patched.delenv(name, raising=False)
            else:
                patched.setenv(name, value)
        if (refused := _judged(address)) is not None:
            assert refused is Code.DATABASE_PLAIN
            return
        with suppress(psycopg.OperationalError):  # as many names as numbers, or it tries nothing
            for one in conninfo_attempts(conninfo_to_dict(address)):
                assert _stays_here(one, usual_host, usual_number), one


def _judged(address: str) -> Code | None:
    try:
        check_address(address)
    except CounterError as error:
        return error.code
    return None


def _stays_here(attempt: Mapping[str, object], usual_host: str | None, usual_number: str | None) -> bool:
    host = str(attempt.get("host", usual_host or ""))
    number = str(attempt.get("hostaddr", usual_number or ""))
    tried = [number or host for host, number in zip_longest(host.split(","), number.split(","), fillvalue="")]
    return all(not where or where.startswith("/") or is_here(where) for where in tried)


@pytest.mark.parametrize(
    "words",
    [("--port", "0"), ("--port", "0", "--workers", "2"), ("enrol-code", "--office", "H99.1"), ("stations",)],
    ids=str,
)
def test_every_command_of_a_province_refuses_it_before_anything_is_made(tmp_path: Path, words: tuple[str, ...]) -> None:
    with pytest.raises(CounterError) as caught:
        province.run(parse(["province", *words, "--data", str(tmp_path / "province"), "--database", FAR]))
    assert caught.value.code is Code.DATABASE_PLAIN
    assert "db1" in sentence(caught.value)
    assert "sslmode=verify-full" in sentence(caught.value)
    assert not (tmp_path / "province").exists()


def test_verifying_a_province_refuses_it_too(tmp_path: Path) -> None:
    with pytest.raises(CounterError) as caught:
        verify.run(parse(["verify", "--data", str(tmp_path / "province"), "--database", FAR]))
    assert caught.value.code is Code.DATABASE_PLAIN


def test_a_province_works_over_an_encrypted_line(tmp_path: Path, encrypted: tuple[Cluster, Authority]) -> None:
    cluster, authority = encrypted
    store = open_store(Keeping(tmp_path / "province", over_tcp(cluster, authority.ca_file)))
    with closing(store):
        store.make_code("H99.1")
        asked = "SELECT DISTINCT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE client_addr IS NOT NULL"
        assert postgres.rows(cluster.url("postgres"), asked) == [(True,)]


@pytest.mark.allows_log("psycopg.pool", "event=database_away")
def test_a_database_that_is_not_believed_is_said_and_not_called_away(
    tmp_path: Path, encrypted: tuple[Cluster, Authority]
) -> None:
    cluster, own = encrypted
    stranger = Authority(tmp_path / "stranger", "Public CA")
    with pytest.raises(CounterError) as caught:
        open_store(Keeping(tmp_path / "province", over_tcp(cluster, stranger.ca_file)))
    assert (caught.value.code, "certificate" in str(caught.value)) == (Code.DATABASE_STRANGE, True)
    with pytest.raises(CounterError) as caught:
        connect(over_tcp(cluster, own.ca_file, "db2"))  # another machine of the right one
    assert (caught.value.code, "db2" in str(caught.value)) == (Code.DATABASE_STRANGE, True)
    with pytest.raises(CounterError) as caught:
        connect(over_tcp(cluster, own.ca_file, sslmode="disable"))  # refused by pg_hba.conf
    assert caught.value.code is Code.STORE_AWAY


def test_a_database_that_does_not_encrypt_is_said(authority: Authority) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def plain() -> None:
            asked, _ = listening.accept()
            with asked:
                asked.recv(8)
                asked.sendall(b"N")

        answering = threading.Thread(target=plain, name="plain")
        answering.start()
        address = f"host=127.0.0.1 port={listening.getsockname()[1]} user=u sslmode=verify-full"
        with pytest.raises(CounterError) as caught:
            connect(f"{address} sslrootcert={authority.ca_file}")
        answering.join()
    assert (caught.value.code, "SSL" in str(caught.value)) == (Code.DATABASE_STRANGE, True)
