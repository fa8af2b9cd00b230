"""Small Word files by hand: a body, and whatever else a test wants to put beside it."""

from __future__ import annotations

import io
import os
import zipfile

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/{{main}}" ContentType="{_MAIN}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_MAIN}.styles+xml"/></Types>'
)
STYLES = (
    f'<w:styles {NAMESPACES}><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    "</w:styles>"
)


def paragraph(text: str) -> str:
    """A paragraph of one run."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def relation(kind: str, target: str, number: int = 1, rest: str = "") -> str:
    """A relationship of a kind of Office's."""
    return f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"{rest}/>'


def relations(*found: str) -> str:
    """A part of relationships."""
    return f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}/relationships">{"".join(found)}</Relationships>'


def word_file(body: str, *, main: str = "word/document.xml", padding: int = 0, extra=(), **replaced) -> bytes:
    """The bytes of a file with this body; `extra` are further parts, `replaced` others instead of the usual."""
    document = f'<?xml version="1.0"?><w:document {NAMESPACES}><w:body>{body}</w:body></w:document>'
    parts = {
        "[Content_Types].xml": TYPES.replace("{main}", main),
        "_rels/.rels": relations(relation("officeDocument", main)),
        main: document,
        "word/_rels/document.xml.rels": relations(relation("styles", "styles.xml", 900)),
        "word/styles.xml": STYLES,
    } | dict(extra)
    parts |= {name: data for name, data in replaced.items() if data is not None}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
        if padding:
            archive.writestr("word/media/noise.png", os.urandom(padding))
    return out.getvalue()
