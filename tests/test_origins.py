"""The law of origins: what an inline prints stands in its file, from the character that it names on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.model.document import Added, Gap, Inlines, Lead, Text, Value, paragraphs
from drafter.readers.yaml import nodes as yaml
from drafter.writers import outline_yaml as outline_writer
from tests import strategies
from tests.builders import session
from tests.conftest import SAMPLES

LEAST = 6
"""Characters of the outline that no template says by itself."""

SUPPLIED = 6
"""Characters: a mark, an end mark, 文件 after an issuer; anything longer that has no origin was lost."""


def inlines(content: Inlines, added=False):
    """Every text of a paragraph, and whether the template said it."""
    for inline in content:
        if isinstance(inline, Lead | Added | Value):
            yield from inlines(inline.content, added or isinstance(inline, Added))
        elif isinstance(inline, Text | Gap):
            yield inline, added


def texts(draft):
    """Every text of a draft with its paragraph."""
    for paragraph, content in paragraphs(draft.bound.document):
        for inline, added in inlines(content):
            yield paragraph, inline, added


def broken(draft):
    """The texts that do not stand where they say."""
    return [
        inline
        for _, inline, _ in texts(draft)
        if inline.origin is not None and inline.origin.exact
        if inline.origin.passage.said[inline.origin.offset :][: len(inline.text)] != inline.text
    ]


def nameless(draft):
    """The texts that were typed, as long as they are, and do not say where."""
    return [
        inline.text
        for _, inline, added in texts(draft)
        if inline.origin is None and not added
        if len(inline.text.partition("：")[2] or inline.text.partition("：")[0]) > SUPPLIED
    ]


def drafted(yaml, name, template=""):
    return production.from_outline(session(), yaml, name, Options(template=template))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_text_of_a_sample_stands_where_it_says(path):
    """And every text of the outline says where: without an origin are only marks and the frame's own words."""
    text = path.read_text(encoding="utf-8")
    draft = drafted(text, str(path))

    assert broken(draft) == []
    assert nameless(draft) == []
    typed = {scalar.said for scalar in yaml.walk(draft.loaded.source.root) if len(scalar.said) >= LEAST}
    lost = [inline.text for _, inline, _ in texts(draft) if inline.origin is None]
    assert [(words, said) for said in lost for words in typed if words in said] == []


@pytest.mark.parametrize("path", SAMPLES[::3], ids=lambda path: path.stem)
def test_no_text_of_a_sample_is_lost_where_it_is_printed_as_it_stands(path):
    """原样 adds no end marks; a point keeps its origin all the same."""
    assert nameless(drafted(path.read_text(encoding="utf-8"), str(path), "原样")) == []


@pytest.mark.parametrize("path", SAMPLES[::6], ids=lambda path: path.stem)
def test_a_text_stands_in_the_file_itself(path):
    """Line and column lead to its first character, or to the escape that means it."""
    draft = drafted(path.read_text(encoding="utf-8"), str(path))
    files = {}
    for _, inline, _ in texts(draft):
        if inline.origin is not None and inline.origin.exact:
            place = inline.origin.place
            lines = files.setdefault(place.source, Path(place.source).read_text(encoding="utf-8").split("\n"))
            assert lines[place.line - 1][place.column - 1] == inline.text[0], inline.text


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(strategies.outlines())
def test_every_text_of_any_outline_stands_where_it_says(outline):
    """As it is written to a file and read again."""
    for template in ("原样", "部署讲话"):
        yaml = outline_writer.write(replace(outline, template=template))
        assert broken(drafted(yaml, "大纲.yaml")) == []


def test_a_facts_value_stands_where_the_fact_does(tmp_path):
    """In the outline, in a facts file; a count and a date put in form stand where they were asked for."""
    yaml = "模板: 原样\n标题: 题\n数据:\n  甲: {数值: 12, 单位: 万件}\n主体:\n  导语: 办了{{ 甲 }}，有{{ 条数 }}条。\n  要点: [一。, 二。]\n"
    draft = drafted(yaml, "大纲.yaml")
    at = {inline.text: inline.origin.place for _, inline, _ in texts(draft) if inline.origin}

    assert (at["12"].line, at["12"].column) == (4, 11)
    assert (at["万件"].line, at["万件"].column) == (4, 19)
    assert (at["两"].line, at["两"].column) == (6, 18)

    (tmp_path / "数.yaml").write_text("甲: 99件\n", encoding="utf-8")
    options = Options(facts_files=(tmp_path / "数.yaml",))
    draft = production.from_outline(session(), yaml, "大纲.yaml", options)
    place = next(inline.origin.place for _, inline, _ in texts(draft) if inline.text == "99件")
    assert place.source.endswith("数.yaml") and place.line == 1


def test_the_origin_of_what_is_extended_names_its_file(tmp_path, monkeypatch):
    """Each text stands in the file that it was typed in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "会.yaml").write_text("标题: 下面的题\n称谓: [同志们]\n开头: 下面的话。\n", encoding="utf-8")
    draft = drafted("模板: 原样\n继承: 会\n标题: 上面的题\n", "稿.yaml")
    sources = {inline.text: inline.origin.place.source for _, inline, _ in texts(draft) if inline.origin}

    assert sources["上面的题"] == "稿.yaml"
    assert sources["下面的话。"].endswith("会.yaml")
