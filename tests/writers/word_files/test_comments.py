"""Comments and changes at the very words, in Word files that are not ours."""

from __future__ import annotations

import json
import subprocess
import zipfile

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from drafter import wordml
from drafter.drafting.options import Options
from drafter.drafting.printing.formats import produce
from drafter.drafting.production import from_markdown
from drafter.readers.word import package as word_package
from drafter.readers.word import paragraphs as word_paragraphs
from drafter.wordml import DOCUMENT, W
from drafter.writers.word_files.comments import Annotator
from drafter.writers.word_files.cuts import Note
from tests.builders import session

P = f'<w:body xmlns:w="{wordml.NAMESPACE}"><w:p>%s</w:p></w:body>'
RUN = "<w:r><w:rPr><w:b/></w:rPr><w:t>%s</w:t></w:r>"


def body(*runs):
    """A document of one paragraph with these runs."""
    document = etree.Element(f"{W}document", nsmap={"w": wordml.NAMESPACE})
    document.append(etree.fromstring(P % "".join(RUN % run for run in runs)))
    return document


def text(document):
    paragraph = next(document.iter(wordml.PARAGRAPH))
    return "".join(said for _, said in wordml.shown(paragraph))


def commented(document):
    """What stands between the marks of each comment, by its number."""
    found, open_ones = {}, []
    for element in document.iter():
        number = element.get(f"{W}id")
        if element.tag == f"{W}commentRangeStart":
            open_ones.append(number)
            found[number] = ""
        elif element.tag == f"{W}commentRangeEnd":
            open_ones.remove(number)
        elif element.tag in (f"{W}t", f"{W}delText"):
            for one in open_ones:
                found[one] += element.text
    return list(found.values())


@given(st.lists(st.text("甲乙丙", min_size=1, max_size=4), min_size=1, max_size=4), st.data())
def test_a_comment_stands_at_the_very_characters(runs, data):
    """However the text is cut into runs; the text itself stays, and so does its look."""
    whole = "".join(runs)
    start = data.draw(st.integers(0, len(whole) - 1))
    end = data.draw(st.integers(start + 1, len(whole)))
    document = body(*runs)
    Annotator(document, None, "甲").annotate([Note(1, "看这里", start, end)], tracked=False)

    assert text(document) == whole
    assert commented(document) == [whole[start:end]]
    assert all(
        run.find(f"{W}rPr") is not None for run in document.iter(f"{W}r") if run.find(f"{W}t") is not None
    )


@given(st.lists(st.text("甲乙丙", min_size=1, max_size=4), min_size=1, max_size=4), st.data())
def test_a_tracked_fix_can_be_accepted_and_refused(runs, data):
    """Accepted it gives the new text, refused the old one."""
    whole = "".join(runs)
    start = data.draw(st.integers(0, len(whole) - 1))
    end = data.draw(st.integers(start + 1, len(whole)))
    new = data.draw(st.sampled_from(["", "丁", "丁戊"]))
    document = body(*runs)
    Annotator(document, None, "甲").annotate([Note(1, "改", start, end, new)], tracked=True)
    refused = "".join(
        element.text
        for element in document.iter(f"{W}t", f"{W}delText")
        if not any(above.tag == f"{W}ins" for above in element.iterancestors())
    )

    assert text(document) == whole[:start] + new + whole[end:]
    assert refused == whole


@given(st.lists(st.text("甲乙丙", min_size=1, max_size=4), min_size=1, max_size=4), st.data())
def test_a_fix_for_good_changes_nothing_else(runs, data):
    """Several in one paragraph too."""
    whole = "".join(runs)
    places = sorted(data.draw(st.sets(st.integers(0, len(whole) - 1), max_size=3)))
    document = body(*runs)
    notes = [Note(1, "改", at, at + 1, "丁") for at in places]

    assert len(Annotator(document, None, "甲").replace(notes)) == len(places)
    assert text(document) == "".join("丁" if at in places else char for at, char in enumerate(whole))


DRAFT = """# 在会议上的讲话

::: 称谓
同志们：
:::

**一是抓堤防。**要加固堤防,年底前完工。

二要抓演练，，每个村演练一次。

| 事项 | 时限 |
|---|---|
| 修路,通水 | 年底 |
"""


@pytest.fixture
def word(tmp_path, monkeypatch):
    """A Word file with three defects, one of them in a table."""
    monkeypatch.chdir(tmp_path)
    at = session()
    data = produce(at, from_markdown(at, DRAFT, "稿.md", Options()), "docx")
    (tmp_path / "稿.docx").write_bytes(data)
    return tmp_path / "稿.docx"


def test_the_same_word_file_comes_back_with_its_comments(drafter, word):
    """python-docx reads them, at the paragraphs that the report names."""
    result = drafter("check", "稿.docx", "--annotate", "批注.docx", "--json")
    paragraphs = [problem["paragraph"] for problem in result.json["files"][0]["problems"]]
    document = Document("批注.docx")
    comments = list(document.comments)

    assert paragraphs == [3, 4, 7]
    assert [comment.author for comment in comments] == ["drafter 校对"] * 3
    assert "半角标点" in comments[0].text
    assert commented(etree.fromstring(zipfile.ZipFile("批注.docx").read(DOCUMENT))) == [",", "，，", ","]


def test_the_text_of_an_annotated_file_is_the_old_one_and_of_a_tracked_one_the_new_one(drafter, word):
    """As our reader, which accepts changes, sees them."""
    drafter("check", "稿.docx", "--annotate", "批注.docx")
    drafter("check", "稿.docx", "--annotate", "修订.docx", "--fix")

    def said(name):
        with open(name, "rb") as file:
            return "\n".join(one.text for one in word_paragraphs.read(word_package.read(file.read(), name)))

    assert said("批注.docx") == said("稿.docx")
    assert said("修订.docx") == said("稿.docx").replace(",", "，").replace("，，", "，")


def test_a_second_round_of_comments_is_added_to_the_first(drafter, word):
    """With numbers of their own."""
    drafter("check", "稿.docx", "--annotate", "一.docx")
    drafter("check", "一.docx", "--annotate", "二.docx")
    numbers = [comment.comment_id for comment in Document("二.docx").comments]

    assert len(numbers) == len(set(numbers)) == 6


def test_a_file_of_somebody_else_is_not_overwritten(drafter, word):
    """Exit 4; and the input is no output."""
    (word.parent / "别人的.docx").write_bytes(b"x")

    assert drafter("check", "稿.docx", "--annotate", "别人的.docx").code == 4
    assert drafter("check", "稿.docx", "--annotate", "稿.docx").code == 2


@pytest.mark.parametrize("more", [[], ["--fix"]])
def test_an_annotated_file_is_valid(drafter, word, validator, more):
    """To Microsoft's validator."""
    drafter("check", "稿.docx", "--annotate", "批注.docx", *more)
    said = subprocess.run([validator, "批注.docx"], capture_output=True, text=True).stdout

    assert json.loads(said)["errors"] == []


def test_libreoffice_shows_the_comments_at_the_right_words(drafter, word, soffice):
    """As annotations of an ODT text, each right after its words."""
    drafter("check", "稿.docx", "--annotate", "批注.docx")
    folder = word.parent / "profile"
    command = [
        soffice, f"-env:UserInstallation={folder.as_uri()}", "--headless", "--convert-to", "fodt", "批注.docx",
    ]  # fmt: skip
    subprocess.run(command, cwd=word.parent, capture_output=True, check=True)
    said = (word.parent / "批注.fodt").read_text(encoding="utf-8")
    office = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
    root = etree.fromstring(said.encode())
    found, name = {}, None
    for element in root.iter():
        if element.tag == f"{office}annotation":
            name = element.get(f"{office}name")
            found[name] = element.tail or ""
        elif element.tag == f"{office}annotation-end":
            name = None

    assert list(found.values()) == [",", "，，", ","]


@given(st.lists(st.text("甲乙丙", min_size=1, max_size=4), min_size=2, max_size=5), st.data())
def test_a_fix_moves_no_other_note(runs, data):
    """Whatever the fixes' lengths, each comment stands at its own words, and all changes accepted give
    the text with all fixes.
    """
    whole = "".join(runs)
    cut = sorted(data.draw(st.sets(st.integers(0, len(whole)), min_size=2, max_size=6)))
    spans = list(zip(cut[::2], cut[1::2], strict=False))
    fixes = [data.draw(st.sampled_from(["", "丁", "丁戊己"])) for _ in spans]
    document = body(*runs)
    notes = [Note(1, "看", start, end, fix) for (start, end), fix in zip(spans, fixes, strict=True)]
    Annotator(document, None, "甲").annotate(notes, tracked=True)
    right, at = "", 0
    for (start, end), fix in zip(spans, fixes, strict=True):
        right, at = right + whole[at:start] + fix, end

    assert text(document) == right + whole[at:]
    assert commented(document) == [
        whole[start:end] + fix for (start, end), fix in zip(spans, fixes, strict=True)
    ]


MIXED = (
    "<w:r><w:t>再接</w:t></w:r>"
    '<w:ins w:id="7" w:author="王"><w:r><w:t>再励</w:t></w:r></w:ins>'
    "<w:r><w:t>，办好.</w:t></w:r>"
)


@pytest.mark.parametrize("tracked", [True, False])
def test_words_that_are_partly_another_persons_change_are_left(tracked):
    """They are commented on whole; the fix behind them stands where it belongs."""
    document = etree.Element(f"{W}document", nsmap={"w": wordml.NAMESPACE})
    document.append(etree.fromstring(P % MIXED))
    notes = [Note(1, "错字", 0, 4, "再接再厉"), Note(1, "半角", 7, 8, "。")]
    annotator = Annotator(document, None, "甲")
    if tracked:
        annotator.annotate(notes, tracked=True)
        assert commented(document) == ["再接再励", ".。"]
    else:
        assert annotator.replace(notes) == notes[1:]

    assert text(document) == "再接再励，办好。"


def test_what_stands_beside_the_words_in_a_run_is_not_lost():
    """A footnote's mark, and a tab that was set on purpose: what holds them is not replaced."""
    for beside in ('<w:footnoteReference w:id="2"/>', "<w:tab/>"):
        document = etree.Element(f"{W}document", nsmap={"w": wordml.NAMESPACE})
        document.append(etree.fromstring(P % f"<w:r><w:t>再接再励</w:t>{beside}<w:t>要</w:t></w:r>"))
        tag = etree.fromstring(P % beside).find(f"{W}p")[0].tag
        Annotator(document, None, "甲").replace([Note(1, "错字", 0, 4, "再接再厉")])

        assert next(document.iter(tag), None) is not None


@pytest.mark.parametrize("beside", ["<!-- 注 -->", "<?program data?>"])
def test_a_comment_of_xml_within_a_text_parts_nothing(drafter, tmp_path, beside):
    """Readers and writers both pass over it, so that a finding stands where it was found."""
    from tests.readers.word.test_package import word_file

    xml = f'<w:document xmlns:w="{wordml.NAMESPACE}"><w:body><w:p><w:r><w:t>我们要再{beside}接再励，办好。</w:t></w:r></w:p></w:body></w:document>'
    (tmp_path / "稿.docx").write_bytes(word_file(word_document_xml=xml.encode()))
    drafter("check", "稿.docx", "--annotate", "批注.docx")
    drafter("check", "稿.docx", "--fix")

    assert [one.text for one in Document(str(tmp_path / "批注.docx")).paragraphs] == [
        "我们要再接再励，办好。"
    ]
    assert [one.text for one in Document(str(tmp_path / "稿.docx")).paragraphs] == ["我们要再接再厉，办好。"]


@pytest.mark.parametrize("relations", [None, '<Relationship Id="r9" Type="{}" Target="gone.xml"/>'])
def test_comments_are_related_where_nothing_was_or_what_is_gone(drafter, tmp_path, relations):
    """Word finds them."""
    from tests.readers.word.test_package import word_file

    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    listed = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    data = None if relations is None else listed.format(relations.format(kind)).encode()
    xml = f'<w:document xmlns:w="{wordml.NAMESPACE}"><w:body><w:p><w:r><w:t>要再接再励，办好。</w:t></w:r></w:p></w:body></w:document>'
    parts = {"word__rels_document_xml_rels": data, "word_document_xml": xml.encode()}
    (tmp_path / "稿.docx").write_bytes(word_file(**parts))

    assert drafter("check", "稿.docx", "--annotate", "批注.docx").code == 1
    assert len(Document(str(tmp_path / "批注.docx")).comments)
