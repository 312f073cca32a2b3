"""Use cases: one module a noun, one function one transaction."""
