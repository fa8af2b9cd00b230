"""The stages of one outline: what changed from one to another, and how what was asked of one is done in another."""
