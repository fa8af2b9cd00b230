"""Word files with all that an old one can hold, in our own words, and what LibreOffice makes of them.

`python -m tests.readers.old_word.made` writes the fixtures anew.
"""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
import zipfile
from pathlib import Path

import docx

from drafter.office import libreoffice

FIXTURES = Path(__file__).parents[2] / "fixtures" / "old_word"

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ROOM = (
    f'xmlns:w="{_W}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def run(text, look=""):
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs, set_=""):
    return f"<w:p><w:pPr>{set_}</w:pPr>{''.join(runs)}</w:p>"


def plain(text):
    return paragraph(run(text))


def listed(text, level, use=7):
    return paragraph(run(text), set_=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{use}"/></w:numPr>')


def styled(text, style):
    return paragraph(run(text), set_=f'<w:pStyle w:val="{style}"/>')


def inserted(*runs):
    return f'<w:ins w:id="1" w:author="甲" w:date="2026-03-01T00:00:00Z">{"".join(runs)}</w:ins>'


def deleted(text):
    return f'<w:del w:id="2" w:author="甲" w:date="2026-03-01T00:00:00Z"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def cell(*blocks, width=2000, look=""):
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{look}</w:tcPr>{"".join(blocks)}</w:tc>'


def table(*rows, columns=(2000, 2000, 2000)):
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    inside = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    head = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{head}<w:tblGrid>{grid}</w:tblGrid>{inside}</w:tbl>"


def _level(depth, form, pattern):
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{pattern}"/></w:lvl>'
    )


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    + _level(0, "chineseCountingThousand", "%1、")
    + _level(1, "chineseCountingThousand", "（%2）")
    + _level(2, "decimal", "%3.")
    + _level(3, "upperLetter", "%4.")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>'
    + _level(0, "decimalEnclosedCircleChinese", "%1")
    + '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="8"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="9"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
    "</w:lvlOverride></w:num>"
)

SPEECH = "".join(
    [
        styled("在全市治水工作会议上的讲话", "Title"),
        plain("同志们："),
        plain("今年1—6月，全市完成投资12.5亿元（其中PPP项目3个），同比增长8%。"),
        listed("过去一年，工作有了新进展", 0),
        listed("河道干净了。清淤38公里。", 1),
        listed("堤防结实了。加固16处。", 1),
        listed("新建泵站4座。", 2),
        listed("改造泵站9座。", 2),
        listed("其中电排站5座。", 3),
        listed("正视差距不足", 0),
        listed("有的河段还在返黑。", 1),
        listed("第一条小事", 0, 8),
        listed("第二条小事", 0, 8),
        listed("另起的一列", 0, 9),
        styled("抓好今年任务", "Heading1"),
        paragraph(run("先修堤。", "<w:b/>"), run("汛前修完“险工险段”，一处不漏。")),
        paragraph(run("上一行"), "<w:r><w:br/></w:r>", run("下一行"), "<w:r><w:tab/></w:r>", run("末了𠮷")),
        paragraph(run("印出来的"), run("这句看不见", "<w:vanish/>"), run("字。")),
        paragraph(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "http://a" </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            run("见附表"),
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        ),
    ]
)

BESIDE = "".join(
    [
        paragraph(run("正文一段"), '<w:r><w:footnoteReference w:id="2"/></w:r>', run("接着说。")),
        table(
            (cell(plain("项目")), cell(plain("单位")), cell(plain("时限"))),
            (cell(plain("修堤")), cell(plain("市水务局"), plain("县水务局")), cell(plain("5月底"))),
            (
                cell(plain("合计两项"), width=4000, look='<w:gridSpan w:val="2"/>'),
                cell(table((cell(plain("内甲")), cell(plain("内乙"))), columns=(900, 900)), plain("")),
            ),
        ),
        plain("表后一段。"),
        paragraph(
            run("带框的一段。"),
            '<w:r><w:pict><v:shape type="#_x0000_t202" style="position:absolute;width:120pt;height:40pt">'
            f"<v:textbox><w:txbxContent>{plain('框里的字')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
        ),
        '<w:p><w:commentRangeStart w:id="0"/>'
        + run("有人批注的话。")
        + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>',
    ]
)

CHANGED = "".join(
    [
        paragraph(run("保留"), deleted("删去"), inserted(run("加上")), run("的话。")),
        f'<w:p><w:pPr><w:rPr><w:del w:id="3" w:author="甲"/></w:rPr></w:pPr>{run("前半段，")}</w:p>',
        plain("后半段。"),
        paragraph(inserted(run("整段是新的。"))),
        plain("末段。"),
    ]
)

_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
_FOOTNOTE = f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{run("脚注里的话")}</w:p></w:footnote>'
_COMMENT = f'<w:comment w:id="0" w:author="甲" w:date="2026-03-01T00:00:00Z">{plain("请核实")}</w:comment>'

_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>'
)

TEXTS = {"讲话": SPEECH, "表格": BESIDE, "修订": CHANGED}


def word_file(body):
    """A Word file with this body, numbers and a header, and the footnote and the comment that it may name."""
    made = io.BytesIO()
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "内部资料"
    document.part.numbering_part  # noqa: B018 (makes it)
    document.save(made)
    extra = {
        "numbering": NUMBERING,
        "styles": _STYLES,
        "footnotes": _SEPARATORS + _FOOTNOTE * ("footnoteReference" in body),
        "comments": _COMMENT * ("commentReference" in body),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = (
                source.read(name).decode("utf-8") if name.endswith((".xml", ".rels")) else source.read(name)
            )
            if name == "word/document.xml":
                section = re.search("<w:sectPr.*</w:sectPr>", data, re.DOTALL)[0]
                data = f"<w:document {_ROOM}><w:body>{body}{section}</w:body></w:document>"
            elif name == "[Content_Types].xml":
                for kind in ("footnotes", "comments"):
                    data = data.replace(
                        "</Types>",
                        f'<Override PartName="/word/{kind}.xml" ContentType="{_TYPE}.{kind}+xml"/></Types>',
                    )
            elif name == "word/_rels/document.xml.rels":
                for kind in ("footnotes", "comments"):
                    data = data.replace(
                        "</Relationships>",
                        f'<Relationship Id="x{kind}" Type="{_RELATION}/{kind}" Target="{kind}.xml"/></Relationships>',
                    )
            if name not in {f"word/{kind}.xml" for kind in extra}:
                target.writestr(name, data)
        for kind, inside in extra.items():
            target.writestr(f"word/{kind}.xml", f"<w:{kind} {_ROOM}>{inside}</w:{kind}>")
    return out.getvalue()


def old_file(program, data):
    """A Word file as LibreOffice saves it in the old form."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "甲.docx").write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [
            program,
            profile,
            "--headless",
            "--convert-to",
            "doc",
            "--outdir",
            name,
            str(folder / "甲.docx"),
        ]
        subprocess.run(command, check=True, capture_output=True)
        return (folder / "甲.doc").read_bytes()


if __name__ == "__main__":
    FIXTURES.mkdir(exist_ok=True)
    for title, body in TEXTS.items():
        (FIXTURES / f"{title}.doc").write_bytes(old_file(libreoffice.find(), word_file(body)))
