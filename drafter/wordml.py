"""What readers and writers of Word files both call by name (ECMA-376 part 1)."""

from __future__ import annotations

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
"""Stands before an element's name, as lxml writes it."""

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
"""The parts that every Word file has."""
