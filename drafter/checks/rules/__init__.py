"""One rule a file: why, bad and good examples, source, and how to find it."""
