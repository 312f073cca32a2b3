"""The queue beside the desk's pages: who waits, who is called, the desk's seat."""
