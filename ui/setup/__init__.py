"""The short set-up of a new machine."""
