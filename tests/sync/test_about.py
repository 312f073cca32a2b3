"""What the server says of itself: its calls, its counts, its health."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import requests
from starlette.routing import Route

from counter_app import __version__
from counter_app.journal import outbox
from sync import records
from sync.server import about_calls, metrics
from sync.server.app import OfficePart, create_app
from sync.server.bell import Bell
from sync.server.journal_store import JournalStore
from sync.server.openapi import CALLS, document
from sync.server.program import ServerThread
from tests.sync.stations import Station, admit, province, station


@pytest.fixture
def desk(tmp_path: Path, server: ServerThread) -> Iterator[Station]:
    with station(tmp_path / "desk") as made:
        admit(server, made)
        made.issue(6)
        yield made


def _schemas(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from _schemas(part)
    elif isinstance(value, list):
        for part in value:
            yield from _schemas(part)


class Nobody:
    """An office's part that is never asked: the routes are all that is looked at."""

    office = "H99.1"


def test_every_call_is_described_and_every_description_is_a_call(tmp_path: Path) -> None:
    with station(tmp_path / "office") as office:
        part = OfficePart(office.journal, Nobody())  # type: ignore[arg-type]
        app = create_app(JournalStore(office.journal), Bell(), part)
        routes = [route for route in app.routes if isinstance(route, Route)]
    served = {(method, route.path) for route in routes for method in route.methods or ()}
    # What answers GET answers HEAD too, whether anybody wants it or not.
    gets = {path for method, path in served if method == "GET"}
    described = {(call.method, call.path) for call in CALLS}
    assert described <= served
    assert {(method, path) for method, path in served - described if method != "HEAD" or path not in gets} == set()
    assert len(described) == len(CALLS)


def test_the_description_is_served_and_each_schema_is_sound(server: ServerThread) -> None:
    answer = requests.get(f"{server.url}/v1/openapi.json", timeout=10)
    told = answer.json()
    assert told == records.decode(records.encode(document()), dict)
    assert told["openapi"] == "3.1.0"
    schemas = told["components"]["schemas"]
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)
    wanted = {one["$ref"] for one in _schemas(told) if "$ref" in one}
    known = {f"#/components/schemas/{name}" for name in schemas} | {"#/components/responses/Problem"}
    assert wanted <= known
    operations = [operation for path in told["paths"].values() for operation in path.values()]
    assert len({operation["operationId"] for operation in operations}) == len(CALLS)


def test_what_the_server_answers_fits_its_own_description(server: ServerThread, desk: Station) -> None:
    wire = desk.wire(server.url)
    batch = records.pack(outbox.own_entries(desk.journal, 0, 100))
    answers = {
        "BatchAnswer": wire.call("POST", "/v1/entries", batch, packed=True).content,
        "FeedHead": wire.call("GET", "/v1/feed?after=0").content.partition(b"\n")[0],
        "Entry": wire.call("GET", "/v1/feed?after=0").content.splitlines()[1],
        "FeedBegin": wire.call("POST", "/v1/feed/begin", b'{"heads":{}}').content,
        "Health": wire.call("GET", "/v1/health").content,
        "Problem": requests.get(f"{server.url}/v1/feed", timeout=10).content,
    }
    wire.close()
    whole = document()
    for name, answer in answers.items():
        schema = {"$ref": f"#/components/schemas/{name}", "components": whole["components"]}
        jsonschema.Draft202012Validator(schema).validate(records.decode(answer, dict))


def test_health_tells_the_load_and_whether_the_store_answers(server: ServerThread) -> None:
    health = records.decode(requests.get(f"{server.url}/v1/health", timeout=10).content, records.Health)
    assert (health.program, health.load, health.store) == (__version__, 1, True)


def test_health_tells_anybody_that_the_store_is_away(server: ServerThread) -> None:
    database = server.folder / "counter.db"
    server.journal.database.close()
    database.rename(server.folder / "gone.db")
    database.mkdir()
    health = records.decode(requests.get(f"{server.url}/v1/health", timeout=10).content, records.Health)
    assert health.store is False


def test_the_counts_are_numbers_without_people_or_stations(server: ServerThread, desk: Station) -> None:
    wire = desk.wire(server.url)
    batch = records.pack(outbox.own_entries(desk.journal, 0, 100))
    for _ in range(2):
        wire.call("POST", "/v1/entries", batch, packed=True)
    wire.call("HEAD", f"/v1/blobs/{'0' * 64}", fine=(404,))
    wire.close()
    text = requests.get(f"{server.url}/v1/metrics", timeout=10).text
    assert 'counter_app_entries_total{outcome="applied"} 6.0' in text
    assert 'counter_app_entries_total{outcome="duplicate"} 6.0' in text
    assert 'counter_app_requests_total{call="/v1/entries",method="POST",status="200"} 2.0' in text
    assert 'counter_app_requests_total{call="/v1/blobs/{sha256}",method="HEAD",status="404"} 1.0' in text
    assert f'counter_app_received_bytes_total{{call="/v1/entries"}} {2 * len(batch)}.0' in text
    assert 'counter_app_store_seconds_count{work="accept"} 2.0' in text
    assert "counter_app_feed_readers_waiting 0.0" in text
    assert desk.id not in text
    assert "H99" not in text


def test_several_workers_count_together_and_what_one_did_stays_when_it_ends() -> None:
    """Each process counts for itself; whichever is asked tells the sum."""
    script = "import sys; from sync.server.metrics import Metrics; counts = Metrics(); "
    count = script + "counts.entries_taken(['applied'] * int(sys.argv[1])); counts.working().__enter__()"
    tell = script + "sys.stdout.buffer.write(counts.text())"
    with metrics.counted_together():
        for number in ("2", "5"):
            worker = subprocess.Popen([sys.executable, "-c", count, number])
            assert worker.wait() == 0
            metrics.forget_worker(worker.pid)
        text = subprocess.run([sys.executable, "-c", tell], check=True, capture_output=True, text=True).stdout
    assert 'counter_app_entries_total{outcome="applied"} 7.0' in text
    assert "counter_app_requests_in_work 0.0" in text or "counter_app_requests_in_work" not in text
    assert metrics.FOLDER not in os.environ


def test_an_address_that_does_not_exist_cannot_fill_the_memory_of_the_counts(server: ServerThread) -> None:
    for number in range(3):
        requests.get(f"{server.url}/v1/{number}", timeout=10)
    text = requests.get(f"{server.url}/v1/metrics", timeout=10).text
    assert 'counter_app_requests_total{call="unknown",method="",status="404"} 3.0' in text


@pytest.mark.parametrize("name", ["X-Forwarded-For", "Forwarded", "Via"])
def test_the_counts_are_not_for_who_comes_through_a_proxy(server: ServerThread, name: str) -> None:
    assert requests.get(f"{server.url}/v1/metrics", headers={name: "x"}, timeout=10).status_code == 403


def test_with_a_token_set_the_counts_are_for_its_bearer_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(about_calls.TOKEN, "secret")
    with province(tmp_path / "other") as server:
        statuses = [
            requests.get(f"{server.url}/v1/metrics", headers=headers, timeout=10).status_code
            for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": "Bearer secret"})
        ]
    assert statuses == [403, 403, 200]
