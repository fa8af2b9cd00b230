"""What paragraphs are, told by their form: marks, rows, headings."""
