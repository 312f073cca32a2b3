"""Nhật ký an toàn: the security record, searched, sent on and written out."""
