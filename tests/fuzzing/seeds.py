"""The honest files that are changed: ours as they are, and small Office and PDF files made of them."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import docx

from drafter.actions.opening import open_session
from drafter.drafting import loading, production
from drafter.drafting.printing.formats import produce
from drafter.storage import places
from tests import sheets
from tests.fuzzing import pdfs
from tests.word_packages import paragraph, relation, relations, word_file

ROOT = Path(__file__).parents[2]
_DRAFTS = ("关于调整非遗传承人补助标准的请示", "县域医共体经验", "防汛工作会议纪要")
"""An official letter, a speech with headings and tables, minutes with their own form."""


@cache
def texts(*patterns: str) -> tuple[bytes, ...]:
    """Files of ours, by patterns of their paths, each pattern's in order."""
    found = [path for pattern in patterns for path in sorted(ROOT.glob(pattern))]
    assert found, patterns
    return tuple(path.read_bytes() for path in found)


@cache
def word_files() -> tuple[bytes, ...]:
    """Drafts of ours, a letterhead of python-docx, and one with what other programs write."""
    session = open_session(places.find(ROOT), ROOT)
    drafts = [
        production.from_outline(session, path.read_text(encoding="utf-8"), str(path), loading.Options())
        for path in (ROOT / "outlines" / f"{name}.yaml" for name in _DRAFTS)
    ]
    return (*(produce(session, draft, "docx") for draft in drafts), _letterhead(), _busy())


def _letterhead() -> bytes:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "{{ 发文机关 }}"
    made.add_heading("{{ 标题 }}", 1)
    made.add_paragraph("一、第一件事，2026年3月12日前办完。", style="List Number")
    table = made.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "{{ 日期 }}"
    table.cell(1, 1).text = "办结率96.5%"
    made.add_paragraph("{{ 正文 }}")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _busy() -> bytes:
    """Changes, fields, boxes, notes, comments, numbers, a picture and a formula, one of each."""
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="（%2）"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    numbered = '<w:p><w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val="32"/><w:rFonts w:eastAsia="黑体"/></w:rPr><w:t>{}</w:t></w:r></w:p>'
    body = (
        paragraph("{{ 标题 }}") + numbered.format(0, "总体要求") + numbered.format(1, "坚持为民") + paragraph("{{ 正文 }}")
        + '<w:p><w:ins w:id="1" w:author="甲" w:date="2026-01-01T00:00:00Z"><w:r><w:t>新写的话。</w:t></w:r></w:ins><w:del w:id="2" w:author="甲"><w:r><w:delText>旧话。</w:delText></w:r></w:del></w:p>'
        + '<w:p><w:commentRangeStart w:id="0"/><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE \\* MERGEFORMAT</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>'
        + f'<w:p><w:r><w:pict><v:shape style="width:9pt"><v:textbox><w:txbxContent>{paragraph("框里的话")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:hyperlink r:id="rId3"><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>'
        + f'<w:tbl><w:tblGrid><w:gridCol w:w="900"/><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("任务")}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{paragraph("甲局")}</w:tc><w:tc>{paragraph("3月")}</w:tc></w:tr></w:tbl>'
        + f'<w:sdt><w:sdtPr><w:alias w:val="名"/></w:sdtPr><w:sdtContent>{paragraph("控件里的话")}</w:sdtContent></w:sdt><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:left="1588" w:right="1474" w:bottom="1984"/><w:cols w:num="2"/></w:sectPr>'
    )  # fmt: skip
    kinds = ("styles", "numbering", "footnotes", "comments")
    return word_file(
        body,
        extra={
            "word/numbering.xml": f"<w:numbering {space}>{numbering}</w:numbering>",
            "word/footnotes.xml": f'<w:footnotes {space}><w:footnote w:id="1">{paragraph("注脚")}</w:footnote></w:footnotes>',
            "word/comments.xml": f'<w:comments {space}><w:comment w:id="0" w:author="乙">{paragraph("批注")}</w:comment></w:comments>',
            "word/_rels/document.xml.rels": relations(
                *(relation(kind, f"{kind}.xml", 10 + at) for at, kind in enumerate(kinds)),
                relation("hyperlink", "http://example.com/", 3, ' TargetMode="External"'),
            ),
        },
    )


@cache
def workbooks() -> tuple[bytes, ...]:
    """A table for a batch and a roster, with formats, shared strings, dates and merged cells."""
    strings = "".join(
        f"<si><t>{said}</t></si>" for said in ("单位", "姓名", "职务", "数量", "日期", "市委", "顾见川")
    )
    shared = [f'<c t="s"><v>{at}</v></c>' for at in range(7)]
    rows = [
        sheets.row(*shared[:5]),
        *(
            sheets.row(shared[5], shared[6], "书记", sheets.number(f"{at}234.5", at), sheets.number("46093", 4))
            for at in (1, 2, 3, 4, 1, 2, 3, 4)
        ),
    ]  # fmt: skip
    formats = ["#,##0.00", "0%", "[$-804]#,##0;[Red](#,##0)", 'yyyy"年"m"月"d"日"', "[DBNum1]General", "@"]
    return (
        sheets.workbook(
            {"名单": sheets.sheet(*rows, merged=("A2:A3",)), "说明": sheets.sheet(sheets.row("备注"))},
            formats,
            strings,
        ),
    )


def tables() -> tuple[bytes, ...]:
    """Tables as text."""
    rows = "".join(
        f"{at},县{at},顾见川{at},县委书记,县委,2025-0{at},,{at * 1234.5},{at}%\n" for at in range(1, 8)
    )
    return (f"排名,县,姓名,职务,单位,起,止,数量,比率\n{rows}".encode(),)


def pdf_files() -> tuple[bytes, ...]:
    """A file of two pages."""
    return (pdfs.seed(),)
