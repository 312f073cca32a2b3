"""New versions of the program: signed and published by the province, found and verified by each machine (TUF)."""
