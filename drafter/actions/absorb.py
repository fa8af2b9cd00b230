"""What reviewers made of a draft in Word, taken back into its outline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.drafting.printing.formats import produce
from drafter.model.tree import Tree, spelt
from drafter.problems import Place, Problem, Severity, UsageProblem
from drafter.readers.outline import tree as outline_tree
from drafter.readers.word import package as word_package
from drafter.readers.word import remarks
from drafter.records import Record
from drafter.revising import absorbing, adoption
from drafter.revising.agreeing import CONFLICT, TAKEN, UNPLACED
from drafter.revising.changed import Change, by_rank, changes
from drafter.revising.comparing import word_of
from drafter.revising.reviewed import Reviewed, named, read
from drafter.revising.stages.sending import sent
from drafter.session import rosters
from drafter.session.destinations import refuse_clashes, refuse_other_than_word
from drafter.session.session import Session
from drafter.storage import encodings, files
from drafter.storage.digests import Digests

_STYLE = "公文"
ONLY = ("comments", "changes")
_MACHINES = ("administrator", "admin", "user", "users", "微软用户", "windows 用户", "windows user", "hp", "lenovo", "dell", "asus",
             "acer", "huawei", "pc", "python-docx", "drafter", "未知作者", "unknown author", "author", "")  # fmt: skip
"""Names of machines and programs, which stand where a person's should."""


class Request(Record):
    """An outline and its reviewed files; where it goes ("" into itself); who is behind which file; whose word counts where
    two contradict each other; `only` comments or changes; where the table of opinions goes, and whether it holds only
    those that were taken. Without a file only the table is made, of the opinions that the outline keeps.
    """

    outline: str
    files: Sequence[str]
    output: str = ""
    reviewers: Mapping[str, str] = {}
    accepted: Sequence[str] = ()
    only: str = ""
    report: str = ""
    only_taken: bool = False
    force: bool = False


class Report(Record):
    """What became of each change; where the outline is, and where it is kept as it was before."""

    path: str
    output: str
    backup: str
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...] = ()


_PICTURE = spelt("point", "picture")[0]


def absorb(session: Session, request: Request) -> Report:
    """Takes what was reviewed into the outline.

    Raises:
        UsageProblem: the options do not go together.
        InputProblem: one of the files cannot be read, or the outline not be drafted.
        OutputProblem: what is there was not written by drafter, or has been changed since.

    """
    _refuse(request)
    name = request.outline
    outputs = [one for one in (request.output if request.output != name else "", request.report) if one]
    refuse_clashes(session.base, outputs, [name, *request.files])
    data = files.read_bytes(session.base / name, name)
    text = encodings.decode(data, name).text
    reviewed = [_reviewed(session, file, request) for file in request.files]
    then, changed = sent(session, name, outline_tree.read(text, name), reviewed)
    people = rosters.roster(session).ordered()
    accepted = [person.name if (person := people.person(one)) else one for one in request.accepted]
    found = absorbing.absorb(session, text, name, reviewed, accepted, request.only, sent=then)
    told = changes(found, outline_tree.lines_of(text, name), outline_tree.lines_of(found.text, name))
    told = by_rank(told, [one.name for one in people.people])
    table = opinions_table(session, found.text, name, told, request.only_taken) if request.report else b""
    backup = _write(session, request, data, text, found.text, table)
    problems = (
        *changed,
        *_pictures(text, name, reviewed),
        *_machines(reviewed),
        *_unheard(accepted, told),
        *_problems(told, name),
    )
    if not found.in_place and "#" in text and found.text != text:
        hint = "改前的那一份里都在，照它抄回来"
        message = f"{name} 原来的写法没法就地改，整份重新写过，里面的注释没有留下"
        problems = (*problems, Problem("comments-lost", message, Place(name), Severity.WARNING, hint))
    return Report(name, request.output or name, backup, tuple(told), problems)


def opinions_table(
    session: Session, text: str, name: str, told: Sequence[Change] = (), only_taken: bool = False
) -> bytes:
    """意见采纳情况表 as a Word file: what was marked, and what the outline keeps of what people said.

    Raises:
        InputProblem: the outline cannot be drafted.

    """
    loaded = production.from_outline(session, text, name, Options()).loaded
    table = adoption.table(told, loaded.outline.opinions if loaded else (), only_taken)
    draft = production.from_markdown(session, table, "意见采纳情况表.md", Options(style=_STYLE), own=True)
    return produce(session, draft, "docx")


def _refuse(request: Request) -> None:
    if not request.files and not request.report:
        hint = "写上改过的 Word；只要意见采纳情况表，写 --report 文件"
        raise UsageProblem(Problem("missing-argument", "没有给改过的稿子", hint=hint))
    if request.only_taken and not request.report:
        raise UsageProblem(
            Problem("bad-only", "--only-taken 说的是情况表，要和 --report 一起写", hint="写 --report 文件")
        )
    refuse_other_than_word(request.report)
    if request.only and request.only not in ONLY:
        hint = "写 comments（只收批注）或 changes（只收改动）"
        raise UsageProblem(Problem("bad-only", f"--only 没有“{request.only[:20]}”", hint=hint))
    for file in request.reviewers:
        if file not in request.files:
            hint = "写成 --reviewer 文件=姓名，文件就是给的那几个"
            raise UsageProblem(Problem("bad-reviewer", f"没有给“{file[:40]}”这个文件", hint=hint))


def _reviewed(session: Session, file: str, request: Request) -> Reviewed:
    package = word_package.read(word_of(session, file, Options()), file)
    said = remarks.last_author(package)
    given = request.reviewers.get(file, "")
    author = given or ("" if is_machine(said) else said)
    known = rosters.roster(session)

    def called(name: str) -> str:
        """One person under several names (李市长, 李建国) is one, a machine is whoever was said to sit at it."""
        person = known.person(name)
        return given if given and is_machine(name) else person.name if person else name

    return named(read(package, file, author), called, called(author))


def is_machine(name: str) -> bool:
    """Whether a name says which machine a change was made on, not by whom."""
    return name.strip().lower() in _MACHINES


def _write(session: Session, request: Request, data: bytes, old: str, text: str, table: bytes) -> str:
    """Writes the table and the outline; into itself only what changed, and a copy of how it was is kept beside it."""
    target = request.output or request.outline
    content = encodings.encode_like(data, text)
    wanted = {session.base / target: content} if target != request.outline else {}
    if request.report:
        wanted[session.base / request.report] = table
    with Digests(session.places.home) as digests:
        digests.put(wanted, request.force)
    if target != request.outline or text == old:
        return ""
    backup = files.keep_original(session.base / target)
    files.replace(session.base / target, content)
    return str(Path(target).with_name(backup))


def _unheard(accepted: Sequence[str], told: Sequence[Change]) -> list[Problem]:
    """Names to which nobody listens: nothing was changed by them."""
    there = {one.author for one in told}
    return [
        Problem("unknown-reviewer", f"--accept-by 的“{name}”没有改过什么", severity=Severity.WARNING, hint=f"改过的有：{'、'.join(sorted(filter(None, there))) or '没有名字的'}")
        for name in accepted
        if name not in there
    ]  # fmt: skip


def _pictures(text: str, name: str, reviewed: Sequence[Reviewed]) -> list[Problem]:
    """That pictures were put in or taken out, which nobody takes over; of an outline without any they may be a letterhead's."""
    own = _shown(outline_tree.read(text, name))
    hint = "要添要删的，改大纲里的“图片”；新图另存到大纲旁边"
    return [
        Problem(
            "pictures-differ",
            f"{one.name} 里有图片 {one.pictures} 张，大纲里 {own} 张：图片的增减没有收",
            Place(name),
            Severity.WARNING if own else Severity.INFO,
            hint,
        )
        for one in reviewed
        if one.pictures != own
    ]


def _shown(tree: Tree) -> int:
    """How many pictures an outline asks for."""
    if isinstance(tree, dict):
        return sum(1 if key == _PICTURE else _shown(value) for key, value in tree.items())
    return sum(map(_shown, tree)) if isinstance(tree, list) else 0


def _machines(reviewed: Sequence[Reviewed]) -> list[Problem]:
    """Files in which a change bears no person's name."""
    found = []
    for file in reviewed:
        names = {hand.author for hand in file.hands.values()} | {one.author for one in file.remarks}
        odd = sorted(name for name in names if is_machine(name)) or ([] if file.author or names else [""])
        if odd and (file.hands or file.remarks or not file.author):
            said = "、".join(f"“{name}”" for name in odd if name) or "没有写名字"
            hint = f"写明是谁改的：--reviewer {file.name}=姓名"
            message = f"这份是谁改的看不出来（{said}）"
            found.append(Problem("unknown-reviewer", message, Place(file.name), Severity.WARNING, hint))
    return found


def _problems(told: Sequence[Change], name: str) -> list[Problem]:
    """What was not taken, each with its place."""
    found = []
    for one in told:
        if one.state == TAKEN:
            continue
        what = f"{one.author}：" if one.author else ""
        said = (
            f"{what}{_short(one.old)} → {_short(one.new)}"
            if one.kind != "comment"
            else f"{what}{_short(one.new)}"
        )
        if one.state == CONFLICT:
            message, hint = f"几个人改得不一样，没有收：{said}", "定下听谁的，再写 --accept-by 姓名"
        elif one.state == UNPLACED:
            message, hint = f"放不进大纲，没有收：{said}", "照着自己改大纲；要看在哪里，用 drafter compare"
        else:
            message, hint = f"没有收：{said}", "听了别人的"
        found.append(
            Problem(f"absorb-{one.state}", message, Place(name, one.line or None), Severity.WARNING, hint)
        )
    return found


def _short(text: str) -> str:
    said = text.replace("\n", "↵")
    return f"“{said[:30]}{'……' if len(said) > 30 else ''}”" if said else "（无）"
