"""The pen of a Word file's body: how long a node may be."""

from __future__ import annotations

from drafter.writers.docx import pen


def test_a_text_of_a_million_characters_is_one_node_and_a_longer_one_is_parted(monkeypatch):
    """Readers on libxml2 refuse a node of ten million bytes; nothing is lost between two."""
    assert pen._LONGEST_NODE == 1_000_000
    monkeypatch.setattr(pen, "_LONGEST_NODE", 3)
    node = '<w:t xml:space="preserve">{}</w:t>'.format

    assert pen._text("甲乙丙") == node("甲乙丙")
    assert pen._text("甲乙丙丁") == node("甲乙丙") + node("丁")
    assert pen._text("甲乙丙丁戊己庚") == node("甲乙丙") + node("丁戊己") + node("庚")
