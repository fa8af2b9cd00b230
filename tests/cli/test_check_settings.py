"""What `drafter check` is told: settings, words of a unit, what was accepted, older drafts."""

from __future__ import annotations

import pytest

from tests.cli.slips import OUTLINE, codes


def test_a_comment_in_the_outline_silences_a_rule(drafter, outline):
    """On its own line for what stands below it, or at the end of a line."""
    said = OUTLINE.replace("    - 标题: 修", "    # check: 忽略 halfwidth-punctuation\n    - 标题: 修")
    said = said.replace("导语: 重点抓好三件事：", "导语: 重点抓好三件事：  # check: 忽略 count-mismatch")
    outline.write_text(said, encoding="utf-8")

    assert codes(drafter("check", "讲话.yaml", "--json")) == []


def test_the_workspace_says_what_is_checked_and_how(drafter, tmp_path):
    """Severities, rules left out, the unit's names and people."""
    (tmp_path / "drafter.toml").write_text(
        '[check]\nignore = ["半角标点"]\nseverity = {wrong-word = "info"}\n'
        'people = {"顾见川" = "副市长"}\n[check.units]\n"市政务服务管理局" = {"简称" = ["市政务局"], "旧称" = ["市行政服务中心"]}\n',
        encoding="utf-8",
    )
    (tmp_path / "稿.txt").write_text(
        "各位,要再接再励。下面请市长顾见川讲话，市行政服务中心落实。", encoding="utf-8"
    )
    result = drafter("check", "稿.txt", "--json")

    found = {(p["code"], p["severity"]) for p in result.json["files"][0]["problems"]}
    assert found == {("wrong-word", "info"), ("person-post", "error"), ("unit-name", "error")}


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ('[check]\nselects = ["a"]\n', "unknown-key"),
        ('[check]\nignore = ["没有这条"]\n', "unknown-rule"),
        ('[check]\nseverity = {wrong-word = "大"}\n', "bad-value"),
        ("[check]\nunits = 3\n", "bad-value"),
    ],
)
def test_wrong_settings_are_said_with_their_file(drafter, tmp_path, settings, code):
    """Exit 3."""
    (tmp_path / "drafter.toml").write_text(settings, encoding="utf-8")
    (tmp_path / "稿.txt").write_text("好。", encoding="utf-8")
    result = drafter("check", "稿.txt", "--json")

    assert result.code == 3
    assert [problem["code"] for problem in result.json["problems"]] == [code]


def test_a_unit_adds_its_own_words(drafter, tmp_path, home):
    """In the workspace or the user's folder; 无 takes one of ours away."""
    (tmp_path / "drafter.toml").write_text("", encoding="utf-8")
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon/错词.yaml").write_text("澜传市: 澜川市\n再接再励: 无\n", encoding="utf-8")
    (tmp_path / "稿.txt").write_text("澜传市要再接再励。", encoding="utf-8")
    result = drafter("check", "稿.txt", "--json", "--select", "wrong-word")

    assert [p["fix"] for p in result.json["files"][0]["problems"]] == [{"old": "澜传市", "new": "澜川市"}]


def test_what_was_accepted_is_hidden(drafter, outline):
    """Until something new comes; two alike are two."""
    assert drafter("check", "讲话.yaml", "--baseline", "基线.json").code == 2
    assert drafter("check", "讲话.yaml", "--baseline", "基线.json", "--accept").code == 1
    again = drafter("check", "讲话.yaml", "--baseline", "基线.json")
    assert again.code == 0
    assert "基线里的 2 处没有列" in again.out

    outline.write_text(OUTLINE.replace("演练一次", "演练,一次"), encoding="utf-8")
    assert codes(drafter("check", "讲话.yaml", "--baseline", "基线.json", "--json")) == [
        "halfwidth-punctuation"
    ]


def test_an_older_draft_shows_what_was_carried_over(drafter, tmp_path):
    """From a file, or from all in a folder; figures in it are a warning."""
    (tmp_path / "旧").mkdir()
    old = "全市建成便民服务点128个，覆盖所有的乡镇和街道办事处。"
    (tmp_path / "旧/去年.txt").write_text(old, encoding="utf-8")
    (tmp_path / "稿.txt").write_text(f"讲话\n{old}", encoding="utf-8")
    for against in ("旧", "旧/去年.txt"):
        result = drafter("check", "稿.txt", "--against", against, "--json")
        problem = result.json["files"][0]["problems"][0]
        assert (problem["code"], problem["severity"]) == ("carried-over", "warning")
        assert "去年.txt" in problem["message"]


def test_the_library_shows_what_was_carried_over(drafter, tmp_path, home):
    """By either of its names; the draft that stands in it is not held against itself."""
    old = "全市建成便民服务点128个，覆盖所有的乡镇和街道办事处。"
    (tmp_path / "去年.yaml").write_text(
        f"模板: 部署讲话\n标题: 在去年推进会上的讲话\n任务:\n  要点:\n    - 修路\n    - {old}\n",
        encoding="utf-8",
    )
    assert drafter("library", "add", "去年.yaml").code == 0
    (tmp_path / "稿.txt").write_text(f"讲话\n{old}", encoding="utf-8")

    for word in ("library", "素材库"):
        result = drafter("check", "稿.txt", "--against", word, "--json", "--select", "carried-over")
        (problem,) = result.json["files"][0]["problems"]
        assert (problem["code"], problem["severity"]) == ("carried-over", "warning")
        assert "在去年推进会上的讲话" in problem["message"]
    (itself,) = (home / "library").rglob("去年.yaml")
    assert codes(drafter("check", itself, "--against", "素材库", "--json", "--select", "carried-over")) == []


def test_a_draft_in_the_folder_of_older_ones_is_not_held_against_itself(drafter, tmp_path):
    """It would be carried over whole."""
    (tmp_path / "稿.txt").write_text(
        "讲话\n全市建成便民服务点128个，覆盖所有的乡镇和街道办事处。", encoding="utf-8"
    )

    assert codes(drafter("check", "稿.txt", "--against", ".", "--json", "--select", "carried-over")) == []


def test_the_same_slip_on_three_lines_is_three_places(drafter, tmp_path):
    """Each silenced by its own comment, which may name the rule in Chinese."""
    text = "模板: 原样\n标题: 题\n小节:\n  - 要再接再励。\n  - 要再接再励。\n  # check: 忽略 {}\n  - 要再接再励。\n"
    (tmp_path / "a.yaml").write_text(text.format("半角标点"), encoding="utf-8")
    (tmp_path / "b.yaml").write_text(text.format("错别字"), encoding="utf-8")

    def places(name):
        report = drafter("check", name, "--select", "wrong-word", "--json").json["files"][0]
        return [problem["line"] for problem in report["problems"]]

    assert places("a.yaml") == [4, 5, 7]
    assert places("b.yaml") == [4, 5]


def test_a_settings_file_without_end_costs_nothing(drafter, tmp_path):
    """Each part of a dotted key costs what all before it cost: one of nine is refused."""
    (tmp_path / "稿.md").write_text("# 题\n\n正文。\n", encoding="utf-8")
    for said in (".".join(["a"] * 9) + "=1", "x = 1\n" * 30_000, f"[defaults]\nrate = {'9' * 5000}\n"):
        (tmp_path / "drafter.toml").write_text(said, encoding="utf-8")
        result = drafter("build", "稿.md", "--to", "txt", "-o", "-")
        assert result.code == 3 and "设置文件读不懂" in result.err and "limit" not in result.err
