"""Lịch: working days and hours of the office."""
