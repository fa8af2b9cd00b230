"""How large a picture is set: within the type area, in its own proportions."""

from __future__ import annotations

from drafter.model.document import Picture
from drafter.model.stylesheet import Page

_BELOW = 3
"""Lines of a page that a picture leaves to its name and to what leads to it."""


def size(picture: Picture, page: Page, room: int) -> tuple[int, int]:
    """The width and height in twips of a picture on a line `room` twips wide: as asked for, else its own; never wider than
    the line nor higher than the page.
    """
    image = picture.image
    wanted = picture.width if picture.width > 0 else round(-picture.width * room / 1000) or image.width
    upright = room == page.text_width
    height = page.height - page.top - page.bottom if upright else page.width - page.left - page.right
    scale = min(wanted, room) / image.width
    scale = min(scale, (height - _BELOW * page.line) / image.height)
    return max(round(image.width * scale), 1), max(round(image.height * scale), 1)
