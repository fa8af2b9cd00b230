"""What stands beside the text of a Word file."""

from __future__ import annotations

import io

import docx

from tests.pictures import png


def test_pictures_of_headers_and_footers_are_told(drafter, tmp_path):
    """A badge above the text, a seal below it; those of the text are saved, and not told so."""
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].add_run("澜川市水务局").add_picture(io.BytesIO(png(40, 20)))
    section.footer.paragraphs[0].add_run().add_picture(io.BytesIO(png(20, 20)))
    document.add_paragraph("关于报送情况的通知")
    document.add_paragraph("请于3月5日前报送。")
    document.add_picture(io.BytesIO(png(30, 30)))
    document.save(tmp_path / "旧.docx")
    said = drafter("import", "旧.docx", "-o", "旧.yaml")
    (report,) = drafter("import", "旧.docx", "-o", "另.yaml", "--json").json["files"]

    pictures = [one["reason"] for one in report["dropped"] if one["kind"] == "picture"]
    assert pictures == ["页眉里的图片 1 张，不放进大纲", "页脚里的图片 1 张，不放进大纲"]
    assert "没有放进来：页眉里的图片 1 张，不放进大纲" in said.err and len(report["pictures"]) == 1
