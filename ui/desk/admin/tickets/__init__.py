"""Phiếu: how the ticket looks."""
