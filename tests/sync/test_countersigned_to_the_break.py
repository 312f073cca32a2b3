"""Who breaks the own chain once is countersigned up to there, and so is found out; nothing after it is vouched for."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from counter_app.errors import Code
from counter_app.journal import checkpoints
from counter_app.journal.signing import seal
from sync.countersigned import Countersigned
from sync.replicator import PROVINCE, EntryPush, Pace
from sync.server.countersigning import AT_ONCE
from sync.server.program import ServerThread
from sync.server.store import Introduced
from tests.support.chains import Chain
from tests.support.rewriting import rewrite
from tests.sync.stations import OFFICE, admit, province, station


@pytest.fixture
def any_server(tmp_path: Path, database: str) -> Iterator[ServerThread]:
    """A province over SQLite, and one over PostgreSQL."""
    with province(tmp_path / "any", database=database) as running:
        yield running


def test_up_to_the_last_entry_that_chains_it_is_countersigned_and_no_further(any_server: ServerThread) -> None:
    store = any_server.store
    for spoilt in ("previous", "signature", "data"):
        chain = Chain(OFFICE)
        store.introduce(OFFICE, [Introduced(chain.station, chain.public_key)])
        entries = chain.next(5)
        wrong = {
            "previous": seal(replace(entries[3], previous="0" * 64), chain.key),
            "signature": replace(entries[3], signature="0" * 128),
            "data": replace(entries[3], data="{}"),
        }[spoilt]
        store.accept((*entries[:3], wrong, seal(replace(entries[4], previous=wrong.hash), chain.key)), OFFICE)
        made = store.countersign(chain.station, AT_ONCE)
        assert made is not None
        assert (made.seq, made.hash) == (3, entries[2].hash)
        assert checkpoints.is_signed(made)
        assert store.countersign(chain.station, AT_ONCE) is None
        assert [one.seq for one in store.checkpoints(chain.station)] == [3]


def test_a_chain_that_is_wrong_from_its_first_entry_on_is_countersigned_nowhere(server: ServerThread) -> None:
    chain, store = Chain(OFFICE), server.store
    store.introduce(OFFICE, [Introduced(chain.station, chain.public_key)])
    store.accept((seal(replace(chain.next()[0], previous="1" * 64), chain.key),), OFFICE)
    assert store.countersign(chain.station, AT_ONCE) is None


@pytest.mark.expects_log("event=entry_kept-for-review", "event=station_copied")
def test_what_was_sent_and_not_countersigned_yet_is_not_rewritten_unseen(tmp_path: Path, server: ServerThread) -> None:
    with station(tmp_path / "desk") as one:
        admit(server, one)
        one.issue(10)
        wire = one.wire(server.url)
        EntryPush(one.journal, wire, Pace(), PROVINCE).step()
        wire.close()
        first = checkpoints.kept(server.journal, one.id)
        one.issue(5, first=11)
        wire = one.wire(server.url)
        EntryPush(one.journal, wire, Pace(), PROVINCE).step()
        wire.close()
        assert checkpoints.kept(server.journal, one.id) == first, "not a minute has passed"
    rewrite(tmp_path / "desk", 13)
    with station(tmp_path / "desk") as one:
        one.issue(1, first=16)  # before anybody asks what was countersigned
        wire, mine = one.wire(server.url), Countersigned(one.journal)
        EntryPush(one.journal, wire, Pace(), PROVINCE, countersigned=mine).step()
        mine.now_and_then(wire)
        wire.close()
        assert one.journal.held is not None
        assert one.journal.held.code is Code.SEQUENCE_CONFLICT
