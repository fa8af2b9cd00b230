"""What every reader asks before it reads: what a file is, and whether it may be unfolded."""
