"""Copies the journal up and down the tree of offices."""
