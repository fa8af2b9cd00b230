"""Old Word files through every door that takes one, on a machine without LibreOffice."""

from __future__ import annotations

import shutil
import zipfile

import docx
import pytest

from drafter.office import libreoffice
from drafter.wordml import NAMESPACE
from tests.readers.old_word.by_hand import piece, streams
from tests.readers.old_word.made import FIXTURES, word_file
from tests.readers.word.test_package import word_file as bare_file

SCAN = f"""<w:document xmlns:w="{NAMESPACE}" xmlns:v="urn:schemas-microsoft-com:vml"><w:body>
<w:p><w:r><w:pict><v:imagedata/></w:pict></w:r></w:p></w:body></w:document>""".encode()


@pytest.fixture(autouse=True)
def without_libreoffice(monkeypatch):
    """As in most offices, and in the browser."""
    monkeypatch.setenv("DRAFTER_SOFFICE", "no-such-program")


@pytest.fixture(params=[".doc", ".wps"])
def old(request, tmp_path):
    """An old speech, in the folder of the run."""
    name = f"旧稿{request.param}"
    shutil.copy(FIXTURES / "讲话.doc", tmp_path / name)
    return name


def test_it_becomes_an_outline_that_prints_the_same(drafter, old):
    """Its numbers too; what is hidden and what stands in the margin is told."""
    report = drafter("import", old, "-o", "稿.yaml", "--json").json["files"][0]
    printed = drafter("build", "稿.yaml", "--to", "txt", "-o", "-").out

    assert report["problems"] == [] and report["title"] == "在全市治水工作会议上的讲话"
    assert {one["kind"] for one in report["dropped"]} == {"hidden", "header"}
    assert "（二）堤防结实了。加固16处。" in printed


def test_it_is_checked(drafter, old):
    """Its own paragraphs are named."""
    found = drafter("check", old, "--json").json["files"][0]

    assert found["rules"] and all(one["code"] != "bad-word-file" for one in found["problems"])


def test_it_is_built(drafter, old):
    """As an outline that was typed in Word."""
    assert "汛前修完" in drafter("build", old, "--template", "部署讲话", "--to", "txt", "-o", "-").out


def test_a_draft_is_built_in_its_look(drafter, tmp_path, old):
    """By the page at least, which is not ours; none of it can be listed."""
    (tmp_path / "新.yaml").write_text("模板: 原样\n标题: 讲话\n开头: 同志们好。\n", encoding="utf-8")
    result = drafter("build", "新.yaml", "--style", old, "-o", "新.docx")

    assert result.code == 0, result.err
    width = docx.Document().sections[0].page_width
    assert docx.Document(str(tmp_path / "新.docx")).sections[0].page_width == width
    assert "没有版式可列" in drafter("styles", "show", old).err


def test_a_damaged_one_is_no_look(drafter, tmp_path, old):
    """Said as any damaged Word file is."""
    data = (tmp_path / old).read_bytes()
    (tmp_path / old).write_bytes(data.replace(b"\xec\xa5", b"\0\0", 1))
    (tmp_path / "新.yaml").write_text("模板: 原样\n标题: 讲话\n", encoding="utf-8")
    result = drafter("build", "新.yaml", "--style", old, "-o", "新.docx")

    assert result.code == 3
    assert "[bad-word-file]" in result.err


def test_a_damaged_one_is_refused_with_the_way_out(drafter, tmp_path, old):
    """Where the table of pieces should lie there is nothing."""
    data = (tmp_path / old).read_bytes()
    at = data.index(b"\xec\xa5") + 154 + 8 * 33
    (tmp_path / old).write_bytes(data[:at] + b"\0" * 8 + data[at + 8 :])
    result = drafter("import", old)

    assert result.code == 3
    assert "残缺" in result.err and "另存为 .docx" in result.err


def test_what_we_cannot_read_libreoffice_is_asked_for(drafter, tmp_path, monkeypatch, old):
    """Where there is one."""
    data = (tmp_path / old).read_bytes()
    at = data.index(b"\xec\xa5") + 154 + 8 * 33
    (tmp_path / old).write_bytes(data[:at] + b"\0" * 8 + data[at + 8 :])
    monkeypatch.setattr(libreoffice, "find", lambda: "soffice")
    monkeypatch.setattr(
        libreoffice, "word", lambda *_: word_file("<w:p><w:r><w:t>它读到的。</w:t></w:r></w:p>")
    )

    assert "它读到的。" in drafter("import", old, "-o", "-").out


def test_an_older_word_needs_libreoffice(drafter, monkeypatch, old):
    """The hint says both ways."""
    made = streams(piece("字\r"), version=0x68)
    monkeypatch.setattr("drafter.readers.old_word.compound.streams", lambda _: made)
    result = drafter("import", old)

    assert result.code == 5
    assert "Word 95" in result.err and "另存为 .docx" in result.err


def test_what_is_no_words_is_told(drafter, tmp_path):
    """WPS had a form of its own once; under the name of a Word file it is none."""
    data = (
        (FIXTURES / "讲话.doc")
        .read_bytes()
        .replace("WordDocument".encode("utf-16-le"), "WpsDocument1".encode("utf-16-le"))
    )
    (tmp_path / "甲.wps").write_bytes(data)
    (tmp_path / "甲.doc").write_bytes(data)

    assert "早年的 WPS" in drafter("import", "甲.wps").err
    assert "不是 Word 文件" in drafter("import", "甲.doc").err


@pytest.mark.parametrize("verb", ["import", "check", "build"])
@pytest.mark.parametrize(
    ("name", "said", "way"),
    [
        ("材料.rar", "是压缩包", "先解压"),
        ("材料.zip", "是压缩包", "先解压"),
        ("扫描.jpg", "是图片", "识别成文字"),
        ("扫描.HEIC", "是图片", "识别成文字"),
        ("汇报.ppt", "是幻灯片", "贴到 Word 里"),
        ("红头.ofd", "是版式文件（OFD）", "另存为 .docx"),
    ],
)
def test_what_nobody_reads_is_named_with_what_to_do(drafter, tmp_path, verb, name, said, way):
    """At each door, with the code for what cannot be used."""
    (tmp_path / name).write_bytes(b"x")
    result = drafter(verb, name)

    assert result.code == 3
    assert said in result.err and way in result.err and "[unknown-kind]" in result.err


@pytest.mark.parametrize(("verb", "code"), [("import", 0), ("check", 3), ("build", 3), ("library add", 3)])
def test_a_file_of_pictures_alone_is_called_a_scan(drafter, tmp_path, verb, code):
    """And not an empty file."""
    (tmp_path / "扫描.docx").write_bytes(bare_file(word_document_xml=SCAN))
    result = drafter(*verb.split(), "扫描.docx")

    assert result.code == code
    assert "多半是扫描件" in result.err and "识别成文字" in result.err


def test_an_archive_under_a_word_files_name_is_told(drafter, tmp_path):
    """By what it holds."""
    with zipfile.ZipFile(tmp_path / "材料.docx", "w") as made:
        made.writestr("一.docx", b"x")
    result = drafter("import", "材料.docx")

    assert "这是压缩包" in result.err and "先解压" in result.err
