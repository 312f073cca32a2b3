"""Knocks at every door of the reference deployment as nobody should: in plain, or without a certificate."""

from collections.abc import Iterable

import psycopg
import requests
from psycopg.conninfo import make_conninfo

from tests.support.patroni import Deployment
from tests.support.postgres import rows

_WIRES = """
    SELECT count(*) FILTER (WHERE ssl), count(*) FILTER (WHERE NOT ssl),
        count(*) FILTER (WHERE ssl AND backend_type = 'walsender')
    FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE client_addr IS NOT NULL
"""


def wires(deployment: Deployment) -> dict[str, int]:
    """How many connections PostgreSQL has over the network, as it says itself."""
    encrypted, plain, standbys = rows(deployment.url, _WIRES)[0]
    return {"encrypted_connections": encrypted, "plain_connections": plain, "encrypted_standbys": standbys}


def left_open(deployment: Deployment, proxy: str, servers: Iterable[int]) -> list[str]:
    """Which doors let in whom they should not: none. Those that let in nobody at all are named too."""
    ca = str(deployment.authority.ca_file)
    asked = [f"{proxy}/v1/health", *(one.api for one in deployment.members.values())]
    found = [f"{url} is closed to all" for url in asked if not _answers(url, ca)]
    if not _lets_in(deployment.url, {}):
        found.append("PostgreSQL is closed to all")
    plain = {f"server {port}": f"http://127.0.0.1:{port}/v1/health" for port in servers}
    plain["proxy"] = f"{_plain(proxy)}/v1/health"
    plain["etcd"] = f"{_plain(deployment.etcd_url)}/version"
    plain |= {f"Patroni of {one.name}": _plain(one.api) for one in deployment.members.values()}
    found += [f"{name}, in plain" for name, url in plain.items() if _answers(url, ca)]
    if _answers(f"{deployment.etcd_url}/version", ca):
        found.append("etcd, without a certificate")
    found += [
        f"Patroni of {one.name}, a change without a certificate"
        for one in deployment.members.values()
        if _answers(one.api.replace("/patroni", "/reload"), ca, "POST")
    ]
    if _answers(f"{proxy}/v1/metrics", ca):
        found.append("the servers' counts, through the proxy")
    unsafe = {"in plain": {"sslmode": "disable"}, "by another name": {"host": "db8,db9"}}
    return found + [f"PostgreSQL, {how}" for how, given in unsafe.items() if _lets_in(deployment.url, given)]


def _plain(url: str) -> str:
    return url.replace("https://", "http://")


def _answers(url: str, ca: str, method: str = "GET") -> bool:
    try:
        return requests.request(method, url, verify=ca, timeout=5).ok
    except requests.RequestException:
        return False


def _lets_in(url: str, given: dict[str, str]) -> bool:
    try:
        psycopg.connect(make_conninfo(url, **given)).close()
    except psycopg.OperationalError:
        return False
    return True
