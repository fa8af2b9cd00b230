"""Word files from anywhere, opened with care."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from drafter import wordml
from drafter.problems import InputProblem
from drafter.readers.intake import safe_xml
from drafter.readers.word import package as word_package


def word_file(**replaced):
    """A small Word file with some of its parts replaced; None leaves a part out."""
    made = io.BytesIO()
    docx.Document().save(made)
    out = io.BytesIO()
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = replaced.get(name.replace("/", "_").replace(".", "_"), source.read(name))
            if data is not None:
                target.writestr(name, data)
    return out.getvalue()


def refused(data):
    with pytest.raises(InputProblem) as caught:
        package = word_package.read(data, "甲.docx")
        package.xml(wordml.DOCUMENT)
    return caught.value.problems[0].message


def test_a_word_file_is_read_by_its_parts():
    """The body is XML with a root."""
    package = word_package.read(word_file(), "甲.docx")

    assert package.xml(wordml.DOCUMENT).tag.endswith("}document")
    assert package.xml("word/none.xml") is None


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0" + b"0" * 600, "残缺"),
        (b"not a zip file", "不是 Word 文件"),
        (b"", "文件是空的"),
        (word_file()[:-200], "不完整"),
        (word_file(word_document_xml=None), "没有正文"),
        (word_file(word_document_xml=b"<a><b></a>"), "读不通"),
        (word_file(word_document_xml=b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "DTD"),
        (word_file(word_document_xml=b"<a>" + b" " * 60_000_000 + b"</a>"), "大得不正常"),
    ],
    ids=["old", "text", "empty", "cut", "no body", "broken", "entities", "bomb"],
)
def test_what_is_no_word_file_is_refused_in_plain_words(data, said):
    """Old or locked, cut off, without a body, with entities, or swelling without end."""
    assert said in refused(data)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_strict_file_is_read_as_any_other(encoding):
    """Its namespaces are others, its meaning the same, in whatever encoding it is."""
    usual = zipfile.ZipFile(io.BytesIO(word_file())).read("word/document.xml").decode()
    strict = usual.replace(wordml.NAMESPACE, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    data = strict.replace("UTF-8", encoding, 1).encode(encoding)
    package = word_package.read(word_file(word_document_xml=data), "甲.docx")

    assert package.xml(wordml.DOCUMENT).tag == f"{wordml.W}document"


def test_the_parts_of_a_file_are_counted_together(monkeypatch):
    """Each may be as large as one file may, all may not; one that is asked for twice is counted once."""
    package = word_package.read(word_file(), "甲.docx")
    parts = (package.main, *package.related("styles"))
    nodes = sum(1 + len(one.attrib) for part in parts for one in safe_xml.parsed(package.parts[part]).iter())
    spelled = sum(package.parts[part].count(b"xmlns") for part in parts)  # attributes to the counter
    monkeypatch.setattr(safe_xml, "MOST_NODES", nodes + spelled)
    package = word_package.read(word_file(), "甲.docx")
    assert all(package.xml(part) is package.xml(part) is not None for part in parts)

    monkeypatch.setattr(safe_xml, "MOST_NODES", nodes + spelled - 1)
    package = word_package.read(word_file(), "甲.docx")
    with pytest.raises(InputProblem, match="元素"):
        [package.xml(part) for part in parts]
