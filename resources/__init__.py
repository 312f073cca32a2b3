"""Data shipped with the program; read with :mod:`importlib.resources`."""
