"""YAML text into nodes: strings stay strings, nothing unfolds, every node knows its place."""

from __future__ import annotations

import time

import pytest

from drafter.readers.yaml import nodes as yaml_nodes
from drafter.readers.yaml import parser
from drafter.readers.yaml.paragraphs import paragraphs


def scalars(text):
    root, problems = parser.parse(text, "x")
    assert problems == []
    return list(yaml_nodes.walk(root))


@pytest.mark.parametrize("text", ["NO", "on", "0123", "12:30", "2024-13-01", "1e3", "=", ".5", "yes"])
def test_strings_stay_strings(text):
    """What an office types is text, whatever YAML would make of it."""
    assert [s.text for s in scalars(f"a: {text}")] == [text]


def test_places_count_from_one():
    """Line and column are those that an editor shows."""
    (node,) = scalars("甲:\n  - 乙")

    assert (node.line, node.column) == (2, 5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 汉字\n  接着 写\n  and English\n  words", ("汉字接着 写and English words",)),
        ("a: 一段\n\n  二段", ("一段", "二段")),
        ("a: |\n  一行\n  二行\n\n  三行", ("一行二行", "三行")),
        ("a: >\n  一行\n  二行\n\n  三行", ("一行二行", "三行")),
        ("a: '单引\n  号'", ("单引号",)),
        ('a: "双引\n  号\\t后"', ("双引号\t后",)),
        ("a: 　　全角空格起头", ("全角空格起头",)),
        ("a:", ()),
        ("a: null", ()),
        ("a: 'null'", ("null",)),
    ],
)
def test_lines_of_one_text_are_joined_as_chinese_is_written(text, expected):
    """No space where Han characters meet; a blank line parts paragraphs; all styles alike."""
    (node,) = scalars(text)

    assert paragraphs(node) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &x 1", "yaml-alias"),
        ("a: [&x 1, *x]", "yaml-alias"),
        ("a: &x {b: 1}", "yaml-alias"),
        ("a: &x [b]", "yaml-alias"),
        ("a: !!map {b: 1}", "yaml-tag"),
        ("a: !!seq [b]", "yaml-tag"),
        ("<<: {a: 1}", "merge-key"),
        ("a: !!python/object:os.system 1", "yaml-tag"),
        ("a: 1\n---\nb: 2", "second-document"),
        ("[" * 60, "too-deep"),
        ("a: \x00", "bad-character"),
        ("a: \ud800", "bad-character"),
        ("? [a]\n: b", "bad-key"),
        ("a: b: c", "yaml-syntax"),
        ("a: [1, 2", "yaml-syntax"),
        ('a: "x', "yaml-syntax"),
        ("\tb: 1", "yaml-syntax"),
    ],
)
def test_what_an_outline_may_not_hold_is_refused_with_its_place(text, code):
    """One problem at least, with a line."""
    root, problems = parser.parse(text, "x")

    assert root is None
    assert code in [p.code for p in problems]
    assert all(p.place.line for p in problems)


def test_a_merge_bomb_is_refused_at_once():
    """A file of a few hundred bytes that takes safe_load hours is refused on the way."""
    bomb = "\n".join(
        ["a0: &a0 {x: 1}"] + [f"a{i}: &a{i} {{<<: [*a{i - 1}, *a{i - 1}]}}" for i in range(1, 30)]
    )
    start = time.process_time()

    root, _ = parser.parse(bomb, "x")

    assert root is None
    assert time.process_time() - start < 20


@pytest.mark.parametrize(("depth", "codes"), [(50, []), (51, ["too-deep"])])
def test_fifty_levels_are_read_and_one_more_is_not(depth, codes):
    """Lists and mappings alike."""
    for text in ("[" * depth + "]" * depth, "{a: " * (depth - 1) + "{}" + "}" * (depth - 1)):
        assert [p.code for p in parser.parse(text, "x")[1]] == codes


TREE = "甲:\n  - 乙: {丙: 丁}\n    戊: [己, 庚]\n  - 辛\n甲: 又\n"


def read(text):
    root, problems = parser.parse(text, "x")
    assert problems == []
    return root


def test_every_node_knows_its_place():
    """Lists and mappings stand where their first item does, or their bracket."""
    root = read(TREE)
    one = root.pairs[0][1]
    inner = one.items[0]

    def at(node):
        return node.place.line, node.place.column

    assert [at(node) for node in (root, one, inner)] == [(1, 1), (2, 3), (2, 5)]
    assert [at(value) for _, value in inner.pairs] == [(2, 8), (3, 8)]
    assert {node.place.source for node in (root, one, inner)} == {"x"}


def test_every_value_knows_the_path_that_leads_to_it():
    """Lists count from one; the root has none, and a key is no value."""
    root = read(TREE)

    assert [(node.text, node.key) for node in yaml_nodes.walk(root)] == [
        ("丁", "甲[1].乙.丙"), ("己", "甲[1].戊[1]"), ("庚", "甲[1].戊[2]"), ("辛", "甲[2]"), ("又", "甲"),
    ]  # fmt: skip
    assert (root.key, root.pairs[0][0].key) == ("", "")
    assert [node.key for node in yaml_nodes.walk(read("[甲, [乙]]"))] == ["[1]", "[2][1]"]
    assert list(yaml_nodes.walk(None)) == []


def test_a_mapping_gives_the_first_of_these_spellings():
    """As they stand in the file; a repeated key stays in."""
    root = read("甲: 1\n乙: 2\n甲: 3\n")

    assert (root.get("乙", "甲").text, root.get("乙").text, root.get("丙")) == ("1", "2", None)
    assert len(root.pairs) == 3


def test_a_scalar_was_taken_for_nothing_until_it_is_read():
    """Then its characters have places."""
    (node,) = scalars("a: 甲乙")

    assert node.said == "" and node.plain and node.raw is None
    node.said = node.text
    assert (node.span(0, 2), node.span(1, 1)) == ((3, 5), (4, 4))


@pytest.mark.parametrize(
    ("text", "said", "start", "end", "span"),
    [
        ("a: '甲乙'", "甲乙", 0, 1, (4, 5)),
        ("a: '甲乙'", "甲乙", 1, 2, (5, 6)),
        ("a: '甲乙'", "甲乙", 0, 2, (4, 6)),
        ("a: '甲乙'", "甲乙", 2, 2, (6, 6)),
        ("a: '甲乙'", "甲乙", 1, 3, (5, 5)),
        ("a: '甲乙'", "甲乙", 9, 9, (6, 6)),
        ("a: ''", "", 0, 0, (3, 3)),
        ("a: |\n  甲\n  乙", "甲乙", 1, 2, (11, 12)),
        ("a: 甲\n  乙", "甲乙", 0, 2, (3, 8)),
    ],
)
def test_characters_stand_from_their_first_to_behind_their_last(text, said, start, end, span):
    """What is not there stands behind the last; an end that is not there is the start."""
    (node,) = scalars(text)
    node.said = said

    assert node.span(start, end) == span


def test_another_text_in_the_same_place_is_plain():
    """Place, path and file are those of the one that was typed."""
    (node,) = scalars("甲: {乙: '丙'}")
    other = node.respelt("丁")

    assert (other.text, other.plain, other.place, other.key) == ("丁", True, node.place, "甲.乙")
    assert (other.start, other.end, other.file) == (node.start, node.end, node.file)


@pytest.mark.parametrize(
    ("text", "empty"), [("a:", True), ("a: null", True), ("a: ~", True), ("a: ''", False), ("a: '~'", False), ("a: 无", False)]
)  # fmt: skip
def test_nothing_is_what_was_not_written(text, empty):
    """Or a bare null; what stands in quotes was."""
    (node,) = scalars(text)

    assert node.empty is empty
