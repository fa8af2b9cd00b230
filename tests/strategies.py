"""What property tests draw from: texts that people could write, documents, outlines."""

from __future__ import annotations

from hypothesis import strategies as st

from drafter import shield
from drafter.model import document as doc
from drafter.model import outline as out

_ALPHABET = st.one_of(
    st.sampled_from("，。；：、“”‘’（）《》——…一二三四（是要第一首先其#*:|\\-{}[]&%@!'\"`<>=~^_+ \u3000"),
    st.characters(min_codepoint=0x4E00, max_codepoint=0x4E40),
    st.sampled_from("abcXY 0129.é😀𠮷"),
)


def _fit(text: str) -> bool:
    """Whether a paragraph can hold the text. One that ends in a backslash cannot be written
    before a reference: `\\{{` is a literal brace (contract §4)."""
    if not text or text != text.strip() or text.endswith("\\"):
        return False
    return "{{" not in text and not shield.RESERVED.search(text)


texts = st.text(_ALPHABET, min_size=1, max_size=24).map(str.strip).filter(_fit)

_names = st.sampled_from(["甲", "办件量", "a1", "数_量"])
_plain = texts.map(doc.Text)
_references = st.one_of(
    st.builds(doc.Fact, _names, st.sampled_from(["", "数", "单位"])), st.builds(doc.Count, st.integers(0, 99))
)


def _may_stand_before_braces(text):
    """Backslash and brace in front of a reference would be literal braces: no page says so."""
    return not text.endswith("\\{")


@st.composite
def inlines(draw, lead=True):
    """A paragraph's inlines: text and references in turn, perhaps after a lead sentence."""
    first = draw(texts.filter(_may_stand_before_braces))
    content: list = [doc.Text(first)]
    for _ in range(draw(st.integers(0, 2))):
        content.append(draw(_references))
        content.append(doc.Text(draw(texts.filter(_may_stand_before_braces))))
    if lead and draw(st.booleans()):
        from drafter import numerals

        head = draw(
            texts.filter(lambda t: "**" not in t and not t.endswith(("*", "\\")) and not t.startswith("*"))
        )
        content.insert(0, doc.Lead((doc.Text(head),), numerals.heading_level(head)))
        if not content[1].text.startswith("*"):
            return tuple(content)
        return tuple(content[1:])
    return tuple(content)


_in_container = [r for r in doc.Role if r not in (doc.Role.TITLE, doc.Role.HEADING, doc.Role.BODY)]
paragraphs = st.one_of(
    st.builds(doc.Paragraph, st.just(doc.Role.BODY), inlines()),
    st.builds(doc.Paragraph, st.just(doc.Role.TITLE), inlines(lead=False)),
    st.builds(doc.Paragraph, st.just(doc.Role.HEADING), inlines(lead=False), st.integers(1, 4)),
    st.builds(doc.Paragraph, st.sampled_from(_in_container), inlines(lead=False)),
)


@st.composite
def tables(draw):
    columns = draw(st.integers(1, 3))
    row = st.tuples(*[inlines(lead=False)] * columns)
    return doc.Table(tuple(draw(st.lists(row, min_size=1, max_size=3))))


_blocks = st.one_of(paragraphs, tables(), st.just(doc.PageBreak()), st.just(doc.Contents()))
blocks = st.lists(
    st.one_of(
        _blocks,
        st.builds(doc.Attachment, st.lists(_blocks, min_size=1, max_size=3).map(tuple), st.booleans()),
    ),
    max_size=6,
)
documents = blocks.map(lambda b: doc.Document(tuple(b)))

_paragraphs = st.lists(texts, max_size=2).map(tuple)
_marks = st.one_of(st.none(), st.sampled_from(["一是", "none", "首先，", "——"]), st.just(("甲、", "乙、")))
_layouts = st.sampled_from(["", "heading", "lead", "inline"])


def _points(depth):
    if not depth:
        return st.just(())
    point = st.builds(
        out.Point,
        title=st.one_of(st.just(""), texts),
        text=_paragraphs,
        points=_points(depth - 1),
        tail=_tails(depth - 1),
        mark=st.sampled_from(["", "none", "第二，"]),
        marks=_marks,
        layout=_layouts,
        owner=st.one_of(st.just(""), texts),
        note=st.one_of(st.just(""), texts),
        cut=st.sampled_from([0, 1, 3]),
    )
    return st.lists(point.filter(lambda p: p != out.Point()), max_size=3).map(tuple)


def _tails(depth):
    return st.one_of(
        _paragraphs,
        st.builds(
            out.Tail, lead=_paragraphs, points=_points(depth), tail=_paragraphs, marks=_marks, layout=_layouts
        ).filter(lambda tail: tail != out.Tail()),
    )


sections = st.builds(
    out.Section,
    heading=st.one_of(st.just(""), texts),
    lead=_paragraphs,
    points=_points(2),
    tail=_tails(1),
    marks=_marks,
    layout=_layouts,
    run_on=st.booleans(),
    table=st.one_of(st.just(()), st.lists(st.tuples(texts, texts), min_size=1, max_size=3).map(tuple)),
).filter(lambda section: section != out.Section())

_facts = st.dictionaries(
    _names,
    st.one_of(
        st.none(),
        st.builds(out.FactValue, value=texts, unit=st.one_of(st.just(""), texts)),
        st.builds(out.FactValue, name=texts, post=st.one_of(st.just(""), texts)),
    ),
    max_size=3,
)


_some = st.one_of(st.just(""), texts)
_occasions = st.builds(
    out.Occasion,
    name=texts,
    time=_some,
    basis=st.sampled_from([(), None, ("贯彻上级部署",), ("上周开了会。", "落实要求")]),
    chair=_some,
    attendance=_paragraphs,
    people=st.lists(
        st.builds(
            out.Person,
            name=texts,
            post=_some,
            presence=st.sampled_from(["", "列席"]),
            rank=st.sampled_from([None, 2.0]),
        ),
        max_size=2,
    ).map(tuple),
    agenda=st.lists(
        st.builds(out.AgendaItem, who=texts, does=texts, what=_some, reported_by=_some, decided=_some),
        max_size=2,
    ).map(tuple),
)
_official = st.builds(
    out.Official,
    form=st.sampled_from(["", "信函", "命令"]),
    number=st.sampled_from(["", "澜政发〔2026〕3号", "无"]),
    issuers=_paragraphs,
    copies=_paragraphs,
    seal=st.booleans(),
    printed=st.sampled_from(["", "2026年3月12日"]),
).filter(lambda official: official != out.Official())
_attachments = st.lists(
    st.builds(
        out.Attachment,
        title=texts,
        items=st.lists(st.one_of(texts, sections), max_size=2).map(tuple),
        landscape=st.booleans(),
    ),
    max_size=2,
).map(tuple)


_opinions = st.lists(
    st.builds(
        out.Opinion,
        who=texts,
        when=texts,
        how=texts,
        at=texts,
        words=texts,
        state=st.sampled_from(["", "已改", "未改", "待定"]),
    ),
    max_size=2,
).map(tuple)


@st.composite
def outlines(draw):
    """A whole outline, by role or as an ordered list."""
    ordered = draw(st.booleans())
    roles = ["achievements", "gaps", "tasks"]
    parts = [
        out.Part(
            role,
            (draw(sections.map(lambda s: s)),)
            if ordered
            else tuple(draw(st.lists(st.one_of(texts, sections), min_size=1, max_size=2))),
        )
        for role in draw(st.permutations(roles))[: draw(st.integers(1, 3))]
    ]
    if ordered:
        from dataclasses import replace

        parts = [replace(p, items=tuple(replace(s, role=p.role) for s in p.items)) for p in parts]
    return out.Outline(
        template="部署讲话",
        title=draw(texts),
        subtitle=draw(st.one_of(st.just(""), texts)),
        date=draw(st.sampled_from([None, "", "2026年3月12日"])),
        speaker=draw(st.one_of(st.none(), st.builds(out.Speaker, name=texts, post=texts))),
        audience=draw(_paragraphs),
        minutes=draw(st.sampled_from([None, 30.0, 7.5])),
        redacted=draw(st.booleans()),
        addressees=draw(_paragraphs),
        occasion=draw(st.one_of(st.none(), _occasions)),
        official=draw(st.one_of(st.none(), _official)),
        attachments=draw(_attachments),
        opinions=draw(_opinions),
        contents=draw(st.booleans()),
        readings=draw(st.dictionaries(st.sampled_from(["仝勇", "陂"]), texts, max_size=2)),
        wording=draw(
            st.sampled_from(
                [{}, {"": "2"}, {"opening": "3", "tasks": "抓好几件事。"}, {"": "1", "closing": "2"}]
            )
        ),
        facts=draw(_facts),
        parts=tuple(parts),
        ordered=ordered,
    )
