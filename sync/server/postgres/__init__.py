"""The database of a province: PostgreSQL, used by several server processes at once."""
