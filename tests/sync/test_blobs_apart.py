"""A province of many offices: none gets, or hears of, what only another one brought."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.errors import Code
from sync import records
from sync.records import BlobNames, RefusedError
from sync.server.program import ServerThread
from sync.wire import Wire
from tests.support import postgres
from tests.sync.stations import OFFICE, Station, admit, blobs_held, province, station
from tests.sync.uploading import Caller, named

OTHER = "H99.2"


@pytest.fixture
def server(tmp_path: Path, postgres_url: str) -> Iterator[ServerThread]:
    with province(tmp_path / "province", database=postgres_url) as running:
        yield running


@pytest.fixture
def mine(tmp_path: Path, server: ServerThread) -> Iterator[Station]:
    with station(tmp_path / "mine") as made:
        admit(server, made, office=OFFICE)
        yield made


@pytest.fixture
def theirs(tmp_path: Path, server: ServerThread) -> Iterator[Wire]:
    with station(tmp_path / "theirs") as made:
        admit(server, made, office=OTHER)
        wire = made.wire(server.url)
        yield wire
        wire.close()


def lacks(wire: Wire, name: str) -> bool:
    """Whether the server says that it lacks a blob, in each of its ways."""
    told = records.decode(wire.call("POST", "/v1/blobs/lacking", records.encode(BlobNames((name,)))).content, BlobNames)
    head = wire.call("HEAD", f"/v1/blobs/{name}", fine=(404,)).status
    assert (told.sha256 == (name,)) is (head == 404)
    return head == 404


@pytest.mark.parametrize("size", [1000, 700_000], ids=["whole", "in pieces"])
def test_an_office_gets_what_it_brought_and_no_other_s_by_its_name(
    server: ServerThread, mine: Station, theirs: Wire, size: int
) -> None:
    content = b"0123456789" * (size // 10)
    name, own = named(content), mine.wire(server.url)
    with Caller(mine, server.port) as caller:
        if size > 1000:
            assert caller.patch(caller.begun(content), 0, content).status_code == 204
            assert caller.begin(content).headers["Location"] == f"/v1/blobs/{name}"
        else:
            assert caller.call("PUT", f"/v1/blobs/{name}", content).status_code == 201
    assert own.call("GET", f"/v1/blobs/{name}").content == content
    assert not lacks(own, name)
    own.close()
    assert lacks(theirs, name)
    with pytest.raises(RefusedError) as caught:
        theirs.call("GET", f"/v1/blobs/{name}")
    assert (caught.value.status, caught.value.code) == (404, Code.BLOB_MISSING)
    assert theirs.call("PUT", f"/v1/blobs/{name}", content).status == 201, "as if nobody had brought it"
    assert theirs.call("GET", f"/v1/blobs/{name}").content == content
    assert blobs_held(server) == 1


def test_a_blob_from_before_offices_were_kept_apart_stays_to_be_had(
    server: ServerThread, theirs: Wire, postgres_url: str
) -> None:
    name = server.store.keep_blob(b"a page of last year", OFFICE)
    assert lacks(theirs, name)
    postgres.change(postgres_url, "UPDATE blobs SET kept_at = now() - interval '1 year'")
    assert not lacks(theirs, name)
    assert theirs.call("GET", f"/v1/blobs/{name}").content == b"a page of last year"


def test_what_nobody_is_known_to_have_brought_is_to_be_had_as_before(server: ServerThread, theirs: Wire) -> None:
    name = server.store.keep_blob(b"by a server of an earlier version, which still ran")
    assert not lacks(theirs, name)
