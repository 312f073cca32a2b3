"""A server beside which a thousand stations hang hears its database again after that was away."""

import contextlib
import os
import resource
import threading
from collections.abc import Iterator

import psycopg
import pytest

from sync.server.postgres.listening import FEED, Listening
from tests.sync.stations import PATIENCE_S


@pytest.fixture
def a_thousand_open() -> Iterator[None]:
    """As many files open as a program has that answers so many stations."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(hard, 4096)), hard))
    with contextlib.ExitStack() as opened:
        opened.callback(resource.setrlimit, resource.RLIMIT_NOFILE, (soft, hard))
        for _ in range(1100):
            opened.callback(os.close, os.open(os.devnull, os.O_RDONLY))
        yield


@pytest.mark.usefixtures("a_thousand_open")
def test_what_other_processes_tell_is_heard_whatever_the_number_of_the_connection(postgres_url: str) -> None:
    heard: list[tuple[str, str]] = []
    changed = threading.Condition()

    def tell(channel: str, told: str) -> None:
        with changed:
            heard.append((channel, told))
            changed.notify_all()

    listening = Listening(postgres_url, tell)
    try:
        with changed:
            assert changed.wait_for(lambda: (FEED, "") in heard, PATIENCE_S), "it listens"
        with psycopg.connect(postgres_url, autocommit=True) as other:
            other.execute("SELECT pg_notify(%s, %s)", (FEED, "H99.1"))
        with changed:
            assert changed.wait_for(lambda: (FEED, "H99.1") in heard, PATIENCE_S)
    finally:
        listening.close()
