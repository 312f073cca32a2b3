"""An S3 server on loopback (moto, in a process of its own) with one bucket; what it holds is gone at its end."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import requests
from obstore.store import S3Store

BUCKET = "scans"
PREFIX = "province/49"
KEYS = {"AWS_ACCESS_KEY_ID": "counter", "AWS_SECRET_ACCESS_KEY": "invented"}
"""What a client needs in its environment."""


@contextmanager
def s3_server() -> Iterator[int]:
    """A running server; its port."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _make_bucket(port)
        yield port
    finally:
        process.kill()
        process.wait()


def address(port: int, bucket: str = BUCKET) -> str:
    """Where a server of ours is told to keep its blobs."""
    return f"s3://{bucket}/{PREFIX}?endpoint=http://127.0.0.1:{port}"


def objects(port: int) -> S3Store:
    """The same objects as anybody with the keys sees them."""
    return S3Store(
        BUCKET,
        prefix=PREFIX,
        endpoint=f"http://127.0.0.1:{port}",
        access_key_id=KEYS["AWS_ACCESS_KEY_ID"],
        secret_access_key=KEYS["AWS_SECRET_ACCESS_KEY"],
        client_options={"allow_http": True},
    )


def _make_bucket(port: int) -> None:
    """Make the bucket as soon as the server is up."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            requests.put(f"http://127.0.0.1:{port}/{BUCKET}", timeout=10).raise_for_status()
            return
        except requests.ConnectionError:
            continue
    raise AssertionError("the S3 server did not start")
