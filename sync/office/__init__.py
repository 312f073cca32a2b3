"""One queue for the many machines of an office: who keeps it, how the others ask, and who takes over."""
