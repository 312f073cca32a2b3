"""Đồng bộ: what waits for the province and why, the stick, and where the province is."""
