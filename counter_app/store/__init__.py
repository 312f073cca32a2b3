"""SQLite behind typed repositories: tables, views of the journal, drafts, blobs, keys."""
