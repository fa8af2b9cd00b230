"""A unit's own style: a few lines over a shipped one."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass

import pytest

from drafter.actions import styles
from drafter.model.stylesheet import FONT_SETS
from drafter.problems import InputProblem
from drafter.storage.places import shipped
from tests.builders import session

TEN_LINES = """名称: 我局
继承: 讲话稿
版面: {上边距: 30mm}
页码: {格式: "第 {页} 页", 位置: 居中}
段落:
  标题: {字号: 小一, 加粗: 是}
  正文: {行距: 28磅}
  三级标题: {加粗: 是}
文字:
  三级段首句: {加粗: 是}
"""


def values(item, path=""):
    """Every value of a stylesheet by its path."""
    if is_dataclass(item):
        pairs = [(field.name, getattr(item, field.name)) for field in fields(item)]
    elif isinstance(item, dict):
        pairs = list(item.items())
    else:
        return {path: item}
    found = {}
    for name, value in pairs:
        found |= values(value, f"{path}.{name}" if path else name)
    return found


def own(tmp_path, text):
    (tmp_path / "我局.yaml").write_text(text, encoding="utf-8")
    return session().stylesheets.named(str(tmp_path / "我局.yaml"))


def test_ten_lines_change_what_they_say_and_nothing_else(tmp_path):
    """Value by value against the style that they extend."""
    base, changed = values(session().stylesheets.named("speech")), values(own(tmp_path, TEN_LINES))
    about = ("name", "aliases", "about", "basis")

    assert {path for path in changed if changed[path] != base.get(path) and not path.startswith(about)} == {
        "page.top",
        "page_number.form",
        "page_number.outer",
        "paragraphs.title.size",
        "paragraphs.title.bold",
        "paragraphs.body.line",
        "paragraphs.heading3.bold",
        "characters.lead3.bold",
    }


def test_a_changed_value_no_longer_claims_its_clause(tmp_path):
    """What the standard says of 37 mm says nothing of 30."""
    rows = {row.path: row for row in styles.table(session(), str(_file(tmp_path)))}

    assert rows["版面.上边距"].value == "30mm" and rows["版面.上边距"].basis == ""
    assert rows["版面.左边距"].basis.startswith("规定")


def _file(tmp_path):
    (tmp_path / "我局.yaml").write_text(TEN_LINES, encoding="utf-8")
    return tmp_path / "我局.yaml"


@pytest.mark.parametrize("name", FONT_SETS)
def test_a_font_set_replaces_the_usual_fonts_and_leaves_a_units_own(tmp_path, name):
    """One font that the unit chose itself stays."""
    sheet = own(tmp_path, f"名称: 我局\n继承: speech\n字体集: {name}\n字体: {{仿宋: 华文仿宋}}\n")

    assert sheet.fonts["仿宋"] == "华文仿宋"
    assert sheet.fonts["楷体"] == FONT_SETS[name]["楷体"]


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("字体集: win", "bad-value", "gb2312、windows、gbk"),
        ("朗读: {拼音: 是}", "unknown-key", "注音"),
        ("版头位置: {标志上距: 三十五}", "bad-value", "37mm"),
        ("段落: {正文: {段中不分页: 也许}}", "bad-value", "可以用"),
        ("版面: {行号: 五}", "bad-value", "看不懂"),
        ("版面: {每行字数: 1e999}", "bad-value", "之间"),
        ("版面: {每行字数: nan}", "bad-value", "之间"),
        (f"版面: {{上边距: {'9' * 400}mm}}", "bad-value", "看不懂"),
        (f"段落: {{正文: {{字号: {'9' * 400}磅}}}}", "bad-value", "看不懂"),
        ("段落: {正文: {样式名: Title}}", "bad-value", "换一个名字"),
        ("段落: {正文: {样式名: 段 首句}}", "bad-value", "换一个名字"),
        ("段落: {副标题: {样式名: body text}}", "bad-value", "换一个名字"),
        ("段落: {正文: {样式名: normal}}", "bad-value", "Word 自己的"),
        ("段落: {正文: {样式名: ''}}", "bad-value", "换一个名字"),
    ],
)
def test_a_wrong_value_is_answered_with_its_line_and_what_may_stand_there(
    drafter, tmp_path, line, code, said
):
    """As in an outline."""
    (tmp_path / "我局.yaml").write_text(f"名称: 我局\n继承: speech\n{line}\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text("模板: 部署讲话\n标题: 甲\n任务: 乙\n", encoding="utf-8")
    result = drafter("build", "a.yaml", "--style", "我局.yaml")

    assert result.code == 3
    assert "我局.yaml:3:" in result.err and f"[{code}]" in result.err and said in result.err


def test_a_style_of_word_may_be_named_as_its_menus_do(tmp_path):
    """Heading 1 is what the files call heading 1; a draft can be written in it."""
    sheet = own(tmp_path, "名称: 我局\n继承: speech\n段落: {一级标题: {样式名: Heading 1}}\n")

    assert sheet.paragraphs["heading1"].word_name == "heading 1"


def test_every_shipped_style_is_found_by_its_chinese_name():
    """What an outline says is what a person would say."""
    names = {"公文": "gbt9704", "讲话稿": "speech", "报告": "report", "大字版": "reading", "审阅稿": "review"}

    assert {alias: session().stylesheets.named(alias).name for alias in names} == names


def test_what_stands_under_a_misspelt_key_is_checked_as_well(tmp_path):
    """Though the style that it extends has the right one."""
    text = "名称: 我局\n继承: 讲话稿\n版免: {上边据: 三十}\n段洛:\n  标提: {字浩: 九十号}\n"
    with pytest.raises(InputProblem) as caught:
        own(tmp_path, text)

    assert [(problem.code, problem.place.line) for problem in caught.value.problems] == [
        *[("unknown-key", 3)] * 2, ("bad-value", 3), ("unknown-key", 4), *[("unknown-key", 5)] * 2, ("bad-value", 5),
    ]  # fmt: skip


@pytest.mark.parametrize(("above", "found"), [(8, None), (9, "endless-extends")])
def test_eight_styles_may_stand_above_one(tmp_path, monkeypatch, above, found):
    """A longer chain is taken for a circle, as a circle is."""
    monkeypatch.chdir(tmp_path)
    for number in range(above):
        base = f"{number + 1}.yaml" if number + 1 < above else "gbt9704"
        (tmp_path / f"{number}.yaml").write_text(f"名称: 第{number}\n继承: {base}\n", encoding="utf-8")

    if found is None:
        assert session().stylesheets.named("0.yaml").name == "第0"
    else:
        with pytest.raises(InputProblem) as said:
            session().stylesheets.named("0.yaml")
        assert said.value.problems[0].code == found


@pytest.mark.parametrize("name", ["gbt9704", "speech", "report", "review", "reading"])
def test_a_shipped_style_says_how_many_lines_its_type_area_holds(name):
    """Word makes as many as the paper, the margins and the pitch leave room for."""
    page = session().stylesheets.named(name).page

    assert page.lines == (page.height - page.top - page.bottom) // page.line


@pytest.mark.parametrize(("key", "lacking"), [("段落", "落款"), ("段落", "成文日期"), ("文字", "待补")])
def test_a_look_that_stands_on_no_other_has_every_style(tmp_path, key, lacking):
    """A page that needs the one that is missing could not be set; it ended in exit 70."""
    text = (shipped("styles") / "gbt9704.yaml").read_text(encoding="utf-8")

    with pytest.raises(InputProblem) as refused:
        own(tmp_path, re.sub(rf"(?m)^  {lacking}: .*\n", "", text))

    (problem,) = refused.value.problems
    assert problem.code == "missing-key" and lacking in problem.message
