"""The address of a province's PostgreSQL: one on another machine is reached encrypted, and only if it proves itself.

``verify-full`` alone counts: ``verify-ca`` would believe any machine that the same authority gave a certificate, and
``require`` anybody at all.
"""

import os
import ssl
from collections.abc import Iterator, Mapping
from itertools import zip_longest

import psycopg
from psycopg.conninfo import conninfo_to_dict

from counter_app.errors import Code, CounterError
from sync.addresses import is_here

_BELIEVED = "verify-full"
_SYSTEM = "system"
_VARIABLES = {
    "host": "PGHOST",
    "hostaddr": "PGHOSTADDR",
    "service": "PGSERVICE",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
}
"""What says where a connection goes and how, and what libpq reads where the address does not say it."""


def check_address(address: str, environment: Mapping[str, str] = os.environ) -> None:
    """Refuse an address by which anything would cross a network in plain, or to a machine that did not prove itself.

    Raises DATABASE_ADDRESS, DATABASE_PLAIN and DATABASE_CA.
    """
    said = _said(address, environment)
    if said["service"]:
        raise _unusable("service=")  # where that leads stands in a file, which may say something else tomorrow
    far = next(_beyond(said["host"], said["hostaddr"]), "")
    if far and not (said["sslmode"] == _BELIEVED and said["sslrootcert"]):
        raise CounterError(Code.DATABASE_PLAIN, host=far)
    if said["sslrootcert"] not in ("", _SYSTEM):
        _check_authority(said["sslrootcert"])


def _said(address: str, environment: Mapping[str, str]) -> dict[str, str]:
    try:
        given = conninfo_to_dict(address)
    except (psycopg.Error, ValueError) as error:
        # What libpq says of it may have the password in it.
        raise _unusable("not a libpq URL") from error
    return {name: str(given.get(name, environment.get(variable, ""))) for name, variable in _VARIABLES.items()}


def _beyond(hosts: str, numbers: str) -> Iterator[str]:
    """Yield each host on the network; where an address in numbers is given too, that is where libpq goes."""
    for host, number in zip_longest(hosts.split(","), numbers.split(","), fillvalue=""):
        where = number or host
        # A path, or nothing, is a socket of this machine; so is what begins with @.
        if where and not where.startswith(("/", "@")) and not is_here(where):
            yield where


def _check_authority(path: str) -> None:
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(path)
    except OSError as error:
        raise CounterError(Code.DATABASE_CA, path=path) from error


def _unusable(detail: str) -> CounterError:
    return CounterError(Code.DATABASE_ADDRESS, detail=detail)
