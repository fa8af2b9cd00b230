"""`drafter build --final`: what goes out tells nothing of its making, and what the template said is to be looked at."""

from __future__ import annotations

import hashlib
import zipfile

import pytest
from docx import Document as open_docx

from drafter.checksums import sm3_digest

OUTLINE = """模板: 部署讲话
标题: 在全市校车安全工作会议上的讲话
日期: 2026-03-12
讲话人: {姓名: 叶知微, 职务: 副市长, 单位: 澜川市人民政府}
称谓: [同志们]
场合: {名称: 全市校车安全工作会议, 主办: 市政府}
任务: {小标题: 今年的事, 要点: [{标题: 查, 正文: 逐辆查。}, {标题: 训, 正文: 逐人训。}]}
"""


@pytest.fixture
def built(drafter, tmp_path):
    (tmp_path / "讲话.yaml").write_text(OUTLINE, encoding="utf-8")

    def build(*options):
        result = drafter("build", "讲话.yaml", "--force", *options)
        assert result.code == 0
        with zipfile.ZipFile(tmp_path / "讲话.docx") as package:
            return result, {name: package.read(name).decode("utf-8") for name in package.namelist()}

    return build


def test_a_draft_marks_what_the_template_said(built, tmp_path):
    """By a character style that looks like the text."""
    built()
    document = open_docx(tmp_path / "讲话.docx")

    said = [
        run.text for paragraph in document.paragraphs for run in paragraph.runs if run.style.name == "代拟"
    ]
    assert any("校车安全工作会议" in text for text in said)


@pytest.mark.parametrize(
    "trace", ["代拟", "模板", "待补", "drafter", "Application", "叶知微</dc:", "部署讲话"]
)
def test_a_final_file_tells_nothing_of_its_making(built, trace):
    """No style, no property, no program, no leader as its author."""
    _, parts = built("--final")

    assert [name for name, text in parts.items() if trace in text] == []


@pytest.mark.parametrize("form", ["html", "md", "txt"])
def test_neither_does_a_final_text(built, drafter, form):
    """Whatever the format."""
    built()
    said = drafter("build", "讲话.yaml", "--final", "--to", form, "-o", "-").out

    assert "added" not in said and "代拟" not in said
    assert "以实际成效检验工作。" in said


def test_its_author_is_the_unit(built):
    """Or nobody; a leader wrote none of it."""
    _, parts = built()

    assert "<dc:creator>澜川市人民政府</dc:creator>" in parts["docProps/core.xml"]


def test_its_text_is_that_of_the_draft(built, tmp_path):
    """To the letter."""
    built()
    draft = [paragraph.text for paragraph in open_docx(tmp_path / "讲话.docx").paragraphs]
    built("--final")

    assert [paragraph.text for paragraph in open_docx(tmp_path / "讲话.docx").paragraphs] == draft


def test_what_the_template_said_is_listed_with_a_final_copy(built):
    """So that somebody looks at each."""
    final, _ = built("--final")
    draft, _ = built()

    assert "模板代拟的，请逐句看过" in final.err
    assert "以实际成效检验工作。" in final.err
    assert "代拟" not in draft.err


def test_the_digests_of_what_is_given_out_are_told(drafter, built, tmp_path):
    """Of each file, on the screen and as JSON; of a draft that still changes there are none."""
    shown = built("--final", "--to", "docx,txt")[0].out
    told = drafter("build", "讲话.yaml", "--final", "--to", "docx,txt", "--json").json["files"][0][
        "checksums"
    ]

    assert [one["path"] for one in told] == ["讲话.docx", "讲话.txt"]
    for one in told:
        data = (tmp_path / one["path"]).read_bytes()
        assert (one["sha256"], one["sm3"]) == (hashlib.sha256(data).hexdigest(), sm3_digest(data))
        assert f"  SHA-256 {one['sha256']}\n  SM3     {one['sm3']}\n" in shown
    assert "SHA-256" not in built()[0].out
