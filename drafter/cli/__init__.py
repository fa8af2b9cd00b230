"""The door to the terminal: it prints, reads the clock and chooses exit codes."""

import gc

# So many objects more are made before Python looks for rubbish, from the first import on: what a run
# imports and reads is none, and a look at every 700 is a thirtieth of a short run.
gc.set_threshold(50_000)
