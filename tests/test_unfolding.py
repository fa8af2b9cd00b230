"""Few bytes that stand for many: refused at every door before they fill the memory (rows 5, 7 and 8 of the threats)."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from drafter.readers.intake import limits, safe_xml
from tests.conftest import ROOT
from tests.word_packages import NAMESPACES, paragraph, word_file

MOST_MEGABYTES, MOST_SECONDS = 200, 4
"""The goal is two seconds of the processor's; a busy one works at half its speed."""

ROW = "<w:tr>{}</w:tr>"
CELL = "<w:tc><w:tcPr><w:gridSpan w:val='64'/></w:tcPr><w:p/></w:tc>"
WORD = {
    "empty paragraphs": lambda: word_file("<w:p/>" * 1_600_000),
    "empty paragraphs behind padding": lambda: word_file("<w:p/>" * 1_600_000, padding=300_000),
    "paragraphs, one too many": lambda: word_file("<w:p/>" * (limits.MOST_PARAGRAPHS + 1)),
    "a prefix of its own": lambda: word_file(
        f'<q:p xmlns:q="{NAMESPACES.split(chr(34))[1]}"/>' * 300_000, padding=300_000
    ),
    "runs": lambda: word_file("<w:p>" + "<w:r/>" * 1_100_000 + "</w:p>", padding=300_000),
    "attributes": lambda: word_file("<w:p w:a='' w:b='' w:c='' w:d='' w:e='' w:f='' w:g=''/>" * 140_000, padding=300_000),
    "deep": lambda: word_file("<w:tbl><w:tr><w:tc>" * 90 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 90),
    "one long text": lambda: word_file(paragraph("长" * 9_000_000), padding=300_000),
    "one long attribute": lambda: word_file(f"<w:p w:x='{'a' * 45_000_000}'/>", padding=500_000),
    "comments of XML": lambda: word_file(f"<!--{'a' * 49_000_000}-->", padding=500_000),
    "many parts": lambda: word_file("<w:p/>", extra=[(f"word/a{n}.xml", "") for n in range(2_100)]),
    "parts that add up": lambda: word_file(
        "<w:p/>", extra=[(f"word/media/a{n}.bmp", b"\0" * 40_000_000) for n in range(3)]
    ),
    "large styles": lambda: word_file("<w:p/>", **{"word/styles.xml": f"<w:styles {NAMESPACES}>{'<w:style/>' * 1_100_000}</w:styles>"}),
}  # fmt: skip
SPANNED = {
    "spans": lambda: word_file("<w:tbl>" + ROW.format(CELL * 500) + ROW.format("<w:tc><w:p/></w:tc>") * 8_000 + "</w:tbl>"),
    "spans of one row": lambda: word_file(f"<w:tbl>{ROW.format(CELL * 40_000)}</w:tbl>"),
    "spans in tables in tables": lambda: word_file(
        "<w:tbl><w:tr><w:tc>" * 20 + f"<w:tbl>{ROW.format(CELL * 1_000)}{ROW.format('<w:tc><w:p/></w:tc>') * 900}</w:tbl><w:p/>"
        + "</w:tc></w:tr></w:tbl><w:p/>" * 20
    ),
    "many tables": lambda: word_file(f"<w:tbl>{ROW.format(CELL * 30)}{ROW.format('<w:tc><w:p/></w:tc>')}</w:tbl>" * 1_000),
    "a span beyond numbers": lambda: word_file(f"<w:tbl>{ROW.format(CELL.replace('64', '9' * 5_000) * 1_600)}</w:tbl>"),
}  # fmt: skip
TEXTS = {
    "lines": lambda: "甲\n".encode() * 1_000_000,
    "old line ends": lambda: "甲\r".encode() * 1_000_000,
    "empty lines": lambda: b"\n" * 10_000_000,
    "characters": lambda: "长".encode() * 6_000_000,
    "GBK": lambda: "长".encode("gb18030") * 6_000_000,
}
PROGRAM = """
import json, resource, sys
from drafter.cli.app import run
codes = [run(line.split("|")) for line in sys.argv[1:]]
used, theirs = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
most = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))  # ru_maxrss is the parent's too
seconds = used.ru_utime + used.ru_stime + theirs.ru_utime + theirs.ru_stime
print(json.dumps([codes, max(int(most.split()[1]), theirs.ru_maxrss) // 1024, seconds]))
"""


def measured(folder, home, *commands):
    """The exit codes of commands in one process, its largest memory in MB, its processor's seconds."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *commands], cwd=folder, capture_output=True, text=True,
        env={**os.environ, "DRAFTER_HOME": str(home), "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    codes, memory, seconds = json.loads(done.stdout.splitlines()[-1])
    return codes, memory, seconds, done.stderr


def refused(folder, home, *commands):
    """That commands refuse their files with a sentence, without taking much for it."""
    codes, memory, seconds, said = measured(folder, home, *commands)
    assert set(codes) == {3}, said[-2000:]
    assert said.count("办法") >= len(commands) and "internal" not in said
    assert memory <= MOST_MEGABYTES
    assert seconds / len(commands) <= MOST_SECONDS
    return said


pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory and time are asked of Linux")


@pytest.mark.parametrize("how", WORD)
def test_a_word_file_that_swells_is_refused_at_every_door(tmp_path, home, how):
    """Import, check, build, letterhead, style: with the limit in the message."""
    (tmp_path / "a.docx").write_bytes(WORD[how]())
    (tmp_path / "o.yaml").write_text("模板: 原样\n标题: 题\n小节:\n  - 甲。\n", encoding="utf-8")

    said = refused(
        tmp_path, home, "import|a.docx", "check|a.docx", "build|a.docx|-o|b.docx",
        "build|o.yaml|--template|a.docx|-o|b.docx", "build|o.yaml|--style|a.docx|-o|b.docx",
    )  # fmt: skip

    assert any(unit in said for unit in ("超过", "层以上"))


@pytest.mark.parametrize("how", SPANNED)
def test_cells_are_counted_as_they_unfold(tmp_path, home, how):
    """What a cell spans counts, and so does what an even table adds."""
    (tmp_path / "a.docx").write_bytes(SPANNED[how]())

    assert "10 万格" in refused(tmp_path, home, "import|a.docx", "build|a.docx|-o|b.docx")
    codes, memory, seconds, _ = measured(tmp_path, home, "check|a.docx")
    assert codes == [3] and memory <= MOST_MEGABYTES and seconds <= MOST_SECONDS


@pytest.mark.parametrize("how", TEXTS)
def test_a_text_that_no_paper_is_as_long_as_is_refused_at_every_door(tmp_path, home, how):
    """Before it is taken apart, plain or in Markdown."""
    suffix = "md" if how in ("lines", "GBK") else "txt"
    (tmp_path / f"a.{suffix}").write_bytes(TEXTS[how]())

    refused(tmp_path, home, f"import|a.{suffix}", f"check|a.{suffix}", f"build|a.{suffix}|-o|b.docx")


TABLES = {
    "empty cells": lambda: "|" * 1_000 + "\n" + "|---" * 999 + "|\n" + ("|" * 1_000 + "\n") * 900,
    "rows": lambda: "|甲|乙|\n|---|---|\n" + "|a|b|\n" * 90_000,
}


@pytest.mark.parametrize("how", TABLES)
def test_cells_of_markdown_are_counted_at_every_door(tmp_path, home, how):
    """A draft, a text to be read back, what a template prints."""
    (tmp_path / "a.md").write_text(TABLES[how](), encoding="utf-8")
    (tmp_path / "o.yaml").write_text("模板: 原样\n标题: 题\n小节:\n  - 甲。\n", encoding="utf-8")
    (tmp_path / "t.md.j2").write_text(
        "---\n名称: t\n角色:\n  - 角色: opening\n---\n|甲|乙|\n|---|---|\n{{ '|a|b|\n' * 90000 }}\n",
        encoding="utf-8",
    )

    said = refused(
        tmp_path, home, "build|a.md|-o|b.docx", "stats|a.md", "import|a.md", "library|add|a.md",
        "build|o.yaml|--template|./t.md.j2|-o|b.docx",
    )  # fmt: skip

    assert "10 万格" in said


HEAD = "模板: 原样\n标题: 题\n"
OUTLINES = {
    "points": lambda: f"{HEAD}小节:\n" + "  - 甲\n" * 1_000_000,
    "points in brackets": lambda: f"{HEAD}小节: [{'a, ' * 500_000}b]\n",
    "keys": lambda: HEAD + "".join(f"键{n}: 1\n" for n in range(400_000)),
    "pairs in brackets": lambda: f"{HEAD}数据: {{{', '.join(f'a{n}: 1' for n in range(300_000))}}}\n",
    "facts": lambda: f"{HEAD}数据:\n" + "".join(f"  名{n}: 1\n" for n in range(500_000)),
    "one long text": lambda: f"{HEAD}小节:\n  - '{'长' * 6_000_000}'\n",
    "brackets": lambda: f"{HEAD}小节: {'[' * 4_000_000}\n",
    "empty lines": lambda: HEAD + "\n" * 4_000_000,
}


@pytest.mark.parametrize("how", OUTLINES)
def test_an_outline_that_no_paper_is_as_long_as_is_refused_at_every_door(tmp_path, home, how):
    """Build, check, library, new; with the limit in the message."""
    (tmp_path / "a.yaml").write_text(OUTLINES[how](), encoding="utf-8")

    said = refused(
        tmp_path,
        home,
        "build|a.yaml|-o|b.docx",
        "check|a.yaml",
        "stats|a.yaml",
        "new|--from|a.yaml|-o|c.yaml",
    )

    assert "超过" in said


@pytest.mark.parametrize("where", ["", "公文:\n  "])
def test_keys_that_nobody_knows_are_told_in_time(tmp_path, home, where):
    """Fifty thousand of them: the first with what may be meant, all of them told."""
    lines = "\n".join(f"{'  ' if where else ''}键{n}: 1" for n in range(40_000))
    (tmp_path / "a.yaml").write_text(f"{HEAD}{where.strip()}\n{lines}\n", encoding="utf-8")

    codes, _, seconds, said = measured(tmp_path, home, "build|a.yaml|-o|b.docx")

    assert codes == [3] and seconds < 10 and "unknown-key" in said


def test_what_keeps_the_limits_is_read(drafter, tmp_path):
    """At the limit, not only below it."""
    (tmp_path / "a.docx").write_bytes(word_file(paragraph("甲") + "<w:p/>" * (limits.MOST_PARAGRAPHS - 1)))
    (tmp_path / "d.txt").write_text("甲\n" * limits.MOST_IMPORTED, encoding="utf-8")
    (tmp_path / "e.txt").write_text("甲\n" * (limits.MOST_IMPORTED + 1), encoding="utf-8")
    (tmp_path / "b.docx").write_bytes(
        word_file(f"<w:tbl>{ROW.format(CELL.replace('<w:p/>', paragraph('乙')) * 1_562)}</w:tbl>")
    )
    (tmp_path / "c.txt").write_text("甲" + "\n" * 2 * limits.MOST_PARAGRAPHS, encoding="utf-8")

    for name in ("a.docx", "b.docx", "c.txt", "d.txt"):
        assert drafter("import", name, "-o", "x.yaml", "--force").code == 0, name
    assert "2 万段" in drafter("import", "e.txt", "-o", "x.yaml", "--force").err


def test_the_nodes_of_all_parts_are_one_sum():
    """Half in the text and half in the styles is the whole."""
    allowance = safe_xml.Allowance()
    half = b"<a>" + b"<b/>" * (safe_xml.MOST_NODES // 2) + b"</a>"
    safe_xml.prove(half, allowance)
    with pytest.raises(safe_xml.TooLarge):
        safe_xml.prove(half, allowance)
