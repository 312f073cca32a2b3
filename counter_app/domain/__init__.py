"""The rules of the counter: pure functions and frozen records, standard library only."""
