"""The baseline of what was accepted: a file of ours, and nobody else's."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("text", ["我的", "[1, 2]", '{"a": 1}', "[" * 9000])
def test_what_is_no_baseline_is_left_as_it_is(drafter, tmp_path, text):
    """With --accept as without."""
    (tmp_path / "o.yaml").write_text("模板: 原样\n标题: 题\n任务: 一句话,两句话。\n", encoding="utf-8")
    (tmp_path / "校对基线.json").write_text(text, encoding="utf-8")
    named = ["--baseline", "校对基线.json"]

    for options in (["--accept"], named, [*named, "--accept"]):
        said = drafter("check", "o.yaml", *options)
        assert said.code == 3 and "bad-baseline" in said.err
    assert (tmp_path / "校对基线.json").read_text(encoding="utf-8") == text


def test_a_device_is_no_baseline(drafter, tmp_path):
    """It read as an empty one."""
    (tmp_path / "o.yaml").write_text("模板: 原样\n标题: 题\n任务: 一句话。\n", encoding="utf-8")

    assert drafter("check", "o.yaml", "--baseline", "/dev/zero").code == 2
