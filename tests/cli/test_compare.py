"""`drafter compare`: what changed between two papers, in Word, on a page, in the terminal."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile

import pytest
from docx import Document
from docx.oxml import parse_xml

from tests.conftest import required

OLD = """# 在全县安全生产会议上的讲话

今年以来，全县检查企业320家，整改隐患1260处。

## 一、抓好落实

各镇3月12日前把清单报县安委办。逐企建台账，做到整改有人盯。

| 单位 | 隐患 |
| --- | --- |
| 东镇 | 12 |
| 西镇 | 8 |

这一段要挪到后面去，讲的是督查的事情。

请各位回去以后抓紧传达。
"""
NEW = (
    OLD.replace("320家", "328家")
    .replace("3月12日", "4月1日")
    .replace("安委办。", "安委办。\n\n")
    .replace("| 12 |", "| 15 |\n| 南镇 | 3 |")
    .replace("这一段要挪到后面去，讲的是督查的事情。\n\n", "")
    + "\n这一段要挪到后面去，讲的是督查的事情。\n"
)


@pytest.fixture
def papers(tmp_path):
    (tmp_path / "旧.md").write_text(OLD, encoding="utf-8")
    (tmp_path / "新.md").write_text(NEW, encoding="utf-8")
    return tmp_path


def test_the_terminal_says_what_changed_and_where(drafter, papers):
    """Numbers and days apart, for they are what goes wrong."""
    result = drafter("compare", "旧.md", "新.md", "-o", "-")

    assert result.code == 0
    assert "检查企业【-320-】【+328+】家" in result.out
    assert "安委办。【+↵+】" in result.out
    assert "数字：320家 → 328家" in result.err and "日期：3月12日 → 4月1日" in result.err
    assert "一、抓好落实：" in result.err


@pytest.mark.parametrize("more", [(), ("--moves",)])
def test_the_word_file_is_valid(drafter, papers, validator, more):
    """To Microsoft's validator; who changed it and when stands on each change."""
    said = drafter(
        "compare", "旧.md", "新.md", "-o", "比.docx", "--author", "李主任", "--date", "2026-03-12", *more
    )
    assert said.code == 0
    valid = subprocess.run(
        [validator, "比.docx"], capture_output=True, text=True, cwd=papers, check=False
    ).stdout
    body = zipfile.ZipFile(papers / "比.docx").read("word/document.xml").decode("utf-8")

    assert json.loads(valid)["errors"] == []
    assert 'w:author="李主任"' in body and 'w:date="2026-03-12T00:00:00Z"' in body
    assert ("w:moveFrom " in body) == bool(more)


def test_two_word_files_and_what_was_tracked_before_stays(drafter, papers):
    """In the look of the new one."""
    for name in ("旧", "新"):
        assert drafter("build", f"{name}.md", "-o", f"{name}.docx").code == 0
    result = drafter("compare", "旧.docx", "新.docx", "--json").json["files"][0]

    assert result["output"] == "新-对比.docx" and result["changed"]["marks"] == 7
    assert result["figures"][0] == {"old": "320家", "new": "328家", "paragraph": 2}
    assert [part["heading"] for part in result["by_part"]] == ["题目和开头", "一、抓好落实"]
    again = drafter("compare", "旧.docx", "新-对比.docx", "-o", "又.docx", "--author", "乙")
    body = zipfile.ZipFile(papers / "又.docx").read("word/document.xml").decode("utf-8")
    assert again.code == 0 and "两稿对比" in body


def test_an_outline_a_text_and_word_may_be_compared(drafter, papers):
    """In any mix; two that are alike are said to be."""
    (papers / "大纲.yaml").write_text(
        "模板: 原样\n标题: 题\n主体: [甲说了一句话。, 乙说了两句话。]\n", encoding="utf-8"
    )
    (papers / "稿.txt").write_text("题\n\n甲说了一句话。\n乙说了三句话。\n", encoding="utf-8")
    assert "【-两-】【+三+】" in drafter("compare", "大纲.yaml", "稿.txt", "-o", "-").out
    made = Document()
    for line in ("题", "甲说了一句话。", "乙说了两句话。"):
        made.add_paragraph(line)
    made.save(papers / "稿.docx")
    same = drafter("compare", "大纲.yaml", "稿.docx", "-o", "-")
    assert same.out.strip() == "" and "没有不同" in same.err


def test_a_page_shows_both_side_by_side(drafter, papers):
    """Whatever the papers say is text, never markup."""
    (papers / "旧.md").write_text(OLD.replace("东镇", "<b>东镇</b>"), encoding="utf-8")

    assert drafter("compare", "旧.md", "新.md", "--to", "html", "-o", "比.html").code == 0
    page = (papers / "比.html").read_text(encoding="utf-8")
    assert "<del>320</del>" in page and "<ins>328</ins>" in page and "<b>" not in page


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("旧.md", "无.md"), 3),
        (("旧.md", "新.md", "--to", "odt"), 2),
        (("旧.md", "新.md", "-o", "比.html", "--to", "docx"), 2),
        (("旧.md", "新.md", "-o", "-", "--to", "docx"), 2),
        (("旧.md", "新.md", "-o", "旧.md"), 2),
        (("旧.md", "新.md", "--date", "昨天"), 2),
    ],
)
def test_what_cannot_be_compared_is_said(drafter, papers, arguments, code):
    """Nothing is written."""
    result = drafter("compare", *arguments)

    assert result.code == code and "办法：" in result.err
    assert sorted(path.name for path in papers.iterdir() if path.is_file()) == ["新.md", "旧.md"]


def test_what_is_not_compared_is_told(drafter, papers):
    """A text box that is gone is no silent loss."""
    assert drafter("build", "旧.md", "-o", "一.docx").code == 0
    document = Document(papers / "一.docx")
    run = document.paragraphs[-1].add_run()
    run._r.append(
        parse_xml(
            '<w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml">'
            "<v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>框里的字</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>"
        )
    )
    document.save(papers / "二.docx")

    said = drafter("compare", "二.docx", "一.docx", "-o", "-")
    assert "文本框不一样，没有比：“框里的字”" in said.err


def test_the_marked_paper_is_printed(drafter, tmp_path):
    """As PDF, struck out and put in, for whoever reads on paper."""
    required("LibreOffice", shutil.which("soffice"))
    for name, text in (("旧.md", "# 题\n\n沙袋两万条。\n"), ("新.md", "# 题\n\n沙袋三万条。\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")

    assert drafter("compare", "旧.md", "新.md", "--to", "pdf").code == 0
    assert (tmp_path / "新-对比.pdf").read_bytes().startswith(b"%PDF")
    assert drafter("compare", "旧.md", "新.md", "--to", "pdf", "-o", "-").code == 2
