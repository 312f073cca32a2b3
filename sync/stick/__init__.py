"""Sync by a USB stick, for an office without a link: the same entries and blobs, encrypted and signed."""
