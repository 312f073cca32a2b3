"""The protocol as others may have built it: fixed vectors, which the code reads and writes and the page shows."""

import base64
import hashlib
import json
import re
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
import requests

from counter_app.clocks import ManualClock
from counter_app.domain.entry import Entry
from counter_app.errors import Code, CounterError
from counter_app.journal import checkpoints
from counter_app.journal.checkpoints import Checkpoint
from counter_app.journal.signing import FIRST, StationKey, entry_hash, fault_of, load_station_key, seal
from sync import records, signing, usual_signature
from sync.records import RefusedError
from sync.server import answers, openapi
from sync.signing import ReceivedMessage
from tests.sync.stations import OFFICE, Station, admit, province, station

VECTORS = Path(__file__).parent / "vectors"
PAGE = Path(__file__).parents[2] / "docs" / "protocol.md"


def _vectors(name: str) -> Any:  # noqa: ANN401 - JSON
    return json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))


def _key() -> StationKey:
    told = _vectors("station")
    return load_station_key(told["station"], bytes.fromhex(told["private_key"]))


def _entries() -> list[Entry]:
    return [msgspec.convert(one["entry"], Entry) for one in _vectors("entries")]


ENTRY_VECTORS = [*_vectors("entries"), _vectors("odd_entry")]
REQUESTS = _vectors("requests")
RECORDS = _vectors("records")
PROBLEMS = _vectors("problems")


def test_the_stations_key_is_the_vectors() -> None:
    assert _key().public_hex == _vectors("station")["public_key"]


@pytest.mark.parametrize("vector", ENTRY_VECTORS, ids=lambda one: str(one["entry"]["seq"]))
def test_an_entry_is_written_read_hashed_and_signed_as_the_vector_says(vector: dict[str, Any]) -> None:
    entry = msgspec.convert(vector["entry"], Entry)
    assert msgspec.json.encode(entry).decode() == vector["line"]
    assert records.read_entries(vector["line"].encode()) == (entry,)
    assert hashlib.sha256(vector["hashed"].encode()).hexdigest() == entry.hash == entry_hash(entry)
    assert seal(replace(entry, hash="", signature=""), _key()) == entry
    assert fault_of(entry, _key().public_hex) is None


def test_the_vectors_are_a_chain_from_the_first_entry_on() -> None:
    entries = [*_entries(), msgspec.convert(_vectors("odd_entry")["entry"], Entry)]
    assert [one.seq for one in entries] == [1, 2, 3, 4]
    assert [one.previous for one in entries] == [FIRST, *(one.hash for one in entries[:-1])]


def test_what_is_hashed_is_json_that_any_common_library_writes() -> None:
    """No spaces, no escapes but those that JSON needs."""
    odd = "".join(map(chr, [*range(0x300), 0x1EA1, 0x2028, 0xFFFD, 0x1F600]))
    entry = Entry("s", 1, odd, odd, 1, 2, odd, odd, FIRST, "", "")
    parts = [entry.station, 1, odd, odd, 1, 2, odd, odd, FIRST]
    plain = json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()
    assert hashlib.sha256(plain).hexdigest() == entry_hash(entry)


@pytest.mark.parametrize("field", [one.name for one in fields(Entry) if one.name not in ("hash", "signature")])
def test_every_field_of_an_entry_is_under_its_hash(field: str) -> None:
    entry = _entries()[1]
    value = getattr(entry, field)
    other = replace(entry, **{field: value + 1 if isinstance(value, int) else value + "0"})
    assert entry_hash(other) != entry.hash


def test_a_batch_is_packed_and_unpacked_as_the_vector_says() -> None:
    vector = _vectors("batch")
    packed = base64.b64decode(vector["packed"])
    assert hashlib.sha256(packed).hexdigest() == vector["packed_sha256"]
    assert records.unpack(packed).decode() == vector["lines"]
    # Another zlib may pack in other bytes; what is in them is the same.
    assert records.unpack(records.pack(_entries())).decode() == vector["lines"]
    assert list(records.read_entries(vector["lines"].encode())) == _entries()


def test_a_feed_answer_is_read_and_written_as_the_vector_says() -> None:
    vector = _vectors("feed")
    assert records.unpack(base64.b64decode(vector["packed"])).decode() == vector["lines"]
    head, entries = records.read_feed(vector["lines"].encode())
    assert list(entries) == _entries()
    assert records.unpack(records.feed_answer(head, entries)).decode() == vector["lines"]


def test_a_checkpoint_is_signed_and_checked_as_the_vector_says() -> None:
    vector = _vectors("checkpoint")
    one = msgspec.convert(vector["checkpoint"], Checkpoint)
    key = load_station_key("server", bytes.fromhex(vector["private_key"]))
    assert key.public_hex == vector["public_key"] == one.signer
    assert checkpoints.signed_bytes(one).decode() == vector["signed"]
    assert checkpoints.signed(one.station, one.seq, one.hash, datetime.fromtimestamp(one.at / 1000, UTC), key) == one
    assert checkpoints.is_signed(one)


@pytest.mark.parametrize("field", [one.name for one in fields(Checkpoint)])
def test_every_field_of_a_checkpoint_is_under_its_signature(field: str) -> None:
    one = msgspec.convert(_vectors("checkpoint")["checkpoint"], Checkpoint)
    value = getattr(one, field)
    other = value + 1 if isinstance(value, int) else ("0" if value[0] != "0" else "1") + value[1:]
    assert not checkpoints.is_signed(replace(one, **{field: other}))


@pytest.mark.parametrize("name", ["Enrolled", "BatchAnswer"])
def test_an_answer_of_a_server_that_countersigns_nothing_is_still_read(name: str) -> None:
    new = {"Enrolled": "key", "BatchAnswer": "checkpoint"}[name]
    older = {field: value for field, value in json.loads(RECORDS[name]).items() if field != new}
    read = records.decode(json.dumps(older).encode(), getattr(records, name))
    assert getattr(read, new) in ("", None)


@pytest.mark.parametrize("name", RECORDS)
def test_a_record_is_read_and_written_as_the_vector_says(name: str) -> None:
    kind = getattr(records, name)
    assert is_dataclass(kind)
    text = RECORDS[name].encode()
    assert records.encode(records.decode(text, kind)) == text


@pytest.mark.parametrize("name", [name for name in RECORDS if name != "Health"])
def test_a_record_with_fields_of_a_later_version_is_still_read(name: str) -> None:
    later = RECORDS[name][:-1] + ',"of_a_later_version":{"any":[1]}}'
    kind = getattr(records, name)
    assert records.decode(later.encode(), kind) == records.decode(RECORDS[name].encode(), kind)


def _prepared(vector: dict[str, Any]) -> tuple[requests.PreparedRequest, bytes | None]:
    body = None if vector["body"] is None else base64.b64decode(vector["body"])
    plain = {name: text for name, text in vector["headers"].items() if not name.startswith(("Signature", "Content-D"))}
    return requests.Request(vector["method"], vector["url"], data=body, headers=plain).prepare(), body


@pytest.mark.parametrize("name", REQUESTS)
def test_a_request_is_signed_as_the_vector_says(name: str) -> None:
    vector = REQUESTS[name]
    prepared, body = _prepared(vector)
    signing.sign(prepared, _key(), datetime.fromtimestamp(vector["created"], UTC), body)
    assert {header: prepared.headers[header] for header in vector["headers"]} == vector["headers"]


@pytest.mark.parametrize("name", REQUESTS)
def test_a_signed_request_of_the_vectors_is_let_in_and_any_change_is_not(name: str) -> None:
    vector = REQUESTS[name]
    headers = {header.lower(): text for header, text in vector["headers"].items()}
    body = b"" if vector["body"] is None else base64.b64decode(vector["body"])
    then = datetime.fromtimestamp(vector["created"], UTC)
    usual = usual_signature.read(vector["method"], vector["url"], headers)
    assert usual is not None
    assert usual.base.decode() == vector["signature_base"]

    def check(method: str, url: str, content: bytes) -> None:
        message = ReceivedMessage(method, url, dict(headers))
        known = signing.check(message, lambda _station: _key().public_hex, then)
        signing.check_body(message, known, content)

    check(vector["method"], vector["url"], body)
    for changed in (
        ("DELETE", vector["url"], body),
        (vector["method"], vector["url"].replace("/v1/", "/v2/"), body),
        (vector["method"], vector["url"] + ("&" if "?" in vector["url"] else "?") + "x=1", body),
        *([(vector["method"], vector["url"], body[:-1])] if body else []),
    ):
        with pytest.raises(RefusedError):
            check(*changed)


@pytest.mark.parametrize("name", PROBLEMS)
def test_a_refusal_is_told_and_heard_as_the_vector_says(name: str) -> None:
    vector = PROBLEMS[name]
    problem = records.decode(vector["body"].encode(), records.Problem)
    retry = vector["headers"].get("retry-after")
    made = RefusedError(vector["status"], Code(problem.code), retry_after=float(retry) if retry else None)
    made.params = dict(problem.params)
    answer = answers.problem_of(made)
    assert answer.status_code == vector["status"]
    assert json.loads(bytes(answer.body)) == json.loads(vector["body"])
    assert {header: answer.headers.get(header) for header in vector["headers"]} == vector["headers"]


def test_the_servers_own_secrets_are_in_no_refusal() -> None:
    refused = answers.refusal(CounterError(Code.DISK_FULL, path="/home/somebody/data"))
    assert (refused.code, refused.params) == (Code.SERVER_FULL, {})


def test_a_server_takes_the_request_of_the_vectors_and_gives_the_entries_back(tmp_path: Path) -> None:
    """Byte for byte what another client would send, over a real socket."""
    vector = REQUESTS["entries"]
    then = ManualClock(datetime.fromtimestamp(vector["created"], UTC))
    with province(tmp_path / "province", then) as server, station(tmp_path / "reader", then) as reader:
        told = _vectors("station")
        server.journal.peers.forget()
        _admit(server, told["station"], told["public_key"])
        admit(server, reader)
        answer = requests.post(
            f"{server.url}/v1/entries",
            data=base64.b64decode(vector["body"]),
            headers=vector["headers"],
            timeout=10,
        )
        assert (answer.status_code, answer.headers["Sync-Protocol"]) == (200, "1")
        taken = records.decode(answer.content, records.BatchAnswer)
        assert taken.heads == {told["station"]: 3}
        assert [one.outcome for one in taken.answers] == ["applied"] * 3
        assert _read_feed(reader, server.url) == _entries()


def _admit(server: Any, name: str, public_key: str) -> None:  # noqa: ANN401 - a running server
    from counter_app.journal import outbox

    outbox.admit(server.journal, name, public_key, OFFICE)


def _read_feed(reader: Station, url: str) -> list[Entry]:
    wire = reader.wire(url)
    try:
        return list(records.read_feed(wire.call("GET", "/v1/feed?after=0&wait=0").content)[1])
    finally:
        wire.close()


EXAMPLES = re.findall(r"<!-- vector: (\S+) (\S+) -->\n```(\w+)\n(.*?)\n```", PAGE.read_text(encoding="utf-8"), re.S)


def _part(name: str, path: str) -> Any:  # noqa: ANN401 - JSON
    found = _vectors(name)
    for step in path.split("/"):
        found = (
            found[int(step)]
            if isinstance(found, list)
            else found[step.replace("_", " ") if step not in found else step]
        )
    return found


@pytest.mark.parametrize("name, path, language, text", EXAMPLES, ids=[f"{one[0]}/{one[1]}" for one in EXAMPLES])
def test_the_examples_of_the_page_are_the_vectors(name: str, path: str, language: str, text: str) -> None:
    wanted = _part(name, path)
    if language == "json":
        assert json.loads(text) == (json.loads(wanted) if isinstance(wanted, str) else wanted)
    elif language == "http":
        assert dict(line.split(": ", 1) for line in text.splitlines()) == wanted
    else:
        assert text == wanted


def test_the_page_has_examples_and_names_every_call_record_field_and_code() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert len(EXAMPLES) >= 8
    missing = [f"{call.method} {call.path}" for call in openapi.CALLS if f"`{call.method} {call.path}`" not in page]
    office = ("OfficeAnswer", "Beat", "HandedBack", "QueueAnswer", "SettledBlobs")
    kinds = {kind for call in openapi.CALLS for kind in (call.takes, call.gives) if isinstance(kind, type)}
    kinds |= {Entry, Checkpoint, records.FeedHead, records.FeedStation, records.EntryAnswer, records.Problem}
    for kind in sorted(kinds, key=lambda one: one.__name__):
        if kind.__name__ not in office:
            missing += [f"{kind.__name__}.{one.name}" for one in fields(kind) if f"`{one.name}`" not in page]
    assert missing == []
