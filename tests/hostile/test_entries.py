"""Entries that an admitted station signed and that make no sense: kept, marked, and nothing behind them waits."""

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from itertools import count
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.entry import Entry
from counter_app.domain.facts import KINDS, Duty
from counter_app.journal import arrivals, outbox
from counter_app.journal.arrivals import Outcome
from counter_app.journal.journal import Journal
from counter_app.journal.signing import FIRST, StationKey, make_station_key, seal
from counter_app.journal.verify import verify
from counter_app.store.codec import fact_of
from sync import records
from tests.hostile.fuzzing import fuzzed
from tests.support.office import OpenOffice, open_office

CASES = json.loads((Path(__file__).parent / "cases" / "facts.json").read_text("utf-8"))
STREAMS = count()
DEEP = '{"x":' + "[" * 100_000 + "]" * 100_000 + "}"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenOffice]:
    with open_office(tmp_path_factory.mktemp("entries")) as opened:
        yield opened


class Attacker:
    """A station that was admitted and writes whatever it likes, rightly signed and chained."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self.key: StationKey = make_station_key()
        self._last = (0, FIRST)
        outbox.admit(journal, self.key.station, self.key.public_hex, "H99.1")

    def write(self, stream: str, kind: str, data: str, actor: str = "officer/ha") -> Entry:
        """Make the next entry."""
        seq, previous = self._last
        time = (int(self.journal.clock.now().timestamp() * 1000) << 16) + seq
        bare = Entry(self.key.station, seq + 1, stream, kind, 1, time, actor, data, previous, "", "")
        made = seal(bare, self.key)
        self._last = (made.seq, made.hash)
        return made


@pytest.fixture(scope="module")
def attacker(office: OpenOffice) -> Attacker:
    return Attacker(office.journal)


def stream_of(kind: str) -> str:
    """A stream of the view that takes this kind; a new one each time, where the view has one a thing."""
    prefix = kind.partition(".")[0]
    known = {"calendar": "calendar/H99.1/2026-11-25", "hours": "hours/H99.1@2026-11-25"}
    return known.get(prefix, f"{prefix}/x{next(STREAMS) // 2}")


def sends(office: OpenOffice, *entries: Entry) -> list[Outcome]:
    return [one.outcome for one in arrivals.accept(office.journal, entries, audience="H99.1")]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["why"]))
def test_a_kept_case_is_stored_and_the_entry_behind_it_is_applied(
    office: OpenOffice, attacker: Attacker, case: dict[str, str]
) -> None:
    bad = attacker.write(case["stream"], case["kind"], case["data"])
    good = attacker.write("drone/1", "drone.sent", "{}")
    assert sends(office, bad, good) == [Outcome.KEPT_FOR_REVIEW, Outcome.APPLIED]


def test_a_fact_nested_a_hundred_thousand_times_is_unreadable_and_no_crash(
    office: OpenOffice, attacker: Attacker
) -> None:
    for kind in ("ticket.issued", "dossier.received", "officer.registered"):
        with pytest.raises(ValueError, match="deep"):
            fact_of(kind, DEEP)
        assert sends(office, attacker.write(stream_of(kind), kind, DEEP)) == [Outcome.KEPT_FOR_REVIEW]


MOMENTS = st.sampled_from(
    [
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))),
        datetime(9999, 12, 31, 23, 59, tzinfo=timezone(timedelta(hours=-12))),
        datetime(2026, 11, 23, 9),  # no zone
        datetime(2026, 11, 23, 9, tzinfo=timezone(timedelta(hours=7))),
    ]
)
NUMBERS = st.sampled_from([0, 1, -1, 7, 1 << 31, 1 << 62, 1 << 63, 10**30, -(10**30)])
TEXTS = st.sampled_from(["", "x", "H99.1", "\0", "a/b", "%s", "'; --", "\u202e", "9" * 5000, "<b>", "ha", "A" * 40_000])


def hostile(type_: type) -> st.SearchStrategy[object]:
    """Records of the right types, with the most awkward values of each."""
    st.register_type_strategy(datetime, MOMENTS)
    st.register_type_strategy(date, st.sampled_from([date.min, date.max, date(2026, 11, 23)]))
    st.register_type_strategy(int, NUMBERS)
    st.register_type_strategy(str, TEXTS)
    return st.from_type(type_)


RECORDS = st.sampled_from(sorted(KINDS)).flatmap(lambda kind: st.tuples(st.just(kind), hostile(KINDS[kind])))


@fuzzed(examples=25)
@given(st.lists(RECORDS, min_size=1, max_size=4))
def test_any_facts_of_the_right_types_are_taken_and_the_office_works_on(
    office: OpenOffice, attacker: Attacker, facts: list[tuple[str, object]]
) -> None:
    entries = [attacker.write(stream_of(kind), kind, msgspec.json.encode(fact).decode()) for kind, fact in facts]
    outcomes = sends(office, *entries, attacker.write("drone/1", "drone.sent", "{}"))
    assert set(outcomes) <= {Outcome.APPLIED, Outcome.KEPT_FOR_REVIEW}
    assert outcomes[-1] is Outcome.APPLIED


def test_after_all_that_the_journal_is_sound_and_the_office_s_own_machine_writes_on(office: OpenOffice) -> None:
    assert verify(office.journal).faults == ()
    duties = (Duty.RECEPTION, Duty.PROCESSING)
    office.services.officers.change("ha", name="Trần Thị Hà", title="Cán sự", department="", duties=duties, by="son")
    assert "Cán sự" in {one.title for one in office.services.officers.all()}


@fuzzed(examples=60)
@given(st.binary(max_size=300))
def test_any_batch_is_entries_or_refused(content: bytes) -> None:
    for read in (records.unpack, records.read_entries, records.read_feed, records.read_queue_answer):
        try:
            read(content)
        except ValueError:
            continue


@pytest.mark.parametrize("type_", [records.FeedRequest, records.Beat, records.Problem, records.Introductions])
def test_a_record_nested_too_deeply_or_with_absurd_numbers_is_refused(type_: type) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - which of them does not matter
        records.decode(DEEP.encode(), type_)
    with pytest.raises(ValueError):  # noqa: PT011
        records.decode(b'{"heads":{"a":99999999999999999999},"heard":1e40,"status":99999999999999999999}', type_)
