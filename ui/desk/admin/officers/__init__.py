"""Cán bộ: who works here, and with which duties."""
