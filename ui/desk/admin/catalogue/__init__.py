"""Thủ tục: the catalogue of procedures."""
