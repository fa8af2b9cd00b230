"""Two that change one file at once: neither is lost."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.conftest import ROOT


def at_once(folder, home, *commands):
    """Runs commands side by side."""
    environment = {**os.environ, "DRAFTER_HOME": str(home), "PYTHONPATH": str(ROOT)}
    running = [
        subprocess.Popen([sys.executable, "-m", "drafter", *command], cwd=folder, env=environment)
        for command in commands
    ]
    assert [process.wait() for process in running] == [0] * len(commands)


def test_passages_taken_into_one_outline_are_all_there(drafter, tmp_path, home):
    """Six at once."""
    for number in range(6):
        text = (
            f"模板: 部署讲话\n标题: 讲话{number}\n任务: {{小标题: 任务{number}, 要点: [抓好第{number}件]}}\n"
        )
        (tmp_path / f"m{number}.yaml").write_text(text, encoding="utf-8")
        assert drafter("library", "add", f"m{number}.yaml").code == 0
    (tmp_path / "稿.yaml").write_text(
        "模板: 部署讲话\n标题: 稿\n任务: {小标题: 任务, 要点: [甲]}\n", encoding="utf-8"
    )

    at_once(
        tmp_path,
        home,
        *(["library", "take", f"m{n}#任务{n}", "--into", "稿.yaml", "--at", "任务"] for n in range(6)),
    )

    text = (tmp_path / "稿.yaml").read_text(encoding="utf-8")
    assert all(f"抓好第{number}件" in text for number in range(6))


def test_people_added_to_one_roster_are_all_there(drafter, tmp_path, home):
    """Six tables at once."""
    for number in range(6):
        (tmp_path / f"r{number}.csv").write_text(f"姓名,职务\n梁{number}舟,副局长\n", encoding="utf-8")

    at_once(tmp_path, home, *(["roster", "add", f"r{n}.csv"] for n in range(6)))

    said = drafter("roster", "list").out
    assert all(f"梁{number}舟" in said for number in range(6))
