"""PDF files changed object by object, with a table of contents that is true."""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Sequence

from tests.fuzzing.oddities import NUMBERS, often

_TOKEN = re.compile(
    rb"<<|>>|\[|\]|/[\w#+-]*|\d+ 0 R|-?\d[\d.]*|\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>|[A-Za-z'\"*]+"
)
_BRACKETS = (b"<<", b">>", b"[", b"]")
_NAMES = (
    b"/FlateDecode", b"/LZWDecode", b"/ASCIIHexDecode", b"/ASCII85Decode", b"/RunLengthDecode", b"/Crypt", b"/Identity-H", b"/Identity-V",
    b"/GBK-EUC-H", b"/Type0", b"/Type1", b"/Type3", b"/TrueType", b"/Form", b"/Image", b"/Page", b"/Pages", b"/ObjStm", b"/XRef", b"/None",
)  # fmt: skip
_WORDS = (
    b"q", b"Q", b"BT", b"ET", b"Tj", b"TJ", b"'", b"Do", b"cm", b"Tm", b"Td", b"T*", b"re", b"S", b"l", b"m", b"BI", b"EI", b"BMC", b"EMC",
)  # fmt: skip

SAYING = 0.95
"""How often what a page says is changed, and not what it is: few files survive that."""


def seed() -> bytes:
    """A file of two pages of Chinese text and a ruled table, and a form that both draw."""
    font = b"<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>"
    cid = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/W[1[500 600] 3 9 1000]>>"
    unicode = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
        b"2 beginbfrange <0001> <00FF> <4E00> <0100> <0101> [<7532> <4E59>] endbfrange 1 beginbfchar <0200> <3002> endbfchar endcmap end"
    )
    line = b" ".join(
        b"<%s> Tj 0 -20 Td" % b"".join(b"%04X" % n for n in range(at, at + 20)) for at in (1, 40, 80)
    )
    rule = (
        b"50 100 200 0.5 re f 50 150 200 0.5 re f 50 100 0.5 50 re f 250 100 0.5 50 re f 150 100 0.5 50 re f"
    )
    page = b"q BT /F1 16 Tf 1 0 0 1 60 700 Tm %s [<00010002> -250 <0100>] TJ (abc) ' ET %s /X1 Do Q" % (
        line,
        rule,
    )
    pages = [
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate 0/Contents %d 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X1 8 0 R>>>>>>" % at
        for at in (9, 10)
    ]  # fmt: skip
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 200 200]/Matrix[1 0 0 1 0 0]/Resources<</Font<</F1 5 0 R>>>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>", *pages, font, cid,
        _stream(b"<<>>", unicode), _stream(form, b"BT /F1 12 Tf 10 10 Td <00050006> Tj ET"), _stream(b"<<>>", page), _stream(b"<<>>", page),
    ]  # fmt: skip
    return assembled(objects)


def mutated(rng: random.Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    """The file with a few values, entries or operators of its objects changed."""
    objects = [_taken_apart(body) for body in re.findall(rb"\d+ 0 obj\s(.*?)\sendobj", data, re.DOTALL)]
    for _ in range(rng.choice((1, 1, 2, 3, 5))):
        saying = [at for at, (_, content) in enumerate(objects) if content]
        at = rng.choice(saying) if rng.random() < SAYING else rng.randrange(len(objects))
        head, content = objects[at]
        if content and rng.random() < SAYING:
            objects[at] = head, _changed(rng, content, len(objects))
        else:
            objects[at] = _changed(rng, head, len(objects)), content
    bodies = []
    for head, content in objects:
        bodies.append(_stream(head, content, rng.random() < 0.3) if content else head)
    return assembled(bodies)


def assembled(objects: Sequence[bytes]) -> bytes:
    """A file of these objects, the first its catalogue."""
    whole, places = b"%PDF-1.5\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\n" % (size, table, size)
    return whole + head + b"startxref\n%d\n%%%%EOF\n" % len(whole)


def _stream(head: bytes, content: bytes, packed: bool = False) -> bytes:
    """A stream with this dictionary, its length added and true."""
    if packed:
        content = zlib.compress(content)
        head = head.rstrip().removesuffix(b">>") + b"/Filter/FlateDecode>>"
    return b"%s/Length %d>>\nstream\n%s\nendstream" % (
        head.rstrip().removesuffix(b">>"),
        len(content),
        content,
    )


def _taken_apart(body: bytes) -> tuple[bytes, bytes]:
    """An object's dictionary without its length, and its stream."""
    head, _, rest = body.partition(b"\nstream\n")
    return re.sub(rb"/Length \d+", b"", head), rest.removesuffix(b"\nendstream")


def _changed(rng: random.Random, body: bytes, objects: int) -> bytes:
    """The body with one token changed; brackets stay, so that it reads."""
    tokens = _TOKEN.findall(body)
    free = [at for at, token in enumerate(tokens) if token not in _BRACKETS]
    if not free:
        return body
    at, other = rng.choice(free), rng.choice(free)
    how = rng.randrange(6)
    if how == 0:
        del tokens[at]
    elif how == 1:
        tokens[at:at] = [tokens[at]] * often(rng)
    elif how == 2:
        tokens[at], tokens[other] = tokens[other], tokens[at]
    elif how == 3:
        tokens[at] = b"%d 0 R" % rng.randrange(1, objects + 2)
    elif how == 4:
        depth = rng.choice((1, 5, 300))
        tokens[at : at + 1] = [b"["] * depth + [tokens[at]] + [b"]"] * depth
    else:
        tokens[at] = _odd(rng, tokens[at])
    return b" ".join(tokens)


def _odd(rng: random.Random, token: bytes) -> bytes:
    """Something of the same kind as the token."""
    if token.startswith(b"/"):
        return rng.choice(_NAMES)
    if token.startswith((b"(", b"<")):
        return rng.choice(
            (b"()", b"(%s)" % (b"a" * 5000), b"<>", b"<0001>", b"<D800>", b"<%s>" % (b"0001" * 3000))
        )
    if token[:1].isalpha():
        return rng.choice(_WORDS)
    return rng.choice([number.encode() for number in NUMBERS if number.isascii()])
