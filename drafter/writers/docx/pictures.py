"""Pictures in a Word file: each a drawing on a line of its own (ECMA-376 part 1, 20.4.2.8, 20.2.2.5), and its image a part
that the text names (part 2, 9 and 10).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drafter.layout import pictures
from drafter.model.document import Image, Picture
from drafter.writers.docx.pen import Pen

CONTENT_TYPES = "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_END = "</Relationships>"
_NONE = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{_END}'
_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
_EMU = 635
"""English metric units of a twip."""

_SINGLE = '<w:spacing w:line="240" w:lineRule="auto"/>'
"""An exact pitch would cut the picture off."""


def paragraph(block: Picture, pen: Pen, room: int, new_page: bool) -> str:
    """The picture on a line of its own, `room` twips wide; the pen keeps its image."""
    number = len(pen.images) + 1
    pen.images.append(block.image)
    return pen.paragraph(
        "picture", f"{'<w:pageBreakBefore/>' if new_page else ''}{_SINGLE}", _run(block, pen, number, room)
    )


def _run(block: Picture, pen: Pen, number: int, room: int) -> str:
    across, down = (side * _EMU for side in pictures.size(block, pen.stylesheet.page, room))
    turned = block.image.turned
    own = (down, across) if turned % 180 else (across, down)  # the image itself lies on its side
    turn = f' rot="{turned * 60_000}"' if turned else ""
    extent = f'cx="{own[0]}" cy="{own[1]}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWN}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {extent}/><wp:docPr id="{number}" name="图片 {number}"/><a:graphic xmlns:a="{_DRAWN}/main">'
        f'<a:graphicData uri="{_DRAWN}/picture"><pic:pic xmlns:pic="{_DRAWN}/picture"><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="图片 {number}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{_id(number)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
        f'<a:xfrm{turn}><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _id(number: int) -> str:
    return f"drImage{number}"


def parts(images: Sequence[Image], relations: str, there: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts of a package of ours that these images add or change: `relations` is the part with the relationships of
    the text, which it may lack yet.
    """
    types = there[CONTENT_TYPES].decode("utf-8")
    made: dict[str, bytes] = {}
    related = ""
    for number, image in enumerate(images, 1):
        name = f"word/media/{_id(number)}.{image.suffix}"
        made[name] = image.data
        related += f'<Relationship Id="{_id(number)}" Type="{_OFFICE}/image" Target="/{name}"/>'
        known = f'Extension="{image.suffix}"'
        if known not in types:
            kind = f'<Default {known} ContentType="image/{image.suffix}"/>'
            types = types.replace("<Default ", f"{kind}<Default ", 1)
    before = there.get(relations, _NONE.encode()).decode("utf-8")
    made[relations] = before.replace(_END, f"{related}{_END}").encode("utf-8")
    return made | {CONTENT_TYPES: types.encode("utf-8")}
