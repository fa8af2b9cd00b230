"""The page about editors is true: its tasks read what drafter prints."""

from __future__ import annotations

import json
import re
from pathlib import Path

PAGE = (Path(__file__).parents[1] / "docs" / "编辑器.md").read_text(encoding="utf-8")
SETTINGS, TASKS = (json.loads(found) for found in re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL))
OUTLINE = """模板: 部署讲话
标题: 在全市防汛工作会议上的讲话
任务:
  小标题: 抓好今年的防汛
  要点:
    - 标题: 查堤
      正文: 由XX局牵头,把水库查一遍。
    - 标题: 备料
      正文: 备足沙袋和木桩。
"""


def matched(matcher, said):
    """What an editor takes from lines, by the names of the matcher's parts."""
    pattern = matcher["pattern"]
    names = ("file", "line", "column", "severity", "message", "code")
    found = (re.match(pattern["regexp"], line) for line in said.splitlines())
    return [{name: one[pattern[name]] for name in names if name in pattern} for one in found if one]


def run(drafter, task, file):
    """A task, as the editor starts it."""
    return drafter(*(word.replace("${relativeFile}", file) for word in task["args"]))


def test_the_task_of_check_finds_every_finding(drafter, tmp_path):
    """With the severities that the editor knows."""
    (tmp_path / "稿.yaml").write_text(OUTLINE, encoding="utf-8")
    task = TASKS["tasks"][0]
    said = run(drafter, task, "稿.yaml")
    found = matched(task["problemMatcher"], said.out)

    assert len(found) == len(said.out.splitlines()) > 2
    assert {one["file"] for one in found} == {"稿.yaml"}
    assert {"error", "info"} <= {one["severity"] for one in found} <= {"error", "warning", "info"}
    assert ("7", "placeholder") in [(one["line"], one["code"]) for one in found]


def test_the_task_of_build_finds_errors_and_reminders(drafter, tmp_path):
    """Each by its own matcher, and none by both."""
    errors, reminders = TASKS["tasks"][1]["problemMatcher"]
    (tmp_path / "坏.yaml").write_text(OUTLINE.replace("标题: 在", "标题： 在"), encoding="utf-8")
    bad = run(drafter, TASKS["tasks"][1], "坏.yaml").err

    assert [(one["file"], one["line"], one["code"]) for one in matched(errors, bad)] == [
        ("坏.yaml", "2", "fullwidth-colon")
    ]
    assert matched(reminders, bad) == []
    assert (errors["severity"], reminders["severity"]) == ("error", "warning")
    assert matched(reminders, "稿.yaml:3:1：提醒：说一句 [some-code]")[0]["message"] == "说一句"


def test_the_settings_name_the_schema_that_the_page_makes():
    """Nothing is looked for elsewhere."""
    (schema,) = SETTINGS["yaml.schemas"]

    assert f"drafter schema > {schema}" in PAGE and SETTINGS["yaml.schemaStore.enable"] is False
