"""The report of `import`."""

from __future__ import annotations

from drafter.actions import import_ as action
from drafter.reports import import_ as report

PROMISED = {
    "path", "problems", "outline", "title", "template", "characters", "kept", "dropped", "guessed", "pictures",
}  # fmt: skip
OLD = "在全市防汛会上的讲话\n\n同志们：\n\n一、修堤防\n\n年底前完工。\n\n— 1 —\n"


def imported(session, plain, name, output):
    found = action.import_files(session, action.Request([name], output))
    (file,) = plain(report.as_json(found))["files"]
    return file


def test_an_old_file_says_all_that_the_contract_names(session, plain):
    """Characters are those kept and those dropped, and each guess gives its reason."""
    (session.base / "旧稿.txt").write_text(OLD, encoding="utf-8")
    file = imported(session, plain, "旧稿.txt", "旧稿.yaml")

    assert file.keys() == PROMISED
    assert (file["outline"], file["title"]) == ("旧稿.yaml", "在全市防汛会上的讲话")
    assert file["characters"] == file["kept"] + sum(
        len("".join(one["text"].split())) for one in file["dropped"]
    )
    assert file["dropped"] and all(
        one.keys() == {"paragraph", "text", "reason", "kind"} for one in file["dropped"]
    )
    assert file["guessed"] and all(one.keys() >= {"what", "paragraph", "why"} for one in file["guessed"])
    assert all(("sure" in one) == one["what"].startswith("角色") for one in file["guessed"])


def test_an_outline_that_goes_to_the_terminal_is_part_of_the_report(session, plain):
    """Else it is in its file alone."""
    (session.base / "旧稿.txt").write_text(OLD, encoding="utf-8")

    assert "标题: 在全市防汛会上的讲话" in imported(session, plain, "旧稿.txt", "-")["content"]


def test_a_file_that_failed_has_the_same_keys(session, plain):
    """Null where only an outline could tell."""
    file = imported(session, plain, "没有.txt", "a.yaml")

    assert file.keys() == PROMISED
    assert {file[key] for key in ("outline", "title", "template", "characters", "kept")} == {None}
    assert file["dropped"] == file["guessed"] == []
