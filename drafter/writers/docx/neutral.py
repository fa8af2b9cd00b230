"""Makes, with python-docx, the neutral Word package that all others are written over.

It is kept as `drafter/data/word/neutral.docx`, which nobody edits by hand: a test holds it to what is made here, and
`DRAFTER_WRITE_NEUTRAL=1 pytest tests/writers/docx/test_base.py` writes it anew. No run imports this: loading
python-docx costs more than writing a draft.
"""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as KIND
from docx.oxml.ns import qn
from lxml import etree

from drafter.writers.docx import oxml, package

_KEPT_STYLES = {"Normal", "Default Paragraph Font", "Normal Table", "No List"}
_KEPT_RELATIONS = {
    KIND.CORE_PROPERTIES, KIND.EXTENDED_PROPERTIES, KIND.OFFICE_DOCUMENT, KIND.STYLES, KIND.SETTINGS,
    KIND.FONT_TABLE, KIND.THEME, KIND.FOOTER,
}  # fmt: skip
_BLOBS = {
    "/docProps/app.xml": (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        b"</Properties>"
    ),
    "/word/fontTable.xml": oxml.font_table(()).encode(),
}
"""Parts that python-docx has no classes for. The properties say nothing: Word reckons pages and words when it saves,
and no paper tells what made it.
"""


def make() -> bytes:
    """python-docx's default without text, looks and history; odd and even pages have footers."""
    document = docx.Document()
    parts = document.part.package
    for relations in (parts.rels, document.part.rels):
        for key in [key for key, relation in relations.items() if relation.reltype not in _KEPT_RELATIONS]:
            relations.pop(key)
    section = document.sections[0]
    section._sectPr.attrib.clear()
    _empty(section._sectPr)
    _strip_styles(document.styles.element)
    emptied = [document.settings.element, document.core_properties._element]
    for footer in (section.footer, section.even_page_footer):
        footer.is_linked_to_previous = False
        emptied.append(footer._element)
    for root in emptied:
        _empty(root)
    for root in (document.element, document.styles.element, *emptied):
        _tidy(root)
    for part in parts.iter_parts():
        part._blob = _BLOBS.get(part.partname, getattr(part, "_blob", None))
    saved = io.BytesIO()
    document.save(saved)
    return package.pack(package.member(one.name, one.data) for one in package.members(saved.getvalue()))


def _strip_styles(root: Any) -> None:
    """Leaves the latent styles, and what all other styles stand on, without their looks."""
    for element in list(root):
        name = element.find(qn("w:name"))
        if element.tag == qn("w:docDefaults") or (name is not None and name.val not in _KEPT_STYLES):
            root.remove(element)
    for element in list(root[1]):
        if element.tag not in (qn("w:name"), qn("w:qFormat")):
            root[1].remove(element)


def _empty(element: Any) -> None:
    """Takes out all that stands in the element."""
    for child in list(element):
        element.remove(child)


def _tidy(root: Any) -> None:
    """Names only the namespaces that are used: no dialect of one program."""
    root.attrib.pop("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable", None)
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])
