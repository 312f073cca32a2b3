"""Receiving a dossier: one page, top to bottom."""
