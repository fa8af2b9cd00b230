"""`drafter check --format line`: a line for each finding, as editors read what compilers say."""

from __future__ import annotations

import re

LINE = re.compile(r"^(.+?):(\d+):(\d+): (error|warning|info): (.+) \[([\w-]+)\]$")
OUTLINE = """模板: 部署讲话
标题: 在全市防汛工作会议上的讲话
日期: 2026-03-18
任务:
  小标题: 抓好今年的三件事
  要点:
    - 标题: 查堤
      正文: 由XX局牵头,把水库查一遍。
    - 标题: 备料
      正文: 备足沙袋和木桩。
"""


def test_each_finding_is_one_line_with_its_place(drafter, tmp_path):
    """All that JSON has, from the top to the bottom; and nothing else."""
    (tmp_path / "稿.yaml").write_text(OUTLINE, encoding="utf-8")
    result = drafter("check", "稿.yaml", "--format", "line")
    problems = drafter("check", "稿.yaml", "--json").json["files"][0]["problems"]
    found = [LINE.match(line) for line in result.out.splitlines()]

    assert result.code == 1 and result.err == "" and all(found)
    assert {one[1] for one in found} == {"稿.yaml"}
    assert [int(one[2]) for one in found] == sorted(int(one[2]) for one in found)
    assert sorted((int(one[2]), one[4], one[6]) for one in found) == sorted(
        (problem["line"] or 1, problem["severity"], problem["code"]) for problem in problems
    )
    assert any("XX（" in one[5] for one in found)


def test_many_of_one_kind_are_each_told(drafter, tmp_path):
    """Nothing is put together."""
    (tmp_path / "稿.txt").write_text("关于防汛的通知\n\n" + "由XX局牵头。\n" * 30, encoding="utf-8")

    assert (
        drafter("check", "稿.txt", "--format", "line", "--select", "placeholder").out.count("[placeholder]")
        == 30
    )


def test_a_word_file_has_paragraphs_and_no_lines(drafter, tmp_path):
    """It is listed at its beginning; each file is named before each of its findings."""
    (tmp_path / "稿.yaml").write_text(OUTLINE, encoding="utf-8")
    drafter("build", "稿.yaml")
    said = drafter("check", "稿.docx", "没有.yaml", "--format", "line")

    assert said.code == 3
    assert re.search(r"^稿\.docx:1:1: error: 第 \d+ 段：.*XX.* \[placeholder\]$", said.out, re.MULTILINE)
    assert re.search(r"^没有\.yaml:1:1: error: .* \[missing-file\]$", said.out, re.MULTILINE)
