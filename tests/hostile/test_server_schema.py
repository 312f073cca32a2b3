"""Whatever is asked of the server, by anybody or by an admitted station: a documented answer, never a 500."""

import json
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec
import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from requests import PreparedRequest, Session

from counter_app.clocks import SystemClock
from counter_app.domain.queue_commands import COMMANDS
from counter_app.journal import outbox
from counter_app.journal.signing import StationKey, make_station_key
from sync.server.openapi import document
from sync.signing import sign
from tests.hostile.fuzzing import SECONDS
from tests.hostile.test_entries import hostile
from tests.sync.offices import first_station

_A_FEW = 3
_MANY = 100

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::hypothesis.errors.HypothesisWarning")


@schemathesis.serializer("application/jsonl")
def lines(_context: object, value: object) -> bytes:
    """A batch is a line for each record; the description says what a line may be."""
    rows = value if isinstance(value, list) else [value]
    return b"\n".join(json.dumps(row).encode("utf-8", "surrogatepass") for row in rows)


@schemathesis.serializer("application/offset+octet-stream")
def plain_bytes(_context: object, value: object) -> bytes:
    """Bytes as they are."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")


OPERATIONS = [found.ok() for found in schemathesis.openapi.from_dict(document()).get_all_operations()]
LABELS = [one.label for one in OPERATIONS]


@dataclass(frozen=True)
class Asker:
    """Asks a server as a station that it knows, or as nobody."""

    url: str
    key: StationKey
    session: Session

    def ask(self, case: schemathesis.Case, *, signed: bool, more: dict[str, str]) -> requests.Response:
        """Send one request; ``more`` are headers that the description does not have."""
        told = case.as_transport_kwargs(base_url=self.url)
        if "wait" in (told.get("params") or {}):
            told["params"] = {**told["params"], "wait": "0"}  # a fuzz test has no time for a long poll
        usual = {"Tus-Resumable": "1.0.0"} if "/blobs" in case.path else {}
        told["headers"] = {**usual, **_sendable(told.get("headers") or {}), **more}
        told.pop("cookies", None)
        prepared = self.session.prepare_request(requests.Request(**told))
        if signed:
            _sign(prepared, self.key)
        return self.session.send(prepared, timeout=30, allow_redirects=False)


def _sendable(headers: Mapping[str, str]) -> dict[str, str]:
    """What a client library puts on the wire at all."""
    return {name: value for name, value in headers.items() if value.isascii() and value.isprintable() and value.strip()}


def _sign(prepared: PreparedRequest, key: StationKey) -> None:
    body = prepared.body
    content = body.encode() if isinstance(body, str) else bytes(body) if body else None
    for name in ("Signature", "Signature-Input", "Content-Digest"):
        prepared.headers.pop(name, None)
    sign(prepared, key, SystemClock().now(), content)


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asker]:
    with first_station(tmp_path_factory.mktemp("asked")) as office, Session() as session:
        assert office.office is not None
        key = make_station_key()
        outbox.admit(office.journal, key.station, key.public_hex, office.office.office)
        yield Asker(office.office.url, key, session)


HEADERS = st.dictionaries(
    st.sampled_from(
        ["Tus-Resumable", "Upload-Length", "Upload-Offset", "Upload-Metadata", "Upload-Checksum", "Content-Encoding"]
        + ["Range", "If-Range", "Authorization", "Content-Digest", "Signature", "Signature-Input", "X-Forwarded-For"]
    ),
    st.sampled_from(
        ["1.0.0", "0", "5", "-1", "9" * 40, "9" * 5000, "gzip", "sha256 x", "sha1 AAAA", "bytes=0-", "a,b,,"]
    )
    | st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=40),
    max_size=4,
)


@pytest.mark.timeout(120 + 3 * SECONDS)
@pytest.mark.allows_log("event=entry_", "event=refused", "sync.server", "sync.office")
@pytest.mark.allows_threads("office-", "sync-", "warm-up", "housekeeping", "recognition")
@pytest.mark.parametrize("label", LABELS)
def test_any_request_has_a_documented_answer(asker: Asker, label: str) -> None:
    operation = OPERATIONS[LABELS.index(label)]
    documented = {int(status) for status in operation.definition.raw["responses"]}
    ends = time.monotonic() + SECONDS / len(LABELS)
    answers: Counter[int] = Counter()

    @settings(
        max_examples=_MANY if SECONDS else _A_FEW,
        database=None,
        derandomize=not SECONDS,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(operation.as_strategy(), st.booleans(), HEADERS)
    def ask(case: schemathesis.Case, signed: bool, more: dict[str, str]) -> None:
        answer = asker.ask(case, signed=signed, more=more)
        answers[answer.status_code] += 1
        assert answer.status_code in documented | {404, 405, 421}, (answer.status_code, answer.text)
        assert answer.status_code != 500, answer.text
        assert "Traceback" not in answer.text

    ask()
    while time.monotonic() < ends:
        ask()  # other requests: nothing is remembered
    print(f"{label}: {dict(answers)}")
    assert answers


@pytest.mark.timeout(120 + 3 * SECONDS)
@pytest.mark.allows_log("event=entry_", "event=refused", "sync.server", "sync.office")
@pytest.mark.allows_threads("office-", "sync-", "warm-up", "housekeeping", "recognition")
@pytest.mark.parametrize("signed", [True, False])
def test_any_command_to_the_queue_is_done_or_refused(asker: Asker, signed: bool) -> None:
    ends = time.monotonic() + SECONDS / len(LABELS)
    answers: Counter[int] = Counter()

    @settings(
        max_examples=_MANY if SECONDS else 4 * _A_FEW,
        database=None,
        derandomize=not SECONDS,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(
        st.sampled_from(sorted(COMMANDS)).flatmap(lambda name: st.tuples(st.just(name), hostile(COMMANDS[name]))),
        st.sampled_from(["", "a", "a b", "x" * 65, "\u0661", "1"]),
        st.sampled_from(["", "0", "-1", "9" * 30, "9" * 5000, "\u0661", "x"]),
    )
    def command(asked: tuple[str, object], command_id: str, after: str) -> None:
        name, record = asked
        content = msgspec.json.encode(record)
        told = requests.Request(
            "POST", f"{asker.url}/v1/queue/{name}", params={"id": command_id, "after": after}, data=content
        )
        prepared = asker.session.prepare_request(told)
        if signed:
            _sign(prepared, asker.key)
        answer = asker.session.send(prepared, timeout=30)
        answers[answer.status_code] += 1
        assert answer.status_code in ({200, 400, 401, 409, 413, 421} if signed else {401, 413}), answer.text

    command()
    while time.monotonic() < ends:
        command()
    print(f"commands: {dict(answers)}")
