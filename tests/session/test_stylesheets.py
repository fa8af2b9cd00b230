"""Stylesheets that name files: nobody else's folder is read for them."""

from __future__ import annotations

import pytest

OUTLINE = "模板: 原样\n标题: 题\n任务: 一句话。\n"


@pytest.fixture
def inside(tmp_path, drafter, monkeypatch):
    """A folder with an outline; beside the folder lies a file that is none of its business."""
    (tmp_path / "秘.yaml").write_text("名称: 甲\n口令: 十二\n", encoding="utf-8")
    folder = tmp_path / "内"
    folder.mkdir()
    (folder / "o.yaml").write_text(OUTLINE, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("named", ["../秘.yaml", "{0}/秘.yaml"])
def test_a_style_extends_nothing_outside_its_folder(inside, drafter, named):
    """Whoever named it: its own words are another's. Not a line of the other file is told."""
    (inside / "x.yaml").write_text(f"继承: {named.format(inside.parent)}\n", encoding="utf-8")

    said = drafter("build", "o.yaml", "--style", "./x.yaml", "-o", "o.docx")

    assert said.code == 3 and "path-outside" in said.err and "口令" not in said.err


def test_a_template_names_no_style_outside(inside, drafter):
    """As an outline does not."""
    head = "---\n名称: t\n版式: ../秘.yaml\n角色:\n  - 角色: tasks\n---\n"
    (inside / "t.md.j2").write_text(head + '{% extends "_底稿.md.j2" %}\n', encoding="utf-8")

    said = drafter("build", "o.yaml", "--template", "./t.md.j2", "-o", "o.docx")

    assert said.code == 3 and "path-outside" in said.err and "口令" not in said.err


def test_a_style_extends_one_of_its_own_folder(inside, drafter):
    """By a path beside it."""
    (inside / "底.yaml").write_text("名称: 底\n继承: 讲话稿\n", encoding="utf-8")
    (inside / "x.yaml").write_text("名称: 面\n继承: ./底.yaml\n", encoding="utf-8")

    assert drafter("build", "o.yaml", "--style", "./x.yaml", "-o", "o.docx").code == 0
