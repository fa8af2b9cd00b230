"""What the library holds: outlines, sections, points and phrases, each with where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from drafter import secrecy as order
from drafter.model.outline import Point, Section, Texts, points_below
from drafter.model.vocabulary import Key, Kind, Word
from drafter.records import Record

KINDS = (
    Word("outline", ("大纲",), "一整份大纲"),
    Word("section", ("小节",), "一节：小标题、导语和要点"),
    Word("point", ("要点",), "一个要点"),
    Word("phrase", ("词句",), "一两句话：开头、过渡、结尾、引文"),
)
PHRASES = (
    Word("opening", ("开头",), "开场的话"),
    Word("transition", ("过渡",), "承上启下的话"),
    Word("closing", ("结尾",), "收尾的话"),
    Word("quotation", ("引文",), "引用的话，要写来源"),
)
"""What a phrase is for; it is the phrase's role."""

_ABOUT = (
    Key("template", ("文体", "模板"), Kind.LINE, "哪种文体用，见 drafter templates list"),
    Key("tags", ("标签",), Kind.LINES, "检索用的短词"),
    Key("occasion", ("场合",), Kind.LINE, "什么会、什么时候用"),
    Key("audience", ("对象",), Kind.LINE, "对谁讲"),
    Key("date", ("日期",), Kind.DATE, "什么时候写的、讲的"),
    Key("source", ("来源",), Kind.LINE, "出自哪里"),
    Key("secrecy", ("密级",), Kind.LINE, "密级，如 秘密；密级更低的稿子看不到、用不上"),
)
COLLECTION = (
    Key("collection", ("素材集",), Kind.LINE, "这一组素材的名称"),
    Key("entries", ("素材",), Kind.POINTS, "各条素材"),
    *_ABOUT,
)
"""The keys of a file that holds points and phrases; what is said there holds for each of them."""

ENTRY = (
    Key("id", ("编号",), Kind.LINE, "编号，全库唯一，如 督查-立项"),
    Key("kind", ("类别",), Kind.LINE, "小节、要点，或开头、过渡、结尾、引文"),
    *_ABOUT,
    Key("note", ("备注",), Kind.LINE, "给使用的人看的话，不印出来"),
)
"""The keys of one entry of such a file, beside those of a section or a point."""


class Entry(Record):
    """One thing that can be found. `text` is what it says, a paragraph a line, facts filled in.

    `role` is the part of an outline it belongs to, for a phrase what it is for. `within` is the
    id of the outline that it is a part of, `uses` are the entries that an outline took over.
    `secrecy` is the mark of secrecy of what it stands in.
    `volume` is the file that holds it, `shelf` how near the folder of that file is: of two
    entries with one id the one with the lower number holds.
    """

    id: str
    kind: str
    title: str = ""
    text: str = ""
    role: str = ""
    template: str = ""
    date: str = ""
    occasion: str = ""
    audience: str = ""
    tags: Texts = ()
    source: str = ""
    note: str = ""
    secrecy: str = ""
    within: str = ""
    uses: Texts = ()
    volume: str = ""
    shelf: int = 0

    @property
    def year(self) -> str:
        """The four digits of its year, or ""."""
        return self.date[:4] if self.date[:4].isdigit() else ""

    @property
    def rank(self) -> int:
        """The place of its mark of secrecy in `drafter.secrecy.LEVELS`."""
        return order.rank(self.secrecy)

    @property
    def paragraphs(self) -> list[str]:
        """What it says, paragraph by paragraph."""
        return self.text.split("\n")


Piece = Section | Point | Texts
"""What an entry puts into an outline: a section, a point, or a phrase's paragraphs."""


def as_section(piece: Piece) -> Section:
    """The piece where a section stands."""
    if isinstance(piece, Section):
        return piece
    if isinstance(piece, Point):
        return Section(
            role=piece.role,
            heading=piece.title,
            lead=piece.text,
            points=piece.points,
            tail=piece.tail,
            marks=piece.marks,
            use=piece.use,
        )
    return Section(lead=piece)


def as_point(piece: Piece) -> Point:
    """The piece where a point stands."""
    if isinstance(piece, Point):
        return piece
    if isinstance(piece, Section):
        return Point(
            title=piece.heading,
            text=piece.lead,
            points=piece.points,
            tail=piece.tail,
            marks=piece.marks,
            use=piece.use,
        )
    return Point(text=piece)


def left_by_section(piece: Piece) -> list[str]:
    """What of a piece `as_section` has no place for, by the names of its keys."""
    if not isinstance(piece, Point):
        return []
    given = {"责任单位": piece.owner, "时限": piece.deadline, "本条序号": piece.mark}
    return [key for key, value in given.items() if value]


def left_by_point(piece: Piece) -> list[str]:
    """What of a piece `as_point` has no place for."""
    return ["表格"] if isinstance(piece, Section) and piece.table else []


def uses_of(piece: Piece) -> Iterator[str]:
    """The ids of the entries that a piece takes over in turn."""
    if isinstance(piece, tuple):
        return
    if piece.use is not None:
        yield piece.use.id
    for point in points_below(piece):
        yield from uses_of(point)


class Query(Record):
    """What is searched for: words that must stand in an entry, words that must not, and filters.

    What bears a higher mark of secrecy than the rank `cleared` is not found; with `hidden` nothing else is.
    """

    terms: Texts = ()
    without: Texts = ()
    kind: str = ""
    role: str = ""
    template: str = ""
    year: str = ""
    tag: str = ""
    cleared: int = 0
    hidden: bool = False


class Keyed(Record):
    """An entry with the keys under which an index finds it.

    `words` are all its tokens, `heads` those of its title and tags; `prints` are pairs of a
    fingerprint and the paragraph (from 0) that has it.
    """

    entry: Entry
    words: frozenset[str]
    heads: frozenset[str]
    prints: tuple[tuple[int, int], ...] = ()


class Wanted(Record):
    """A query as an index understands it: tokens that an entry has, and tokens that it lacks.

    `plain` are words that stand as they are in what is kept of an entry: few of the entries that
    have all the tokens of a long word have the word.
    """

    having: Texts
    lacking: Texts = ()
    plain: Texts = ()


class Volume(Record):
    """One file of the library: its name (its path in the folder, without suffix) and its text."""

    name: str
    text: str
    shelf: int = 0


class FingerprintHit(Record):
    """A paragraph of an entry that has fingerprints in common with another text: how many."""

    entry: Entry
    paragraph: int
    shared: int


class ParagraphSource(Record):
    """Where a paragraph of a draft comes from. `what` is outline, template or library; `line` and `key` are
    those of its first words in the file `source`.
    """

    paragraph: int
    text: str
    what: str
    id: str = ""
    title: str = ""
    line: int | None = field(default=None, compare=False)
    source: str = field(default="", compare=False)
    key: str = field(default="", compare=False)
