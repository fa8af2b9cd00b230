"""The styles that Word brings itself: they are told apart from a unit's own by their names alone.

The names are those of the latent styles of current Word (ECMA-376 part 1, 17.7.4.5), as its files
spell them, whatever language its menus speak.
"""

from __future__ import annotations

_NINE, _TO_FIVE = range(1, 10), range(2, 6)

PARAGRAPHS = frozenset(
    {
        "Normal", "Title", "Subtitle", "Body Text", "Body Text 2", "Body Text 3", "Body Text First Indent",
        "Body Text First Indent 2", "Body Text Indent", "Body Text Indent 2", "Body Text Indent 3", "Block Text",
        "Salutation", "Date", "Closing", "Signature", "E-mail Signature", "Message Header", "Note Heading",
        "Normal Indent", "Normal (Web)", "Plain Text", "No Spacing", "Quote", "Intense Quote", "List Paragraph",
        "List", "List Bullet", "List Continue", "List Number", "Balloon Text", "Document Map", "Bibliography",
        "TOC Heading", "Revision", "HTML Address", "HTML Preformatted", "caption", "header", "footer", "macro",
        "annotation text", "annotation subject", "endnote text", "footnote text", "envelope address",
        "envelope return", "index heading", "table of authorities", "table of figures", "toa heading",
        *(f"{kind} {n}" for kind in ("heading", "toc", "index") for n in _NINE),
        *(f"{kind} {n}" for kind in ("List", "List Bullet", "List Continue", "List Number") for n in _TO_FIVE),
    }
)  # fmt: skip
"""Names of paragraph styles."""

CHARACTERS = frozenset(
    {
        "Default Paragraph Font", "Strong", "Emphasis", "Subtle Emphasis", "Intense Emphasis", "Subtle Reference",
        "Intense Reference", "Book Title", "Hyperlink", "FollowedHyperlink", "Placeholder Text", "HTML Acronym",
        "HTML Cite", "HTML Code", "HTML Definition", "HTML Keyboard", "HTML Sample", "HTML Typewriter",
        "HTML Variable", "annotation reference", "endnote reference", "footnote reference", "line number",
        "page number",
    }
)  # fmt: skip
"""Names of character styles."""

RESERVED = frozenset({"Normal", "Default Paragraph Font", "Normal Table", "Table Normal", "No List"})
"""Names of the styles that all others stand on, and that every file has already."""

_SPELLINGS = {name.lower(): name for name in PARAGRAPHS | CHARACTERS | RESERVED}


def spell(name: str) -> str:
    """The name as Word's files spell it: Heading 1 is their heading 1."""
    return _SPELLINGS.get(name.lower(), name)


def style_id(name: str) -> str:
    """The identifier that a style of this name has in our files."""
    return (name.capitalize() if name.startswith(("heading ", "caption")) else name).replace(" ", "")
