"""From a bound document to the bytes of each format: Word, PDF, text; letterheads and copies to read from."""
