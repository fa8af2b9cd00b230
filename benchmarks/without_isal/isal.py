"""Stands before isal on the path, so that a run goes without it."""

raise ImportError("left out of this run")
