"""Hàng chờ: groups, desks and the rule of calling."""
