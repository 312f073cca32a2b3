"""Sheets of paper: seen inside the window, printed by the system, saved as PDF."""
