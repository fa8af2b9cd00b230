"""Word files as lines, paragraphs and looks."""
