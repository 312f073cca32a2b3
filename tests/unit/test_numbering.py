"""The ranges of numbers: no two stations of an office ever give out the same one."""

from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.numbering import may_be_torn, ranges

BOUNDS = st.tuples(st.integers(1, 9999), st.integers(1, 9999)).map(sorted)


def test_the_office_counts_from_its_first_number_and_a_standby_above_its_last() -> None:
    assert [(own.first, own.last) for own in ranges(1, 499, 0)][:2] == [(1, 499), (10_000, 19_999)]
    assert [(own.first, own.last) for own in ranges(1, 499, 1)][:2] == [(500, 599), (20_000, 29_999)]
    assert [(own.first, own.last) for own in ranges(1, 499, 2)][:2] == [(600, 699), (30_000, 39_999)]


@given(BOUNDS, st.lists(st.integers(0, 60), min_size=2, max_size=6, unique=True))
def test_no_number_belongs_to_two_stations(bounds: list[int], ranks: list[int]) -> None:
    every = sorted((own.first, own.last) for rank in ranks for own in ranges(bounds[0], bounds[1], rank))
    assert all(before[1] < after[0] for before, after in zip(every, every[1:], strict=False))


def test_a_roll_has_four_digits() -> None:
    assert [number for number in (-1, 0, 1, 9_999, 10_000) if may_be_torn(number)] == [1, 9_999]
