"""What reading and importing cost grows with the text and no faster, whatever the text is made of."""

from __future__ import annotations

from functools import partial

import pytest

from drafter.importing import guesses, hand, labels, typed
from drafter.library import renewing
from drafter.model import inlines
from drafter.model.library import Volume
from drafter.model.source import Line
from drafter.outlining.form import leftovers, pasted
from drafter.outlining.meaning import official, variables
from drafter.readers import dates, lines, stylesheet_yaml, wordlists
from drafter.readers.library import volume
from drafter.readers.markdown import document as markdown
from drafter.readers.markdown import lines as markdown_lines
from drafter.readers.outline import outline as outline_yaml
from tests.builders import ROLES, session
from tests.growth import RUNS, grows_too_fast, repeated, stretched


def read_outline(text):
    source, _ = outline_yaml.parse(text, "x")
    if source is not None:
        outline_yaml.read(source, ROLES)


def read_stylesheet(text):
    root, _ = stylesheet_yaml.parse(text, "x")
    if root is not None:
        stylesheet_yaml.read(root)


READERS = {
    "lines": lines.split_text,
    "markdown": partial(markdown.read, source="x"),
    "markdown to be checked": markdown_lines.read,
    "outline": read_outline,
    "stylesheet": read_stylesheet,
    "library": lambda text: volume.read(Volume("x", text), lambda _: ROLES),
    "word list": lambda text: wordlists.read(wordlists.Lists(), "错词", text, "x"),
    "renewing": lambda text: list(renewing._REFERENCE.finditer(text)),
    "inlines": lambda text: list(inlines._REFERENCE.finditer(text)),
}
YAML = [
    "a: b\n",
    "- a\n",
    "{{ a }}",
    "{{ 待补=",
    "{{",
    "a: [",
    "a: {",
    "'",
    '"',
    "a：b\n",
    "| a | b |\n",
    "::: 落款\n",
    "# 甲\n",
]


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
def test_a_reader_takes_its_time_and_no_more(reader):
    assert [piece for piece in (*RUNS, *YAML) if grows_too_fast(reader, repeated(piece))] == []


@pytest.mark.parametrize("piece", RUNS)
def test_an_import_takes_its_time_and_no_more(piece):
    """As the whole text, and as the body of a speech."""
    at_hand = session()

    def read(text):
        guesses.imported(at_hand, leftovers.set_aside(lines.split_text(text)))

    body = repeated(piece)
    assert not grows_too_fast(read, body)
    assert not grows_too_fast(read, lambda size: f"在推进会上的讲话\n同志们：\n一、{body(size)}\n")


@pytest.mark.parametrize(
    "piece",
    ["1.\n", "标题：甲\n", "附件1\n", "（甲乙丙丁戊）\n", "甲\n", "我再强调：\n", "强调：\n1.甲\n2.乙\n"],
)
@pytest.mark.parametrize("before", ["", "一、甲\n"])
def test_labels_are_looked_for_once_a_line(piece, before):
    """As lines, of which there are many more than texts of the usual length would have."""

    def made(size):
        return [Line(text, number) for number, text in enumerate((before + piece * (size // 4)).split())]

    assert not grows_too_fast(lambda lines: labels.read(lines, frozenset()), made)


FORMS = [
    (inlines._REFERENCE.findall, "{{待补=", " ", "好"),
    (renewing._REFERENCE.findall, "", "{", "甲"),
    (dates._SPACE.findall, "", " ", "甲"),
    (hand._GAP.findall, "", "甲", "。"),
    (typed._LABELLED.fullmatch, "【甲乙", " ", "甲"),
    (pasted._PIECE.fullmatch, " 篇1", " ", "甲"),
    (pasted._PADDED.fullmatch, "PART", " ", "甲"),
    (official._APART.findall, "", "甲 ", "乙"),
    (official._PRINTED.fullmatch, "甲", " ", "乙"),
    (variables._LABEL.findall, "", "甲", "。"),
    (variables._VERBS.findall, "", "达", "甲"),
    (variables._SPLIT.findall, "", "甲", "乙"),
]
"""Patterns, as they are used, with the row in a text that each once went through again and again."""


@pytest.mark.parametrize(("find", "before", "row", "behind"), FORMS)
def test_a_pattern_goes_through_a_row_once(find, before, row, behind):
    assert not grows_too_fast(find, stretched(before + behind, len(before), row))
