"""What styles have from those that they are based on."""

from __future__ import annotations

import pytest

from drafter.readers.word import styles
from drafter.readers.word.package import Package
from drafter.wordml import DOCUMENT, NAMESPACE, STYLES
from tests.growth import grows_too_fast

RELATIONS = "word/_rels/document.xml.rels"
_OF = "http://schemas.openxmlformats.org"


def read(*rows, sheet=""):
    """The styles 0, 1, 2 … with the style that each is based on and what else it sets."""
    inner = "".join(
        f'<w:style w:styleId="{at}"><w:basedOn w:val="{base}"/>{sets}</w:style>'
        for at, (base, sets) in enumerate(rows)
    )
    relation = (
        f'<Relationship Id="r" Type="{_OF}/officeDocument/2006/relationships/styles" Target="styles.xml"/>'
    )
    parts = {
        DOCUMENT: b"",
        STYLES: f'<w:styles xmlns:w="{NAMESPACE}">{sheet}{inner}</w:styles>'.encode(),
        RELATIONS: f'<Relationships xmlns="{_OF}/package/2006/relationships">{relation}</Relationships>'.encode(),
    }
    return styles.read(Package("x", parts))


LISTED = '<w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="7"/></w:numPr></w:pPr>'
HIDDEN, SHOWN = "<w:rPr><w:vanish/></w:rPr>", '<w:rPr><w:vanish w:val="0"/></w:rPr>'


@pytest.mark.parametrize("count", [2, 40])
def test_a_list_and_hidden_text_are_had_from_any_distance(count):
    """Whichever of the styles stands first in the file."""
    rows = [*((at + 1, "") for at in range(count)), ("", LISTED + HIDDEN)]
    found = read(*rows)

    assert {(style.list, style.depth) for style in found.known.values()} == {("7", 2)}
    assert found.hiding.styles == dict.fromkeys(map(str, range(count + 1)), True)


def test_what_a_style_says_itself_counts():
    """A list without a level has none from the style below; shown text is shown again."""
    found = read(
        ("", LISTED + HIDDEN), ("0", f'<w:pPr><w:numPr><w:numId w:val="8"/></w:numPr></w:pPr>{SHOWN}')
    )

    assert (found.known["1"].list, found.known["1"].depth) == ("8", None)
    assert found.hiding.styles == {"0": True, "1": False}


def test_a_ring_of_styles_ends():
    """Each has what the others set."""
    found = read(("2", ""), ("0", HIDDEN), ("1", ""))

    assert found.hiding.styles["1"] and found.hiding.styles["2"]


def test_styles_on_one_another_take_their_time_and_no_more():
    def rows(size):
        return [("" if not at else at - 1, "") for at in range(size // 8)]

    assert not grows_too_fast(lambda made: read(*made), rows)


def test_what_styles_hide_is_had_from_defaults_and_parts_of_tables():
    """Those of all, of paragraphs and of tables; a part that a style names is over that of its base."""
    part = '<w:tblStylePr w:type="{}"><w:rPr><w:vanish{}/></w:rPr></w:tblStylePr>'
    sheet = (
        "<w:docDefaults><w:rPrDefault>" + HIDDEN + "</w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="段"/>'
        f'<w:style w:type="table" w:default="1" w:styleId="表">{part.format("firstRow", "")}{part.format("lastRow", "")}</w:style>'
        f'<w:style w:type="table" w:styleId="子"><w:basedOn w:val="表"/>{part.format("lastRow", " w:val=!0!").replace("!", chr(34))}</w:style>'
    )
    hiding = read(sheet=sheet).hiding

    assert (hiding.always, hiding.default, hiding.default_table) == (True, "段", "表")
    assert hiding.styles == {"段": None, "表": None, "子": None}
    assert hiding.tables == {
        "表": {"firstRow": True, "lastRow": True},
        "子": {"firstRow": True, "lastRow": False},
    }
