"""Thiết bị: what is plugged in, tried and taught."""
