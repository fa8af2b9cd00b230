"""Mutates honest files and reads them: `python -m tests.fuzz outline --seconds 600`.

Any exception but our own, or a reading that takes over twenty seconds of the processor's time, is
a finding: the input is printed and the run ends with 1.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import time
import traceback
from collections.abc import Iterable, Iterator
from itertools import takewhile
from pathlib import Path

import docx

from drafter.actions.opening import open_session
from drafter.drafting import binding, loading
from drafter.drafting.composing import compose
from drafter.importing import fitting
from drafter.importing import guesses as importing
from drafter.measuring import paging
from drafter.model import vocabulary
from drafter.model.document import Document, Paragraph, Role, Text
from drafter.model.library import Volume
from drafter.outlining.form import leftovers
from drafter.problems import DrafterError
from drafter.readers import lines, stylesheet_yaml, template_file
from drafter.readers.library import volume as library_volume
from drafter.readers.markdown import document as markdown
from drafter.readers.outline import outline as outline_yaml
from drafter.readers.word import look as word_look
from drafter.readers.word import package as word_package
from drafter.readers.word import text as word_text
from drafter.searching import words
from drafter.storage import places
from drafter.wordml import DOCUMENT, STYLES
from drafter.writers import markdown as markdown_writer
from drafter.writers import outline_edit
from drafter.writers import outline_yaml as outline_yaml_writer
from drafter.writers import text as text_writer
from drafter.writers.docx.properties import Properties
from drafter.writers.word_files.letterhead import Letterhead

ROOT = Path(__file__).parents[1]
ROLES = vocabulary.spellings(vocabulary.ROLES)
SLOWEST = 20.0
PIECES = [
    "：", ":", ": ", "- ", "-", "\t", "　", "{{", "}}", "{", "}", "[", "]", "，", ",", '"', "'", "#", " #", "&a", "*a", "!", "%", "@",
    "|", ">", "\n", "\n\n", "\n  ", "\r", "\0", "\x1b", "\u2028", "\ud7ff", "\U0010f100", "\U0010f110", "𠮷", "null", "~", "---", "...",
    "<<: ", "条数", "{{ 条数 }}", "**", ":::", "::: 落款", "::::", "\\", "| a | b |", "|---|", "一、", "（一）", "一是", "1.", "标题", "要点",
    "正文", "公文:", "附件:", "表格:", "- [a, b]", "注音:", "人员:", "议程:", "横排: 是", "目录: 是", "格式: 信函", "发文机关:", "::: 版头",
    "::: 版记", ":::: 横排附件", "::: 目录", "::: 盖章落款", "格式：信函", "发文机关标志：", "抄送：", '<w:sz w:val="0"/>', "<w:p>",
    "</w:p>", "<w:sectPr/>", '<w:spacing w:line="-1"/>', "{{ 正文 }}", "{{ 标题 }}", "版式: 段内", "序号: 无", "小结:", "数据:", "字体", "段落:", "37mm", "三号", "9" * 30, "×" * 3, "〔待补：", "。", "；",
]  # fmt: skip


def mutated(rng: random.Random, text: str, others: list[str]) -> str:
    """The text with a few pieces put in, cut out, doubled, swapped, or taken from another."""
    for _ in range(rng.choice((1, 1, 2, 3, 8))):
        at = rng.randrange(len(text) + 1)
        to = min(len(text), at + rng.choice((0, 1, 1, 3, 10, 60)))
        how = rng.randrange(5)
        if how == 0:
            text = text[:at] + rng.choice(PIECES) + text[at:]
        elif how == 1:
            text = text[:at] + text[to:]
        elif how == 2:
            text = text[:to] + text[at:to] * rng.choice((1, 2, 30)) + text[to:]
        elif how == 3:
            text = text[:at] + chr(rng.choice((rng.randrange(0x80), rng.randrange(0x20, 0xD7FF)))) + text[to:]
        else:
            other = rng.choice(others)
            cut = rng.randrange(len(other) + 1)
            text = text[:at] + other[cut : cut + rng.randrange(80)] + text[to:]
    return text[:60_000]


class Readers:
    """What is fed: each reader with all that follows it."""

    def __init__(self) -> None:
        self.session = open_session(places.find(ROOT), ROOT)
        self.plain = self.session.templates.named("原样")
        self.speech = self.session.templates.named("部署讲话")
        self.notice = self.session.templates.named("通知")
        self.writer = self.session.stylesheets.writer("讲话稿")

    def outline(self, text: str) -> None:
        source, _ = outline_yaml.parse(text, "x")
        if source is None:
            return
        outline, _ = outline_yaml.read(source, ROLES)
        for template in (self.plain, self.speech, self.notice):
            document = compose(self.session, outline, template)
            self.writer.write(
                binding.bind(document, outline.facts).document,
                Properties(outline.title, date=outline.date or ""),
            )

    def markdown(self, text: str) -> None:
        document, _ = markdown.read(text, "x")
        written = markdown_writer.write(document)
        markdown_writer.write(markdown.read(written, "x")[0])
        self.writer.write(binding.bind(document, {}).document, Properties())

    def stylesheet(self, text: str) -> None:
        root, _ = stylesheet_yaml.parse(text, "x")
        if root is not None:
            stylesheet_yaml.read(root)
            stylesheet_yaml.values(root)

    def library(self, text: str) -> None:
        contents = library_volume.read(Volume("x", text), lambda _: ROLES)
        for shelved in contents.shelved:
            words.keyed(shelved.entry)
        edited, _ = outline_edit.renewed(outline_edit.with_tags(text, "x", ["甲"]), "x", "", str.upper)
        outline_yaml.parse(edited, "x")

    def template(self, text: str) -> None:
        template_file.read(text, "x")

    def old(self, text: str) -> None:
        """The text as an old file: its outline, written and read, prints the text; a genre takes it."""
        source = leftovers.set_aside(lines.split_text(text))
        found = importing.imported(self.session, source)
        with_facts = importing.with_facts(self.session, found)
        for imported in (found, with_facts):
            written = outline_yaml_writer.write(imported.outline)
            loaded = loading.load(self.session, written, "x", loading.Options())
            document = compose(self.session, loaded.outline, loaded.template)
            page = text_writer.write(binding.bind(document, loaded.outline.facts, redacted=True).document)
            assert "".join(page.split()) == "".join("".join(line.text.split()) for line in source.lines)
        fitted, _ = fitting.for_template(found.outline, self.speech)
        self.outline(outline_yaml_writer.write(fitted, template=self.speech))

    def word(self, text: str) -> None:
        """The text as the body of a Word file whose look is taken, and that is filled."""
        package = word_package.Package("x", {**PARTS, DOCUMENT: text.encode("utf-8", "replace")})
        sheet = word_look.read(package, self.session.stylesheets.named("讲话稿"), "x")
        word_look.read_at_place(package, "正文", sheet)
        importing.imported(self.session, word_text.read(package))
        self.writer.write(Document((Paragraph(Role.BODY, (Text("文字" * 99),)),)), Properties())
        paging.pages(Document((Paragraph(Role.BODY, (Text("文字" * 999),)),)), sheet)
        head = Letterhead(
            {part: package.tree(part) for part in (DOCUMENT, STYLES)}, package.parts, DOCUMENT, STYLES
        )
        names = [place.name for place in head.places()]
        if "" in names:  # such a letterhead is refused
            return
        values = dict.fromkeys(names, "填上的字")
        head.fill(
            values,
            Document(()),
            self.session.stylesheets.named("讲话稿"),
            self.session.stylesheets.base_of(self.session.stylesheets.named("讲话稿")),
        )


def _word_parts() -> dict[str, bytes]:
    """The parts of a small letterhead, by name."""
    made = docx.Document()
    made.add_paragraph("{{ 标题 }} 第一段文字，第一段文字，第一段文字。")
    made.add_table(1, 2).cell(0, 0).text = "{{ 日期 }}"
    made.add_paragraph("{{ 正文 }}")
    out = io.BytesIO()
    made.save(out)
    return dict(word_package.read(out.getvalue(), "x").parts)


PARTS = _word_parts()


SEEDS = {
    "outline": [*(ROOT / "outlines").glob("*.yaml"), *(ROOT / "tests/fixtures").glob("*.yaml")],
    "markdown": [ROOT / "README.zh-CN.md", *(ROOT / "docs").glob("*.md")],
    "library": [*(ROOT / "drafter/data/library").glob("*.yaml"), *(ROOT / "outlines").glob("*.yaml")],
    "stylesheet": list((ROOT / "drafter/data/styles").glob("*.yaml")),
    "template": list((ROOT / "templates").glob("*.j2")),
    "old": [ROOT / "tests/fixtures/old.txt", ROOT / "tests/fixtures/official.txt"],
    "word": [],
}


def inputs(what: str, seed: int) -> Iterator[str]:
    """Mutated texts for a reader, without end; the same for the same seed."""
    rng = random.Random(seed)
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS[what])]
    texts = texts or [PARTS[DOCUMENT].decode("utf-8")]
    while True:
        yield mutated(rng, rng.choice(texts), texts)


def run(what: str, texts: Iterable[str]) -> tuple[int, str | None]:
    """How many of the texts were read, and the first that was a finding."""
    read = getattr(Readers(), what)
    count = 0
    for count, text in enumerate(texts, 1):
        start = time.process_time()
        try:
            read(text)
        except DrafterError:
            pass
        except Exception:
            traceback.print_exc()
            return count, text
        if time.process_time() - start > SLOWEST:
            print(f"slow: {time.process_time() - start:.1f} s", file=sys.stderr)
            return count, text
    return count, None


def _until(end: float, texts: Iterator[str]) -> Iterator[str]:
    return takewhile(lambda _: time.monotonic() < end, texts)


def main() -> int:
    """Reads for as long as was asked; 1 where something was found."""
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=SEEDS)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    end = time.monotonic() + options.seconds
    count, finding = run(options.what, _until(end, inputs(options.what, options.seed)))
    print(f"{options.what}: {count} inputs, {'no finding' if finding is None else repr(finding)}")
    return 0 if finding is None else 1


if __name__ == "__main__":
    sys.exit(main())
