"""The reference deployment's files leave no wire in plain; the fail-over drill runs these very files."""

import re
from pathlib import Path

import pytest
from psycopg.conninfo import conninfo_to_dict

from counter_app.errors import Code, CounterError
from sync.server.postgres.address import check_address

FILES = Path(__file__).parents[2] / "docs" / "operations"


def lines(name: str) -> list[str]:
    text = (FILES / name).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.strip().startswith("#")]


def test_the_proxy_shows_a_certificate_and_believes_no_server_without_one() -> None:
    said = lines("haproxy.cfg")
    binds = [line for line in said if line.startswith("bind ")]
    backends = [line for line in said if line.startswith("backend ")]
    servers = [line for line in said if line.startswith("default-server ")]
    assert binds
    assert all(" ssl crt " in line for line in binds)
    assert backends
    assert len(servers) == len(backends)
    assert all(line.startswith("default-server ssl verify required ca-file ") for line in servers)
    assert {line.partition(" ")[0] for line in said if "ssl-min-ver TLSv1.2" in line} == {
        "ssl-default-bind-options",
        "ssl-default-server-options",
    }


def test_the_database_answers_nobody_in_plain_and_its_copies_ask_whom_they_have_before_them() -> None:
    said = lines("patroni.yml")
    rules = [line for line in said if re.match(r"- (local|host\w*) ", line)]
    assert rules
    assert all(line.split()[1] in ("local", "hostssl") for line in rules)
    assert 'ssl: "on"' in said
    accounts = sum(line.startswith("username:") for line in said)
    assert accounts == said.count("sslmode: verify-full") == said.count("sslrootcert: ${TLS}/ca.pem") == 3
    assert "protocol: https" in said
    assert "verify_client: optional" in said


def test_who_decides_on_the_primary_is_asked_by_nobody_without_a_certificate() -> None:
    said = dict(line.split("=", 1) for line in lines("etcd.conf"))
    urls = [value for name, value in said.items() if name.endswith("_URLS")]
    assert len(urls) == 4
    assert all(url.startswith("https://") for url in urls)
    assert said["ETCD_CLIENT_CERT_AUTH"] == said["ETCD_PEER_CLIENT_CERT_AUTH"] == "true"


def test_the_example_of_the_unit_is_an_address_that_is_taken() -> None:
    text = (FILES / "counter-app-province.service").read_text(encoding="utf-8")
    found = re.search(r"--database (\S+)", text)
    assert found is not None
    given = conninfo_to_dict(found[1])
    assert given["host"] == "db1,db2"
    with pytest.raises(CounterError) as caught:
        check_address(found[1], {})  # all that is wrong with it: no such file on this machine
    assert (caught.value.code, caught.value.params["path"]) == (Code.DATABASE_CA, given["sslrootcert"])
