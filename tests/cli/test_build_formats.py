"""`drafter build` from and to every format, with templates of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document as open_docx
from docx.oxml.ns import qn

from drafter.office import libreoffice
from tests.cli.outlines import GOOD

FIXTURES = Path(__file__).parents[1] / "fixtures"


def test_pdf_without_libreoffice_says_how_to_get_it(drafter, tmp_path, monkeypatch):
    """Exit code 5; the other formats of the same call are written."""
    monkeypatch.setenv("DRAFTER_SOFFICE", "没有这个程序")
    (tmp_path / "讲话.yaml").write_text(GOOD, encoding="utf-8")

    result = drafter("build", "讲话.yaml", "--to", "docx,pdf", "-o", "成稿/")

    assert result.code == 5 and "LibreOffice" in result.err
    assert (tmp_path / "成稿/讲话.docx").exists()


def test_pdf_through_libreoffice(drafter, tmp_path, soffice):
    """A PDF with the speech in it."""
    (tmp_path / "讲话.yaml").write_text(GOOD, encoding="utf-8")

    assert drafter("build", "讲话.yaml", "-o", "讲话.pdf").code == 0
    assert (tmp_path / "讲话.pdf").read_bytes().startswith(b"%PDF")
    assert libreoffice.find() == soffice


def test_the_md_of_an_outline_builds_to_the_same_text(drafter, tmp_path):
    """A draft can be edited by hand between the two steps."""
    for outline in ("everything.yaml", "contract.yaml"):
        drafter("build", FIXTURES / outline, "-o", "a.md", "--force")
        direct = drafter("build", FIXTURES / outline, "--to", "txt", "-o", "-").out
        assert drafter("build", "a.md", "--to", "txt", "-o", "-").out == direct


def test_every_format_holds_the_same_text(drafter, tmp_path):
    """Word, Markdown, HTML and plain text say the same."""
    import html
    import re

    drafter("build", FIXTURES / "everything.yaml", "--to", "docx,txt,html", "-o", "out/")
    stem = "everything（讨论稿）"
    text = (tmp_path / f"out/{stem}.txt").read_text(encoding="utf-8").split("\n")[:-1]
    page = (tmp_path / f"out/{stem}.html").read_text(encoding="utf-8")
    body = re.findall(r"<(?:p|h\d)[^>]*>(.*?)</(?:p|h\d)>", page)

    assert [p.text for p in open_docx(tmp_path / f"out/{stem}.docx").paragraphs] == text
    assert [html.unescape(re.sub(r"<[^>]+>", "", line)) for line in body] == text


def test_a_gbk_outline_is_read_and_said(drafter, tmp_path):
    """Notepad's ANSI."""
    (tmp_path / "a.yaml").write_bytes(GOOD.encode("gbk"))

    result = drafter("build", "a.yaml", "--to", "txt", "-o", "-")

    assert result.code == 0 and "GBK" in result.err
    assert result.out.startswith("在会上的讲话")


def test_markdown_from_elsewhere_is_laid_out_as_well(drafter, tmp_path):
    """Salutation, date and signature are recognised by form and place."""
    (tmp_path / "a.md").write_text(
        "# 关于开展检查的报告\n\n（2026年3月1日）\n\n各位代表：\n\n现报告如下：\n\n## 一、情况\n\n正文。\n\n市教育局\n\n2026年3月2日\n",
        encoding="utf-8",
    )
    drafter("build", "a.md")

    styles = [p.style.name for p in open_docx(tmp_path / "a.docx").paragraphs]

    assert styles == [
        "Title",
        "Date",
        "Salutation",
        "Body Text",
        "Heading 1",
        "Body Text",
        "Signature",
        "成文日期",
    ]


@pytest.mark.parametrize(
    ("option", "name"), [("--style", "大字版"), ("--style", "审阅稿"), ("--template", "讲话提纲")]
)
def test_a_paper_beside_the_draft_has_a_name_of_its_own(drafter, tmp_path, option, name):
    """It never takes the place of the draft."""
    (tmp_path / "讲话.yaml").write_text(
        "模板: 部署讲话\n标题: 甲\n稿次: 送审稿\n任务: 乙\n", encoding="utf-8"
    )
    drafter("build", "讲话.yaml")
    drafter("build", "讲话.yaml", option, name)

    assert {path.name for path in tmp_path.glob("*.docx")} == {
        "讲话（送审稿）.docx",
        f"讲话（送审稿）-{name}.docx",
    }


def test_the_minutes_follow_the_workspaces_rate(drafter, tmp_path):
    """In `build` as in `stats`."""
    (tmp_path / "讲话.yaml").write_text(f"模板: 部署讲话\n标题: 甲\n任务: {'字' * 2000}\n", encoding="utf-8")
    usual = drafter("build", "讲话.yaml", "--json").json["files"][0]["minutes"]
    (tmp_path / "drafter.toml").write_text("[defaults]\nrate = 360\n", encoding="utf-8")
    fast = drafter("build", "讲话.yaml", "--json", "--force").json["files"][0]["minutes"]

    assert fast == pytest.approx(usual / 2, abs=0.1)
    assert drafter("stats", "讲话.yaml", "--json").json["files"][0]["minutes"] == fast


def test_what_a_genre_does_not_print_is_said(drafter, tmp_path):
    """A speech has no attachments."""
    (tmp_path / "讲话.yaml").write_text(
        "模板: 部署讲话\n标题: 甲\n任务: 乙\n附件: [名单]\n", encoding="utf-8"
    )
    result = drafter("build", "讲话.yaml")

    assert result.code == 0
    assert "部署讲话不排“附件”" in result.err


def test_a_template_takes_what_it_leaves_out_from_the_one_it_extends(drafter, tmp_path):
    """Roles, numbering, style: two lines of front matter are enough."""
    text = (
        '---\n名称: 我局讲话\n---\n{% extends "部署讲话.md.j2" %}\n{% block closing %}散会。{% endblock %}\n'
    )
    (tmp_path / "我局讲话.md.j2").write_text(text, encoding="utf-8")
    (tmp_path / "a.yaml").write_text(
        "模板: ./我局讲话.md.j2\n标题: 甲\n任务: {小标题: 乙, 要点: [丙, 丁]}\n", encoding="utf-8"
    )
    result = drafter("build", "a.yaml", "--to", "txt", "-o", "-")

    assert result.code == 0
    assert "乙\n" in result.out and "一、丙" in result.out and "散会。" in result.out


def test_a_foreign_template_by_the_name_of_ours_is_not_taken_for_ours(drafter, tmp_path):
    """It runs within limits whatever it is called and whatever else is read."""
    loop = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    text = f"---\n名称: 通知\n不限角色: 是\n---\n{loop}"
    (tmp_path / "evil.md.j2").write_text(text, encoding="utf-8")
    (tmp_path / "a.yaml").write_text("模板: notice\n标题: 甲\n事项: 乙\n", encoding="utf-8")
    result = drafter("build", "a.yaml", "--template", "./evil.md.j2")

    assert result.code == 3
    assert "[template-limit]" in result.err


def test_a_copy_says_what_it_stands_before_and_what_it_stands_on(drafter):
    """A style by a shipped name takes its place; an outline may extend another."""
    assert "顶替" in drafter("styles", "copy", "gbt9704").err
    assert "防汛工作会议" in drafter("outlines", "copy", "防汛工作会议通知").err


def test_a_last_page_with_one_line_is_pulled_together_and_said(drafter, tmp_path):
    """The Word file has a line more a page; the pages told are those of the file."""
    rows = "".join(f"- 这是第{number}段，只有一行。\n" for number in range(100, 141))
    (tmp_path / "讲话.yaml").write_text(
        f"模板: 原样\n标题: 题\n任务:\n{rows}结尾: 谢谢大家！\n", encoding="utf-8"
    )

    result = drafter("build", "讲话.yaml", "--json")

    assert [problem["code"] for problem in result.json["files"][0]["problems"]] == ["loose-ending"]
    assert result.json["files"][0]["pages"] == 2
    grid = open_docx(tmp_path / "讲话.docx").sections[0]._sectPr.find(qn("w:docGrid"))
    assert grid.get(qn("w:linePitch")) == "554"
