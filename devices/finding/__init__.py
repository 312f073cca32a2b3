"""Finding what is plugged in, apart from connecting to it."""
