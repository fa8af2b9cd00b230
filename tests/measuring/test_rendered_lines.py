"""The law of lines: they end, and pages begin, where LibreOffice has them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from drafter.drafting import loading, production
from drafter.measuring.bands import printed
from drafter.measuring.paging import paginate
from drafter.model.document import (
    Attachment,
    Contents,
    Document,
    PageBreak,
    Paragraph,
    Role,
    Table,
    Text,
    merged,
)
from tests.builders import said, session
from tests.conftest import SAMPLES
from tests.measuring.printed_lines import print_all, words

WITHIN_LAW = 0.98
FEWEST_WORDS = 15  # a shorter paragraph says nothing of how lines are broken


def lines(count):
    """Paragraphs of a line each."""
    return [said(Role.BODY, "字" * 10)] * count


def long(count):
    """A paragraph of so many lines."""
    return [said(Role.BODY, "字" * (28 * count - 7))]


def table(rows):
    return [Table((((Text("甲乙"),),) * 3,) * rows)]


HEADER = [
    said(Role.HEADER, "发文机关标志：澜川市人民政府文件"),
    said(Role.HEADER, "发文字号：澜政发〔2026〕6号"),
    said(Role.TITLE, "关于一件事的通知"),
]
TELEGRAM = [
    said(Role.HEADER, "格式：电报"),
    said(Role.HEADER, "发文机关标志：传真电报"),
    said(Role.HEADER, "发电单位：澜川市防汛抗旱指挥部"),
    said(Role.HEADER, "签批盖章：叶知微"),
    said(Role.HEADER, "等级：特急"),
    said(Role.HEADER, "电报号：澜汛电〔2026〕5号"),
    said(Role.HEADER, "发往：各县（区）防汛抗旱指挥部，市防汛抗旱指挥部各成员单位，市直有关单位"),
    said(Role.TITLE, "关于一件事的通知"),
]
IMPRINT = [
    said(Role.IMPRINT, "抄送：市委督查室，市审计局。"),
    said(Role.IMPRINT, "印发机关：澜川市人民政府办公室"),
    said(Role.IMPRINT, "印发日期：2026年7月24日"),
]
SIGNED = [said(Role.SIGNATURE, "澜川市人民政府办公室"), said(Role.SIGNING_DATE, "2026年7月24日")]
SEALED = [said(Role.SEALED_SIGNATURE, "澜川市人民政府办公室"), said(Role.SIGNING_DATE, "2026年7月24日")]
NOTE = [said(Role.ATTACHMENT_NOTE, "附件：1.甲"), said(Role.ATTACHMENT_NOTE, "2.乙")]
HEADING = [said(Role.HEADING, "一、头", 1)]
FORM = [said(Role.BODY, "附件1"), said(Role.TITLE, "表")]


def at_the_foot():
    """Blocks that begin just before and just after the foot of a page, by name."""
    for n in range(15, 24):
        yield f"imprint after {n}", lines(n) + IMPRINT
        yield f"signature after {n}", [*lines(n - 4), *long(4), *SIGNED]
        yield f"seal and imprint after {n}", lines(n) + SEALED + IMPRINT
    for n in (20, 21, 22):
        yield f"note after {n}", [*lines(n), *NOTE, *lines(21)]
        yield f"heading after {n}", [*lines(n), *HEADING, *long(3), *lines(18)]
        yield f"headings after {n}", [*lines(n - 1), *HEADING, said(Role.HEADING, "（一）头", 2), *lines(20)]
    for n in range(6, 12):
        yield f"header before {n}", HEADER + lines(n)
        yield f"telegram before {n}", TELEGRAM + lines(n)
    for n in range(14, 20):
        yield f"table after {n}", lines(n) + table(6) + lines(1)
    for n in (29, 30, 31, 32):
        yield f"table of {n} rows", table(n) + lines(1)
    for n in (10, 11):
        yield f"on its side {n}", [*lines(2), Attachment((*FORM, *lines(n)), landscape=True)]
        yield f"on its side with imprint {n}", [
            *lines(2), Attachment((*FORM, *lines(n)), landscape=True), *IMPRINT,
        ]  # fmt: skip
    for n in (10, 16, 18):
        yield f"attachment with imprint {n}", [*lines(2), Attachment((*FORM, *lines(n))), *IMPRINT]
    for n in (18, 19, 20, 21):
        yield f"contents of {n}", [Contents(), *HEADING * n]
    yield "breaks", [PageBreak(), PageBreak(), *lines(1)]
    yield "nothing", []


def odd_ones():
    """What begins on a page of its own, rows of headings longer than a page, rows of tables taller than one."""
    yield "table on a new page", [PageBreak(), *table(2), *lines(1)]
    for n in (11, 23, 26, 45):
        yield f"headings {n}", [said(Role.HEADING, f"一、第{number}条", 1) for number in range(n)]
    for n in (700, 2000):
        tall = Table((((Text("甲"),), (Text("乙"),)), ((Text("字" * n),), (Text("丙"),))))
        yield f"row of {n}", [*lines(2), tall, *lines(1)]
    lying = Attachment((said(Role.BODY, "附件1"), *table(2)), landscape=True)
    yield "table after a page on its side", [*lines(1), lying, Attachment((*table(2), *lines(1)))]


def samples():
    """The shipped samples as they are written, in their own styles and one of them in others."""
    for path in SAMPLES:
        for style in ("", "reading", "review") if path.stem == "政务服务推进会讲话" else ("",):
            options = loading.Options(style=style)
            draft = production.from_outline(session(), path.read_text(encoding="utf-8"), path.name, options)
            yield f"{path.stem} {style}", (merged(draft.bound.document), draft.style)


def real_texts():
    """The texts that people wrote, where there are any, a paragraph a line."""
    folder = os.environ.get("DRAFTER_SAMPLES")
    for path in sorted(Path(folder).glob("*.txt")) if folder else ():
        rows = path.read_text(encoding="utf-8").splitlines()
        blocks = tuple(said(Role.BODY, row.strip()) for row in rows if row.strip())
        yield path.stem, (Document(blocks), "gbt9704")


@pytest.fixture(scope="module")
def rendered(tmp_path_factory):
    """Documents with their styles, as printed; and the widths of words and figures in this machine's fonts."""
    folder = tmp_path_factory.mktemp("lines")
    tighter = folder / "tighter.yaml"  # the look of a draft whose last page is pulled together
    tighter.write_text("名称: 紧排\n继承: gbt9704\n版面: {每页行数: 23, 行距: 27.7磅}\n", encoding="utf-8")
    laid = {name: (Document(tuple(blocks)), "gbt9704") for name, blocks in (*at_the_foot(), *odd_ones())}
    pulled = {f"{name} pulled": (Document(tuple(blocks)), str(tighter)) for name, blocks in at_the_foot()}
    documents = {**dict(samples()), **dict(real_texts()), **laid, **pulled}
    return documents, *print_all(documents, folder)


def test_every_document_has_as_many_pages_as_libreoffice_makes_of_it(rendered):
    """All samples, and what begins near the foot of a page: tables, header block, imprint, signature."""
    documents, prints, latin = rendered
    sheets = session().stylesheets
    found = {
        name: (len(paginate(document, sheets.named(style), latin)), len(prints[name].pages))
        for name, (document, style) in documents.items()
    }

    assert {name: both for name, both in found.items() if both[0] != both[1]} == {}


def test_body_paragraphs_have_as_many_lines_as_libreoffice_makes_of_them(rendered):
    """Of 100 at least 98."""
    documents, prints, latin = rendered
    same = measured = 0
    for name, (document, style) in documents.items():
        laid = paginate(document, session().stylesheets.named(style), latin)
        for text, count in body_lines(laid):
            if len(words(text)) >= FEWEST_WORDS and set(words(text)) != {"字"}:
                measured += 1
                same += count == prints[name].lines_of(text)

    assert measured > 500
    assert same / measured >= WITHIN_LAW, f"{same} of {measured}"


def body_lines(pages):
    """Each paragraph of the body with the number of its lines."""
    found: dict[int, tuple[str, int]] = {}
    for piece in (piece for page in pages for piece in page.pieces):
        if isinstance(piece.block, Paragraph) and piece.block.role is Role.BODY:
            before = found.get(id(piece.block), ("", 0))[1]
            found[id(piece.block)] = printed(piece.block.content), before + len(piece.spans)
    return found.values()
