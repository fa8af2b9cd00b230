"""The unit's own Word file, filled."""

from __future__ import annotations

import docx
import pytest

from tests.writers.docx.test_rendered import validate

OUTLINE = """模板: 部署讲话
标题: 在推进会上的讲话
日期: 2026-03-12
讲话人: {姓名: 王某, 职务: 局长}
脱密: 是
数据: {办件量: {数值: 128, 单位: 万件}, 牵头单位: null}
成绩:
  小标题: 成绩
  导语: 办理“{{ 办件量 }}”。
任务: {小标题: 任务, 要点: [做事]}
结尾: 谢谢大家！
"""


def letterhead(path, *lines, cell="", header=""):
    """A Word file with these paragraphs, a table cell and a page header."""
    made = docx.Document()
    for line in lines:
        paragraph = made.add_paragraph()
        for piece in [line] if isinstance(line, str) else line:
            paragraph.add_run(piece)
    made.add_table(1, 1).cell(0, 0).text = cell
    made.sections[0].header.paragraphs[0].text = header
    made.save(path)


@pytest.fixture
def build(drafter, tmp_path):
    """Builds the outline in a letterhead with these lines; what was printed, and the file."""

    def call(*lines, outline=OUTLINE, **parts):
        (tmp_path / "讲话.yaml").write_text(outline, encoding="utf-8")
        letterhead(tmp_path / "信头.docx", *lines, **parts)
        result = drafter("build", "讲话.yaml", "--template", "信头.docx", "-o", "成稿.docx", "--force")
        return result, docx.Document(str(tmp_path / "成稿.docx")) if result.code == 0 else None

    return call


def texts(made):
    return [paragraph.text for paragraph in made.paragraphs]


def test_places_take_the_drafts_own_lines_and_facts(build):
    """In the text, in a table, in the page header; across runs, too."""
    result, made = build(
        ["关于{{ 标", "题 }}", "的稿子"], "{{ 正文 }}", cell="办理{{ 办件量 }}", header="{{日期}}"
    )

    assert result.code == 0
    assert texts(made)[0] == "关于在推进会上的讲话的稿子"
    assert made.tables[0].cell(0, 0).text == "办理128万件"
    assert made.sections[0].header.paragraphs[0].text == "（2026年3月12日）"


def test_the_body_stands_where_its_place_was(build):
    """Between what stood before and after it; what a place of its own takes is not said twice."""
    _, made = build("前", "{{ 标题 }}", "{{ 正文 }}", "后")
    lines = texts(made)

    assert lines[0] == "前" and lines[-1] == "后"
    assert lines.count("在推进会上的讲话") == 1
    assert "谢谢大家！" in lines
    assert [p.style.name for p in made.paragraphs if p.text == "一、成绩"] == ["Heading 1"]


def test_what_is_filled_in_is_text(build):
    """Braces, markup and fields in a value do nothing."""
    outline = OUTLINE.replace("标题: 在推进会上的讲话", "标题: <w:b/> & \\{{ 正文 }}")
    _, made = build("{{ 标题 }}", "{{ 正文 }}", outline=outline)

    assert texts(made)[0] == "<w:b/> & {{ 正文 }}"


def test_an_open_fact_prints_as_a_gap(build):
    """As it does in the text."""
    _, made = build("牵头：{{ 牵头单位 }}", "{{ 正文 }}")

    assert texts(made)[0] == "牵头：〔待补：牵头单位〕"


@pytest.mark.parametrize(
    ("lines", "code", "paragraph"),
    [
        (["甲", "{{ 标体 }}", "{{ 正文 }}"], "unknown-field", "第2段"),
        (["{{ 标题", "{{ 正文 }}"], "bad-field", "第1段"),
        (["正文在此：{{ 正文 }}"], "bad-field", "第1段"),
        (["{{ 标题 }}"], "bad-field", ""),
        (["{{ 正文 }}", "{{ 正文 }}"], "bad-field", ""),
    ],
)
def test_a_wrong_place_is_named_with_its_paragraph(build, lines, code, paragraph):
    """And nothing is written."""
    result, _ = build(*lines)

    assert result.code == 3
    assert f"[{code}]" in result.err and paragraph in result.err and "信头.docx" in result.err


def test_an_outline_without_a_genre_is_drafted_as_it_is(build):
    """The letterhead is no genre; 原样 adds nothing."""
    result, made = build("{{ 正文 }}", outline="标题: 甲\n小节:\n  - 小标题: 乙\n    导语: 丙。\n")

    assert result.code == 0
    assert texts(made)[:3] == ["甲", "乙", "丙。"]


def test_a_filled_letterhead_is_valid(build, validator, tmp_path):
    """To Microsoft's validator."""
    build("{{ 标题 }}", "{{ 正文 }}", header="{{ 日期 }}")

    assert validate(validator, tmp_path / "成稿.docx", "Microsoft365") == []
