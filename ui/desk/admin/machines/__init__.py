"""Máy: the office's machines, and this one's key."""
