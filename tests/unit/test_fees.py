"""Fees, worked out by hand from the rules and held to them by chance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.fees import fee_due
from counter_app.domain.procedures import Channel, Fee, FeeStep, FeeUnit
from counter_app.services.catalogue_data import load_procedures

CERTIFIED = Fee(2000, FeeUnit.PAGE, steps=(FeeStep(3, 1000),), cap=200_000)
RESIDENCE = Fee(20_000, online=10_000)


@pytest.mark.parametrize(
    "pages, copies, due",
    [
        (0, 1, 0),
        (1, 1, 2000),
        (2, 1, 4000),
        (3, 1, 5000),  # 2 × 2.000 + 1 × 1.000
        (10, 1, 12_000),  # 2 × 2.000 + 8 × 1.000
        (10, 3, 36_000),
        (198, 1, 200_000),  # 4.000 + 196.000: the cap to the đồng
        (199, 1, 200_000),
        (500, 2, 400_000),  # the cap is for each copy
    ],
)
def test_a_certified_copy_costs_what_the_circular_says(pages: int, copies: int, due: int) -> None:
    assert fee_due(CERTIFIED, units=pages, copies=copies) == due


def test_the_shipped_catalogue_has_that_fee() -> None:
    shipped = {one.code: one.fee for one in load_procedures()}["2.000815"]
    assert [fee_due(shipped, units=pages) for pages in (2, 3, 198, 199)] == [4000, 5000, 200_000, 200_000]


@pytest.mark.parametrize(
    "fee, units, copies, due",
    [
        (Fee(8000, FeeUnit.COPY), 3, 1, 24_000),
        (Fee(10_000, FeeUnit.CASE), 2, 1, 20_000),
        (Fee(400_000, FeeUnit.DOSSIER), 5, 5, 400_000),  # a dossier is one, however many pages
        (Fee(30_000, FeeUnit.CASE, cap=50_000), 2, 1, 50_000),
        (Fee(), 9, 9, 0),
    ],
)
def test_other_fees_are_counted_by_their_unit(fee: Fee, units: int, copies: int, due: int) -> None:
    assert fee_due(fee, units=units, copies=copies) == due


def test_online_costs_the_online_price_and_post_the_counters() -> None:
    due = {channel: fee_due(RESIDENCE, channel=channel) for channel in Channel}
    assert due == {Channel.IN_PERSON: 20_000, Channel.ONLINE: 10_000, Channel.POSTAL: 20_000}


def test_an_online_price_of_nothing_is_free() -> None:
    assert fee_due(Fee(20_000, online=0), channel=Channel.ONLINE) == 0


def test_steps_in_any_order_are_the_same_fee() -> None:
    steps = (FeeStep(3, 1000), FeeStep(11, 500))
    forwards, backwards = Fee(2000, FeeUnit.PAGE, steps=steps), Fee(2000, FeeUnit.PAGE, steps=steps[::-1])
    assert fee_due(forwards, units=12) == fee_due(backwards, units=12) == 2 * 2000 + 8 * 1000 + 2 * 500


@pytest.mark.parametrize("units, copies", [(-1, 1), (1, -1)])
def test_less_than_nothing_is_refused(units: int, copies: int) -> None:
    with pytest.raises(ValueError, match="negative"):
        fee_due(CERTIFIED, units=units, copies=copies)


amounts = st.integers(0, 100_000)
fees = st.builds(
    Fee,
    amount=amounts,
    unit=st.sampled_from(FeeUnit),
    steps=st.lists(
        st.builds(FeeStep, first=st.integers(2, 40), amount=amounts), max_size=3, unique_by=lambda s: s.first
    ).map(tuple),
    cap=st.one_of(st.just(0), amounts),
    online=st.none() | amounts,
)


@given(fees, st.integers(0, 60), st.integers(0, 5), st.sampled_from(Channel))
def test_more_pages_or_copies_never_cost_less(fee: Fee, units: int, copies: int, channel: Channel) -> None:
    due = fee_due(fee, units=units, copies=copies, channel=channel)
    assert due >= 0
    assert fee_due(fee, units=units + 1, copies=copies, channel=channel) >= due
    assert fee_due(fee, units=units, copies=copies + 1, channel=channel) >= due


@given(fees, st.integers(0, 60), st.integers(1, 5), st.sampled_from(Channel))
def test_no_copy_costs_more_than_its_cap(fee: Fee, units: int, copies: int, channel: Channel) -> None:
    if fee.cap and fee.unit is not FeeUnit.DOSSIER:
        assert fee_due(fee, units=units, copies=copies, channel=channel) <= fee.cap * copies


@given(fees.filter(lambda fee: fee.unit is FeeUnit.PAGE and not fee.cap), st.integers(0, 60))
def test_pages_cost_the_sum_of_each_pages_price(fee: Fee, pages: int) -> None:
    def price(page: int) -> int:
        passed = [step for step in fee.steps if step.first <= page]
        return max(passed, key=lambda step: step.first).amount if passed else fee.amount

    assert fee_due(fee, units=pages) == sum(price(page) for page in range(1, pages + 1))
