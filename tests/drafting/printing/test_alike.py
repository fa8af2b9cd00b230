"""Drafts of one outline that only its facts tell apart: printed together as each would be by itself."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from drafter.drafting import production
from drafter.drafting.binding import find_settled
from drafter.drafting.options import Options
from drafter.drafting.printing.alike import find_alike
from drafter.drafting.printing.formats import produce
from drafter.model.outline import FactValue
from tests.builders import session

SHIPPED = sorted(Path("outlines").resolve().glob("*.yaml"))
VALUES = ("〔待补：数〕", "", "3", "一千二百三十四万五千六百七十八", "<甲>&乙县", "很长的一个说法，" * 12)


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("final", [False, True])
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_outline_prints_row_by_row_as_it_prints_alone(path, final):
    """Every part of the Word file is the same, whatever its facts say and however long; or all are printed alone."""
    at = session()
    prepared = production.prepare(at, path.read_text(encoding="utf-8"), path.name, Options(), final)
    prepared = replace(prepared, settled=find_settled(prepared.document))
    facts = [name for name, value in prepared.loaded.outline.facts.items() if value is None or value.value]
    first = production.bound_draft(at, prepared, {name: FactValue(value=name) for name in facts})
    printer = find_alike(at, first, prepared.settled)
    for said in VALUES[2:] if final else VALUES:
        draft = production.bound_draft(
            at, prepared, {name: FactValue(value=said) if said else None for name in facts}
        )
        if printer is not None:
            assert parts(printer.docx(draft)) == parts(produce(at, draft, "docx"))


def test_most_can_be_printed_so():
    """Papers with pictures, pages on their side, a table of contents are not."""
    at = session()
    printed = 0
    for path in SHIPPED:
        prepared = production.prepare(at, path.read_text(encoding="utf-8"), path.name, Options())
        draft = production.bound_draft(at, prepared)
        printed += find_alike(at, draft, find_settled(prepared.document)) is not None

    assert printed >= 0.9 * len(SHIPPED)


PLACED = """---
名称: 自家
说明: 试
版式: gbt9704
题头: [标题, 数据]
角色:
  - 角色: tasks
---
{% extends "_底稿.md.j2" %}

{% block foot %}
::: 版记
印发机关：办公室
印发日期：2026年1月1日
位置：{{ "{{ 位置 }}" }}
:::
{% endblock %}
"""


@pytest.mark.parametrize("where", ["另面", "偶数页", "末页", "甲"])
def test_a_paper_that_needs_more_than_the_others_has_it(tmp_path, monkeypatch, where):
    """A template of one's own that places the imprint by a fact: on a page apart its footer bears no number."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "drafter.toml").write_text("", encoding="utf-8")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/自家.md.j2").write_text(PLACED, encoding="utf-8")
    at = session()
    source = "模板: 自家\n标题: 题\n任务: 抓好{{ 位置 }}。\n数据:\n  位置:\n"
    prepared = production.prepare(at, source, "稿.yaml", Options())
    prepared = replace(prepared, settled=find_settled(prepared.document))
    first = production.bound_draft(at, prepared, {"位置": FactValue(value="位置")})
    printer = find_alike(at, first, prepared.settled)
    draft = production.bound_draft(at, prepared, {"位置": FactValue(value=where)})

    assert printer is not None
    assert parts(printer.docx(draft)) == parts(produce(at, draft, "docx"))
