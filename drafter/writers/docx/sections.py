"""The sections of a body: the page as it is prepared, on its side, or as a letter's first."""

from __future__ import annotations

from drafter.model.stylesheet import Page
from drafter.patterns import pattern

_SIZE = pattern(r"<w:pgSz [^>]*/>")
_MARGINS = pattern(r"<w:pgMar [^>]*/>")
_GRID = "<w:docGrid "


class Sections:
    """Section properties made from those of the prepared package; `turned` lies on its side."""

    def __init__(self, properties: str, page: Page) -> None:
        self._upright = properties
        size = f'<w:pgSz w:w="{page.height}" w:h="{page.width}" w:orient="landscape"/>'
        # Turned so that the head of the table lies at the binding edge (GB/T 9704—2012 8).
        margins = (
            f'<w:pgMar w:top="{page.left}" w:right="{page.top}" w:bottom="{page.right}" w:left="{page.bottom}"'
            f' w:header="{page.footer // 2}" w:footer="{page.footer // 2}" w:gutter="0"/>'
        )
        self.turned = _MARGINS.sub(margins, _SIZE.sub(size, properties))

    def last(self, letter: bool) -> str:
        """The properties of the last section; a letter's first page shows no number (10.1)."""
        return self._upright.replace(_GRID, f"<w:titlePg/>{_GRID}", 1) if letter else self._upright

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
