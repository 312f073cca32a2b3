"""What is printed: the queue ticket (raster) and the legal forms (PDF)."""
