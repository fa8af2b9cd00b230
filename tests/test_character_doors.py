"""Characters that no page can hold, through every door by which a text comes in: refused, or left out and never printed."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from drafter.soundness import find_broken_part

RAW = ("\x02", "\x0b", "\x7f", "\ufffe", "\U0010f123")
"""A control character, white space of old printers, DEL, a code that is no character, one that we keep to ourselves."""

ESCAPED = ("\\x02", "\\x0b", "\\x7f", "\\ufffe", "\\U0010F123")
PLAIN = "模板: 原样\n标题: 通知\n数据: {量: 1}\n正文:\n  - 导语: 甲{{ 量 }}乙\n"
TEMPLATE = "---\nname: 试\nany_role: true\n---\n# {{ title }}\n\n甲%s乙\n"

YAML = {
    "title": ("稿.yaml", '模板: 原样\n标题: "通%s知"\n正文: 甲\n'),
    "text": ("稿.yaml", '模板: 原样\n标题: 通知\n正文:\n  - 导语: "甲%s乙"\n'),
    "cell": (
        "稿.yaml",
        '模板: 原样\n标题: 通知\n正文:\n  - 表格:\n      - [甲, 乙]\n      - ["丙%s戊", 丁]\n',
    ),
    "fact": ("稿.yaml", '模板: 原样\n标题: 通知\n数据: {量: "1%s2"}\n正文: 甲{{ 量 }}\n'),
    "facts file": ("数.yaml", '量: "1%s2"\n'),
    "base": ("底.yaml", '模板: 原样\n标题: "通%s知"\n'),
    "font": ("式.yaml", '名称: 式\n继承: gbt9704\n字体: {仿宋: "仿%s宋"}\n'),
    "style": ("式.yaml", '名称: 式\n继承: gbt9704\n段落:\n  正文: {样式名: "正%s文"}\n'),
    "page number": ("式.yaml", '名称: 式\n继承: gbt9704\n页码: {格式: "— {页} %s—"}\n'),
    "roster": ("名册.yaml", '人员:\n  - {姓名: "顾%s川", 职务: 市长}\n'),
}
"""Texts of YAML, by what they are: the file, and what it says."""


@pytest.fixture
def build(drafter, tmp_path):
    """Builds an outline beside whatever files are given; what is said, and the paragraphs of what is made."""

    def run(*options, **files):
        for name, text in {"稿": PLAIN, **files}.items():
            name, _, suffix = name.partition("_")
            (tmp_path / f"{name}.{suffix or 'yaml'}").write_text(text, encoding="utf-8")
        return drafter("build", "稿.yaml", "-o", "稿.docx", "--force", *options)

    return run


def refused(said):
    """A refusal that names the character or its place, and the way out."""
    return said.code in (2, 3) and "不能用的字符" in said.err and "办法：" in said.err


def printed(path):
    """What a Word file says, once it is known to be one."""
    data = path.read_bytes()
    assert find_broken_part(data, set()) == ""
    return "".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


@pytest.mark.parametrize("char", [*RAW, *ESCAPED])
@pytest.mark.parametrize("what", YAML)
def test_no_text_of_yaml_holds_one(drafter, tmp_path, what, char):
    """As it is, or as an escape."""
    name, text = YAML[what]
    (tmp_path / "稿.yaml").write_text(
        "继承: 底.yaml\n正文: 甲\n" if what == "base" else PLAIN, encoding="utf-8"
    )
    (tmp_path / name).write_text(text % char, encoding="utf-8")
    (tmp_path / "drafter.toml").touch()
    options = {"数.yaml": ("--facts", "数.yaml"), "式.yaml": ("--style", "式.yaml")}.get(name, ())
    said = (
        drafter("check", "稿.yaml")
        if what == "roster"
        else drafter("build", "稿.yaml", "-o", "稿.docx", *options)
    )

    assert refused(said) and not (tmp_path / "稿.docx").exists()


@pytest.mark.parametrize("char", RAW)
def test_no_option_holds_one(drafter, build, char):
    """A fact, or the title of a new outline."""
    assert refused(build("--set", f"量=1{char}2"))
    assert refused(drafter("new", "部署讲话", "--title", f"在{char}会上的讲话", "--no-input"))


def test_line_ends_in_disguise_are_line_ends(build, tmp_path):
    """In what is typed at an option as well."""
    assert build("--set", "量=1\u20282").code == 0
    assert "\u2028" not in printed(tmp_path / "稿.docx")


@pytest.mark.parametrize("char", RAW)
def test_no_markdown_holds_one(drafter, tmp_path, char):
    (tmp_path / "稿.md").write_text(f"# 通知\n\n甲{char}乙\n", encoding="utf-8")

    assert refused(drafter("build", "稿.md", "-o", "稿.docx"))


@pytest.mark.parametrize("char", [*RAW[:4], *ESCAPED[:4], "{{ '\\ud800' }}", "{{ '%c' | format(2) }}"])
def test_no_template_prints_one(build, tmp_path, char):
    """Written as it is, as an escape, or put together; what we keep to ourselves is refused as forged."""
    text = char if "{{" in char or char in RAW else f"{{{{ '{char}' }}}}"

    assert refused(build("--template", "试.md.j2", **{"试_md.j2": TEMPLATE % text}))
    forged = build("--template", "试.md.j2", **{"试_md.j2": TEMPLATE % RAW[4]})
    assert forged.code == 3 and "内部记号" in forged.err


@pytest.mark.parametrize("char", RAW)
@pytest.mark.parametrize("letterhead", [False, True])
def test_no_row_of_a_batch_holds_one(drafter, tmp_path, char, letterhead):
    """Poured into the unit's own file as well."""
    (tmp_path / "稿.yaml").write_text(PLAIN, encoding="utf-8")
    (tmp_path / "表.csv").write_text(f"号,量\n1,甲{char}乙\n2,丙\n", encoding="utf-8")
    head = docx.Document()
    for place in ("{{ 标题 }}", "{{ 正文 }}", "{{ 量 }}"):
        head.add_paragraph(place)
    head.save(tmp_path / "信头.docx")
    said = drafter(
        "batch", "稿.yaml", "表.csv", "-o", "成稿", *(("--template", "信头.docx") if letterhead else ())
    )

    assert said.code == 3 and f"U+{ord(char):04X}" in said.err
    assert [path.name for path in (tmp_path / "成稿").glob("*.docx")] == ["2.docx"]
    assert "丙" in printed(tmp_path / "成稿/2.docx")


@pytest.mark.parametrize("char", RAW)
def test_a_roster_takes_no_row_that_holds_one(drafter, tmp_path, char):
    (tmp_path / "班子.csv").write_text(f"姓名,职务\n顾见川,市{char}长\n苏望津,书记\n", encoding="utf-8")
    said = drafter("roster", "add", "班子.csv")

    assert said.code == 0 and "第 2 行没有收" in said.err and "1 人" in said.out


@pytest.mark.parametrize("char", ESCAPED)
def test_no_entry_of_the_library_holds_one(drafter, tmp_path, char):
    (tmp_path / "旧稿.yaml").write_text(YAML["text"][1] % char, encoding="utf-8")

    assert refused(drafter("library", "add", "旧稿.yaml"))


@pytest.mark.parametrize("char", RAW)
def test_old_texts_come_without_them(drafter, tmp_path, char):
    """Text files, and Word files that hold what XML allows."""
    (tmp_path / "旧.txt").write_text(f"关于修路的通知\n各县：\n请甲{char}乙报送材料。\n", encoding="utf-8")
    old = docx.Document()
    for text in ("关于修路的通知", "各县：", "请甲XX乙报送材料。"):
        old.add_paragraph(text)
    old.save(tmp_path / "旧.docx")
    names = ["旧.txt"]
    if char == RAW[4]:
        replace_in(tmp_path / "旧.docx", "XX", char)
        names.append("旧.docx")
    for name in names:
        assert drafter("import", name, "-o", "新.yaml").code == 0
        assert drafter("build", "新.yaml", "-o", "新.docx", "--force").code == 0
        assert char not in printed(tmp_path / "新.docx")
        (tmp_path / "新.yaml").unlink()


def replace_in(path, old, new):
    """Changes a text of a Word file's body."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(old.encode(), new.encode()))
    path.write_bytes(out.getvalue())
