"""Giấy tờ: how this machine prints, and how long what is kept."""
