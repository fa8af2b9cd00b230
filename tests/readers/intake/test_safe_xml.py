"""XML from anywhere: what is refused before there is a tree."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from drafter.readers.intake import safe_xml

DTD = "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"


@pytest.mark.parametrize(
    "data",
    [
        DTD.encode(),
        DTD.encode("utf-16"),
        ('<?xml version="1.0" encoding="UTF-16"?>' + DTD).encode("utf-16"),
        (f"<!--{'长' * 5000}-->" + DTD).encode(),
        (f"<!--{'长' * 5000}-->" + DTD).encode("utf-16"),
        ("\n" * 5000 + DTD).encode("utf-16"),
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        b"<!DOCTYPE\na><a/>",
    ],
)
def test_a_dtd_is_refused_wherever_and_in_whatever_encoding_it_stands(data):
    """Before anything that it declares is read."""
    with pytest.raises(safe_xml.UnsafeXml, match="DTD"):
        safe_xml.parsed(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<a>",
        b"<a/><a/>",
        b"\xff\xfe<",
        b"<a b:c='1'/>",
        "<?xml version='1.0' encoding='GBK'?><a>甲</a>".encode("gbk"),
        b"<?xml version='1.0' encoding='none'?><a/>",
        "<a/>".encode("utf-32"),
        b"<a>&b;</a>",
    ],
)
def test_what_is_no_xml_is_said_to_be_none(data):
    """One kind of error, whatever the parser calls it."""
    with pytest.raises(ElementTree.ParseError):
        safe_xml.parsed(data)


@pytest.mark.parametrize("open_tag", [b"<a>", b"<a b='1'>", b"<a b='1' c='2' d='3'>"])
def test_elements_and_attributes_are_counted(open_tag, monkeypatch):
    """As many as the limit are read, one more are not."""
    nodes = 1 + open_tag.count(b"=")
    data = b"<r>" + (open_tag + b"</a>") * 10 + b"</r>"
    monkeypatch.setattr(safe_xml, "MOST_NODES", 1 + 10 * nodes)
    assert len(safe_xml.parsed(data)) == 10

    monkeypatch.setattr(safe_xml, "MOST_NODES", 10 * nodes)
    with pytest.raises(safe_xml.UnsafeXml, match="元素"):
        safe_xml.parsed(data)


def test_depth_is_limited():
    """Whatever goes down the tree may call itself as often."""
    most = safe_xml.MOST_DEPTH
    assert safe_xml.parsed(b"<a>" * most + b"</a>" * most).tag == "a"

    with pytest.raises(safe_xml.UnsafeXml, match="层"):
        safe_xml.parsed(b"<a>" * (most + 1) + b"</a>" * (most + 1))


@given(st.recursive(st.text("甲<&a ", max_size=4), lambda inner: st.lists(inner, max_size=3)))
def test_the_tree_is_the_one_that_lxml_makes(tree):
    """Tags, texts and their order."""
    root = etree.Element("{n}a")
    pending = [(root, tree)]
    while pending:
        parent, said = pending.pop()
        if isinstance(said, str):
            parent.text = said
        else:
            pending += [(etree.SubElement(parent, "{n}b"), one) for one in said]
    read = safe_xml.parsed(etree.tostring(root, encoding="utf-8", xml_declaration=True))

    assert [(one.tag, one.text or "") for one in read.iter()] == [
        (one.tag, one.text or "") for one in root.iter()
    ]
