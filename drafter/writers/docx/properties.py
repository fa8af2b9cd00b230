"""The properties of a Word file: who, what and when, from the outline and never the clock."""

from __future__ import annotations

import datetime

from drafter.patterns import pattern
from drafter.records import Record
from drafter.writers.docx.escaping import escape

_DATE = pattern(r"(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})日)?")


class Properties(Record):
    """What a document says of itself; `date` as it prints (2026年3月12日), or ""."""

    title: str = ""
    author: str = ""
    subject: str = ""
    category: str = ""
    date: str = ""


def core(properties: Properties) -> str:
    """`docProps/core.xml` (ECMA-376 part 2, 10)."""
    when = _w3c(properties.date)
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{when}</dcterms:{name}>'
        for name in ("created", "modified")
        if when
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        "<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:dcmitype="http://purl.org/dc/dcmitype/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(properties.title)}</dc:title>"
        f"<dc:subject>{escape(properties.subject)}</dc:subject>"
        f"<dc:creator>{escape(properties.author)}</dc:creator>"
        f"<cp:lastModifiedBy>{escape(properties.author)}</cp:lastModifiedBy>"
        f"{dates}<cp:category>{escape(properties.category)}</cp:category>"
        "<dc:language>zh-CN</dc:language></cp:coreProperties>"
    )


def _w3c(date: str) -> str:
    """The date in W3C form at midnight UTC, or "" where there is none."""
    match = _DATE.match(date)
    if not match:
        return ""
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        return f"{datetime.date(year, month, day).isoformat()}T00:00:00Z"
    except ValueError:
        return ""
