"""Any old text becomes an outline, and not a character is lost."""

from __future__ import annotations

import http.server
import os
import re
import subprocess
import threading
import zipfile
from contextlib import contextmanager
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.drafting import loading, production
from drafter.drafting.binding import filled
from drafter.drafting.formats import produce
from drafter.importing import guesses as importing
from drafter.model.outline import Section, Tail
from drafter.model.source import Line, Source
from drafter.outlining.form import leftovers, marks
from drafter.readers import lines as readers
from drafter.readers.markdown import document as markdown
from drafter.readers.word import package as word_package
from drafter.readers.word import text as word_text
from drafter.session import old_files
from drafter.writers import outline_yaml
from tests.builders import lines, session
from tests.conftest import SAMPLES
from tests.strategies import texts

FOLDER = os.environ.get("DRAFTER_SAMPLES", "")
REAL = sorted([*Path(FOLDER).glob("*.txt"), *Path(FOLDER).glob("*.docx")]) if FOLDER else []


def squeezed(text):
    return "".join(text.split())


def outline_of(text):
    return importing.imported(session(), readers.split_text(text)).outline


def printed(outline):
    return lines(outline_yaml.write(outline))


_marks = st.sampled_from(
    [
        "",
        "一、",
        "二、",
        "（一）",
        "（二）",
        "1.",
        "（1）",
        "一是",
        "二是",
        "第一，",
        "首先，",
        "（三）",
        "十、",
        "责任单位：",
        "正文:",
        "——",
    ]
)
_odd = st.sampled_from(
    [
        "第二，", "一、", "——", "｛｛丙｝｝", "{{ 甲 }}", "抄送：{{ 甲 }}，乙。", "市水务局{{ 甲 }}", "（联系人：{{ 甲 }}）",
        "2026年4月2日", "2026年04月02日", "附件：{{ 甲 }}", "附件1", "同志们，{{ 甲 }}！", "（2026年2月30日）", "澜政发〔2026〕3号",
    ]
)  # fmt: skip
_lines = st.lists(
    st.one_of(st.tuples(_marks, texts, st.sampled_from(["", "。", "：", "；"])).map("".join), _odd),
    min_size=1,
    max_size=12,
)


@settings(deadline=None)
@given(_lines)
def test_any_lines_come_back_as_they_were(given_lines):
    """Whatever marks they bring, in whatever order: the outline's YAML prints the same characters."""
    source = Source(tuple(Line(line, n) for n, line in enumerate(given_lines, 1) if line.strip()))
    found = importing.imported(session(), source)
    written = outline_yaml.write(found.outline)

    assert found.kept == found.characters
    assert squeezed("".join(lines(written))) == squeezed("".join(given_lines)), written


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_a_draft_of_our_own_comes_back_whole(path):
    """From the Word file: every character but those of a table of contents, the title, every heading
    and every point in their order and at their depth, and who issued it, to whom, with what attached.
    """
    at = session()
    text = path.read_text(encoding="utf-8")
    draft = production.from_outline(at, text, str(path), loading.Options())
    package = word_package.read(produce(at, draft, "docx"), "稿.docx")
    found = importing.imported(at, word_text.read(package))
    original = loading.load(at, text, str(path), loading.Options()).outline

    assert found.kept + sum(len(squeezed(d.text)) for d in found.dropped) == found.characters
    assert all("目录" in dropped.reason for dropped in found.dropped)
    assert found.outline.title == filled(original.title, original.facts)
    there = iter(shape(found.outline))
    missing = [item for item in shape(original) if item not in there]
    assert missing == []
    if original.official is not None and original.official.number and len(original.official.issuers) < 2:
        assert found.outline.official.number == original.official.number
        assert [a.title for a in found.outline.attachments] == [a.title for a in original.attachments]


def shape(outline):
    """Headings and points in the order in which they print: how deep, and how they begin.

    One point under no heading counts nothing: no page tells it from a text.
    """
    for part in outline.parts:
        for item in part.items:
            if isinstance(item, Section):
                yield from [(0, _words(item.heading, outline.facts))] if item.heading else []
                yield from _shape_of(item, 1, outline.facts)


def _shape_of(item, depth, facts):
    alone = len(item.points) == 1 and isinstance(item, Section) and not item.heading
    for point in () if alone else item.points:
        yield depth, _words(point.title or point.text[0], facts)
        yield from _shape_of(point, depth + 1, facts)
    if isinstance(item.tail, Tail):
        yield from _shape_of(item.tail, depth, facts)


def _words(text, facts):
    """The first characters without the mark, up to the first stop."""
    text = filled(text, facts)
    mark = marks.opening(text)
    return re.split("[。：，！]", text[len(mark.text) if mark else 0 :])[0][:8]


@pytest.mark.skipif(not REAL, reason="DRAFTER_SAMPLES names no folder of real texts")
@pytest.mark.parametrize("name", ["office-1-研讨发言", "office-2-培训班讲话"])
def test_an_office_text_is_outlined_as_a_person_would(name):
    """Roles, marks, layouts and the first characters of each title; the text itself is not ours."""
    source = old_files.source_of(session(), str(Path(FOLDER) / f"{name}.txt"))
    found = importing.imported(session(), source).outline

    golden = Path(__file__).parents[1] / "fixtures" / "outlines" / f"{name}.txt"
    assert "\n".join(structure_of(found)) + "\n" == golden.read_text(encoding="utf-8")


def structure_of(outline):
    """The structure of an outline and of its texts no more than how each title begins."""
    yield f"标题 {outline.title[:4]} 称谓 {len(outline.audience)}"
    for part in outline.parts:
        for item in part.items:
            if isinstance(item, str):
                yield f"{part.role} 一段"
            else:
                yield f"{part.role} {item.heading[:4]} 序号 {item.marks} 版式 {item.layout} 导语 {len(item.lead)}"
                yield from _points_of(item.points, "  ")
                yield from [f"  小结 {len(item.tail)}"] if item.tail else []


def _points_of(points, pad):
    for point in points:
        yield f"{pad}{point.title[:4]} 序号 {point.marks} 版式 {point.layout} 段 {len(point.text)}"
        yield from _points_of(point.points, pad + "  ")


@settings(deadline=None, max_examples=50)
@given(_lines, st.sampled_from(["", "2026年增长12.5%，", "由王明副市长牵头，第三届", "5月10日办结286万件"]))
def test_proposed_facts_print_the_text_as_it_was(given_lines, told):
    """Whatever was found in it."""
    source = Source(tuple(Line(told + line, n) for n, line in enumerate(given_lines, 1)))
    found = importing.imported(session(), source)

    with_facts = importing.with_facts(session(), found)
    assert printed(with_facts.outline) == printed(found.outline)


@pytest.mark.skipif(not REAL, reason="DRAFTER_SAMPLES names no folder of real texts")
@pytest.mark.parametrize("path", [path for path in REAL if path.suffix == ".txt"], ids=lambda p: p.stem)
def test_a_text_is_the_same_in_every_encoding_and_with_every_line_end(tmp_path, path):
    """UTF-8 with and without its mark, GB18030, UTF-16 of both kinds; LF, CRLF, CR."""
    text = path.read_text(encoding="utf-8")
    wanted = old_files.source_of(session(), str(path))
    copy = tmp_path / "稿.txt"
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16-le", "utf-16-be"):
        for end in ("\n", "\r\n", "\r"):
            mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
            copy.write_bytes(mark + text.replace("\n", end).encode(encoding))
            assert old_files.source_of(session(), str(copy)) == wanted, (encoding, end)


TWIN = """模板: 部署讲话
标题: 在全市安全生产会议上的讲话
日期: 2026年3月12日
称谓: [同志们]
开头: 今天，我们开个会。
成绩:
  小标题: 充分肯定成绩
  要点:
    - {标题: 事故少了, 正文: 全年事故同比下降12%。}
    - {标题: 隐患清了, 正文: 整改3200处。}
不足:
  小标题: 清醒看到不足
  导语: 突出表现在两个方面：
  版式: 段内
  序号: 一是
  要点: [责任没压实, 基础不牢]
任务:
  小标题: 抓好重点任务
  要点:
    - {标题: 查隐患, 正文: 6月底前全面排查。, 责任单位: 市应急管理局, 时限: 2026-06-30}
    - {标题: 强培训, 正文: 年底前轮训一遍。}
结尾:
  - 同志们，让我们抓紧干起来。
  - 谢谢大家！
"""


def test_an_outline_typed_in_word_builds_the_draft_of_its_yaml_twin(drafter, tmp_path):
    """For a speech and for the table of who does what."""
    made = docx.Document()
    for line in SPEECH.splitlines():
        made.add_paragraph(line)
    made.save(tmp_path / "提纲.docx")
    (tmp_path / "大纲.yaml").write_text(TWIN, encoding="utf-8")

    for template in ("部署讲话", "责任分工表"):
        options = ("--template", template, "--to", "txt", "-o", "-")
        assert drafter("build", "提纲.docx", *options).out == drafter("build", "大纲.yaml", *options).out


@pytest.mark.skipif(not REAL, reason="DRAFTER_SAMPLES names no folder of real texts")
@pytest.mark.parametrize("path", REAL, ids=lambda p: p.stem)
def test_a_real_text_comes_back_whole(drafter, path):
    """Import, then build: the same characters in the same order."""
    assert drafter("import", path, "-o", "a.yaml").code == 0
    source = old_files.source_of(session(), str(path))
    built = drafter("build", "a.yaml", "--to", "txt", "-o", "-")

    kept = leftovers.set_aside(source).lines
    assert squeezed(built.out) == squeezed("".join(line.text for line in kept))


SPEECH = """在全市安全生产会议上的讲话
（2026年3月12日）
同志们：
今天，我们开个会。
一、充分肯定成绩
（一）事故少了。全年事故同比下降12%。
（二）隐患清了。整改3200处。
二、清醒看到不足
突出表现在两个方面：一是责任没压实；二是基础不牢。
三、抓好重点任务
（一）查隐患。6月底前全面排查。（责任单位：市应急管理局；完成时限：2026-06-30）
（二）强培训。年底前轮训一遍。
同志们，让我们抓紧干起来。
谢谢大家！
"""


def test_a_speech_is_outlined_as_a_person_would():
    """Title, date, salutation, opening; three sections with their roles; closing."""
    found = outline_of(SPEECH)
    sections = [item for part in found.parts for item in part.items if isinstance(item, Section)]

    assert (found.title, found.date, found.audience) == (
        "在全市安全生产会议上的讲话",
        "2026年3月12日",
        ("同志们",),
    )
    assert [part.role for part in found.parts] == ["opening", "achievements", "gaps", "tasks", "closing"]
    assert [section.heading for section in sections] == ["充分肯定成绩", "清醒看到不足", "抓好重点任务"]
    assert found.numbering == ("一、", "（一）")
    assert [point.title for point in sections[0].points] == ["事故少了", "隐患清了"]
    assert (sections[1].layout, sections[1].marks, len(sections[1].points)) == ("inline", "一是", 2)
    assert found.parts[-1].items == ("同志们，让我们抓紧干起来。", "谢谢大家！")


def test_an_outline_typed_in_word_is_drafted(drafter, tmp_path):
    """With the sentences of its genre, owners and deadlines in brackets understood."""
    made = docx.Document()
    for line in SPEECH.splitlines():
        made.add_paragraph(line)
    made.save(tmp_path / "提纲.docx")
    speech = drafter("build", "提纲.docx", "--template", "部署讲话", "--to", "txt", "-o", "-")
    table = drafter("build", "提纲.docx", "--template", "责任分工表", "--to", "txt", "-o", "-")

    assert speech.code == 0
    assert "主要体现在两个方面" in speech.out
    assert "责任单位" not in speech.out
    assert "1\t查隐患\t市应急管理局\t2026年6月30日" in table.out


TYPED = """全市安全生产工作会议讲话
（提纲）
称谓：同志们
时间：2026年3月
讲话人：市长 王某某
时长：15分钟
一、成绩
1. 事故少了
2、隐患少了
二、任务
（一）压责任【市应急局，6月底】
（二）查隐患（市住建局 9月30日前）
"""


def test_what_a_typed_outline_says_of_itself_is_not_its_text(drafter, tmp_path):
    """Labelled lines are fields of the outline; a template that adds nothing leaves them where they are."""
    (tmp_path / "提纲.txt").write_text(TYPED, encoding="utf-8")
    speech = drafter("build", "提纲.txt", "--template", "部署讲话", "--to", "txt", "-o", "-").out
    outline = drafter("import", "提纲.txt", "--template", "部署讲话", "-o", "-").out
    plain = drafter("build", "提纲.txt", "--to", "txt", "-o", "-").out

    assert speech.startswith("全市安全生产工作会议讲话\n（2026年3月）\n市长　王某某\n同志们：\n一、成绩\n")
    assert "（一）事故少了\n（二）隐患少了" in speech and "住建局" not in speech
    assert "时长: 15" in outline and "责任单位: 市住建局\n        时限: 9月30日前" in outline
    assert squeezed(plain) == squeezed(TYPED)


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("标题：在会上的讲话\n总结前段\n一、任务\n1、抓早\n2、抓小\n", ["开头: 总结前段"]),
        ("标题：在会上的讲话\n日期：3月10日\n时长：半小时\n一、任务\n1、抓早\n2、抓小\n", ["日期:\n", "时长: 30"]),
        ("在会上的讲话\n称谓：同志们\n开头：总结前段\n一 成绩\n1 备耕早\n2 农资足\n同志们，干起来。\n结尾：号召大家\n", ["开头: 总结前段", "小标题: 成绩", "标题: 农资足", "  - 同志们，干起来。\n  - 号召大家"]),
        ("在会上的讲话\n（送审稿）\n内部情况\n同志们：\n开会。\n", ["稿次: 送审稿", "开头: 开会。"]),
    ],
)  # fmt: skip
def test_what_a_typed_outline_says_comes_into_the_outline(drafter, tmp_path, text, there):
    """Each line where it belongs; what a genre does not print is said to be left out."""
    (tmp_path / "提纲.txt").write_text(text, encoding="utf-8")
    result = drafter("import", "提纲.txt", "--template", "部署讲话", "-o", "-")

    assert [words for words in there if words not in result.out] == []
    assert "内部情况" not in text or "没有放进来（标题上下的话，这个文体不印）：内部情况" in result.err
    assert "3月10日" not in text or "没有年份" in result.err


def test_owners_are_found_wherever_a_typed_outline_has_them(drafter, tmp_path):
    """In brackets, below the points of a task, in a table; a speech prints none of them."""
    made = docx.Document()
    for line in (
        "在会上的讲话",
        "同志们：",
        "一、任务",
        "（一）抓项目",
        "1.开工50个",
        "2.竣工30个",
        "责任单位：县发改局；完成时限：6月底",
        "（二）抓民生（县民政局牵头，各镇配合，年底前）",
        "二、下步打算",
    ):
        made.add_paragraph(line)
    table = made.add_table(rows=0, cols=3)
    for row in (("任务", "责任单位", "完成时限"), ("修路", "县交通局", "9月底")):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    made.save(tmp_path / "提纲.docx")
    speech = drafter("build", "提纲.docx", "--template", "部署讲话", "--to", "txt", "-o", "-").out
    shared = drafter("build", "提纲.docx", "--template", "责任分工表", "--to", "txt", "-o", "-").out

    assert not any(word in speech for word in ("发改局", "民政局", "交通局", "待补"))
    assert "抓项目\t县发改局\t6月底" in shared
    assert "抓民生\t县民政局牵头，各镇配合\t年底前" in shared
    assert "修路\t县交通局\t9月底" in shared


def test_a_typed_outline_is_rid_of_what_copying_left(drafter, tmp_path):
    """As an import is."""
    (tmp_path / "提纲.txt").write_text(
        "在会上的讲话\n同志们：\n一、任务\n（一）抓早\n（二）抓小\n上一篇：旧文\n", encoding="utf-8"
    )

    assert (
        "上一篇" not in drafter("build", "提纲.txt", "--template", "部署讲话", "--to", "txt", "-o", "-").out
    )


def test_a_bare_date_above_a_typed_outline_is_its_date(drafter, tmp_path):
    """And who speaks stands below it."""
    (tmp_path / "提纲.txt").write_text(
        "在会上的讲话\n2026.3.5\n市长 王明\n同志们：\n开会。\n", encoding="utf-8"
    )
    speech = drafter("build", "提纲.txt", "--template", "部署讲话", "--to", "txt", "-o", "-").out

    assert speech.startswith("在会上的讲话\n（2026年3月5日）\n市长　王　明\n同志们：\n")


def test_the_draft_of_a_typed_outline_gets_a_name_of_its_own(drafter, tmp_path):
    """Where its name would be that of the outline."""
    made = docx.Document()
    for line in SPEECH.splitlines():
        made.add_paragraph(line)
    made.save(tmp_path / "提纲.docx")

    assert drafter("build", "提纲.docx", "--template", "部署讲话").out.startswith("√ 提纲-部署讲话.docx")
    assert drafter("build", "提纲.docx", "--template", "部署讲话", "--to", "txt").out.startswith("√ 提纲.txt")


def test_a_typed_outline_without_a_word_is_refused(drafter, tmp_path):
    """No empty draft comes of it."""
    docx.Document().save(tmp_path / "空.docx")
    result = drafter("build", "空.docx", "--template", "部署讲话")

    assert result.code == 3
    assert "没有文字" in result.err


@pytest.mark.parametrize(("name", "suffix"), [("稿.docx", ".txt"), ("稿.txt", ".docx")])
def test_what_a_file_holds_counts_and_not_its_name(drafter, tmp_path, name, suffix):
    """A Word file named .txt, a text named .docx."""
    made = docx.Document()
    made.add_paragraph("关于检查的通知")
    made.add_paragraph("明天检查。")
    made.save(tmp_path / "稿.docx")
    (tmp_path / "稿.txt").write_text("关于检查的通知\n明天检查。\n", encoding="utf-8")
    (tmp_path / name).rename(tmp_path / f"改名{suffix}")
    result = drafter("import", f"改名{suffix}", "-o", "-")

    assert "标题: 关于检查的通知" in result.out
    assert f"后缀是 {suffix}，内容却是" in result.err


def test_a_folder_is_said_to_be_one(drafter, tmp_path):
    """With what to write instead."""
    (tmp_path / "旧稿").mkdir()
    result = drafter("import", "旧稿")

    assert result.code == 3
    assert "旧稿/*.docx" in result.err


def test_an_imprint_above_the_attachments_keeps_the_text_clean():
    """What stands under the text in an order of its own closes it, tables too."""
    below = ["附件：清单", "市水务局", "2026年4月2日", "抄送：市财政局。", "附件", "清单"]
    lines_ = [*map(str, ["关于检查的通知", "各单位：", "一、范围", "全市。", *below])]
    source = Source(
        (*(Line(text, n) for n, text in enumerate(lines_, 1)), Line("甲乙", 11, rows=(("甲", "乙"),)))
    )
    found = importing.imported(session(), source).outline

    assert found.addressees == ("各单位",)
    assert found.parts[-1].role == "closing"
    assert found.parts[-1].items == (*below, Section(table=(("甲", "乙"),)))


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


@pytest.mark.parametrize(
    ("name", "data", "code", "said"),
    [
        ("甲.pdf", b"%PDF", 3, "PDF 文件不完整或已损坏"),
        ("甲.ofd", b"PK", 3, "另存为 .docx"),
        ("甲.docx", b"x", 3, "[bad-word-file]"),
        ("甲.docx", b"\xd0\xcf\x11\xe0", 3, "残缺"),
        ("甲.doc", b"\xd0\xcf\x11\xe0" + b"\x81\x82" * 300, 3, "残缺"),
        ("甲.doc", b"\x81\x82\x83" * 300, 3, "不是 Word 文件"),
        ("甲.rtf", "没有控制字的文本".encode("gbk"), 3, "不是 Word 文件"),
        ("甲.wps", b"", 3, "文件是空的"),
        ("甲.txt", b"\x81\x00\x82", 3, "--encoding"),
        ("甲.txt", "同志们，今天开会".encode()[:-1], 0, "断在半个字上"),
        ("甲.txt", b"", 0, "没有文字"),
    ],
)
def test_what_cannot_be_imported_is_answered_in_plain_words(drafter, tmp_path, name, data, code, said):
    """With the way out."""
    (tmp_path / name).write_bytes(data)
    result = drafter("import", name)

    assert result.code == code
    assert said in result.err


def test_old_formats_are_read_through_libreoffice(drafter, soffice, tmp_path):
    """The same characters as from the Word file that they were saved from; and drafts from them."""
    made = docx.Document()
    for line in SPEECH.splitlines():
        made.add_paragraph(line)
    made.save(tmp_path / "旧稿.docx")
    for suffix in ("doc", "rtf", "odt"):
        command = [soffice, "--headless", f"-env:UserInstallation={(tmp_path / 'p').as_uri()}"]
        command += ["--convert-to", suffix, "--outdir", str(tmp_path), str(tmp_path / "旧稿.docx")]
        subprocess.run(command, check=True, capture_output=True)
    (tmp_path / "旧稿.doc").rename(tmp_path / "旧稿.wps")
    outlines = {
        suffix: drafter("import", f"旧稿.{suffix}", "-o", "-").out for suffix in ("docx", "wps", "rtf", "odt")
    }

    assert "充分肯定成绩" in outlines["docx"]
    assert set(outlines.values()) == {outlines["docx"]}
    assert (
        "主要体现在两个方面"
        in drafter("build", "旧稿.odt", "--template", "部署讲话", "--to", "txt", "-o", "-").out
    )


def test_a_word_file_under_an_old_name_needs_no_libreoffice(drafter, tmp_path, monkeypatch):
    """What it holds counts."""
    monkeypatch.setenv("DRAFTER_SOFFICE", "no-such-program")
    made = docx.Document()
    made.add_paragraph("正文。")
    made.save(tmp_path / "旧稿.doc")
    (tmp_path / "真旧稿.doc").write_bytes(b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"))
    refused = drafter("import", "真旧稿.doc")

    assert "正文。" in drafter("import", "旧稿.doc", "-o", "-").out
    assert refused.code == 5
    assert "另存为 .docx" in refused.err


def test_an_archive_that_swells_is_not_given_to_libreoffice(drafter, tmp_path, monkeypatch):
    """It would fill the memory."""
    monkeypatch.setenv("DRAFTER_SOFFICE", "no-such-program")
    with zipfile.ZipFile(tmp_path / "旧稿.odt", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr("content.xml", b" " * 60_000_000)
    result = drafter("import", "旧稿.odt")

    assert result.code == 3
    assert "大得不正常" in result.err


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_web_page_is_read_whatever_its_encoding(drafter, soffice, tmp_path, encoding):
    """Even where it does not say which; its only first-level heading is the title."""
    page = "<html><body><h1>关于检查的通知</h1><p>各单位：</p><p>一、总体要求。</p></body></html>"
    (tmp_path / "网页.html").write_bytes(page.encode(encoding))
    found = drafter("import", "网页.html", "-o", "-").out

    assert "标题: 关于检查的通知" in found
    assert "总体要求" in found


@contextmanager
def _listening():
    """A web server on this machine: its port, and the paths that it was asked for."""
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_GET

        def log_message(self, *_):
            """Keeps quiet."""

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port, asked
    server.shutdown()
    server.server_close()


def test_an_old_file_cannot_reach_the_network(drafter, soffice, tmp_path):
    """LibreOffice would fetch the pictures of a web page that goes by the name of .doc."""
    with _listening() as (port, asked):
        page = f'<html><body><p>正文。</p><img src="http://127.0.0.1:{port}/a.png"></body></html>'
        (tmp_path / "网页.doc").write_text(page, encoding="utf-8")
        found = drafter("import", "网页.doc", "-o", "-")

    assert "正文。" in found.out
    assert asked == []


def test_an_outline_that_somebody_changed_is_not_overwritten(drafter, tmp_path):
    """As with any output."""
    (tmp_path / "旧稿.txt").write_text(SPEECH, encoding="utf-8")
    drafter("import", "旧稿.txt")
    (tmp_path / "旧稿.yaml").write_text("标题: 我改过\n", encoding="utf-8")

    assert drafter("import", "旧稿.txt").code == 4
    assert drafter("import", "旧稿.txt", "--force").code == 0


def test_an_encoding_that_is_named_is_used(drafter, tmp_path):
    """And one that does not fit is said."""
    (tmp_path / "旧稿.txt").write_bytes("標題\n內容如下。\n".encode("big5"))

    assert "標題" in drafter("import", "旧稿.txt", "--encoding", "big5", "-o", "-").out
    assert drafter("import", "旧稿.txt", "--encoding", "no-such").code == 3


def test_a_draft_in_markdown_keeps_its_roles():
    """What its containers say is not guessed again."""
    read, _ = markdown.read("# 标题\n\n::: 称谓\n同志们：\n:::\n\n## 一、甲\n\n乙。\n", "x.md")
    found = importing.imported(session(), readers.split_document(read)).outline

    assert (found.title, found.audience) == ("标题", ("同志们",))
    assert printed(found)[-1] == "乙。"


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
