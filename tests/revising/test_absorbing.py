"""What was reviewed in Word goes back into the outline: built again it prints the edited text, or what has no place is told."""

from __future__ import annotations

import copy
import io
import re

import pytest
from docx import Document
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.actions.opening import open_session
from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.drafting.printing.formats import produce
from drafter.outlining.form import marks
from drafter.readers.outline import tree as outline_tree
from drafter.readers.word import package as word_package
from drafter.revising import absorbing, reviewed
from drafter.revising.agreeing import TAKEN
from drafter.storage import places
from tests.conftest import ROOT, SAMPLES

OUTLINE = """# 我的讲话
模板: 部署讲话
标题: 在全县防汛会议上的讲话
日期: 2026-03-12
讲话人: {姓名: 沈望, 职务: 县长}
称谓: [同志们]
数据:
  堤长: {数值: 86, 单位: 公里}   # 水务局
  镇数: 12个
开头: 今天开会，任务是把防汛的事情安排好。
成绩:
  小标题: 去年的工作是扎实的
  导语: 去年，全县加固堤防{{ 堤长 }}，没有出大的险情。
  要点:
    - 标题: 隐患查得细
      正文: "{{ 镇数 }}镇逐段查了堤，建了台账。"
      责任单位: 县水务局
    - 标题: 物资备得足
      正文: 沙袋、木桩都按标准备齐了。
任务:
  小标题: 今年要抓好三件事
  要点:
    # 头一件
    - 标题: 逐段查堤
      正文: 月底前把所有堤段再查一遍，查出来的当天就改。
      时限: 2026-03-31
    - 标题: 备足物资
      正文: 沙袋再备两万条，冲锋舟修好试水。
    - 标题: 严格值守
      正文: 领导带班，二十四小时有人。
结尾: 谢谢大家！
"""


def session():
    return open_session(places.find(ROOT), ROOT)


def printed(text):
    """The paragraphs that an outline's Word file says, without their numbers."""
    data = produce(session(), production.from_outline(session(), text, "稿.yaml", Options()), "docx")
    return data, [line for line in said(data) if line]


def said(data):
    return [bare(one) for one in reviewed.read(word_package.read(data, "a"), "a", "").paragraphs]


def bare(text):
    """Without its number: numbers are no text."""
    mark = marks.opening(text)
    rest = text[len(mark.text) :].strip() if mark is not None else text.strip()
    return re.sub(
        r"[一二三四五六七八九十]+(?=[是要、])|(?<=[讲抓做要])[两一二三四五六七八九十]+(?=[点个项])", "#", rest
    )


def edited(text, edit):
    """The outline after a reviewer's edit, what was done, and what the reviewer sees."""
    document = Document(io.BytesIO(printed(text)[0]))
    edit(document)
    out = io.BytesIO()
    document.save(out)
    file = reviewed.read(word_package.read(out.getvalue(), "改.docx"), "改.docx", "李")
    found = absorbing.absorb(session(), text, "稿.yaml", [file], (), "")
    return found, [line for line in said(out.getvalue()) if line]


def paragraph(document, words):
    return next(one for one in document.paragraphs if words in one.text)


def say(old, new):
    """An edit within the run that holds the words."""

    def edit(document):
        run = next(run for one in document.paragraphs for run in one.runs if old in run.text)
        run.text = run.text.replace(old, new, 1)

    return edit


def put(after, text):
    def edit(document):
        here = paragraph(document, after)
        made = copy.deepcopy(here._p)
        here._p.addnext(made)
        _only(Paragraph(made, here._parent), text)

    return edit


def _only(paragraph, text):
    for run in paragraph.runs[1:]:
        run._r.getparent().remove(run._r)
    paragraph.runs[0].text = text


def cut(words):
    return lambda document: paragraph(document, words)._p.getparent().remove(paragraph(document, words)._p)


def move(words, after):
    return lambda document: paragraph(document, after)._p.addnext(paragraph(document, words)._p)


def split(words, before):
    def edit(document):
        here = paragraph(document, words)
        text = here.text
        at = text.index(before)
        made = copy.deepcopy(here._p)
        here._p.addnext(made)
        _only(here, text[:at])
        _only(Paragraph(made, here._parent), text[at:])

    return edit


def join(first, second):
    def edit(document):
        one, other = paragraph(document, first), paragraph(document, second)
        text = one.text + other.text
        other._p.getparent().remove(other._p)
        _only(one, text)

    return edit


SCENARIOS = {
    "a word of a point": say("查出来的当天就改", "查出来的三天内改完"),
    "a title": say("逐段查堤", "逐段逐闸查堤"),
    "a heading": say("今年要抓好三件事", "今年要抓紧三件事"),
    "the paper's title": say("全县防汛会议", "全县防汛抗旱会议"),
    "the opening": say("把防汛的事情安排好", "把防汛抗旱的事情安排好"),
    "the closing": say("谢谢大家", "就讲这些，谢谢大家"),
    "a lead": say("没有出大的险情", "没有出现大的险情"),
    "a figure": say("86", "92"),
    "a figure with its unit": say("12个", "13个"),
    "a sentence at the end": say("二十四小时有人。", "二十四小时有人。谁脱岗谁负责。"),
    "a sentence at the beginning": say("月底前把", "说干就干。月底前把"),
    "a new point": put("领导带班", "（四）抓好宣传。家家发明白卡。"),
    "a new point between": put("逐段查堤", "（二）清好河道。阻水的树障全部清走。"),
    "a new paragraph in the opening": put("安排好", "会议开得短，讲得实。"),
    "a new paragraph of a point": put("两万条", "冲锋舟六月底前全部试水。"),
    "a point that goes": cut("备足物资"),
    "a lead that goes": cut("加固堤防"),
    "a point that moves down": move("逐段查堤", "严格值守"),
    "a point that moves to another part": move("物资备得足", "备足物资"),
    "a paragraph in two": split("月底前把", "查出来的当天"),
    "two points as one": join("沙袋再备", "领导带班"),
    "the salutation": say("同志们", "同志们、朋友们"),
}


@pytest.mark.parametrize("edit", SCENARIOS.values(), ids=SCENARIOS)
def test_built_again_the_outline_prints_what_was_edited(edit):
    """And all else of it stays: figures, owners, days, comments."""
    found, wanted = edited(OUTLINE, edit)
    _, got = printed(found.text)

    assert got == wanted or [one for one in found.done if one.state != TAKEN]
    assert "# 我的讲话" in found.text and "# 水务局" in found.text
    told = [
        SCENARIOS["a lead that goes"],
        SCENARIOS["two points as one"],
    ]  # the template's own words; two owners
    if edit not in told:
        assert got == wanted and "{{ 堤长 }}" in found.text


def test_a_point_that_moved_keeps_what_was_said_of_it():
    """Its owner and its day."""
    tree = outline_tree.read(edited(OUTLINE, SCENARIOS["a point that moves down"])[0].text, "a")

    assert [point["标题"] for point in tree["任务"]["要点"]] == ["备足物资", "严格值守", "逐段查堤"]
    assert tree["任务"]["要点"][2]["时限"] == "2026-03-31"


def test_a_figure_changes_in_its_place():
    """Not in the words that ask for it."""
    tree = outline_tree.read(edited(OUTLINE, SCENARIOS["a figure"])[0].text, "a")

    assert tree["数据"]["堤长"]["数值"] == "92" and "{{ 堤长 }}" in tree["成绩"]["导语"]


def test_a_sentence_of_the_template_becomes_the_outlines_own():
    """With the words that it was given; no other is said beside it."""
    text = OUTLINE.replace(
        "开头: 今天开会，任务是把防汛的事情安排好。\n", "场合: {名称: 全县防汛会议, 主办: 县政府}\n"
    )
    first = next(line for line in printed(text)[1] if "全县防汛会议" in line and "讲话" not in line)
    found, wanted = edited(text, say(first[2:8], "我们召开"))

    assert printed(found.text)[1] == wanted


@settings(max_examples=10, deadline=None)
@given(st.sampled_from([path for path in SAMPLES if "讲话" in path.stem]), st.randoms(use_true_random=False))
def test_no_edit_is_lost_in_silence(sample, chance):
    """Random edits of real speeches: printed again as they were edited, or told with their words."""
    text = sample.read_text(encoding="utf-8")
    if "继承" in text:
        return

    def edit(document):
        for _ in range(chance.randint(1, 4)):
            body = [one for one in document.paragraphs if len(one.text) > 20 and one.runs]
            one = chance.choice(body)
            run = chance.choice([run for run in one.runs if run.text] or one.runs)
            at = chance.randint(min(6, len(run.text)), len(run.text))  # behind a number
            act = chance.choice(["put", "cut", "away"])
            if act == "put":
                run.text = run.text[:at] + chance.choice(["新", "再三强调", "，要抓紧"]) + run.text[at:]
            elif act == "cut":
                run.text = run.text[:at] + run.text[at + chance.randint(1, 6) :]
            else:
                one._p.getparent().remove(one._p)

    found, wanted = edited(text, edit)
    assert printed(found.text)[1] == wanted or [one for one in found.done if one.state != TAKEN]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_what_nobody_edited_changes_nothing(sample):
    """Whatever the file prints beside the outline: header blocks, contents, titles over several lines."""
    text = sample.read_text(encoding="utf-8")
    name = str(sample)
    data = produce(session(), production.from_outline(session(), text, name, Options()), "docx")
    file = reviewed.read(word_package.read(data, "a"), "a", "")
    found = absorbing.absorb(session(), text, name, [file], (), "")

    assert found.text == text and found.done == ()


def test_an_edit_and_a_removal_of_one_text_are_a_contradiction():
    """Of two reviewers; it stays as it was until somebody says whose word counts."""
    files = []
    for who, edit in (("甲", say("当天就改", "三天内改")), ("乙", cut("月底前把"))):
        document = Document(io.BytesIO(printed(OUTLINE)[0]))
        edit(document)
        out = io.BytesIO()
        document.save(out)
        files.append(reviewed.read(word_package.read(out.getvalue(), who), who, who))

    found = absorbing.absorb(session(), OUTLINE, "稿.yaml", files, (), "")
    assert "当天就改" in found.text and "conflict" in {one.state for one in found.done}
    heard = absorbing.absorb(session(), OUTLINE, "稿.yaml", files, ("甲",), "")
    assert "三天内改" in heard.text


@pytest.mark.parametrize(
    ("words", "new"),
    [("县长", "新加的一段话。"), ("2026年3月12日", "新加的一段话。"), ("防汛会议", "新加的一段话。")],
)
def test_what_is_one_line_stays_one(words, new):
    """A paragraph behind a name, a day or the title has no place in them; the outline can be drafted again."""
    found, _ = edited(OUTLINE, put(words, new))
    printed(found.text)

    assert [one for one in found.done if one.state != TAKEN] or new in found.text


def test_braces_of_a_reviewer_are_braces():
    """No reference to a figure that is not there."""
    found, wanted = edited(OUTLINE, say("两万条", "{{ 某 }}条"))

    assert printed(found.text)[1] == wanted
