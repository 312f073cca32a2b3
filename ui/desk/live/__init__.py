"""Điều hành: the office as its manager sees it."""
