"""`drafter new`: a commented outline."""

from __future__ import annotations

import json
import re

import pytest

from drafter.storage.places import shipped
from tests.pictures import png


class TestNew:
    """A commented outline."""

    @pytest.mark.parametrize("template", ["部署讲话", "工作总结", "原样"])
    @pytest.mark.parametrize("keys", ["zh", "en"])
    def test_a_new_outline_builds_at_once(self, drafter, tmp_path, template, keys):
        """With gaps for what is missing."""
        assert drafter("new", template, "-o", "a.yaml", "--keys", keys).code == 0
        assert drafter("build", "a.yaml").code == 0

    def test_its_first_line_points_to_a_schema_beside_it(self, drafter, tmp_path):
        """By a relative path, so that the folder can move."""
        drafter("new", "部署讲话", "--title", "在会上的讲话")
        text = (tmp_path / "在会上的讲话.yaml").read_text(encoding="utf-8")

        named = text.splitlines()[0].removeprefix("# yaml-language-server: $schema=")

        described = json.loads((tmp_path / named).read_text(encoding="utf-8"))
        assert described["properties"]["标题"]["description"] == "题目"
        assert "标题: 在会上的讲话" in text

    def test_an_existing_file_is_never_overwritten(self, drafter, tmp_path):
        """Exit 4."""
        drafter("new", "部署讲话")

        assert drafter("new", "部署讲话").code == 4

    def test_without_a_terminal_and_a_template_it_says_what_to_write(self, drafter):
        """Exit 2, with the templates there are."""
        result = drafter("new")

        assert result.code == 2 and "部署讲话" in result.err

    def test_a_sample_can_be_the_start(self, drafter, tmp_path):
        """--from takes it as it is."""
        assert drafter("new", "--from", "政务服务推进会讲话", "-o", "今年.yaml").code == 0
        source = shipped("outlines") / "政务服务推进会讲话.yaml"
        assert (tmp_path / "今年.yaml").read_bytes() == source.read_bytes()

    @pytest.mark.parametrize(
        ("arguments", "word"), [(("new", "布署讲话"), "部署讲话"), (("new", "--from", "政务"), "政务")]
    )
    def test_an_unknown_name_is_answered_with_the_nearest(self, drafter, arguments, word):
        """Exit 3."""
        result = drafter(*arguments)

        assert result.code == 3 and word in result.err

    def test_without_a_name_twelve_templates_are_named(self, drafter):
        """And where the others are listed."""
        result = drafter("new", "--no-input")
        named = result.err.partition("可以用：")[2].partition("等，")[0]

        assert result.code == 2 and named.count("、") == 11


def test_a_new_outline_says_which_wordings_it_takes(drafter, tmp_path):
    """So that they stay when its date or occasion changes; a genre without several says nothing."""
    drafter("new", "部署讲话", "-o", "a.yaml")
    text = (tmp_path / "a.yaml").read_text(encoding="utf-8")
    written = re.search(r"^措辞:.*\n  开头: [1-6]\n  结尾: [1-6]\n  其余: [1-6]\n", text, re.MULTILINE)

    assert written
    assert drafter("build", "a.yaml", "-o", "-").code == 0
    assert "措辞" not in drafter("new", "原样", "-o", "-").out


def test_pictures_that_do_not_come_along_are_named(drafter, tmp_path):
    """A new outline in another folder looks for them beside itself; in the same folder they are there."""
    (tmp_path / "去年").mkdir()
    (tmp_path / "去年/走势.png").write_bytes(png())
    old = "模板: 原样\n标题: 去年总结\n小节:\n  - 一年来。\n  - 图片: 走势.png\n"
    (tmp_path / "去年/总结.yaml").write_text(old, encoding="utf-8")
    elsewhere = drafter("new", "--from", "去年/总结.yaml", "-o", "今年.yaml")
    beside = drafter("new", "--from", "去年/总结.yaml", "-o", "去年/今年.yaml")

    assert "图片没有跟过来，照原来的文件夹拷到新大纲旁边：走势.png" in elsewhere.out
    assert "图片没有跟过来" not in beside.out and beside.code == 0
