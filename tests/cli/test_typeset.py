"""`drafter typeset` and `drafter inspect`: anybody's Word file in the unit's format, and where it is not."""

from __future__ import annotations

import json
import subprocess

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt

from tests.typesetting.test_setting import messy, said


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "通知.docx").write_bytes(messy())
    return tmp_path


def test_a_file_is_set_under_another_name_and_departs_from_nothing_then(drafter, folder, validator):
    """Valid to Microsoft's validator, the original untouched."""
    before = (folder / "通知.docx").read_bytes()
    found = drafter("inspect", "通知.docx")
    assert (
        found.code == 1
        and "正文的字体：" in found.out
        and "应为 仿宋_GB2312　[规定 5.2.2，仿宋体]" in found.out
    )
    done = drafter("typeset", "通知.docx")
    valid = subprocess.run(
        [validator, "通知-排版.docx"], capture_output=True, text=True, cwd=folder, check=False
    )

    assert done.out == "√ 通知-排版.docx\n" and (folder / "通知.docx").read_bytes() == before
    assert said((folder / "通知-排版.docx").read_bytes()) == said(before)
    assert json.loads(valid.stdout)["errors"] == []
    again = drafter("inspect", "通知-排版.docx")
    assert again.code == 0 and "没有发现不合的地方" in again.out


def test_roles_are_shown_and_corrected(drafter, folder):
    """With how sure each is."""
    shown = drafter("typeset", "通知.docx", "--show-roles").out.splitlines()
    assert shown[0].split("\t")[:2] == ["1", "标题"] and len(shown) == 10
    (folder / "角色.txt").write_text("# 改正\n6：二级标题\n", encoding="utf-8")
    done = drafter("typeset", "通知.docx", "--roles", "角色.txt", "-o", "新.docx", "--json").json["files"][0]

    assert done["output"] == "新.docx" and done["roles"][5] == {
        "paragraph": 6, "role": "二级标题", "sure": 1.0, "text": "各级各部门要把责任落实到山头地块。",
    }  # fmt: skip
    (folder / "角色.txt").write_text("600: 正文\n", encoding="utf-8")
    assert "第 600 段" in drafter("typeset", "通知.docx", "--roles", "角色.txt", "-o", "再.docx").err
    (folder / "角色.txt").write_text("6: 不知道\n", encoding="utf-8")
    assert drafter("typeset", "通知.docx", "--roles", "角色.txt", "-o", "再.docx").code == 2


def test_what_departs_is_said_with_its_clause(drafter, folder):
    """As data: rules of the standard and habits apart, and a score by element."""
    file = drafter("inspect", "通知.docx", "--json").json["files"][0]
    one = next(one for one in file["departures"] if "标题的字号" in one["message"])

    assert (one["clause"], one["basis"], one["severity"]) == ("规定 7.3.1，二号", "规定", "error")
    assert file["score"]["标题"] == 0 and one["paragraph"] == 1


def test_several_files_go_into_a_folder_and_bad_ones_are_named(drafter, folder):
    """Text and Markdown come too; the good ones are done."""
    (folder / "稿.md").write_text("# 题目\n\n正文一段。\n", encoding="utf-8")
    (folder / "坏.docx").write_bytes(b"no file")
    done = drafter("typeset", "通知.docx", "稿.md", "坏.docx", "-o", "排好/")

    assert done.code == 3 and "坏.docx" in done.err
    assert Document(str(folder / "排好" / "稿.docx")).paragraphs[0].text == "题目"
    assert (folder / "排好" / "通知.docx").is_file()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("typeset", "无.docx"), 3),
        (("typeset", "通知.docx", "-o", "通知.docx"), 2),
        (("typeset", "通知.docx", "--style", "没有的"), 3),
        (("inspect", "无.docx"), 3),
    ],
)
def test_what_cannot_be_done_is_said(drafter, folder, arguments, code):
    result = drafter(*arguments)

    assert result.code == code and "办法：" in result.err


def test_what_departs_is_remarked_or_set_alone(drafter, folder):
    """Comments at the very paragraphs; the others stay as they are."""
    assert drafter("inspect", "通知.docx", "--annotate", "批注.docx").code == 1
    comments = Document(str(folder / "批注.docx")).part.package
    said = b"".join(part.blob for part in comments.iter_parts() if "comments" in str(part.partname))
    assert "应为方正小标宋简体".encode() in said
    done = drafter("inspect", "通知.docx", "--fix")
    assert done.code == 1 and "√ 通知-排版.docx" in done.err
    assert drafter("inspect", "通知-排版.docx").code == 0
    assert drafter("inspect", "通知.docx", "--annotate", "通知.docx").code == 2
    (folder / "稿.txt").write_text("关于做好工作的通知\n\n现通知如下。\n", encoding="utf-8")
    assert drafter("inspect", "稿.txt", "--annotate", "稿-批注.docx").code in (0, 1)
    assert Document(str(folder / "稿-批注.docx")).paragraphs
    assert drafter("inspect", "通知.docx", "--annotate", "批注.pdf").code == 2


def test_a_footer_that_says_something_stays_and_that_is_told(drafter, folder):
    made = Document(str(folder / "通知.docx"))
    made.sections[0].footer.paragraphs[0].text = "内部资料 注意保存"
    made.save(folder / "通知.docx")

    assert "页脚里写着别的" in drafter("typeset", "通知.docx").err
    assert (
        Document(str(folder / "通知-排版.docx")).sections[0].footer.paragraphs[0].text == "内部资料 注意保存"
    )


def test_a_folder_is_set_as_a_whole(drafter, folder):
    """Its folders too, each file where it lay; what is no Word file, and what Word keeps beside an open one, is left."""
    (folder / "来稿/水务局").mkdir(parents=True)
    for name in ("来稿/甲.docx", "来稿/水务局/甲.docx"):
        (folder / name).write_bytes(messy())
    for name in ("来稿/~$甲.docx", "来稿/说明.pdf", "来稿/.藏.docx"):
        (folder / name).write_bytes(b"x")
    done = drafter("typeset", "来稿", "-o", "排好的")

    assert done.code == 0
    assert sorted(done.out.split()[1::2]) == ["排好的/水务局/甲.docx", "排好的/甲.docx"]
    assert drafter("inspect", "排好的").code == 0
    assert drafter("typeset", "来稿").out.split()[1::2] == ["来稿-排版/水务局/甲.docx", "来稿-排版/甲.docx"]
    (folder / "空").mkdir()
    assert drafter("typeset", "空").code == 2


def test_marks_and_spaces_are_put_right_where_that_is_asked_for(drafter, folder):
    """No word changes, and what was mended is counted; otherwise not a mark is touched."""
    made = Document()
    for line in ("关于检修的通知", "各单位:", '要高度 重视,"抓好"落实。。', "（一）、分工", "办好..."):
        made.add_paragraph(line)
    made.save(folder / "来.docx")
    told = drafter("typeset", "来.docx", "--tidy", "-o", "净.docx")

    assert "[tidied]" in told.err and "半角标点" in told.err
    lines = [one.text for one in Document(str(folder / "净.docx")).paragraphs]
    assert lines == ["关于检修的通知", "各单位：", "要高度重视，“抓好”落实。", "（一）分工", "办好……"]
    drafter("typeset", "来.docx", "-o", "原.docx")
    assert said((folder / "原.docx").read_bytes()) == said((folder / "来.docx").read_bytes())


def test_the_inspection_sees_numbers_spaces_mixtures_and_order(drafter, tmp_path):
    """Page numbers that are not there, fonts within a paragraph, boldness, space above, a date above who signs."""
    made = Document()
    for text in (
        "关于检修的通知",
        "各单位：",
        "一、抓落实",
        "各单位要把检修任务落实到人。",
        "2026年3月12日",
        "附件：检修表",
    ):
        made.add_paragraph(text)
    made.save(tmp_path / "原.docx")
    assert drafter("typeset", "原.docx", "-o", "好.docx").code == 0
    spoilt = Document(str(tmp_path / "好.docx"))
    lines = {one.text: one for one in spoilt.paragraphs}
    run = lines["各单位要把检修任务落实到人。"].add_run("要快。")
    run.font.name = "微软雅黑"
    run._r.rPr.rFonts.set(qn("w:eastAsia"), "微软雅黑")
    lines["一、抓落实"].runs[0].font.bold = True
    lines["一、抓落实"].paragraph_format.space_before = Pt(60)
    for reference in spoilt.sections[0]._sectPr.findall(qn("w:footerReference")):
        spoilt.sections[0]._sectPr.remove(reference)
    spoilt.save(tmp_path / "坏.docx")
    said = [one["message"] for one in drafter("inspect", "坏.docx", "--json").json["files"][0]["departures"]]

    for wanted in (
        "页码的格式是没有页码",
        "正文的字体是夹着微软雅黑",
        "一级标题的字形是加粗",
        "一级标题的段前是",
        "附件说明的次序是排在成文日期后面",
    ):
        assert any(one.startswith(wanted) for one in said), (wanted, said)
    assert len(said) == 5


def test_a_number_that_was_never_shown_yet_is_one(drafter, tmp_path):
    """A field without a result, as python-docx and others write it."""
    made = Document()
    made.add_paragraph("关于检修的通知")
    run = made.sections[0].footer.paragraphs[0].add_run()._r
    for kind in ("begin", "end"):
        if kind == "end":
            code = run.makeelement(qn("w:instrText"), {})
            code.text = " PAGE "
            run.append(code)
        run.append(run.makeelement(qn("w:fldChar"), {qn("w:fldCharType"): kind}))
    made.save(tmp_path / "稿.docx")
    said = [one["message"] for one in drafter("inspect", "稿.docx", "--json").json["files"][0]["departures"]]
    assert not any("没有页码" in one for one in said)
