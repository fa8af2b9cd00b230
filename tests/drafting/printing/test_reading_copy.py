"""The copy that a speaker reads from."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.drafting.printing import reading_copy
from drafter.drafting.printing.formats import produce
from drafter.model.document import Paragraph, Role, plain
from drafter.office import libreoffice
from drafter.session import lexicons
from drafter.speaking import readings
from tests.builders import session
from tests.conftest import required

OUTLINE = """模板: 部署讲话
标题: 仝勇在推进会上的讲话
称谓: [同志们]
注音: {仝勇: tóng yǒng}
成绩:
  小标题: 成绩
  导语: 仝勇同志说，办理286.4万件，不能一蹴而就。
任务:
  小标题: 任务
  要点:
    - 标题: 做事
      正文: 把全市各级政务服务大厅的受理窗口并且连同乡镇便民服务中心一起接入平台。
结尾: 谢谢大家！
"""


def drafted(style="大字版"):
    at = session()
    return at, production.from_outline(at, OUTLINE, "讲话.yaml", Options(style=style))


@pytest.fixture
def xml():
    at, draft = drafted()
    with zipfile.ZipFile(io.BytesIO(produce(at, draft, "docx"))) as archive:
        return archive.read("word/document.xml").decode("utf-8")


def dressed():
    at, draft = drafted()
    words = lexicons.word_list(at, "读音") | dict(draft.readings)
    return draft.bound.document, reading_copy.dressed(
        draft.bound.document, at.stylesheets.named("大字版"), words, 180
    )


def test_the_text_stays_what_it_is():
    """The aids are no part of it: paragraph by paragraph the same characters."""
    before, after = dressed()

    said = [plain(b.content) for b in before.blocks if isinstance(b, Paragraph)]
    assert [plain(b.content) for b in after.blocks if isinstance(b, Paragraph)][: len(said)] == said


def test_words_of_the_outline_and_of_the_list_are_read_above(xml):
    """仝勇 by the outline, 蹴 by the shipped list."""
    ruby = re.findall(r"<w:rt>.*?<w:t>(.*?)</w:t>.*?<w:rubyBase>.*?<w:t[^>]*>(.*?)</w:t>", xml)

    assert ("tóng", "仝") in ruby and ("yǒng", "勇") in ruby
    assert ("cù", "蹴") in ruby


def test_each_part_has_its_minutes_in_the_margin():
    """At its first paragraph, with the time so far."""
    _, after = dressed()
    asides = {
        block.aside.split("\n")[0]: plain(block.content)
        for block in after.blocks
        if getattr(block, "aside", "")
    }

    assert any("成绩" in text for text in asides.values())
    assert all(re.fullmatch(r"约[\d.]+分", aside) for aside in asides)


def test_breath_and_rest_are_marked(xml):
    """A breath in the long clause, a rest before the next part."""
    assert "∧" in xml
    assert "∥" in xml


def test_the_figures_stand_on_a_last_page(xml):
    """As written and as said."""
    assert "数字读法" in xml
    assert "二百八十六点四万" in xml


def test_pages_are_numbered_x_of_y():
    """In the footer, with fields."""
    at, draft = drafted()
    with zipfile.ZipFile(io.BytesIO(produce(at, draft, "docx"))) as archive:
        footers = "".join(
            archive.read(n).decode() for n in archive.namelist() if "footer" in n and n.endswith("xml")
        )

    assert " NUMPAGES " in footers and " PAGE " in footers


def test_other_styles_carry_no_aid():
    """A speech as it is handed out has none."""
    at, draft = drafted("讲话稿")

    assert (
        reading_copy.dressed(draft.bound.document, at.stylesheets.named("讲话稿"), {}, 180)
        is draft.bound.document
    )


def test_libreoffice_shows_the_pinyin_above_its_character(soffice):
    """In the PDF the reading lies higher than the character and over it."""
    required("pypinyin", readings.can_guess())
    import pdfplumber

    at, draft = drafted()
    with pdfplumber.open(io.BytesIO(libreoffice.pdf(produce(at, draft, "docx")))) as pdf:
        chars = [char for page in pdf.pages for char in page.chars]
    base = next(char for char in chars if char["text"] == "蹴")
    above = [c for c in chars if c["text"] in ("c", "ù") and c["size"] < base["size"] * 0.7]

    assert {c["text"] for c in above} >= {"c"}
    assert all(c["bottom"] <= base["top"] + base["size"] * 0.5 for c in above)
    assert all(base["x0"] - 3 <= c["x0"] <= base["x1"] + 3 for c in above)


def test_the_roles_that_are_read_are_dressed_and_no_others():
    """A title is not read aloud."""
    _, after = dressed()
    title = next(b for b in after.blocks if isinstance(b, Paragraph) and b.role is Role.TITLE)

    assert all(type(inline).__name__ == "Text" for inline in title.content)


def test_its_pages_are_those_of_the_copy_and_not_of_the_draft():
    """The list of figures stands on a page of its own."""
    at, draft = drafted()
    speech = production.measured(*drafted("讲话稿"))
    copy = production.measured(at, draft)

    assert (speech.pages, copy.pages) == (1, 2)
    assert (copy.characters, copy.minutes) == (speech.characters, speech.minutes)
