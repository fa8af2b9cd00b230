"""What was written before: stores, reuse, similarity."""
