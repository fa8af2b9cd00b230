"""Pictures in a Word file: each a drawing on a line of its own (ECMA-376 part 1, 20.4.2.8, 20.2.2.5), and its image a part."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.layout import pictures
from drafter.measures import EMUS_PER_TWIP
from drafter.model.document import Image, Picture
from drafter.writers.docx.package import Part
from drafter.writers.docx.pen import Pen

_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
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
    across, down = (side * EMUS_PER_TWIP for side in pictures.size(block, pen.stylesheet.page, room))
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


def parts(images: Sequence[Image]) -> list[Part]:
    """The images as parts, in the order in which the text names them."""
    return [
        Part(
            _id(number),
            "image",
            f"word/media/{_id(number)}.{image.suffix}",
            image.data,
            f"image/{image.suffix}",
        )
        for number, image in enumerate(images, 1)
    ]
