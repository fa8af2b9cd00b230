"""What styles have from those that they are based on."""

from __future__ import annotations

import pytest

from drafter.readers.word import styles
from drafter.readers.word.package import Package
from drafter.wordml import DOCUMENT, NAMESPACE, STYLES
from tests.growth import grows_too_fast

RELATIONS = "word/_rels/document.xml.rels"
_OF = "http://schemas.openxmlformats.org"


def read(*rows):
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
        STYLES: f'<w:styles xmlns:w="{NAMESPACE}">{inner}</w:styles>'.encode(),
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
    assert len(found.hidden) == count + 1


def test_what_a_style_says_itself_counts():
    """A list without a level has none from the style below; shown text is shown again."""
    found = read(
        ("", LISTED + HIDDEN), ("0", f'<w:pPr><w:numPr><w:numId w:val="8"/></w:numPr></w:pPr>{SHOWN}')
    )

    assert (found.known["1"].list, found.known["1"].depth) == ("8", None)
    assert found.hidden == {"0"}


def test_a_ring_of_styles_ends():
    """Each has what the others set."""
    found = read(("2", ""), ("0", HIDDEN), ("1", ""))

    assert found.hidden >= {"1", "2"}


def test_styles_on_one_another_take_their_time_and_no_more():
    def rows(size):
        return [("" if not at else at - 1, "") for at in range(size // 8)]

    assert not grows_too_fast(lambda made: read(*made), rows)
