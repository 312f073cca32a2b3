"""Quầy Một Cửa: the counter of a one-stop office, without Qt, sockets or serial ports."""

__version__ = "0.7.0"
