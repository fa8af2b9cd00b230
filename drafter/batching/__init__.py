"""The wing of batch: a table and an outline become jobs, and somebody has them made."""
