"""Hồ sơ: every dossier of the office, found, listed, exported."""
