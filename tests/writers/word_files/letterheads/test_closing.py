"""What stands below the text of a letterhead, in the order of GB/T 9704—2012 7.3.4 to 7.4."""

from __future__ import annotations

import docx
import pytest
from docx.oxml.ns import qn

from tests.writers.docx.test_rendered import validate

OUTLINE = """模板: 通知
标题: 关于检修的通知
日期: 2026-03-12
主送: [各区水务局]
公文: {发文机关: 某市水务局, 抄送: [市财政局], 印发机关: 某市水务局办公室, 印发日期: 2026-03-12, 附注: 此件公开发布}
事项: 办好。
附件:
  - {标题: 检修任务表, 内容: 各单位分工见此表。}
  - {标题: 联系表, 内容: 各单位联系人见此表。%s}
"""
SIGNED = ["{{ 落款 }}", "{{ 成文日期 }}"]
IMPRINT = ["抄送：{{ 抄送 }}", "{{ 印发机关 }}　{{ 印发日期 }}"]
WANTED = [
    "附件：1.检修任务表", "某市水务局", "2026年3月12日", "（此件公开发布）", "检修任务表", "联系表", "市财政局", "水务局办公室",
]  # fmt: skip


def fill(drafter, tmp_path, lines, outline, in_table=False):
    made = docx.Document()
    holder = made.add_table(1, 1).cell(0, 0) if in_table else made
    for line in ["{{ 标题 }}", *lines]:
        holder.add_paragraph(line)
    made.save(tmp_path / "信头.docx")
    (tmp_path / "o.yaml").write_text(outline, encoding="utf-8")
    result = drafter("build", "o.yaml", "--template", "信头.docx", "-o", "o.docx", "--force")
    assert result.code == 0, result.err
    body = docx.Document(str(tmp_path / "o.docx")).element.body
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))], body


def in_order(lines, wanted):
    """Where each of these words stands first behind the one before it."""
    at, places = -1, []
    for words in wanted:
        at = next((n for n in range(at + 1, len(lines)) if words in lines[n]), None)
        assert at is not None, (words, lines)
        places.append(at)
    return places


@pytest.mark.parametrize("lies", ["", ", 横排: 是"], ids=["upright", "landscape"])
@pytest.mark.parametrize("in_table", [False, True], ids=["text", "table"])
@pytest.mark.parametrize(
    "below",
    [
        [],
        SIGNED,
        [*SIGNED, "（{{ 附注 }}）"],
        [*SIGNED, *IMPRINT],
        [*SIGNED, "", "（{{ 附注 }}）", *IMPRINT],
        IMPRINT,
        ["{{ 成文日期 }}", *IMPRINT],
    ],
)
def test_attachments_follow_the_signature_and_the_imprint_follows_them(
    drafter, tmp_path, validator, below, in_table, lies
):
    """Whatever the letterhead has places for, and wherever they stand."""
    outline = OUTLINE % lies
    wanted = WANTED[:6] if in_table and "抄送：{{ 抄送 }}" in below else WANTED
    lines, _ = fill(drafter, tmp_path, ["{{ 正文 }}", *below], outline, in_table)

    in_order(lines, wanted)
    assert sum("检修任务表" in line for line in lines) == 2
    assert validate(validator, tmp_path / "o.docx", "Microsoft365") == []


def test_a_signature_typed_into_the_letterhead_is_one_too(drafter, tmp_path):
    lines, _ = fill(drafter, tmp_path, ["{{ 正文 }}", "某市水务局（代章）", "", "抄送：各股室"], OUTLINE % "")

    in_order(lines, ["附件：1.", "某市水务局（代章）", "（此件公开发布）", "附件1", "抄送：各股室"])


def test_no_empty_section_ends_the_file(drafter, tmp_path):
    _, body = fill(drafter, tmp_path, ["{{ 正文 }}", *SIGNED], OUTLINE % ", 横排: 是")

    assert body[-1].tag == qn("w:sectPr") and body[-2].find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None


SHELLS = """模板: 通知
标题: 关于检修的通知
日期: 2026-03-12
数据: {地址: "滨江路8号\\n\\n二楼"}
事项: 办好。
"""


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("抄送：{{ 抄送 }}", None),
        ("抄　送：{{ 抄送 }}。", None),
        ("（{{ 附注 }}）", None),
        ("{{ 密级 }}★{{ 份号 }}", None),
        ("{{ 附注 }}", None),
        ("{{ 印发机关 }}　{{ 印发日期 }}印发", None),
        ("签发人：{{ 签发人 }}　{{ 成文日期 }}", "2026年3月12日"),
        ("地址：{{ 地址 }}　密级：{{ 密级 }}", "地址：滨江路8号\n二楼"),
        ("此件由办公室印发，联系电话见{{ 附注 }}，有事请打。", "此件由办公室印发，联系电话见，有事请打。"),
    ],
)
def test_an_empty_place_leaves_no_shell(drafter, tmp_path, line, printed):
    """Its label and brackets go with it; below the title no empty line stays, above it the line keeps its height."""
    fill(drafter, tmp_path, ["{{ 正文 }}", line, "末"], SHELLS)
    lines = [p.text.strip() for p in docx.Document(str(tmp_path / "o.docx")).paragraphs]

    assert lines[lines.index("末") - 1 :] == ([printed, "末"] if printed else [lines[-2], "末"])
    assert printed or lines[-2] != ""


def test_a_row_of_a_table_without_a_value_goes(drafter, tmp_path):
    made = docx.Document()
    made.add_paragraph("{{ 正文 }}")
    table = made.add_table(2, 2)
    for at, text in enumerate(["抄送：", "{{ 抄送 }}", "日期", "{{ 成文日期 }}"]):
        table.cell(at // 2, at % 2).text = text
    made.save(tmp_path / "信头.docx")
    (tmp_path / "o.yaml").write_text(SHELLS, encoding="utf-8")
    assert drafter("build", "o.yaml", "--template", "信头.docx", "-o", "o.docx").code == 0

    rows = docx.Document(str(tmp_path / "o.docx")).tables[0].rows
    assert [[cell.text for cell in row.cells] for row in rows] == [["日期", "2026年3月12日"]]


@pytest.mark.parametrize(
    "below",
    [
        ["{{ 落款 }}"],
        ["{{ 落款 }}", "抄送：{{ 抄送 }}。"],
        ["（{{ 落款 }}）", "（{{ 附注 }}）"],
    ],
)
def test_a_date_stands_below_a_signature_of_the_letterheads_own(drafter, tmp_path, below):
    """Though it has no place of its own; and no mark stands twice."""
    lines, _ = fill(drafter, tmp_path, ["{{ 正文 }}", *below], OUTLINE % "")
    in_order(lines, ["附件：1.", "某市水务局", "2026年3月12日", "检修任务表"])
    assert not any(twice in line for line in lines for twice in ("。。", "（（", "：："))


def test_a_signature_in_one_table_with_the_imprint_comes_before_the_attachments(drafter, tmp_path, validator):
    made = docx.Document()
    made.add_paragraph("{{ 标题 }}")
    made.add_paragraph("{{ 正文 }}")
    table = made.add_table(3, 1)
    for row, text in zip(table.rows, ["{{ 落款 }}", "{{ 成文日期 }}", "抄送：{{ 抄送 }}"], strict=True):
        row.cells[0].text = text
    made.save(tmp_path / "信头.docx")
    (tmp_path / "o.yaml").write_text(OUTLINE % "", encoding="utf-8")
    assert drafter("build", "o.yaml", "--template", "信头.docx", "-o", "o.docx").code == 0
    body = docx.Document(str(tmp_path / "o.docx")).element.body
    lines = ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]

    in_order(lines, ["附件：1.", "某市水务局", "2026年3月12日", "（此件公开发布）", "检修任务表", "市财政局"])
    assert validate(validator, tmp_path / "o.docx", "Microsoft365") == []


def test_brackets_round_an_empty_place_go_within_a_line_too(drafter, tmp_path):
    lines, _ = fill(drafter, tmp_path, ["{{ 正文 }}", "关于检修（{{ 稿次 }}）的说明"], SHELLS)
    assert "关于检修的说明" in lines
