"""Quản trị: what the office decides for itself."""
