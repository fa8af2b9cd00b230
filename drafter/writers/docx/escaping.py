"""Text and attribute values as XML. (`xml.sax.saxutils` would load all of urllib for this.)"""

from __future__ import annotations


def escape(text: str) -> str:
    """The text as character data."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(value: str) -> str:
    """The value as an attribute, in its quotes."""
    return '"' + escape(value).replace('"', "&quot;") + '"'
