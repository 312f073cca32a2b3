"""Blobs in a store that speaks S3, against a server of its own on loopback (moto)."""

from collections.abc import Iterator
from pathlib import Path

import obstore
import pytest

from counter_app.errors import Code, CounterError
from counter_app.store.blobs import blob_path
from sync.server.s3_blobs import S3Address, S3Blobs, read_address
from tests.support.flaky_proxy import FlakyProxy
from tests.support.s3_server import BUCKET, KEYS, address, objects, s3_server
from tests.sync.uploading import named

KEY = bytes(range(32))
PAGE = b"identity number 000123456789 " * 40
LARGE = bytes(range(256)) * 80_000


@pytest.fixture(scope="module")
def s3_port() -> Iterator[int]:
    with s3_server() as port:
        yield port


def _opened(port: int, bucket: str = BUCKET) -> S3Blobs:
    return S3Blobs(read_address(address(port, bucket)), KEY, KEYS)


@pytest.fixture
def blobs(s3_port: int) -> S3Blobs:
    return _opened(s3_port)


def _code(error: pytest.ExceptionInfo[CounterError]) -> Code:
    return error.value.code


@pytest.mark.parametrize("content", [b"", PAGE, LARGE], ids=["empty", "page", "large"])
def test_what_was_put_is_there_whole_for_every_server(s3_port: int, blobs: S3Blobs, content: bytes) -> None:
    assert not blobs.has(named(content))
    assert [blobs.put(content) for _ in range(2)] == [named(content)] * 2
    other = _opened(s3_port)
    assert other.has(named(content))
    assert other.get(named(content)) == content


def test_the_store_itself_can_read_nothing(s3_port: int, blobs: S3Blobs) -> None:
    kept = bytes(obstore.get(objects(s3_port), blob_path(blobs.put(PAGE))).bytes())
    assert len(kept) > len(PAGE)
    assert b"000123456789" not in kept


@pytest.mark.parametrize("name", [named(b"never put"), "../../secret", ""])
def test_what_is_not_there_is_missing(blobs: S3Blobs, name: str) -> None:
    with pytest.raises(CounterError) as caught:
        blobs.get(name)
    assert _code(caught) is Code.BLOB_MISSING


def test_an_object_that_was_changed_is_damaged(s3_port: int, blobs: S3Blobs) -> None:
    name = blobs.put(b"a page that is changed")
    obstore.put(objects(s3_port), blob_path(name), b"something else, long enough to be a page")
    with pytest.raises(CounterError) as caught:
        blobs.get(name)
    assert _code(caught) is Code.BLOB_DAMAGED


@pytest.mark.expects_log("event=blobs_away call=put", "event=blobs_away call=get")
def test_without_its_bucket_nothing_is_promised_and_nothing_called_missing(s3_port: int) -> None:
    blobs = _opened(s3_port, "nobody-made-it")
    for call in (lambda: blobs.put(PAGE), lambda: blobs.get(named(PAGE))):
        with pytest.raises(CounterError) as caught:
            call()
        assert _code(caught) is Code.STORE_AWAY


@pytest.mark.expects_log("event=blobs_away call=has", "event=blobs_away call=get")
def test_while_the_store_is_away_nothing_is_promised_and_afterwards_it_works_again(s3_port: int) -> None:
    content = b"a page on a bad day"
    with FlakyProxy(s3_port) as line:
        blobs = _opened(line.port)
        line.hold()
        for call in (lambda: blobs.put(content), lambda: blobs.has(named(content)), lambda: blobs.get(named(content))):
            with pytest.raises(CounterError) as caught:
                call()
            assert _code(caught) is Code.STORE_AWAY
        line.release()
        assert not blobs.has(named(content))
        blobs.put(content)
    assert _opened(s3_port).get(named(content)) == content


def test_an_answer_that_was_lost_is_asked_for_again(s3_port: int) -> None:
    content = b"a page whose answer was lost"
    with FlakyProxy(s3_port) as line:
        line.cut_next_replies(2)
        _opened(line.port).put(content)
        assert line.cut == 2
    assert _opened(s3_port).get(named(content)) == content


@pytest.mark.parametrize(
    "text, meant",
    [
        ("s3://scans", S3Address("scans")),
        ("s3://scans/a/b/", S3Address("scans", "a/b")),
        (
            "s3://scans/a?endpoint=https://s3.example.vn:9000&region=hn1&ca=/etc/ca.pem",
            S3Address("scans", "a", "https://s3.example.vn:9000", "hn1", "/etc/ca.pem"),
        ),
    ],
)
def test_an_address_says_bucket_prefix_and_where(text: str, meant: S3Address) -> None:
    assert read_address(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "s3://",
        "s3:///a",
        "https://scans",
        "s3://scans?endpoint=ftp://x",
        "s3://scans?endpoint=http://10.0.0.9:9000",
        "s3://scans?secret=1",
        "s3://scans?x",
        "s3://[a",
    ],
)
def test_an_address_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(CounterError) as caught:
        read_address(text)
    assert _code(caught) is Code.BLOBS_ADDRESS


@pytest.mark.parametrize("lacking", sorted(KEYS))
def test_without_its_keys_in_the_environment_it_does_not_open(lacking: str) -> None:
    with pytest.raises(CounterError) as caught:
        S3Blobs(S3Address("scans"), KEY, {**KEYS, lacking: ""})
    assert (_code(caught), lacking in str(caught.value)) == (Code.BLOBS_ADDRESS, True)


def test_without_the_certificate_it_names_it_does_not_open(tmp_path: Path) -> None:
    with pytest.raises(CounterError) as caught:
        S3Blobs(S3Address("scans", ca=str(tmp_path / "none.pem")), KEY, KEYS)
    assert _code(caught) is Code.BLOBS_ADDRESS
