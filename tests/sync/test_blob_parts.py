"""A download that was cut goes on where it was (RFC 9110, 14)."""

import pytest

from sync.server.blob_calls import part_of
from tests.sync.uploading import named

CONTENT = b"0123456789"
TAG = f'"{named(CONTENT)}"'


@pytest.mark.parametrize(
    "asked, status, part, where",
    [
        ({}, 200, CONTENT, None),
        ({"range": "bytes=4-"}, 206, b"456789", "bytes 4-9/10"),
        ({"range": "bytes=4-6"}, 206, b"456", "bytes 4-6/10"),
        ({"range": "bytes=4-400"}, 206, b"456789", "bytes 4-9/10"),
        ({"range": "bytes=-3"}, 206, b"789", "bytes 7-9/10"),
        ({"range": "bytes=-30"}, 206, CONTENT, "bytes 0-9/10"),
        ({"range": "Bytes= 9 - 9"}, 206, b"9", "bytes 9-9/10"),
        ({"range": "bytes=10-"}, 416, b"", "bytes */10"),
        ({"range": "bytes=-0"}, 416, b"", "bytes */10"),
        ({"range": "bytes=6-4"}, 200, CONTENT, None),
        ({"range": "bytes=0-1,4-5"}, 200, CONTENT, None),
        ({"range": "bytes=-"}, 200, CONTENT, None),
        ({"range": "lines=1-2"}, 200, CONTENT, None),
        ({"range": "bytes=4-", "if-range": TAG}, 206, b"456789", "bytes 4-9/10"),
        ({"range": "bytes=4-", "if-range": '"another"'}, 200, CONTENT, None),
        ({"range": "bytes=4-", "if-range": "Mon, 23 Nov 2026 08:55:00 GMT"}, 200, CONTENT, None),
    ],
    ids=str,
)
def test_a_range_gives_that_part_and_what_is_no_range_gives_all(
    asked: dict[str, str], status: int, part: bytes, where: str | None
) -> None:
    answer = part_of(CONTENT, named(CONTENT), asked)
    assert (answer.status_code, answer.body, answer.headers.get("Content-Range")) == (status, part, where)
    assert (answer.headers["ETag"], answer.headers["Accept-Ranges"]) == (TAG, "bytes")


def test_of_an_empty_blob_no_byte_can_be_asked() -> None:
    assert part_of(b"", named(b""), {"range": "bytes=0-"}).status_code == 416
    assert part_of(b"", named(b""), {}).body == b""
