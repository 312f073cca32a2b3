"""The server that an office or a province runs."""
