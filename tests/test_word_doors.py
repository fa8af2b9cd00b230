"""Honest Word files of other makers, through every door that takes one: each names its parts as it likes."""

from __future__ import annotations

import io
import json
import zipfile

import docx
import pytest
from lxml import etree

from drafter.wordml import NAMESPACE, W

OUTLINE = "模板: 部署讲话\n标题: 甲会上的讲话\n任务:\n  标题: 抓好落实\n  要点:\n    - {标题: 先修路, 正文: 路要修好。}\n结尾: 讲完了。\n"


def made(*texts):
    """A Word file with these paragraphs and a header, as python-docx writes it."""
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    document.sections[0].header.paragraphs[0].text = "内部资料"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def renamed(data, old, new, target):
    """The file with one of its parts called otherwise; `target` is how relationships and types write it."""
    base = old.rpartition("/")[2]
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in source.namelist():
            content = source.read(name)
            if name.endswith(".rels") or name == "[Content_Types].xml":
                content = content.replace(base.encode() + b'"', target.encode() + b'"')
            folder, _, last = name.rpartition("/")
            if name == old:
                name = new
            elif last == f"{base}.rels":
                name = f"{folder}/{new.rpartition('/')[2]}.rels"
            kept.writestr(name, content)
    return out.getvalue()


def strict(data, encoding):
    """The file with its text in Word's strict form."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                text = content.decode().replace(NAMESPACE, "http://purl.oclc.org/ooxml/wordprocessingml/main")
                content = text.replace("UTF-8", encoding, 1).encode(encoding)
            kept.writestr(name, content)
    return out.getvalue()


NAMES = {
    "number": ("word/document.xml", "word/document2.xml", "document2.xml"),
    "percent": ("word/document.xml", "word/正文.xml", "%E6%AD%A3%E6%96%87.xml"),
    "capitals": ("word/document.xml", "word/Document.XML", "document.xml"),
    "styles": ("word/styles.xml", "word/styles7.xml", "styles7.xml"),
    "header": ("word/header1.xml", "word/页眉.xml", "页眉.xml"),
}

MAINS = {"word/document.xml", *(new for old, new, _ in NAMES.values() if old == "word/document.xml")}


@pytest.fixture(params=NAMES, name="rename")
def _rename(request):
    return lambda data: renamed(data, *NAMES[request.param])


def test_import_and_build_read_it(drafter, tmp_path, rename):
    """All that it says, the header set aside."""
    (tmp_path / "稿.docx").write_bytes(rename(made("甲会上的讲话", "同志们：", "一、抓好落实", "路要修好。")))
    report = drafter("import", "稿.docx", "--json").json["files"][0]

    assert report["title"] == "甲会上的讲话"
    assert "内部资料" in [one["text"] for one in report["dropped"]]
    assert drafter("build", "稿.docx", "-o", "新.docx").code == 0
    assert "路要修好。" in [one.text for one in docx.Document(str(tmp_path / "新.docx")).paragraphs]


def test_check_reads_it_and_writes_into_it(drafter, tmp_path, rename):
    """Comments stand in the file that was given, fixes too; every other part lies as it lay."""
    data = rename(made("第一段。", "再接再励，办好。"))
    (tmp_path / "稿.docx").write_bytes(data)
    found = drafter("check", "稿.docx", "--json").json["files"][0]["problems"]

    assert [(one["paragraph"], one["fix"]["new"]) for one in found if one["fix"]] == [(2, "再接再厉")]
    assert drafter("check", "稿.docx", "--annotate", "批注.docx").code in (0, 1)
    names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    with zipfile.ZipFile(tmp_path / "批注.docx") as annotated:
        assert names | {"word/comments.xml"} == set(annotated.namelist())
        assert "再接再励" in "".join(etree.fromstring(annotated.read("word/comments.xml")).itertext())
    drafter("check", "稿.docx", "--fix")
    with zipfile.ZipFile(tmp_path / "稿.docx") as fixed:
        main = next(name for name in fixed.namelist() if name in MAINS)
        assert "再接再厉" in "".join(etree.fromstring(fixed.read(main)).itertext())


def test_a_draft_is_built_in_its_look(drafter, tmp_path, rename):
    """By its page, at least, which is not ours."""
    (tmp_path / "样.docx").write_bytes(rename(made("第一段是正文，第一段是正文，第一段是正文。")))
    (tmp_path / "稿.yaml").write_text(OUTLINE, encoding="utf-8")

    assert drafter("build", "稿.yaml", "--style", "样.docx", "-o", "新.docx").code == 0
    width = docx.Document().sections[0].page_width
    assert docx.Document(str(tmp_path / "新.docx")).sections[0].page_width == width


@pytest.mark.parametrize("verb", ["build", "batch"])
def test_it_may_be_a_letterhead(drafter, tmp_path, rename, verb):
    """Its places are filled, wherever they stand."""
    (tmp_path / "信头.docx").write_bytes(rename(made("{{ 标题 }}", "{{ 正文 }}")))
    (tmp_path / "稿.yaml").write_text(OUTLINE, encoding="utf-8")
    (tmp_path / "表.csv").write_text("编号\n1\n", encoding="utf-8")
    if verb == "build":
        result = drafter("build", "稿.yaml", "--template", "信头.docx", "-o", "出/1.docx")
    else:
        result = drafter("batch", "稿.yaml", "表.csv", "--template", "信头.docx", "-o", "出")
    assert result.code == 0, result.err
    (out,) = (tmp_path / "出").glob("*.docx")
    with zipfile.ZipFile(out) as filled:
        main = next(name for name in filled.namelist() if name in MAINS)
        said = ["".join(one.itertext()) for one in etree.fromstring(filled.read(main)).iter(f"{W}p")]

    assert "甲会上的讲话" in said and "{{ 正文 }}" not in said


def test_json_of_a_file_without_a_text_says_what_it_is(drafter, tmp_path):
    """A workbook under a Word file's name, whose main part is related as a text's would be."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made_:
        made_.writestr("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>')  # fmt: skip
        made_.writestr("xl/workbook.xml", "<workbook/>")
    (tmp_path / "稿.docx").write_bytes(out.getvalue())
    result = drafter("import", "稿.docx", "--json")

    assert result.code == 3
    assert "Excel" in json.dumps(result.json, ensure_ascii=False)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("options", [["--annotate", "批注.docx"], ["--fix"]], ids=["annotate", "fix"])
def test_a_strict_file_is_checked_and_not_written_into(drafter, tmp_path, encoding, options):
    """Its words are found wrong as any other's; to write into it is refused, and it stays as it was."""
    data = strict(made("第一段。", "再接再励，办好。"), encoding)
    (tmp_path / "稿.docx").write_bytes(data)
    result = drafter("check", "稿.docx", *options)

    assert drafter("check", "稿.docx", "--json").json["files"][0]["problems"][0]["code"] == "wrong-word"
    assert result.code == 3 and "“严格”格式" in result.err
    assert (tmp_path / "稿.docx").read_bytes() == data and not (tmp_path / "批注.docx").exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_strict_file_is_no_letterhead(drafter, tmp_path, encoding):
    """In whatever encoding."""
    (tmp_path / "信头.docx").write_bytes(strict(made("{{ 标题 }}", "{{ 正文 }}"), encoding))
    (tmp_path / "稿.yaml").write_text(OUTLINE, encoding="utf-8")
    result = drafter("build", "稿.yaml", "--template", "信头.docx", "-o", "新.docx")

    assert result.code == 3 and "“严格”格式" in result.err
