"""A meeting as one thing: a file that says when, where and who, and papers that go on from it (`继承`)."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.drafting import papers
from drafter.model.roster import Day
from drafter.model.tree import Tree
from drafter.problems import DrafterError, InputProblem, Problem
from drafter.readers.outline import outline as outline_yaml
from drafter.readers.outline import tree as outline_tree
from drafter.records import Record
from drafter.session import documents
from drafter.session.documents import Document
from drafter.session.session import Session

_BASE = "议程"
_SPEECH = "讲话"
_TITLES = {
    "讲话": "在{}上的讲话", "通知": "关于召开{}的通知", "主持词": "{}主持词", "新闻稿": "{}召开", "纪要": "{}纪要",
}  # fmt: skip
"""The papers of a meeting, each with its usual title."""


class Paper(Record):
    """A paper of a meeting: what it is called, and the document, "" where nobody has begun it."""

    name: str
    id: str = ""


class Meeting(Record):
    """A meeting by the document that says what all share, and its papers in their order."""

    base: str
    name: str
    papers: tuple[Paper, ...]


def meeting_of(session: Session, id_: str) -> Meeting | None:
    """The meeting that a document belongs to; None where it is a paper by itself.

    Raises:
        InputProblem: there is no such document.

    """
    known = documents.outlines(session)
    own = documents.source_of(session, id_)
    stem = own.field("extends")
    base = documents.id_of(f"{stem.removesuffix('.yaml')}.yaml") if stem else id_
    if base not in known:
        return None
    name = _name_of(outline_tree.read(documents.text_of(session, base), known[base].name))
    found = dict(_going_on(session, known[base].stem))
    if not name or not (found or (not stem and own.field("template") == _BASE)):
        return None
    begun = tuple(Paper(paper, found.pop(_template(paper), "")) for paper in _TITLES)
    return Meeting(base, name, (Paper(_BASE, base), *begun))


def _name_of(tree: Tree) -> str:
    occasion = tree.get("场合")
    return str(occasion.get("名称") or "") if isinstance(occasion, dict) else str(occasion or "")


def _going_on(session: Session, stem: str) -> Iterator[tuple[str, str]]:
    """The documents that go on from this one: their templates and ids."""
    for id_, path in documents.outlines(session).items():
        try:
            text = documents.text_of(session, id_)
        except DrafterError:
            continue  # it cannot be read, and the list of documents says so
        if stem not in text:
            continue
        source, _ = outline_yaml.parse(text, path.name)
        if source is not None and (source.field("extends") or "").removesuffix(".yaml") == stem:
            yield source.field("template") or "", id_


def _template(paper: str) -> str:
    return "部署讲话" if paper == _SPEECH else papers.template_of(paper)


def _gap(name: str) -> str:
    return f"〔待补：{name}〕"


def begin(session: Session, name: str, today: Day) -> Document:
    """The document of a new meeting, with gaps for what is not known of it yet.

    Raises:
        InputProblem: the meeting has no name.
        OutputProblem: it cannot be written.

    """
    name = " ".join(name.split())
    if not name:
        raise InputProblem(Problem("no-meeting", "先写是什么会", hint="如 全市防汛工作会议"))
    return documents.create(
        session,
        name,
        {
            "模板": _BASE,
            "标题": f"{name}议程",
            "日期": f"{today[0]}-{today[1]:02}-{today[2]:02}",
            "场合": {
                "名称": name,
                "时间": _gap("会议时间"),
                "地点": _gap("会议地点"),
                "主持": _gap("主持人"),
                "参会": _gap("参会人员"),
                "议程": [{"谁": _gap("谁"), "做": _gap("做什么")}],
            },
        },
    )


def begin_paper(session: Session, base: str, paper: str) -> Document:
    """A paper of the meeting that this document says; what tells of it afterwards says so, and leaves gaps for it.

    Raises:
        InputProblem: there is no such document, or no such paper.
        OutputProblem: it cannot be written.

    """
    meeting = meeting_of(session, base)
    if meeting is None or paper not in _TITLES:
        raise InputProblem(
            Problem("no-meeting", f"这里没有会议，开不了“{paper[:10]}”", hint="先新建一次会议")
        )
    stem = documents.outlines(session)[meeting.base].stem
    tree: dict[str, Tree] = {
        "继承": stem,
        "模板": _template(paper),
        "标题": _TITLES[paper].format(meeting.name),
    }
    if paper in papers.names() and papers.is_afterwards(paper):
        tree |= {"稿次": papers.AHEAD, "场合": {"人员": [{"姓名": _gap("到会人员，会后核对")}]}}
    if paper == "新闻稿":
        tree |= {"会议强调": _gap("会上强调的话，会后照实写")}
    return documents.create(session, f"{stem}{paper}", tree)
