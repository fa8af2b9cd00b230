"""The sections of a body: the page as it is prepared, on its side, or as a letter's first."""

from __future__ import annotations

from drafter.model.stylesheet import Page, Stylesheet
from drafter.patterns import pattern
from drafter.writers.docx import oxml
from drafter.writers.docx.package import Part

_SIZE = pattern(r"<w:pgSz [^>]*/>")
_MARGINS = pattern(r"<w:pgMar [^>]*/>")
_GRID = "<w:docGrid "
_REFERENCE = pattern(r'(<w:footerReference w:type="(default|even)" r:id=")[^"]*"')
_FOOTER = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
_NUMBER_LINE = 1.3
"""How high a line of page numbers is set, in its size."""


class Sections:
    """Section properties made from those of the prepared package; `turned` lies on its side. `sheet` is the stylesheet
    whose page numbers the pages bear; None where they bear a letterhead's own.
    """

    def __init__(self, properties: str, page: Page, sheet: Stylesheet | None = None) -> None:
        self._upright = properties
        self._sheet = sheet
        size = f'<w:pgSz w:w="{page.height}" w:h="{page.width}" w:orient="landscape"/>'
        # Turned so that the head of the table lies at the binding edge (GB/T 9704—2012 8).
        margins = (
            f'<w:pgMar w:top="{page.left}" w:right="{page.top}" w:bottom="{page.right}" w:left="{page.bottom}"'
            f' w:header="{page.footer // 2}" w:footer="{page.footer // 2}" w:gutter="0"/>'
        )
        turned = _MARGINS.sub(margins, _SIZE.sub(size, properties))
        self.turned = _REFERENCE.sub(r'\1drTurned_\2"', turned) if sheet else turned

    def footers(self, lying: bool, unnumbered: bool) -> list[Part]:
        """The footers of pages that lie on their side, where there are any: bound, their numbers stand where those of the
        others do, at the short side, on odd pages at its lower end and on even ones at its upper (GB/T 9704—2012 8);
        and of a page that bears no number.
        """
        if self._sheet is None:
            return []
        page, number = self._sheet.page, self._sheet.page_number
        box = page.footer, page.left, round(number.size * 10 * _NUMBER_LINE), page.text_width
        made = {}
        for name, align in (("default", "right"), ("even", "left")) if lying else ():
            made[f"Turned_{name}"] = oxml.turned_page_number(oxml.numbered(self._sheet, align), *box)
        if unnumbered:
            made["None"] = oxml.page_number("<w:p/>")
        return [
            Part(f"dr{name}", "footer", f"word/footer{name}.xml", data.encode("utf-8"), _FOOTER)
            for name, data in made.items()
        ]

    def last(self, letter: bool, apart: bool = False) -> str:
        """The properties of the last section. A letter's first page shows no number (10.1); an imprint that stands `apart`
        begins on an even page, and neither that nor an empty one before it has one (7.5).
        """
        last = self._upright.replace(_GRID, f"<w:titlePg/>{_GRID}", 1) if letter else self._upright
        if not apart:
            return last
        return _REFERENCE.sub(r'\1drNone"', last).replace("<w:pgSz ", '<w:type w:val="evenPage"/><w:pgSz ', 1)

    def close(self, out: list[str], landscape: bool) -> None:
        """Ends a section with the last of these paragraphs; nothing where there is none."""
        if not out:
            return
        own = self.turned if landscape else self._upright
        before, end, after = out[-1].partition("</w:pPr>")
        if end and "<w:sectPr" not in before:
            out[-1] = f"{before}{own}{end}{after}"
        else:
            out.append(f"<w:p><w:pPr>{own}</w:pPr></w:p>")
