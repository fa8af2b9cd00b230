"""`drafter check` that writes: fixes, comments, accepted changes."""

from __future__ import annotations

import docx
import pytest

from drafter.readers.word import package as word_package
from drafter.readers.word import paragraphs as word_paragraphs
from tests.cli.slips import OUTLINE, codes


def test_fixes_are_written_and_the_original_is_kept(drafter, outline):
    """Only what is sure; the difference is shown, comments of the YAML stay."""
    result = drafter("check", "讲话.yaml", "--fix")

    assert "[-,-]{+，+}" in result.out
    assert outline.read_text(encoding="utf-8") == OUTLINE.replace("防,", "防，")
    assert outline.with_name("讲话.改前.yaml").read_text(encoding="utf-8") == OUTLINE


DRAFTS = {
    ".txt": "今年,任务很重。\n明年,任务更重。\n",
    ".md": "# 题\n\n今年,任务很重。\n明年,任务更重。\n",
    ".yaml": "模板: 原样\n标题: 题\n主体:\n  - 今年,任务很重。\n  - |\n    明年,任务更重。\n\n    后年,任务最重。\n"
    '  - "大后年,\n    任务还重。"\n  - \u3000\u3000那一年,任务不重。\n',
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("suffix", DRAFTS)
def test_a_mended_file_keeps_its_encoding_and_line_ends(drafter, tmp_path, encoding, end, suffix):
    """Byte for byte but for the fix, in every kind of file that is mended."""
    path = tmp_path / f"稿{suffix}"
    text = DRAFTS[suffix].replace("\n", end)
    path.write_bytes(text.encode(encoding))
    result = drafter("check", path.name, "--fix", "--select", "halfwidth-punctuation", "--json")

    assert path.read_bytes() == text.replace(",", "，").encode(encoding), result.out


def test_markdown_is_mended_around_its_marks(drafter, tmp_path):
    """Its own marks are no defects."""
    path = tmp_path / "稿.md"
    path.write_text(
        "# 讲话\n\n**一是快。**要快,要准。\n\n| 甲 | 乙 |\n|---|---|\n| 丙,丁 | 戊 |\n", encoding="utf-8"
    )
    result = drafter("check", "稿.md", "--fix", "--json")

    assert codes(result) == []
    assert "**一是快。**要快，要准。" in path.read_text(encoding="utf-8")


def test_an_escaped_quote_of_yaml_is_told_and_not_mended(drafter, outline):
    """The outline can still be read afterwards."""
    said = OUTLINE.replace("正文: 每个村演练一次。", '正文: "要讲\\"实干\\"二字，每个村演练一次。"')
    outline.write_text(said, encoding="utf-8")
    result = drafter("check", "讲话.yaml", "--fix", "--json", "--select", "quote-halfwidth")

    assert codes(result) == ["quote-halfwidth"] * 2
    assert outline.read_text(encoding="utf-8") == said


def test_accepted_changes_give_what_fix_gives(drafter, tmp_path):
    """Several in one paragraph, some of them longer or shorter than what they replace."""
    made = docx.Document()
    made.add_paragraph("按照（澜政办发[2026]03号）要求,请各单位负责,于6月底前落实,按步就班推进。")
    made.save(tmp_path / "甲.docx")
    drafter("check", "甲.docx", "--annotate", "批.docx", "--fix")
    noted = word_package.read((tmp_path / "批.docx").read_bytes(), "批.docx")
    drafter("check", "甲.docx", "--fix")
    fixed = word_package.read((tmp_path / "甲.docx").read_bytes(), "甲.docx")

    accepted, mended = (word_paragraphs.read(package)[0].text for package in (noted, fixed))
    assert accepted == mended
    assert mended.startswith("按照") and mended.endswith("推进。") and "," not in mended


def test_an_old_format_is_checked_and_never_written(drafter, tmp_path):
    """What is a Word file in truth needs no LibreOffice; a paragraph is told by its number."""
    made = docx.Document()
    for text in ("在会上的讲话", "", "要再接再励。"):
        made.add_paragraph(text)
    made.save(tmp_path / "旧稿.docm")
    before = (tmp_path / "旧稿.docm").read_bytes()
    found = drafter("check", "旧稿.docm", "--json")
    refused = drafter("check", "旧稿.docm", "--fix")

    assert [(p["code"], p["paragraph"]) for p in found.json["files"][0]["problems"]] == [("wrong-word", 3)]
    assert (refused.code, "另存为 .docx" in refused.err) == (2, True)
    assert (tmp_path / "旧稿.docm").read_bytes() == before


def test_an_old_format_is_checked_through_libreoffice(drafter, soffice, tmp_path):
    """RTF, as WordPad writes it."""
    words = "".join(f"\\'{byte:02x}" for byte in "要再接再励。".encode("gbk"))
    (tmp_path / "稿.rtf").write_text(f"{{\\rtf1\\ansi\\ansicpg936 {words}}}", encoding="ascii")

    assert codes(drafter("check", "稿.rtf", "--json")) == ["wrong-word"]


def test_headers_and_footers_are_checked_too(drafter, tmp_path):
    """Page numbers aside; a comment about them stands at the first paragraph."""
    made = docx.Document()
    made.add_paragraph("在会上的讲话")
    made.sections[0].header.paragraphs[0].text = "要再接再励。"
    made.sections[0].footer.paragraphs[0].text = "— 1 —"
    made.save(tmp_path / "稿.docx")
    found = drafter("check", "稿.docx", "--json").json["files"][0]["problems"]
    noted = drafter("check", "稿.docx", "--annotate", "批注.docx")
    fixed = drafter("check", "稿.docx", "--fix")

    assert [(p["code"], p["paragraph"], p["message"]) for p in found] == [
        ("wrong-word", None, "页眉里：错别字：再接再励")
    ]
    assert noted.code == 1 and (tmp_path / "批注.docx").is_file()
    assert fixed.code == 1 and "再接再励" in fixed.out
