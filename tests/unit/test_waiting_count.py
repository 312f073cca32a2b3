"""What waits is counted seldom while much waits, and is never wrong for long."""

import secrets

from counter_app.journal import outbox
from counter_app.journal.journal import Journal
from counter_app.journal.waiting_count import WaitingCount
from tests.benchmarks.journal_append import append
from tests.support.office import OpenOffice

MANY = 201


class Seconds:
    """A clock that stands."""

    now = 10.0

    def __call__(self) -> float:
        return self.now


def attach(journal: Journal, count: int) -> list[str]:
    names = [secrets.token_hex(32) for _ in range(count)]
    with journal.transaction() as transaction:
        for name in names:
            transaction.add_blob(name, 100)
    append(journal, int(names[0][:16], 16))
    return names


def test_of_many_contents_those_that_went_up_are_missed_within_half_a_second(office: OpenOffice) -> None:
    seconds = Seconds()
    names = attach(office.journal, MANY)
    count = WaitingCount(office.journal, seconds)
    before = count()
    outbox.blobs_are_upstream(office.journal, [names[0]])
    assert count() == before
    seconds.now += 0.5
    assert count().blobs == before.blobs - 1


def test_of_few_contents_each_that_went_up_is_missed_at_once(office: OpenOffice) -> None:
    count = WaitingCount(office.journal, Seconds())
    names = attach(office.journal, 3)
    before = count()
    outbox.blobs_are_upstream(office.journal, [names[0]])
    assert count().blobs == before.blobs - 1


def test_what_is_written_waits_at_once(office: OpenOffice) -> None:
    count = WaitingCount(office.journal, Seconds())
    attach(office.journal, MANY)
    before = count()
    attach(office.journal, 2)
    assert (count().entries, count().blobs) == (before.entries + 1, before.blobs + 2)
    assert count() == outbox.waiting(office.journal)


def test_entries_that_went_up_are_missed_at_once_among_many_contents(office: OpenOffice) -> None:
    count = WaitingCount(office.journal, Seconds())
    attach(office.journal, MANY)
    assert count().entries > 0
    outbox.set_mark(office.journal, outbox.PUSHED, office.journal.last_seq)
    assert count().entries == 0
