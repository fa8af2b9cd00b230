"""What Word keeps as the code of an EQ field, as its page shows it."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from drafter import equations


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        (r' EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(zhé),喆) ', "喆"),
        (r" eq \o\ac(○,1) ", "①"),
        (r" eq \o\ac(□,某) ", "某"),
        (r" eq \o(\s\up 5(宣传),\s\do 2(文旅)) ", "宣传文旅"),
        (r" EQ \F(1,3) ", "1/3"),
        (r" EQ \r(3,x) ", "√x"),
        (" PAGE ", ""),
        ("EQ " + r"\x(" * 100, ""),
    ],
)
def test_the_characters_that_a_field_shows(code, shown):
    assert equations.shown(code) == shown


@given(st.text(alphabet="\\(),;oacsup 1○喆", max_size=60))
def test_no_code_is_too_odd(code):
    """Half a field is one too."""
    assert isinstance(equations.shown("EQ " + code), str)
    assert len(equations.reading("EQ " + code)) == 2


def word(code):
    """A Word file in which a name has a field without a result."""
    document = docx.Document()
    paragraph = document.add_paragraph("请王")
    for kind in ("begin", code, "end"):
        run = paragraph.add_run()
        name = "w:fldChar" if kind in ("begin", "end") else "w:instrText"
        element = OxmlElement(name)
        if name == "w:fldChar":
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = kind
        run._r.append(element)
    paragraph.add_run("同志通报情况。")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_no_character_of_a_name_is_lost(drafter, tmp_path):
    """On the way in and in check; its reading is told."""
    (tmp_path / "稿.docx").write_bytes(word(r" EQ \o\ad(\s\up 9(zhé),喆) "))
    made = drafter("import", "稿.docx", "-o", "-")

    assert "请王喆同志通报情况。" in made.out
    assert "“喆”上面的注音 zhé" in made.err
