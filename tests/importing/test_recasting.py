"""An old text in a genre, what is said of it, and where the outline is written."""

from __future__ import annotations

from tests.importing.old_texts import SPEECH, squeezed


def test_a_genre_gets_the_part_that_it_cannot_do_without(drafter, tmp_path):
    """What has no role of its own stands in it, and that is said."""
    text = "关于检查的通知\n各单位：\n现通知如下：\n一、甲事\n办好。\n二、乙事\n办完。\n"
    (tmp_path / "旧.txt").write_text(text, encoding="utf-8")
    report = drafter("import", "旧.txt", "--template", "通知", "--json").json["files"][0]
    built = drafter("build", "旧.yaml", "--to", "txt", "-o", "-")

    assert any("要有这一部分" in guess["why"] for guess in report["guessed"])
    assert "待补：事项" not in built.out and "一、甲事" in built.out


def test_the_report_says_what_was_left_out_and_what_was_guessed(drafter, tmp_path):
    """In the contract's shape."""
    (tmp_path / "旧稿.txt").write_text(SPEECH, encoding="gb18030")
    report = drafter("import", "旧稿.txt", "--json").json["files"][0]

    assert report["outline"] == "旧稿.yaml" and report["template"] == "原样"
    assert report["characters"] == report["kept"] == len(squeezed(SPEECH))
    assert {guess["what"] for guess in report["guessed"]} >= {"标题", "角色 成绩"}
    assert report["dropped"] == []


def test_what_copying_left_is_said_and_can_be_kept(drafter, tmp_path):
    """Kept and dropped characters add up."""
    (tmp_path / "旧稿.txt").write_text(SPEECH + "上一篇：旧文\n\u200b结\u200b束。\n", encoding="utf-8")
    spoken = drafter("import", "旧稿.txt").err
    report = drafter("import", "旧稿.txt", "--json", "--force").json["files"][0]
    kept = drafter("import", "旧稿.txt", "--keep-notices", "-o", "-").out

    assert "（网页上的导航）：上一篇：旧文" in spoken
    assert "（看不见的字符 2 个）：U+200B" in spoken
    assert report["characters"] == report["kept"] + sum(len(item["text"]) for item in report["dropped"])
    assert "上一篇：旧文" in kept


def test_a_genre_takes_the_parts_that_it_has(drafter, tmp_path):
    """What it lacks becomes body, and is said."""
    (tmp_path / "旧稿.txt").write_text(SPEECH, encoding="utf-8")
    report = drafter("import", "旧稿.txt", "--template", "慰问信", "--json", "-o", "信.yaml").json["files"][0]

    assert report["template"] == "慰问信"
    assert any(guess["what"] == "角色 主体" for guess in report["guessed"])
    assert drafter("build", "信.yaml", "--to", "txt", "-o", "-").code == 0


def test_an_outline_that_somebody_changed_is_not_overwritten(drafter, tmp_path):
    """As with any output."""
    (tmp_path / "旧稿.txt").write_text(SPEECH, encoding="utf-8")
    drafter("import", "旧稿.txt")
    (tmp_path / "旧稿.yaml").write_text("标题: 我改过\n", encoding="utf-8")

    assert drafter("import", "旧稿.txt").code == 4
    assert drafter("import", "旧稿.txt", "--force").code == 0


def test_the_template_that_adds_nothing_may_be_named(drafter, tmp_path):
    """The outline is the same as without."""
    (tmp_path / "旧稿.txt").write_text(SPEECH, encoding="utf-8")

    named = drafter("import", "旧稿.txt", "--template", "原样", "-o", "-").out
    assert named == drafter("import", "旧稿.txt", "-o", "-").out


def test_an_outline_never_falls_on_an_input_or_on_another(drafter, tmp_path):
    """Not even with --force, and nothing is written."""
    for name in ("旧稿.txt", "旧稿.md"):
        (tmp_path / name).write_text(SPEECH, encoding="utf-8")
    clash = drafter("import", "旧稿.txt", "旧稿.md")
    itself = drafter("import", "旧稿.txt", "-o", "旧稿.txt", "--force")

    assert (clash.code, itself.code) == (2, 2)
    assert "[same-output]" in clash.err and "[output-is-input]" in itself.err
    assert (tmp_path / "旧稿.txt").read_text(encoding="utf-8") == SPEECH
    assert not (tmp_path / "旧稿.yaml").exists()
