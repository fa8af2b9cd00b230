"""The pen of a Word file's body: what is one run, and how long a node may be."""

from __future__ import annotations

from drafter.model.document import Gap, Text, Value
from drafter.writers.docx import pen
from tests.builders import session


def test_a_text_of_a_million_characters_is_one_node_and_a_longer_one_is_parted(monkeypatch):
    """Readers on libxml2 refuse a node of ten million bytes; nothing is lost between two."""
    assert pen._LONGEST_NODE == 1_000_000
    monkeypatch.setattr(pen, "_LONGEST_NODE", 3)
    node = '<w:t xml:space="preserve">{}</w:t>'.format

    assert pen._text("甲乙丙") == node("甲乙丙")
    assert pen._text("甲乙丙丁") == node("甲乙丙") + node("丁")
    assert pen._text("甲乙丙丁戊己庚") == node("甲乙丙") + node("丁戊己") + node("庚")


def test_a_sentence_is_one_run_whatever_it_was_put_together_from():
    """A gap, which is marked, is one by itself."""
    at = session()
    sheet = at.stylesheets.named("公文")
    names = {style.word_name: "X" for style in (*sheet.paragraphs.values(), *sheet.characters.values())}
    written = pen.Pen(sheet, names)
    fact = Value((Text("17起"),))

    assert written.runs((Text("事故"), fact, Text("。")), "").count("<w:r>") == 1
    assert written.runs((Text("事故"), Gap("起数", "〔待补：起数〕"), fact), "").count("<w:r>") == 3
