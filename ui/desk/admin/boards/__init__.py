"""Bảng gọi số: what the boards show and say, and the rating keypads."""
