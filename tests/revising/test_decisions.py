"""What reviewers decide about a point is decided about all of it: its owner, its day, its note, its figures."""

from __future__ import annotations

import copy
import io

import pytest
from docx import Document
from docx.oxml.ns import qn

from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.drafting.printing.formats import produce
from drafter.readers.outline import tree as outline_tree
from drafter.readers.word import package as word_package
from drafter.revising import absorbing, reviewed
from tests.builders import session

OUTLINE = """模板: 通知
标题: 关于开展清查的通知
日期: 2026-03-20
公文: {发文机关: 澜川市机关事务管理局}
主送: 各单位
数据: {房间: 6382}
缘由: 为摸清家底，现通知如下：
事项:
  - 小标题: 清查范围
    导语: [首段说的是全部办公用房。, 第二段：租用、借用的也在其内。]
  - 小标题: 清查步骤
    导语: 分步进行。
    要点:
      - 标题: 自查登记
        正文: 各单位逐间丈量，共{{ 房间 }}间，经主要负责人签字后报送。
        责任单位: 各单位
        时限: 4月20日前
        备注: 局长说要快
      - 标题: 现场核对
        正文: 市机关事务管理局会同市财政局抽查，误差超过3%的退回重新丈量。
        责任单位: 市财政局
        时限: 5月15日前
      - 标题: 建账调剂
        正文: 建好电子台账，统筹调剂。
        责任单位: 资产处
"""


def printed(text=OUTLINE):
    return produce(session(), production.from_outline(session(), text, "稿.yaml", Options()), "docx")


def review(*edits, text=OUTLINE, name="改", author="甲"):
    """The file that went out, as somebody edited it."""
    document = Document(io.BytesIO(printed(text)))
    for edit in edits:
        edit(document)
    out = io.BytesIO()
    document.save(out)
    return reviewed.read(word_package.read(out.getvalue(), name), name, author)


def at(document, words):
    return next(one for one in document.paragraphs if words in one.text)


def say(old, new):
    def edit(document):
        run = next(run for one in document.paragraphs for run in one.runs if old in run.text)
        run.text = run.text.replace(old, new)

    return edit


def cut(words):
    return lambda document: at(document, words)._p.getparent().remove(at(document, words)._p)


def move(words, after):
    return lambda document: at(document, after)._p.addnext(at(document, words)._p)


def put(after, text):
    """A new paragraph, as Word makes one by Enter: without the bookmarks of the one before."""

    def edit(document):
        made = copy.deepcopy(at(document, after)._p)
        for one in [*made.iter(qn("w:bookmarkStart")), *made.iter(qn("w:bookmarkEnd"))]:
            one.getparent().remove(one)
        at(document, after)._p.addnext(made)
        first, *others = made.findall(qn("w:r"))
        for run in others:
            made.remove(run)
        first.find(qn("w:t")).text = text

    return edit


def absorbed(*files, text=OUTLINE, **options):
    found = absorbing.absorb(session(), text, "稿.yaml", files, options.pop("accepted", ()), "", **options)
    return found, outline_tree.read(found.text, "稿.yaml")["事项"][1]["要点"]


def test_a_point_that_goes_to_the_front_is_a_point_there():
    """Not a line of what leads to the points."""
    _, points = absorbed(review(move("现场核对", "分步进行")))

    assert [one["标题"] for one in points] == ["现场核对", "自查登记", "建账调剂"]
    assert points[0]["责任单位"] == "市财政局" and points[1]["备注"] == "局长说要快"


def test_a_new_first_point_is_one():
    _, points = absorbed(review(put("分步进行", "（一）动员部署。四月一日前开会。")))

    assert [one["标题"] for one in points] == ["动员部署", "自查登记", "现场核对", "建账调剂"]


def test_a_point_that_moved_and_was_edited_keeps_what_is_said_of_it():
    """Known by its bookmark; its figure stays a figure."""
    _, points = absorbed(review(say("负责人签字", "负责人签字盖章"), move("自查登记", "现场核对")))

    assert [one["标题"] for one in points] == ["现场核对", "自查登记", "建账调剂"]
    assert "{{ 房间 }}" in points[1]["正文"] and "签字盖章" in points[1]["正文"]
    assert (points[1]["责任单位"], points[1]["备注"]) == ("各单位", "局长说要快")


@pytest.mark.parametrize("edit", [say("3%", "2%"), say("市财政局；", "市审计局；")])
def test_a_deletion_against_an_edit_is_one_contradiction(edit):
    """The point stays whole until somebody says whose word counts; then it is there with the edit, or gone."""
    files = review(cut("现场核对"), name="一"), review(edit, name="二", author="乙")
    found, points = absorbed(*files)
    assert len(points) == 3 and points[1]["责任单位"] == "市财政局" and points[1]["时限"] == "5月15日前"
    assert "taken" not in {one.state for one in found.done}

    _, heard = absorbed(*files, accepted=("乙",))
    assert len(heard) == 3 and heard[1]["标题"] == "现场核对"
    _, gone = absorbed(*files, accepted=("甲",))
    assert [one["标题"] for one in gone] == ["自查登记", "建账调剂"]


@pytest.mark.parametrize("old, new", [("责任单位: 市财政局", "责任单位: 市审计局"), ("超过3%", "超过2%")])
def test_a_deletion_of_what_was_changed_since_takes_nothing(old, new):
    """The newer edit stays, and the whole point; that is told."""
    now = OUTLINE.replace(old, new)
    found, points = absorbed(review(cut("现场核对")), text=now, sent={"改": OUTLINE})

    assert len(points) == 3 and new in found.text
    assert {one.state for one in found.done} == {"unplaced"}


def test_what_was_done_meanwhile_in_the_same_words_is_asked_no_more():
    now = OUTLINE.replace("超过3%", "超过2%")
    found, _ = absorbed(review(say("3%", "2%")), text=now, sent={"改": OUTLINE})

    assert found.text == now and not found.done


def test_what_has_no_place_is_told_of_each_reviewer():
    """Two such changes are not one."""
    one = review(
        say("澜川市机关事务管理局文件", "澜川市机关管理局文件"), say("特此通知", "特此通知，请办"), name="一"
    )
    other = review(say("分步进行", "分三步进行"), name="二", author="乙")
    found, _ = absorbed(one, other)

    assert "分三步进行" in found.text
    for each in found.done:
        if type(each.asked.step).__name__ == "Lost":
            assert each.state == "unplaced"


def test_a_later_paragraph_of_a_text_is_known_too():
    """Written anew, beside somebody who adds to it: a contradiction, and nothing is doubled."""
    new = "凡是占着的都要登记，一间也不漏。"
    one = review(lambda document: _whole(at(document, "第二段"), new), name="一")
    other = review(say("租用、借用", "租用、借用、换用"), name="二", author="乙")
    found, _ = absorbed(one, other)
    assert new not in found.text and "换用" not in found.text

    heard, _ = absorbed(one, other, accepted=("甲",))
    assert new in heard.text and "租用" not in heard.text


def _whole(paragraph, text):
    first, *others = paragraph.runs
    for run in others:
        run._r.getparent().remove(run._r)
    first.text = text


def test_a_comment_on_a_point_that_another_took_away_is_not_its_neighbours():
    """It is kept as what somebody said of the draft."""
    commented = review(name="一")
    place = next(n for n, text in enumerate(commented.paragraphs, 1) if "现场核对" in text)
    from drafter.readers.word.remarks import Remark

    note = Remark("王市长", "2026-03-21", "这条删掉", place, "现场核对")
    first = reviewed.Reviewed(
        commented.name, "王市长", commented.paragraphs, {}, (note,), commented.digest, commented.anchors
    )
    found, points = absorbed(first, review(cut("现场核对"), name="二", author="乙"))

    assert [one["标题"] for one in points] == ["自查登记", "建账调剂"]
    assert "备注" not in points[1] and "这条删掉" in str(outline_tree.read(found.text, "a")["各方意见"])


def test_an_odd_bookmark_is_nobodys():
    """However long its number is."""

    def mark(document):
        document.paragraphs[3]._p.find(qn("w:bookmarkStart")).set(qn("w:name"), "_dr" + "9" * 6000)

    assert absorbed(review(mark))[0].text == OUTLINE
