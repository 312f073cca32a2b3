"""Money is whole đồng."""


def dong(amount: int) -> str:
    """Write an amount in đồng as on Vietnamese paper: ``8.000 đ``."""
    return f"{amount:,} đ".replace(",", ".")
