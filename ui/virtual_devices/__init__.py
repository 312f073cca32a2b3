"""The window that shows and breaks the virtual devices."""
