"""`drafter absorb`: the reviewed Word file, back into the outline."""

from __future__ import annotations

import json
import subprocess

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tests.revising.test_absorbing import OUTLINE, paragraph, put, say


@pytest.fixture
def sent(drafter, tmp_path):
    """The outline and the Word file that went out."""
    (tmp_path / "讲话.yaml").write_text(OUTLINE, encoding="utf-8")
    assert drafter("build", "讲话.yaml", "-o", "稿.docx").code == 0
    return tmp_path


def review(folder, name, *edits, author="李市长"):
    document = Document(folder / "稿.docx")
    for edit in edits:
        edit(document)
    document.core_properties.last_modified_by = author
    document.save(folder / name)


def tracked(old, new, author):
    """The words as Word tracks them: deleted, and others inserted."""

    def edit(document):
        run = next(run for one in document.paragraphs for run in one.runs if old in run.text)
        ahead, behind = run.text.split(old, 1)
        run.text = ahead
        at = run._r
        for kind, tag, text in (("w:del", "w:delText", old), ("w:ins", "w:t", new), (None, "w:t", behind)):
            made = OxmlElement("w:r")
            words = OxmlElement(tag)
            words.text = text
            words.set(qn("xml:space"), "preserve")
            made.append(words)
            if kind:
                change = OxmlElement(kind)
                change.set(qn("w:id"), "901" if kind == "w:del" else "902")
                change.set(qn("w:author"), author)
                change.set(qn("w:date"), "2026-03-14T08:00:00Z")
                change.append(made)
                made = change
            at.addnext(made)
            at = made

    return edit


def test_what_was_edited_comes_back_and_the_old_outline_is_kept(drafter, sent):
    """Tracked or not; each with its line, its author and its day."""
    review(sent, "改.docx", tracked("当天就改", "三天内改完", "王秘书长"), say("86", "92"))
    result = drafter("absorb", "讲话.yaml", "改.docx", "--json").json["files"][0]

    assert [(one["kind"], one["old"], one["new"], one["state"]) for one in result["changes"]] == [
        ("fact", "86", "92", "taken"),
        ("text", "当天就改", "三天内改完", "taken"),
    ]
    assert (result["changes"][1]["author"], result["changes"][1]["date"]) == ("王秘书长", "2026-03-14")
    assert result["changes"][1]["key"] == "任务.要点[1].正文" and result["changes"][1]["line"] == 25
    new = (sent / "讲话.yaml").read_text(encoding="utf-8")
    assert "三天内改完" in new and "数值: 92" in new and "# 头一件" in new
    assert (sent / "讲话.改前.yaml").read_text(encoding="utf-8") == OUTLINE


def test_comments_become_notes_at_their_points(drafter, sent):
    """Those that are about no point are opinions of the whole."""

    def remark(document):
        document.add_comment(paragraph(document, "冲锋舟").runs[-1:], text="再补一个例子", author="李市长")
        document.add_comment(paragraph(document, "防汛会议").runs[:1], text="题目太长", author="李市长")

    review(sent, "改.docx", remark)
    said = drafter("absorb", "讲话.yaml", "改.docx", "-o", "新.yaml")

    assert said.code == 0 and "备注: 李市长：再补一个例子" in (sent / "新.yaml").read_text(encoding="utf-8")
    assert "原话: 题目太长" in (sent / "新.yaml").read_text(encoding="utf-8")
    assert (sent / "讲话.yaml").read_text(encoding="utf-8") == OUTLINE


def test_of_several_reviewers_what_agrees_is_merged_and_what_does_not_is_asked(drafter, sent):
    """Until somebody says whose word counts."""
    review(sent, "甲.docx", say("当天就改", "三天内改"), say("两万条", "三万条"))
    review(sent, "乙.docx", say("当天就改", "两天内改"), say("两万条", "三万条"), author="王县长")
    said = drafter("absorb", "讲话.yaml", "甲.docx", "乙.docx", "-o", "新.yaml")
    new = (sent / "新.yaml").read_text(encoding="utf-8")
    assert said.err.count("几个人改得不一样") == 2 and "当天就改" in new and "三万条" in new

    heard = drafter(
        "absorb", "讲话.yaml", "甲.docx", "乙.docx", "-o", "新.yaml", "--accept-by", "王县长", "--force"
    )
    assert heard.code == 0 and "两天内改" in (sent / "新.yaml").read_text(encoding="utf-8")


def test_a_machine_is_nobody(drafter, sent):
    """Who it was is asked for, and may be said."""
    review(sent, "改.docx", tracked("当天就改", "三天内改完", "Administrator"), author="Administrator")
    assert "--reviewer 改.docx=姓名" in drafter("absorb", "讲话.yaml", "改.docx", "-o", "新.yaml").err
    said = drafter(
        "absorb", "讲话.yaml", "改.docx", "-o", "新.yaml", "--reviewer", "改.docx=张主任", "--json"
    ).json
    assert said["files"][0]["changes"][0]["author"] == "张主任" and said["files"][0]["problems"] == []


def test_what_was_said_in_other_ways_is_in_the_table_too(drafter, sent):
    """With the marked ones, each once; alone where nothing came back in Word; only those taken where that is asked."""
    with (sent / "讲话.yaml").open("a", encoding="utf-8") as outline:
        outline.write(
            "各方意见:\n  - {谁: 王局长, 方式: 微信, 原话: 少讲一点, 办理: 未改, 说明: 时间够}\n  - {谁: 李市长, 方式: 电话, 原话: 加一句, 办理: 已改}\n"
        )

    def rows(file, *options):
        assert drafter("absorb", "讲话.yaml", *options, "--report", file).code == 0
        return [[cell.text for cell in row.cells] for row in Document(sent / file).tables[0].rows][1:]

    alone = rows("一.docx")
    assert [(who, asked, state) for _, who, _, _, asked, state in alone] == [
        ("王局长", "微信：少讲一点", "未采纳（时间够）"),
        ("李市长", "电话：加一句", "已采纳"),
    ]
    assert [row[1] for row in rows("二.docx", "--only-taken")] == ["李市长"]
    review(sent, "改.docx", say("两万条", "三万条"))
    assert len(rows("三.docx", "改.docx", "-o", "新.yaml")) == 3
    assert (
        drafter("absorb", "讲话.yaml").code
        == drafter("absorb", "讲话.yaml", "改.docx", "--only-taken").code
        == 2
    )


def test_the_table_of_opinions_is_a_valid_word_file(drafter, sent, validator):
    """Who, where, what was, what is asked, taken or not."""
    review(sent, "改.docx", say("两万条", "三万条"), put("领导带班", "（四）抓好宣传。家家发明白卡。"))
    assert drafter("absorb", "讲话.yaml", "改.docx", "--report", "采纳.docx").code == 0
    valid = subprocess.run(
        [validator, "采纳.docx"], capture_output=True, text=True, cwd=sent, check=False
    ).stdout
    cells = [cell.text for row in Document(sent / "采纳.docx").tables[0].rows for cell in row.cells]

    assert json.loads(valid)["errors"] == []
    assert "李市长" in cells and "已采纳" in cells and any("抓好宣传" in cell for cell in cells)


@pytest.mark.parametrize(("only", "words", "notes"), [("changes", True, False), ("comments", False, True)])
def test_one_may_take_only_some(drafter, sent, only, words, notes):
    """Changes, or comments."""

    def remark(document):
        document.add_comment(paragraph(document, "冲锋舟").runs[-1:], text="再补", author="李市长")

    review(sent, "改.docx", say("两万条", "三万条"), remark)
    assert drafter("absorb", "讲话.yaml", "改.docx", "-o", "新.yaml", "--only", only).code == 0
    new = (sent / "新.yaml").read_text(encoding="utf-8")
    assert ("三万条" in new, "备注" in new) == (words, notes)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("讲话.yaml", "无.docx"), 3),
        (("讲话.yaml", "稿.docx", "--only", "甲"), 2),
        (("讲话.yaml", "稿.docx", "--reviewer", "甲.docx=乙"), 2),
        (("讲话.yaml", "稿.docx", "--reviewer", "乙"), 2),
        (("讲话.yaml", "稿.docx", "-o", "稿.docx"), 2),
    ],
)
def test_what_cannot_be_done_is_said(drafter, sent, arguments, code):
    """And the outline stays."""
    result = drafter("absorb", *arguments)

    assert result.code == code and "办法：" in result.err
    assert (sent / "讲话.yaml").read_text(encoding="utf-8") == OUTLINE


def test_nothing_edited_changes_nothing(drafter, sent):
    """No copy is made either."""
    assert "收了 0 处" in drafter("absorb", "讲话.yaml", "稿.docx").out
    assert (sent / "讲话.yaml").read_text(encoding="utf-8") == OUTLINE and not (
        sent / "讲话.改前.yaml"
    ).exists()


def test_a_comment_about_no_point_is_an_opinion_that_keeps_the_draft_open(drafter, sent):
    """Until somebody says what became of it."""

    def remark(document):
        document.add_comment(paragraph(document, "防汛会议").runs[:1], text="题目太长", author="李市长")

    review(sent, "改.docx", remark)
    assert drafter("absorb", "讲话.yaml", "改.docx", "-o", "新.yaml").code == 0
    new = (sent / "新.yaml").read_text(encoding="utf-8")
    assert "各方意见:" in new and "原话: 题目太长" in new

    assert "李市长的意见还没有办：题目太长" in drafter("build", "新.yaml", "--to", "txt", "-o", "-").err
    final = drafter("build", "新.yaml", "--final", "-o", "定.docx")
    assert final.code == 6 and "open-opinion" in final.err and not (sent / "定.docx").exists()
    (sent / "新.yaml").write_text(new.replace("办理: 待定", "办理: 已改"), encoding="utf-8")
    assert drafter("build", "新.yaml", "--final", "-o", "定.docx").code == 0


def test_a_file_that_is_taken_in_twice_says_nothing_twice(drafter, sent):
    """Neither a note nor an opinion."""

    def remark(document):
        document.add_comment(paragraph(document, "冲锋舟").runs[-1:], text="再补一个例子", author="李市长")
        document.add_comment(paragraph(document, "防汛会议").runs[:1], text="题目太长", author="李市长")

    review(sent, "改.docx", remark)
    for _ in range(2):
        assert drafter("absorb", "讲话.yaml", "改.docx").code == 0
    new = (sent / "讲话.yaml").read_text(encoding="utf-8")

    assert new.count("再补一个例子") == 1 and new.count("题目太长") == 1


def test_the_outline_stays_where_the_table_of_opinions_may_not_be_written(drafter, sent):
    """A person's file stands there: nothing is half done."""
    before = (sent / "讲话.yaml").read_bytes()
    (sent / "采纳.docx").write_bytes(b"somebody's")
    review(sent, "改.docx", say("两万条", "三万条"))
    said = drafter("absorb", "讲话.yaml", "改.docx", "--report", "采纳.docx")

    assert said.code == 4 and "采纳.docx" in said.err
    assert (sent / "讲话.yaml").read_bytes() == before and not list(sent.glob("*改前*"))


def test_a_long_opinion_with_braces_stands_whole_in_the_table(drafter, sent):
    """It is words, no figure that is asked for and no markup."""
    said = "改成甲|乙\\丙{{ 人数 }}*丁*，" + "再核实一遍数字，" * 12 + "然后报我。"

    def remark(document):
        document.add_comment(paragraph(document, "冲锋舟").runs[-1:], text=said, author="李市长")

    review(sent, "改.docx", remark)
    assert drafter("absorb", "讲话.yaml", "改.docx", "-o", "新.yaml", "--report", "采纳.docx").code == 0
    cells = [cell.text for row in Document(sent / "采纳.docx").tables[0].rows for cell in row.cells]

    assert any(said in cell for cell in cells)


def test_a_paragraph_that_was_written_anew_is_known_by_its_bookmark(drafter, sent):
    """However little of its words is left: it is one text that changed, and its owner stays."""
    new = "凡是险工险段，一律立牌公示，谁负责一眼看得见。"
    outline = (sent / "讲话.yaml").read_text(encoding="utf-8")

    def anew(document):
        *others, last = paragraph(document, "两万条").runs
        for run in others:
            run.text = ""
        last.text = new

    review(sent, "改.docx", anew)
    said = drafter("absorb", "讲话.yaml", "改.docx", "-o", "新.yaml", "--json").json["files"][0]

    assert {(one["kind"], one["state"]) for one in said["changes"]} == {("text", "taken")}
    assert (sent / "新.yaml").read_text(encoding="utf-8").count("\n") == outline.count("\n")
