"""One dossier on its own page: what it is, what happened, and what may be done now."""
