"""Workbooks for tests: what Excel writes, as small as can be."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def text(said: str) -> str:
    """A cell with a text in itself."""
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(said)}</t></is></c>'


def number(stored: str, style: int = 0) -> str:
    """A cell with a number, its digits as given."""
    return f'<c s="{style}"><v>{stored}</v></c>'


def row(*cells: str, more: str = "") -> str:
    """A row of cells: texts, unless they are cells already; an empty one is left out."""
    made = (cell if cell.startswith("<c") else text(cell) if cell else "<c/>" for cell in cells)
    return f"<row{more}>{''.join(made)}</row>"


def sheet(*rows: str, merged: Sequence[str] = (), columns: str = "") -> str:
    """The part of a sheet."""
    merges = "".join(f'<mergeCell ref="{one}"/>' for one in merged)
    return (
        f'<worksheet xmlns="{MAIN}">{columns}<sheetData>{"".join(rows)}</sheetData>'
        f"<mergeCells>{merges}</mergeCells></worksheet>"
    )


def workbook(
    sheets: Mapping[str, str] | str,
    formats: Sequence[str] = (),
    strings: str | None = None,
    settings: str = "",
    states: Mapping[str, str] | None = None,
    extra: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """An .xlsx of these sheets; style 0 has no format, style 1 the first of `formats`, and so on."""
    named = {"Sheet1": sheets} if isinstance(sheets, str) else dict(sheets)
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{at}" r:id="s{at}" state="{(states or {}).get(name, "visible")}"/>'
        for at, name in enumerate(named, 1)
    )
    numbered = "".join(
        f"<numFmt numFmtId='{at}' formatCode={quoteattr(one)}/>" for at, one in enumerate(formats, 164)
    )
    used = "".join(f'<xf numFmtId="{at}"/>' for at in (0, *range(164, 164 + len(formats))))
    parts: dict[str, str | bytes] = {
        "_rels/.rels": _relations({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}"><workbookPr {settings}/><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(
            {f"s{at}": ("worksheet", f"worksheets/sheet{at}.xml") for at in range(1, len(named) + 1)}
            | {"f": ("styles", "styles.xml"), "t": ("sharedStrings", "sharedStrings.xml")}
        ),
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts>{numbered}</numFmts><cellXfs>{used}</cellXfs></styleSheet>',
        **{f"xl/worksheets/sheet{at}.xml": part for at, part in enumerate(named.values(), 1)},
    }
    if strings is not None:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{strings}</sst>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in (parts | dict(extra or {})).items():
            archive.writestr(name, part)
    return out.getvalue()


def _relations(named: Mapping[str, tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="{one}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for one, (kind, target) in named.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}">{lines}</Relationships>'
