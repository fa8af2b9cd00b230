"""Characters that a font lacks."""

from __future__ import annotations

import pytest

from drafter.drafting.printing import glyphs
from drafter.model.document import Document, Paragraph, Role, Text
from tests.builders import session

OUTLINE = "模板: 部署讲话\n标题: 甲\n讲话人: 苏堃\n任务: 请石玥负责。\n结尾: 丙。\n"


@pytest.fixture
def build(drafter, tmp_path):
    def call(style="", toml=""):
        (tmp_path / "讲话.yaml").write_text(OUTLINE, encoding="utf-8")
        (tmp_path / "我局.yaml").write_text(f"名称: 我局\n继承: speech\n{style}", encoding="utf-8")
        if toml:
            (tmp_path / "drafter.toml").write_text(toml, encoding="utf-8")
        return drafter("build", "讲话.yaml", "--style", "我局.yaml", "--force")

    return call


def test_characters_outside_gb2312_are_named(build):
    """With the way out; the document is built all the same."""
    result = build()

    assert result.code == 0
    assert "“堃”“玥”不在" in result.err and "仿宋_GB2312" in result.err and "字体集" in result.err


@pytest.mark.parametrize("fonts", ["windows", "gbk"])
def test_a_larger_font_set_has_them(build, fonts):
    """In the stylesheet, or for the whole workspace."""
    assert "堃" not in build(style=f"字体集: {fonts}\n").err
    assert "堃" not in build(toml=f'[defaults]\nfonts = "{fonts}"\n').err


def test_an_unknown_font_set_is_answered_with_the_known_ones(build):
    """In the workspace's settings."""
    result = build(toml='[defaults]\nfonts = "linux"\n')

    assert result.code == 3
    assert "gb2312、windows、gbk" in result.err and "drafter.toml" in result.err


def test_twenty_characters_are_named_and_more_are_counted():
    """A page of rare ones is no line that anybody reads."""
    few, many = ("".join(map(chr, range(0x3400, 0x3400 + count))) for count in (20, 21))

    def said(text):
        document = Document((Paragraph(Role.BODY, (Text(text),)),))
        return glyphs.missing(document, session().stylesheets.named("speech"), "稿")[0].message

    assert "”等" not in said(few)
    assert said(few).count("”“") == said(many).count("”“") == 19
    assert "“㐓”等 21 个字不在" in said(many)
