"""What the desk's pages are called in code."""

RECEIVE, DOSSIERS, PROCESS, RETURN = "receive", "dossiers", "process", "return"
ADMIN, LIVE, REVIEW, SYNC = "admin", "live", "review", "sync"
