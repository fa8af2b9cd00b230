"""The only room that opens files. It finds, reads and replaces them, and parses nothing."""
