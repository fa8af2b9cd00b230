"""`drafter build`, as a secretary and as a script use it: where things go, what is open, what is said."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest
from docx import Document as open_docx

from tests.cli.outlines import GOOD


@pytest.mark.usefixtures("good")
class TestOutputs:
    """Where things go."""

    def test_by_default_a_word_file_with_the_inputs_name(self, drafter, tmp_path):
        """In the current folder."""
        result = drafter("build", "讲话.yaml")

        assert result.code == 0
        assert "√ 讲话.docx" in result.out
        assert open_docx(tmp_path / "讲话.docx").paragraphs[0].text == "在会上的讲话"

    @pytest.mark.parametrize("form", ["docx", "txt", "md", "html"])
    def test_the_suffix_says_the_format(self, drafter, tmp_path, form):
        """Without --to."""
        assert drafter("build", "讲话.yaml", "-o", f"out.{form}").code == 0
        assert (tmp_path / f"out.{form}").stat().st_size > 100

    def test_several_formats_go_into_a_folder(self, drafter, tmp_path):
        """Each with the input's stem."""
        drafter("build", "讲话.yaml", "--to", "docx,txt", "-o", "成稿")

        assert sorted(p.name for p in (tmp_path / "成稿").iterdir()) == ["讲话.docx", "讲话.txt"]

    def test_several_inputs_go_into_a_folder_and_the_good_ones_are_done(self, drafter, tmp_path):
        """The bad one is named; the code is the highest."""
        (tmp_path / "坏.yaml").write_text("标体: 甲\n", encoding="utf-8")

        result = drafter("build", "讲话.yaml", "坏.yaml", "没有.yaml", "-o", "成稿", "--json")

        assert result.code == 3
        assert [f["outputs"] for f in result.json["files"]] == [[str(Path("成稿/讲话.docx"))], [], []]
        assert [f["path"] for f in result.json["files"]] == ["讲话.yaml", "坏.yaml", "没有.yaml"]
        assert (tmp_path / "成稿" / "讲话.docx").exists()

    def test_text_may_go_to_the_screen(self, drafter):
        """And nothing else with it."""
        result = drafter("build", "讲话.yaml", "--to", "txt", "-o", "-")

        assert result.out.splitlines()[0] == "在会上的讲话"
        assert "√" not in result.out

    def test_standard_input_is_an_outline_or_a_draft(self, drafter, monkeypatch, tmp_path):
        """`-` reads it; `--from md` says that it is Markdown."""
        for data, kind in ((GOOD, "yaml"), ("# 在会上的讲话\n\n正文。\n", "md")):
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode("utf-8"))))
            result = drafter("build", "-", "--from", kind, "--to", "txt", "-o", "-")
            assert result.out.startswith("在会上的讲话\n")

    @pytest.mark.parametrize(
        "arguments",
        [
            ("build", "讲话.yaml", "-o", "讲话.yaml"),
            ("build", "讲话.yaml", "讲话.yaml", "-o", "成稿/"),
            ("build", "讲话.yaml", "-o", "-", "--to", "docx"),
            ("build", "讲话.yaml", "--to", "doc"),
            ("build", "讲话.yaml", "-o", "讲话.rtf"),
            ("build", "讲话.yaml", "--set", "牵头单位"),
            ("build", "讲话.yaml", "--date", "明天"),
            ("build",),
            ("build", "讲话.yaml", "--nope"),
            ("bulid",),
        ],
    )
    def test_a_call_that_cannot_be_carried_out_writes_nothing(self, drafter, tmp_path, arguments):
        """Exit code 2, a Chinese message, no file."""
        before = sorted(tmp_path.iterdir())

        result = drafter(*arguments)

        assert result.code == 2
        assert "错误：" in result.err and "办法：" in result.err
        assert sorted(tmp_path.iterdir()) == before

    def test_a_file_that_a_person_changed_is_not_overwritten(self, drafter, tmp_path):
        """Exit code 4; with --force it is."""
        drafter("build", "讲话.yaml", "-o", "a.txt")
        (tmp_path / "a.txt").write_text("领导改过", encoding="utf-8")

        result = drafter("build", "讲话.yaml", "-o", "a.txt")

        assert result.code == 4 and "absorb" in result.err
        assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "领导改过"
        assert drafter("build", "讲话.yaml", "-o", "a.txt", "--force").code == 0

    def test_the_same_input_gives_the_same_bytes_and_they_are_left_alone(self, drafter, tmp_path):
        """The second run touches nothing."""
        drafter("build", "讲话.yaml")
        path = tmp_path / "讲话.docx"
        first, stamp = path.read_bytes(), path.stat().st_mtime_ns

        drafter("build", "讲话.yaml")

        assert (path.read_bytes(), path.stat().st_mtime_ns) == (first, stamp)

    def test_a_stage_is_in_the_name_and_under_the_title_until_the_final_copy(self, drafter, tmp_path):
        """送审稿 goes with --final."""
        (tmp_path / "讲话.yaml").write_text(GOOD + "稿次: 送审稿\n", encoding="utf-8")

        drafter("build", "讲话.yaml", "--to", "txt")
        drafter("build", "讲话.yaml", "--to", "txt", "--final")

        assert "（送审稿）" in (tmp_path / "讲话（送审稿）.txt").read_text(encoding="utf-8")
        assert "送审稿" not in (tmp_path / "讲话.txt").read_text(encoding="utf-8")

    @pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes anywhere")
    def test_a_closed_folder_is_said(self, drafter, tmp_path):
        """Exit code 4."""
        (tmp_path / "闭").mkdir(mode=0o500)

        assert drafter("build", "讲话.yaml", "-o", "闭/a.docx").code == 4


@pytest.mark.usefixtures("good")
class TestGaps:
    """What is still open."""

    def test_open_facts_and_hand_typed_gaps_are_listed_with_their_lines(self, drafter):
        """By name, or by what was typed."""
        report = drafter("build", "草稿.yaml", "--json").json["files"][0]

        assert report["gaps"] == ["牵头单位", "××"]
        assert [place["line"] for place in report["gap_places"]] == [7, 8]

    def test_a_final_copy_is_refused_while_gaps_remain(self, drafter, tmp_path):
        """Exit code 6, every place named, nothing written."""
        result = drafter("build", "草稿.yaml", "--final")

        assert result.code == 6
        assert "草稿.yaml:7" in result.err and "草稿.yaml:8" in result.err
        assert not (tmp_path / "草稿.docx").exists()

    def test_a_gap_can_be_filled_from_outside(self, drafter, tmp_path):
        """By --set, or from a facts file."""
        (tmp_path / "数据.yaml").write_text("牵头单位: 市教育局\n", encoding="utf-8")

        by_set = drafter("build", "草稿.yaml", "--set", "牵头单位=市教育局", "--to", "txt", "-o", "-")
        by_file = drafter("build", "草稿.yaml", "--facts", "数据.yaml", "--to", "txt", "-o", "-")

        assert by_set.out == by_file.out
        assert "由市教育局和××局负责。" in by_set.out

    def test_what_the_template_added_is_listed(self, drafter):
        """Each passage, and none where the outline has its own."""
        added = drafter("build", "讲话.yaml", "--json").json["files"][0]["added"]

        assert added == [
            "要集中力量抓好两项任务。",
            "任务已经明确，关键在于落实。会后，请大家把会议的要求逐项分解到人，以实际成效检验工作。",
        ]


@pytest.mark.usefixtures("good")
def test_json_is_one_object_on_stdout(drafter):
    """With the keys of the contract, for a failed file too."""
    report = drafter("build", "没有.yaml", "--json")

    assert report.code == 3
    (file,) = report.json["files"]
    assert set(file) >= {
        "path",
        "problems",
        "outputs",
        "template",
        "style",
        "characters",
        "minutes",
        "pages",
        "gaps",
        "added",
    }
    (problem,) = file["problems"]
    assert set(problem) == {
        "code",
        "severity",
        "message",
        "hint",
        "line",
        "column",
        "paragraph",
        "excerpt",
        "fix",
    }
    assert problem["severity"] == "error"


def test_a_slip_shows_its_fix(drafter, tmp_path):
    """Old and new line, for editors."""
    (tmp_path / "a.yaml").write_text("模板: 部署讲话\n标题：讲话\n", encoding="utf-8")

    (problem,) = drafter("build", "a.yaml", "--json").json["files"][0]["problems"]

    assert problem["fix"] == {"old": "标题：讲话", "new": "标题: 讲话"}
    assert (problem["line"], problem["column"]) == (2, 3)


@pytest.mark.parametrize(("name", "text"), [("a.docx", b"PK\3\4"), ("a.pages", b"x"), ("a.yaml", b"PK\3\4")])
def test_a_file_of_another_kind_is_refused_with_a_way_out(drafter, tmp_path, name, text):
    """Exit code 3."""
    (tmp_path / name).write_bytes(text)

    result = drafter("build", name)

    assert result.code == 3 and "办法：" in result.err
