"""The unit's own Word file, filled."""

from __future__ import annotations

import zipfile

import docx
import docx.oxml.ns
import docx.shared
import pytest

from tests.writers.docx.test_rendered import validate

OUTLINE = """模板: 部署讲话
标题: 在推进会上的讲话
日期: 2026-03-12
讲话人: {姓名: 王某, 职务: 局长}
脱敏: 是
数据: {办件量: {数值: 128, 单位: 万件}, 牵头单位: null}
成绩:
  小标题: 成绩
  导语: 办理“{{ 办件量 }}”。
任务: {小标题: 任务, 要点: [做事]}
结尾: 谢谢大家！
"""


def letterhead(path, *lines, cell="", header=""):
    """A Word file with these paragraphs, a table cell and a page header."""
    made = docx.Document()
    for line in lines:
        paragraph = made.add_paragraph()
        for piece in [line] if isinstance(line, str) else line:
            paragraph.add_run(piece)
    made.add_table(1, 1).cell(0, 0).text = cell
    made.sections[0].header.paragraphs[0].text = header
    made.save(path)


@pytest.fixture
def build(drafter, tmp_path):
    """Builds the outline in a letterhead with these lines; what was printed, and the file."""

    def call(*lines, outline=OUTLINE, **parts):
        (tmp_path / "讲话.yaml").write_text(outline, encoding="utf-8")
        letterhead(tmp_path / "信头.docx", *lines, **parts)
        result = drafter("build", "讲话.yaml", "--template", "信头.docx", "-o", "成稿.docx", "--force")
        return result, docx.Document(str(tmp_path / "成稿.docx")) if result.code == 0 else None

    return call


def texts(made):
    return [paragraph.text for paragraph in made.paragraphs]


def test_places_take_the_drafts_own_lines_and_facts(build):
    """In the text, in a table, in the page header; across runs, too."""
    result, made = build(
        ["关于{{ 标", "题 }}", "的稿子"], "{{ 正文 }}", cell="办理{{ 办件量 }}", header="{{日期}}"
    )

    assert result.code == 0
    assert texts(made)[0] == "关于在推进会上的讲话的稿子"
    assert made.tables[0].cell(0, 0).text == "办理128万件"
    assert made.sections[0].header.paragraphs[0].text == "（2026年3月12日）"


def test_the_body_stands_where_its_place_was(build):
    """Between what stood before and after it; what a place of its own takes is not said twice."""
    _, made = build("前", "{{ 标题 }}", "{{ 正文 }}", "后")
    lines = texts(made)

    assert lines[0] == "前" and lines[-1] == "后"
    assert lines.count("在推进会上的讲话") == 1
    assert "谢谢大家！" in lines
    assert [p.style.name for p in made.paragraphs if p.text == "一、成绩"] == ["Heading 1"]


def test_what_is_filled_in_is_text(build):
    """Braces, markup and fields in a value do nothing."""
    outline = OUTLINE.replace("标题: 在推进会上的讲话", "标题: <w:b/> & \\{{ 正文 }}")
    _, made = build("{{ 标题 }}", "{{ 正文 }}", outline=outline)

    assert texts(made)[0] == "<w:b/> & {{ 正文 }}"


def test_an_open_fact_prints_as_a_gap(build):
    """As it does in the text."""
    _, made = build("牵头：{{ 牵头单位 }}", "{{ 正文 }}")

    assert texts(made)[0] == "牵头：〔待补：牵头单位〕"


@pytest.mark.parametrize(
    ("lines", "code", "paragraph"),
    [
        (["甲", "{{ 标体 }}", "{{ 正文 }}"], "unknown-field", "第2段"),
        (["{{ 标题", "{{ 正文 }}"], "bad-field", "第1段"),
        (["甲", "{% if 密级 %}秘密{% endif %}", "{{ 正文 }}"], "bad-field", "第2段"),
        (["{%tr for x in 名单 %}", "{{ 正文 }}"], "bad-field", "第1段"),
        (["甲", "乙", "｛｛ 标题 ｝｝", "{{ 正文 }}"], "bad-field", "第3段"),
        (["{｛标题｝}", "{{ 正文 }}"], "bad-field", "第1段"),
        (["正文在此：{{ 正文 }}"], "bad-field", "第1段"),
        (["{{ 标题 }}"], "bad-field", ""),
        (["{{ 正文 }}", "{{ 正文 }}"], "bad-field", ""),
    ],
)
def test_a_wrong_place_is_named_with_its_paragraph(build, lines, code, paragraph):
    """And nothing is written."""
    result, _ = build(*lines)

    assert result.code == 3
    assert f"[{code}]" in result.err and paragraph in result.err and "信头.docx" in result.err


def test_an_outline_without_a_genre_is_drafted_as_it_is(build):
    """The letterhead is no genre; 原样 adds nothing."""
    result, made = build("{{ 正文 }}", outline="标题: 甲\n小节:\n  - 小标题: 乙\n    导语: 丙。\n")

    assert result.code == 0
    assert texts(made)[:3] == ["甲", "乙", "丙。"]


def test_a_filled_letterhead_is_valid(build, validator, tmp_path):
    """To Microsoft's validator."""
    build("{{ 标题 }}", "{{ 正文 }}", header="{{ 日期 }}")

    assert validate(validator, tmp_path / "成稿.docx", "Microsoft365") == []


def test_a_final_draft_is_refused_where_a_place_is_still_open(drafter, tmp_path):
    """Though the text itself has no gap."""
    outline = OUTLINE.replace("导语: 办理“{{ 办件量 }}”。", "导语: 办理。")
    (tmp_path / "讲话.yaml").write_text(outline, encoding="utf-8")
    letterhead(tmp_path / "信头.docx", "牵头：{{ 牵头单位 }}", "{{ 正文 }}")
    result = drafter("build", "讲话.yaml", "--template", "信头.docx", "--final")

    assert result.code == 6
    assert "牵头单位" in result.err


def test_a_letterhead_is_never_an_output(drafter, tmp_path):
    """Nor is a style that is a file."""
    (tmp_path / "讲话.yaml").write_text(OUTLINE, encoding="utf-8")
    letterhead(tmp_path / "信头.docx", "{{ 正文 }}")
    before = (tmp_path / "信头.docx").read_bytes()

    for option in ("--template", "--style"):
        result = drafter("build", "讲话.yaml", option, "信头.docx", "-o", "信头.docx", "--force")
        assert result.code == 2
    assert (tmp_path / "信头.docx").read_bytes() == before


OFFICIAL = """模板: 通知
标题: 关于某事的通知
日期: 2026-03-12
公文: {发文机关: 某局, 发文字号: 无, 密级: 秘密★1年, 抄送: 甲, 印发机关: 乙}
脱敏: 是
事项: 办好。
"""


def test_what_has_no_place_is_said_and_what_has_none_in_the_draft_stays_empty(build):
    """份号 is not in the draft; 密级 has no place; the rest of the imprint stays in the body."""
    result, made = build("{{ 份号 }}号 {{ 抄送 }} {{ 日期 }}", "{{ 正文 }}", outline=OFFICIAL)

    assert "密级" in result.err and "[not-printed]" in result.err
    assert texts(made)[0] == " 甲。 2026年3月12日"
    assert any("乙" in line for line in texts(made))


def test_nothing_is_said_to_have_no_place_where_nothing_is_printed(build):
    """The letterhead is refused: that alone is what is wrong."""
    result, _ = build("{{ 标体 }}", "{{ 正文 }}", outline=OFFICIAL)

    assert result.code == 3 and "unknown-field" in result.err and "not-printed" not in result.err


def test_a_style_that_the_file_uses_stays_and_one_that_nobody_uses_gives_way(build, tmp_path):
    """What is drafted looks as the style says, unless the unit's own text stands in that style."""
    _, made = build("{{ 标题 }}", "{{ 正文 }}")
    assert (
        made.styles["Heading 1"].font.color.rgb is None
        or str(made.styles["Heading 1"].font.color.rgb) == "000000"
    )

    own = docx.Document()
    own.add_heading("我局要情", 1)
    own.add_paragraph("{{ 正文 }}")
    own.save(tmp_path / "信头.docx")
    from drafter.drafting.printing import letterheads
    from drafter.writers.word_files import adopted
    from tests.builders import session

    head = letterheads.opened(session(), str(tmp_path / "信头.docx"))
    assert "Heading1" in adopted._used(head.roots, head.styles)


def test_a_section_that_ends_in_the_bodys_place_still_ends_there(build, tmp_path):
    """What stood before keeps its page."""
    from docx.enum.section import WD_SECTION

    def sections(made):
        return len(made.sections)

    made = docx.Document()
    made.add_paragraph("前")
    place = made.add_paragraph("{{ 正文 }}")
    made.add_section(WD_SECTION.NEW_PAGE)
    place._p.get_or_add_pPr().append(made.element.body.xpath("./w:p/w:pPr/w:sectPr")[-1])
    made.add_paragraph("后")
    before = sections(made)
    (tmp_path / "讲话.yaml").write_text(OUTLINE, encoding="utf-8")
    made.save(tmp_path / "信头.docx")
    from drafter.cli.app import run

    assert (
        run(
            [
                "build",
                str(tmp_path / "讲话.yaml"),
                "--template",
                str(tmp_path / "信头.docx"),
                "-o",
                str(tmp_path / "成稿.docx"),
            ]
        )
        == 0
    )
    assert sections(docx.Document(str(tmp_path / "成稿.docx"))) == before


def test_the_text_looks_as_the_place_of_the_body_does(drafter, tmp_path):
    """Its font, its size and its pitch, where they are set there."""
    made = docx.Document()
    run = made.add_paragraph().add_run("{{ 正文 }}")
    run.font.size = docx.shared.Pt(15)
    run._r.get_or_add_rPr().get_or_add_rFonts().set(docx.oxml.ns.qn("w:eastAsia"), "华文仿宋")
    made.save(tmp_path / "信头.docx")
    (tmp_path / "讲话.yaml").write_text(OUTLINE, encoding="utf-8")

    assert drafter("build", "讲话.yaml", "--template", "信头.docx", "-o", "成稿.docx").code == 0
    style = docx.Document(str(tmp_path / "成稿.docx")).styles["Body Text"]
    assert style.font.size == docx.shared.Pt(15)
    assert "华文仿宋" in style.element.xml


def test_a_template_of_word_is_a_letterhead_too(build, drafter, tmp_path):
    """What comes of it is a document."""
    build("{{ 标题 }}", "{{ 正文 }}")
    with zipfile.ZipFile(tmp_path / "信头.docx") as old, zipfile.ZipFile(tmp_path / "信头.dotx", "w") as new:
        for one in old.infolist():
            data = old.read(one)
            if one.filename == "[Content_Types].xml":
                data = data.replace(b"document.main+xml", b"template.main+xml")
            new.writestr(one, data)
    result = drafter("build", "讲话.yaml", "--template", "信头.dotx", "-o", "新.docx")

    assert result.code == 0
    assert b"template.main" not in zipfile.ZipFile(tmp_path / "新.docx").read("[Content_Types].xml")
    assert texts(docx.Document(str(tmp_path / "新.docx")))[0] == "在推进会上的讲话"


def test_a_draft_or_a_style_may_be_a_template_of_word(drafter, tmp_path, validator):
    """What is begun from it is a new file: its type says so, and it is otherwise the Word file."""
    (tmp_path / "讲话.yaml").write_text(OUTLINE, encoding="utf-8")
    assert drafter("build", "讲话.yaml", "--to", "docx,dotx", "-o", "成稿/").code == 0
    assert drafter("styles", "copy", "公文", "-o", "公文.dotx").code == 0
    parts = {}
    for path in ("成稿/讲话.docx", "成稿/讲话.dotx", "公文.dotx"):
        with zipfile.ZipFile(tmp_path / path) as archive:
            parts[path] = {name: archive.read(name) for name in archive.namelist()}
        is_template = b"wordprocessingml.template.main+xml" in parts[path]["[Content_Types].xml"]
        assert is_template == path.endswith(".dotx")
        assert validate(validator, tmp_path / path, "Microsoft365") == []
    word, template = parts["成稿/讲话.docx"], parts["成稿/讲话.dotx"]
    assert {name for name in word if word[name] != template[name]} == {"[Content_Types].xml"}


@pytest.mark.parametrize("typed", ["{标题}", "{ 日期 }", "${办件量}", "【标题】"])
def test_what_looks_like_a_place_and_is_none_is_told(build, typed):
    """With its paragraph; brackets that name nothing are words."""
    result, made = build("某局", typed, "【内部】{x}", "{{ 正文 }}")

    assert result.code == 0 and texts(made)[1] == typed
    assert f"第2段：提醒：“{typed}”照原样印了 [looks-like-field]" in result.err
    assert result.err.count("looks-like-field") == 1
