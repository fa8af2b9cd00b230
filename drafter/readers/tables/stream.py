"""XML of a workbook, gone through by bare expat: no tree, so that memory is what the reader itself keeps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NoReturn
from xml.parsers import expat

Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class BrokenPart(ValueError):
    """A part that is not read; says why in words for a person."""


def walk(data: bytes, start: Start, end: End | None = None, text: Text | None = None) -> None:
    """Tells of every element by its local name, and of texts, in the order of the part.

    Raises:
        BrokenPart: it is no XML, or has a DTD; what the handlers raise of that kind.

    """
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def first(name: str, attributes: Mapping[str, str]) -> None:
        """Most workbooks give their names no prefix; only where one does is it taken off each."""
        prefix = name.rpartition(":")[0]
        if prefix:
            size = len(prefix) + 1
            parser.StartElementHandler = lambda name, attributes: start(name[size:], attributes)
            if end is not None:
                parser.EndElementHandler = lambda name: end(name[size:])
            start(name[size:], attributes)
        else:
            parser.StartElementHandler = start
            start(name, attributes)

    parser.StartElementHandler = first
    if end is not None:
        parser.EndElementHandler = end
    if text is not None:
        parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_dtd
    try:
        parser.Parse(data, True)
    except BrokenPart:
        raise
    except (expat.ExpatError, LookupError, ValueError) as error:  # a number that is none, an unknown encoding
        raise BrokenPart("里面的数据残缺，读不下去") from error


def _refuse_dtd(*_: object) -> NoReturn:
    raise BrokenPart("里面夹带了 DTD，不是 Excel 写的，为安全起见不读")
