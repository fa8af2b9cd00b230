"""The door to the terminal: it prints, reads the clock and chooses exit codes."""
