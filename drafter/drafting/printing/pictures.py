"""Pictures that an outline or a draft asks for, read and put on lines of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath, PureWindowsPath

from drafter import measures
from drafter.model.document import (
    Added,
    Attachment,
    Block,
    Document,
    Gap,
    Image,
    Inline,
    Inlines,
    Lead,
    Paragraph,
    Picture,
    Pictured,
    Role,
    Table,
    Text,
    plain,
)
from drafter.model.inlines import spoken
from drafter.model.words import Origin, typed
from drafter.patterns import pattern
from drafter.problems import InputProblem, Place, Problem, Severity
from drafter.readers import images
from drafter.session.session import Session
from drafter.storage import files, paths

_SHARE = pattern(r"(\d{1,3}(?:\.\d)?)\s?[%％]")
_BARE = pattern(r"\d{1,2}(?:\.\d{1,2})?")
_STOPS = "。；，、：！？"
_WAY = "图片放在大纲旁边的文件夹里，写相对路径，如 图/走势.png；格式用 PNG 或 JPG"


def placed(session: Session, document: Document, name: str) -> tuple[Document, tuple[Problem, ...]]:
    """The document with its pictures as blocks, and a warning for each that cannot be embedded: a gap stands in its
    place. `name` is the file that was drafted.

    Raises:
        InputProblem: a path leads out of the folder of the file in which it stands.

    """
    if not any(map(_asks, document.blocks)):
        return document, ()
    placer = _Placer(session, name)
    return Document(tuple(placer.blocks(document.blocks))), tuple(placer.problems)


def _asks(block: Block) -> bool:
    match block:
        case Paragraph():
            return _holds(block.content)
        case Table(rows):
            return any(_holds(cell) for row in rows for cell in row)
        case Attachment(inner):
            return any(map(_asks, inner))
        case _:
            return False


def _holds(content: Inlines) -> bool:
    return any(
        type(one) is Pictured or (isinstance(one, Lead | Added) and _holds(one.content)) for one in content
    )


class _Placer:
    """Goes through the blocks once; `problems` gather on the way."""

    def __init__(self, session: Session, name: str) -> None:
        self.session = session
        self.name = name
        self.problems: list[Problem] = []

    def blocks(self, blocks: tuple[Block, ...]) -> Iterator[Block]:
        for block in blocks:
            match block:
                case Paragraph() if _holds(block.content):
                    yield from self._paragraph(block)
                case Attachment(inner, landscape):
                    yield Attachment(tuple(self.blocks(inner)), landscape)
                case Table(rows):
                    yield Table(tuple(tuple(self._cell(cell) for cell in row) for row in rows))
                case _:
                    yield block

    def _cell(self, cell: Inlines) -> Inlines:
        """A cell has no room for pictures: their names stand there."""
        return tuple(Text(one.caption) if isinstance(one, Pictured) else one for one in cell)

    def _paragraph(self, block: Paragraph) -> Iterator[Block]:
        """What the paragraph says, and below it its pictures, each with its name."""
        found: list[Pictured] = []
        words = _without(block.content, found)
        if plain(words).strip(_STOPS):
            yield replace(block, content=words)
        for one in found:
            yield self._picture(one)
            if one.caption:
                yield Paragraph(Role.CAPTION, spoken(_named(one)))

    def _picture(self, asked: Pictured) -> Block:
        place = asked.origin.place if asked.origin else Place(self.name)
        width = _twips(asked.width)
        if width is None:
            hint = "写成 10厘米、100毫米，或版心宽的 60%"
            self._warn(f"图片宽度“{asked.width[:20]}”看不懂，照图片自己的大小放", place, hint)
        image, why = self._image(asked.file, place)
        if not image:
            self._warn(f"图片 {asked.file[:60]} {why}，没有放进去", place, _WAY)
            return Paragraph(
                Role.BODY, (Gap(f"图片 {asked.file}", f"〔待补：图片 {asked.file}〕", asked.origin),)
            )
        return Picture(asked.file, image, width or 0)

    def _image(self, file: str, place: Place) -> tuple[Image | None, str]:
        """The image of this path; without one, why."""
        path = self._inside(file, place)
        if not paths.is_file(path):
            return None, "没有找到"
        if paths.size(path) > images.LARGEST:
            return None, f"超过 {images.LARGEST // 1_000_000} MB"
        data = self.session.once(
            ("image", str(path), paths.changed(path)), lambda: files.read_bytes(path, file)
        )
        return images.read(data), "不是 Word 能显示的图片，或已损坏"

    def _inside(self, file: str, place: Place) -> Path:
        """The path below the folder of the file that names it."""
        written = PurePosixPath(file.replace("\\", "/"))
        folder = paths.real(self.session.base / Path(place.source or self.name).parent)
        path = paths.real(folder / written)
        if written.is_absolute() or PureWindowsPath(file).drive or not path.is_relative_to(folder):
            hint = "把图片复制到大纲旁边的文件夹里，写相对路径"
            raise InputProblem(
                Problem("unsafe-path", f"图片 {file[:60]} 不在大纲的文件夹里，不读", place, hint=hint)
            )
        return path

    def _warn(self, message: str, place: Place, hint: str) -> None:
        self.problems.append(Problem("bad-picture", message, place, Severity.WARNING, hint))


def _named(picture: Pictured) -> str:
    """The name of a picture: it stands where the picture is asked for."""
    origin = picture.origin
    return (
        typed(picture.caption, Origin(origin.passage, origin.offset, exact=False))
        if origin
        else picture.caption
    )


def _without(content: Inlines, found: list[Pictured]) -> Inlines:
    """The inlines without pictures, which are `found`; stops that only stood for one go with it."""
    out: list[Inline] = []
    is_behind = False
    for inline in content:
        if isinstance(inline, Pictured):
            found.append(inline)
            is_behind = True
            continue
        if isinstance(inline, Lead | Added):
            inline = replace(inline, content=_without(inline.content, found))
        elif is_behind and isinstance(inline, Text):
            inline = replace(inline, text=_joined(plain(tuple(out)), inline.text))
        out.append(inline)
        is_behind = False
    return tuple(one for one in out if not isinstance(one, Text) or one.text)


def _joined(before: str, text: str) -> str:
    """A text that stood behind a picture, without a stop that what stands before the picture has already."""
    return text.lstrip(_STOPS) if not before or before[-1] in _STOPS else text


def _twips(width: str) -> int | None:
    """A width that is asked for, as `Picture` has it; None where nobody can tell."""
    if not width:
        return 0
    if share := _SHARE.fullmatch(width):
        return -min(round(float(share[1]) * 10), 1000) or None
    width = width.lower().replace("公分", "厘米")
    length = measures.twips(f"{width}cm" if _BARE.fullmatch(width) else width)
    return length if length and length > 0 else None
