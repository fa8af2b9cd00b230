"""One file for each thing that a person can ask for. Paths and options in, a report out."""
