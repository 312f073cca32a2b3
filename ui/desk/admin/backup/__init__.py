"""Sao lưu: copies of the data, and getting them back."""
