"""Cần xem lại: what two machines recorded against each other, and what somebody decides about it."""
