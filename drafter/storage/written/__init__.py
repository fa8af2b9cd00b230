"""How files are written: a new one beside its place, brought down to the disk, then named; many of them together."""
