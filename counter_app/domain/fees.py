"""What a citizen pays, from a fee of the catalogue: whole đồng, no rounding anywhere."""

from counter_app.domain.procedures import Channel, Fee, FeeUnit


def fee_due(fee: Fee, *, units: int = 1, copies: int = 1, channel: Channel = Channel.IN_PERSON) -> int:
    """The fee in đồng for ``copies`` of something of ``units`` pages, copies, cases or dossiers.

    By page the price changes at each step and ``cap`` is the most for one copy (certified copies: 2.000 đ a page,
    1.000 from the third, at most 200.000 a copy). The online price, where there is one, replaces the first amount.
    Raises ValueError for less than nothing.
    """
    if units < 0 or copies < 0:
        raise ValueError("units and copies cannot be negative")
    if fee.unit is FeeUnit.DOSSIER:
        return _price(fee, channel)
    each = _pages(fee, units, channel) if fee.unit is FeeUnit.PAGE else _price(fee, channel) * units
    return (min(each, fee.cap) if fee.cap else each) * copies


def _price(fee: Fee, channel: Channel) -> int:
    """The price of one unit: the online one where there is one and the dossier came online."""
    return fee.online if channel is Channel.ONLINE and fee.online is not None else fee.amount


def _pages(fee: Fee, pages: int, channel: Channel) -> int:
    """The price of one copy of ``pages`` pages: each step holds from its first page to the next step's."""
    steps = sorted(fee.steps, key=lambda step: step.first)
    starts = [1, *(max(step.first, 1) for step in steps), pages + 1]
    prices = [_price(fee, channel), *(step.amount for step in steps)]
    ends = starts[1:]
    return sum(
        price * max(0, min(end, pages + 1) - start) for price, start, end in zip(prices, starts, ends, strict=False)
    )
