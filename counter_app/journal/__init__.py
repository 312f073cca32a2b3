"""The append-only journal: sign, chain, append, replay, verify."""
