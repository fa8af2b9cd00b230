"""Honest files changed piece by piece, and the doors that they are carried through."""
