"""Pieces that two screens share; one module a piece."""
