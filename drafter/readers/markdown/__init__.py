"""Markdown as a document, and as lines with their places."""
