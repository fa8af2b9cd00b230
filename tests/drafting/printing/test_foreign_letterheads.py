"""A letterhead from anywhere: what acts by itself stays behind, and its places are filled in time."""

from __future__ import annotations

import zipfile

import pytest

from tests.drafting.printing.test_letterheads import OUTLINE
from tests.word_packages import NAMESPACES, PACKAGE, paragraph, relation, relations, word_file

HOSTILE = (
    paragraph("{{ 标题 }}") + paragraph("{{ 正文 }}")
    + '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEAUTO c:\\a.exe</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>清沅区</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    '<w:altChunk r:id="rId9"/>'
)  # fmt: skip


@pytest.mark.parametrize("verb", ["build", "batch"])
def test_what_acts_by_itself_stays_behind_and_is_told(drafter, tmp_path, verb):
    """Macros, fields, foreign blocks: the draft is made without them."""
    rels = relations(
        relation("styles", "styles.xml", 1),
        relation("aFChunk", "http://evil.example", 9, ' TargetMode="External"'),
    )
    (tmp_path / "信头.docx").write_bytes(word_file(HOSTILE, extra=[("word/_rels/document.xml.rels", rels)]))
    (tmp_path / "讲话.yaml").write_text(OUTLINE, encoding="utf-8")
    (tmp_path / "表.csv").write_text("县区\n甲县\n", encoding="utf-8")

    if verb == "build":
        said = drafter("build", "讲话.yaml", "--template", "信头.docx", "-o", "out/甲县.docx")
    else:
        said = drafter("batch", "讲话.yaml", "表.csv", "-o", "out", "--template", "信头.docx")

    assert said.code == 0, said.err
    assert "left-behind" in said.err and "DDEAUTO" in said.err and "外来的内容块" in said.err
    with zipfile.ZipFile(tmp_path / "out" / "甲县.docx") as made:
        whole = "".join(made.read(name).decode("utf-8", "replace") for name in made.namelist())
    assert "evil.example" not in whole and "DDE" not in whole and "清沅区" in whole


NOT_PRINTED = (
    paragraph("{{ 标题 }}") + paragraph("{{ 正文 }}")
    + '<w:p><w:del w:id="1" w:author="李四"><w:r><w:t>{{ 日期 }}不妥</w:t></w:r></w:del></w:p>'
    + '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{{ 讲话人 }}内部意见</w:t></w:r></w:p>'
    + '<w:p><w:r><w:t>请办</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>'
)  # fmt: skip


@pytest.mark.parametrize("verb", ["build", "batch"])
@pytest.mark.parametrize("final", [[], ["--final"]])
def test_a_letterhead_is_a_form_and_no_draft(drafter, tmp_path, verb, final):
    """What its makers said to one another stays behind and is told; a place that does not print is none; the file is the unit's."""
    rels = relations(relation("styles", "styles.xml", 1), relation("comments", "comments.xml", 2))
    note = f'<w:comments {NAMESPACES}><w:comment w:id="0" w:author="张三">{paragraph("内部批注")}</w:comment></w:comments>'
    theirs = f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"><cp:keywords>机密</cp:keywords><cp:lastModifiedBy>王五</cp:lastModifiedBy></cp:coreProperties>'
    top = relations(
        relation("officeDocument", "word/document.xml", 1),
        f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>',
    )
    extra = [("word/_rels/document.xml.rels", rels), ("word/comments.xml", note), ("docProps/core.xml", theirs), ("_rels/.rels", top)]  # fmt: skip
    (tmp_path / "信头.docx").write_bytes(word_file(NOT_PRINTED, extra=extra))
    outline = OUTLINE.replace("职务: 局长}", "职务: 局长, 单位: 某局}").replace(", 牵头单位: null", "")
    (tmp_path / "讲话.yaml").write_text(outline, encoding="utf-8")
    (tmp_path / "表.csv").write_text("县区\n甲县\n", encoding="utf-8")

    table = ["表.csv", "-o", "out"] if verb == "batch" else ["-o", "out/甲县.docx"]
    said = drafter(verb, "讲话.yaml", *table, "--template", "信头.docx", *final)

    assert said.code == 0, said.err
    assert all(name in said.err for name in ("left-behind", "修订", "批注", "隐藏的文字"))
    with zipfile.ZipFile(tmp_path / "out" / "甲县.docx") as made:
        whole = "".join(made.read(name).decode("utf-8", "replace") for name in made.namelist())
    assert not any(
        word in whole for word in ("内部", "不妥", "李四", "张三", "王五", "机密", "comment", "vanish")
    )
    assert [
        word
        for word in ("2026年3月12日", "局长", "请办", "<dc:creator>某局</dc:creator>")
        if word not in whole
    ] == []


def test_what_acts_by_itself_in_a_persons_own_file_stays_and_is_told(drafter, tmp_path):
    """Annotated or mended, the file is theirs."""
    (tmp_path / "a.docx").write_bytes(
        word_file(HOSTILE.replace("{{ 标题 }}", "第一次的的会议") + paragraph("请各单位抓好落实，，"))
    )

    for command in (["--annotate", "b.docx"], ["--fix"]):
        said = drafter("check", "a.docx", *command)
        assert "active-content" in said.out + said.err and "DDEAUTO" in said.out + said.err
    with zipfile.ZipFile(tmp_path / "b.docx") as made:
        assert b"DDEAUTO" in made.read("word/document.xml")


def with_notes(place, kind="footnote"):
    """A letterhead with a note that says this."""
    body = (
        paragraph("{{ 标题 }}")
        + paragraph("{{ 正文 }}")
        + f'<w:p><w:r><w:t>办</w:t></w:r><w:r><w:{kind}Reference w:id="5"/></w:r></w:p>'
    )
    notes = f'<w:{kind}s {NAMESPACES}><w:{kind} w:id="5">{paragraph(place)}</w:{kind}></w:{kind}s>'
    rels = relations(relation("styles", "styles.xml", 1), relation(f"{kind}s", f"{kind}s.xml", 2))
    return word_file(body, extra=[("word/_rels/document.xml.rels", rels), (f"word/{kind}s.xml", notes)])


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_place_in_a_note_is_filled(drafter, tmp_path, kind):
    """As one in a header is; what it takes leaves the body."""
    (tmp_path / "信头.docx").write_bytes(with_notes("{{ 日期 }}印", kind))
    (tmp_path / "讲话.yaml").write_text(OUTLINE, encoding="utf-8")

    assert drafter("build", "讲话.yaml", "--template", "信头.docx", "-o", "成稿.docx").code == 0
    with zipfile.ZipFile(tmp_path / "成稿.docx") as made:
        assert "2026年3月12日" in made.read(f"word/{kind}s.xml").decode()
        assert "2026年3月12日" not in made.read("word/document.xml").decode()


IN_A_SHAPE = '<w:p><w:r><w:drawing><a:t xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">{{ 日期 }}</a:t></w:drawing></w:r></w:p>'
BESIDE = "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>{}</w:p>"


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (with_notes("{{ 副题目 }}"), "unknown-field", "副题目"),
        (with_notes("{{ 正文 }}"), "bad-field", "位置不对"),
        (word_file(paragraph("{{ 正文 }}") + IN_A_SHAPE), "bad-field", "填不了"),
        (word_file(BESIDE.format(paragraph("{{ 日期 }}"), "<w:r><w:t>{{ 正文 }}</w:t></w:r>")), "bad-field", "第1段：错误：{{ 正文 }} 那一段里还有文本框"),
    ],
)  # fmt: skip
def test_a_place_that_cannot_be_filled_is_told(drafter, tmp_path, data, code, said):
    """In a note, in a drawing, beside the body; nothing is lost in silence."""
    (tmp_path / "信头.docx").write_bytes(data)
    (tmp_path / "讲话.yaml").write_text(OUTLINE, encoding="utf-8")

    result = drafter("build", "讲话.yaml", "--template", "信头.docx", "-o", "成稿.docx")

    assert result.code == 3 and f"[{code}]" in result.err and said in result.err
    assert not (tmp_path / "成稿.docx").exists()


def test_places_are_filled_wherever_they_are_cut():
    """Over runs, several in one, one after another, with text between."""
    from lxml import etree

    from drafter.wordml import W
    from drafter.writers.word_files.letterheads import places

    values = {"甲": "一", "乙": "", "丙": "三三三"}
    for cut in (
        ["{{甲}}"],
        ["{{", "甲", "}}"],
        ["前{{甲}}中{{乙}}后"],
        ["前{", "{甲}", "}{{丙", "}}", "末"],
        ["", "{{甲}}", "", "{{丙}}{{甲}}"],
        ["甲乙"],
    ):
        paragraph = etree.Element(f"{W}p")
        nodes = [etree.SubElement(paragraph, f"{W}t") for _ in cut]
        for node, text in zip(nodes, cut, strict=True):
            node.text = text
        places.fill(paragraph, values)
        wanted = "".join(cut)
        for name, value in values.items():
            wanted = wanted.replace(f"{{{{{name}}}}}", value)
        assert "".join(node.text or "" for node in nodes) == wanted


@pytest.mark.parametrize("count", [1_000, 1_001])
def test_a_letterhead_has_as_many_places_as_a_form_may_have(drafter, tmp_path, count):
    """In one paragraph, too, in time that grows with them."""
    (tmp_path / "信头.docx").write_bytes(
        word_file(paragraph("{{ 标题 }}" * (count - 1)) + paragraph("{{ 正文 }}"))
    )
    (tmp_path / "讲话.yaml").write_text(OUTLINE, encoding="utf-8")

    said = drafter("build", "讲话.yaml", "--template", "信头.docx", "-o", "成稿.docx")

    assert said.code == (0 if count == 1_000 else 3)


DEFAULTS = "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"
NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="a">{}</w:style>'
OF_TABLES = '<w:style w:type="table" w:default="1" w:styleId="T">{}</w:style>'
VANISH = "<w:rPr><w:vanish/></w:rPr>"


@pytest.mark.parametrize(
    "styles",
    [
        DEFAULTS + NORMAL.format(""),
        NORMAL.format(VANISH),
        NORMAL.format("") + OF_TABLES.format(VANISH),
        NORMAL.format("") + OF_TABLES.format(f'<w:tblStylePr w:type="firstRow">{VANISH}</w:tblStylePr>'),
    ],
    ids=["defaults", "paragraph", "table", "row"],
)
def test_what_the_styles_of_a_letterhead_hide_is_not_printed(drafter, tmp_path, styles):
    """Its words stay behind and are told, and what is drafted shows."""
    shows = '<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>{}</w:t></w:r></w:p>'
    hidden = f"<w:tbl><w:tr><w:tc>{paragraph('内部意见')}</w:tc></w:tr></w:tbl>"
    body = shows.format("某局") + hidden + shows.format("{{ 正文 }}")
    sheet = ("word/styles.xml", f"<w:styles {NAMESPACES}>{styles}</w:styles>")
    (tmp_path / "信头.docx").write_bytes(word_file(body, extra=[sheet]))
    (tmp_path / "讲话.yaml").write_text(OUTLINE, encoding="utf-8")

    said = drafter("build", "讲话.yaml", "--template", "信头.docx", "-o", "a.docx")

    assert said.code == 0 and "隐藏的文字" in said.err
    with zipfile.ZipFile(tmp_path / "a.docx") as made:
        text, looks = (made.read(f"word/{name}.xml").decode() for name in ("document", "styles"))
    assert "内部" not in text and "某局" in text and "<w:vanish/>" not in looks
