"""The short way of signing and checking says the same as the library, and leaves it what is not plain."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from http_message_signatures import HTTPMessageSigner, MappingKeyResolver
from http_message_signatures.algorithms import ED25519

from counter_app.errors import CounterError
from counter_app.journal.signing import StationKey, make_station_key
from sync import signing, usual_signature
from sync.signing import ReceivedMessage

NOW = datetime(2026, 11, 23, 1, 55, tzinfo=UTC)
KEY = make_station_key()
COVERED = ("@method", "@path", "@query")
PLAIN = [
    ("GET", "/v1/feed?after=3&wait=25", None),
    ("GET", "/v1/health", None),
    ("GET", "/v1/office?beat=%7B%22boot%22%3A%22a.b~c%22%7D", None),
    ("POST", "/v1/queue/take-number?id=0af3&after=12", b'{"group":"land"}'),
    ("POST", "/v1/office/hand-back", b""),
]


def by_library(method: str, target: str, body: bytes | None, key: StationKey = KEY) -> dict[str, str]:
    message = ReceivedMessage(method, f"http://upstream{target}", {})
    keys = MappingKeyResolver(public_keys={}, private_keys={key.station: key.private})
    signer = HTTPMessageSigner(signature_algorithm=ED25519, key_resolver=keys)
    signer.sign(message, key_id=key.station, created=NOW, label="station", covered_component_ids=COVERED, body=body)
    return dict(message.headers)


def received(method: str, target: str, headers: dict[str, str]) -> ReceivedMessage:
    return ReceivedMessage(method, f"http://upstream{target}", {name.lower(): one for name, one in headers.items()})


def check(message: ReceivedMessage, body: bytes | None) -> None:
    found = signing.check(message, {KEY.station: KEY.public_hex}.get, NOW)
    signing.check_body(message, found, body or b"")


@pytest.mark.parametrize("method, target, body", PLAIN)
def test_the_short_way_writes_what_the_library_writes_and_each_reads_the_other(
    method: str, target: str, body: bytes | None
) -> None:
    short: dict[str, str] = {}
    assert usual_signature.write(method, f"http://a{target}", short, KEY, int(NOW.timestamp()), body)
    assert short == by_library(method, target, body)
    message = received(method, target, short)
    assert usual_signature.read(method, message.url, message.headers) is not None
    check(message, body)
    library: Any = signing._check_any(message, {KEY.station: KEY.public_hex}.get)
    assert library.covered_components[usual_signature.DIGEST] if body is not None else library


@pytest.mark.parametrize("target", ["/v1/a.b", "/v1/a%2fb", "/v1/x?a=%c3", "/v1/x?a='b'", "/v1/ơ"])
def test_what_is_not_plain_is_left_to_the_library(target: str) -> None:
    headers: dict[str, str] = {}
    assert not usual_signature.write("GET", f"http://a{target}", headers, KEY, int(NOW.timestamp()), None)
    assert headers == {}


@pytest.mark.parametrize("part", ["method", "url", "signature", "content-digest", "signature-input", "body"])
def test_a_request_that_was_changed_on_the_way_is_refused(part: str) -> None:
    method, target, body = PLAIN[3]
    message, sent = received(method, target, by_library(method, target, body)), body
    changed = {
        "method": replace(message, method="PUT"),
        "url": replace(message, url=message.url.replace("after=12", "after=13")),
        "body": message,
    }
    if part == "body":
        sent = b'{"group":"other"}'
    for name in ("signature", "content-digest"):
        other = by_library(method, target, b"{}")[{"signature": "Signature", "content-digest": "Content-Digest"}[name]]
        changed[name] = replace(message, headers={**message.headers, name: other})
    later = message.headers["signature-input"].replace("created=1", "created=2")
    changed["signature-input"] = replace(message, headers={**message.headers, "signature-input": later})
    with pytest.raises(CounterError):
        check(changed[part], sent)


def test_a_body_that_is_not_signed_is_refused() -> None:
    method, target, _ = PLAIN[3]
    message = received(method, target, by_library(method, target, None))
    check(message, None)
    with pytest.raises(CounterError):
        check(message, b"{}")


def test_another_station_cannot_sign_for_this_one() -> None:
    other = make_station_key()
    headers = by_library("GET", "/v1/health", None, StationKey(KEY.station, other.private))
    with pytest.raises(CounterError, match="server-refused"):
        check(received("GET", "/v1/health", headers), None)
