"""Proofreading: what the rules find in files, mended or written into a Word file where that is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from drafter.checks import registry
from drafter.checks.draft import Draft, Setting
from drafter.checks.engine import Choice
from drafter.drafting.options import Options
from drafter.library.library import opened
from drafter.model.lexicon import Day
from drafter.problems import DrafterError, Place, Problem, Severity, UsageProblem, place_in_source
from drafter.proofreading import baselines, findings, mending
from drafter.proofreading import settings as check_settings
from drafter.proofreading import sheets as checking
from drafter.proofreading.baselines import Baseline
from drafter.proofreading.findings import Located
from drafter.proofreading.predecessors import LIBRARY, Older, load_predecessors
from drafter.proofreading.reach import Reach, unchecked
from drafter.proofreading.sheets import Sheet
from drafter.proofreading.speeches import last_said
from drafter.readers import dates
from drafter.session import inputs, lexicons, rosters
from drafter.session.destinations import STREAM, refuse_clashes
from drafter.session.session import Session
from drafter.storage import encodings, files
from drafter.storage.digests import Digests

LEVELS = tuple(level.value for level in Severity)
"""What `--fail-on` may be, from most to least."""

_OUTLIVED = 3
"""Months by which a draft may be later than the lists of phrases."""

_ROUNDS = 4
"""How often the rules look again after fixes."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to check, and how; `annotate` is the path of a Word file to write."""

    inputs: Sequence[str]
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    fail_on: str = Severity.ERROR.value
    against: str = ""
    date: str = ""
    fix: bool = False
    annotate: str = ""
    baseline: str = ""
    accept: bool = False
    options: Options = field(default_factory=Options)
    stdin: bytes | None = None
    stdin_reader: str = "yaml"
    today: Day = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one file. `fixed` were mended, the original kept as `backup`; `hidden` findings
    had been accepted before.
    """

    path: str
    exit_code: int = 0
    found: tuple[Located, ...] = ()
    problems: tuple[Problem, ...] = ()
    fixed: tuple[Located, ...] = ()
    backup: str = ""
    annotated: str = ""
    hidden: int = 0
    rules: int = 0
    """How many rules were asked."""

    unchecked: Reach = field(default_factory=Reach)
    """What no rule can see."""

    as_of: Day = (0, 0, 0)
    """The month up to which the lists of phrases were looked through."""

    @property
    def all_problems(self) -> tuple[Problem, ...]:
        """The file's own problems, then the findings."""
        return (*self.problems, *(one.problem for one in self.found))


def check(session: Session, request: Request) -> list[Checked]:
    """What is found in each input; the good ones are checked even where others cannot be read.

    Raises:
        UsageProblem: the options do not go together, or name what is not there.
        InputProblem: the workspace's settings, a word list, an older draft or the library cannot be read.

    """
    _refuse(session, request)
    unit = check_settings.settings(session)
    choice = Choice(
        check_settings.codes(request.select) or unit.select,
        (*unit.ignore, *check_settings.codes(request.ignore)),
        unit.severity,
    )
    setting = Setting(
        lexicons.lexicon(session),
        _date(request.date),
        roster=rosters.roster(session).joined(unit.roster),
        rate=session.rate,
        today=request.today,
    )
    held = load_predecessors(session, request.against, setting)
    if request.baseline and not request.accept:
        baselines.require(session, request.baseline)
    baseline = baselines.read(session, request.baseline or unit.baseline)
    run = _Run(session, request, setting, choice, baseline, held)
    checked = [run.check(name) for name in request.inputs]
    if request.against in LIBRARY:
        checked[0] = replace(checked[0], problems=(*checked[0].problems, *opened(session).notes))
    if request.accept:
        baselines.write(session, request.baseline or unit.baseline, run.seen)
    return checked


def _refuse(session: Session, request: Request) -> None:
    """Says no to options that do not go together."""
    if request.fail_on not in LEVELS:
        raise UsageProblem(
            Problem("bad-level", f"--fail-on 没有“{request.fail_on}”", hint="写 error、warning 或 info")
        )
    if request.annotate:
        one = request.inputs[0] if len(request.inputs) == 1 else ""
        if not all(path.lower().endswith(inputs.WORD_FILE) for path in (one, request.annotate)):
            hint = "例如 drafter check 讲话.docx --annotate 讲话-批注.docx；大纲先用 drafter build 出 Word"
            raise UsageProblem(
                Problem("no-annotation", "--annotate 要一份 .docx，写到另一份 .docx", hint=hint)
            )
        refuse_clashes(session.base, [request.annotate], request.inputs, "--annotate")
    old = [name for name in request.inputs if inputs.is_read_only(name)]
    if request.fix and old:
        hint = "用 Word 或 WPS 另存为 .docx 再改；不写 --fix 可以只查"
        raise UsageProblem(Problem("no-fix", f"--fix 改不了 {old[0]} 这种格式", hint=hint))
    if request.fix and STREAM in request.inputs:
        raise UsageProblem(Problem("no-stream", "--fix 要改文件，不能改标准输入", hint="写出文件名"))


def _date(text: str) -> tuple[int, int, int]:
    """The date that was given, in numbers.

    Raises:
        UsageProblem: it is none.

    """
    if not text:
        return (0, 0, 0)
    found = checking.date_of(dates.normal(text) or "")
    if not found[0]:
        raise UsageProblem(
            Problem("bad-date", f"--date {text} 看不懂或不存在", hint="例如 --date 2026-03-12")
        )
    return found


def _outlived(name: str, draft: Draft) -> tuple[Problem, ...]:
    """A reminder where the draft is of a time that the lists of phrases do not reach."""
    (year, month, _), (own_year, own_month, _) = draft.lexicon.as_of, draft.date
    if not year or not own_month or (own_year - year) * 12 + own_month - month < _OUTLIVED:
        return ()
    message = f"提法库截至 {year}年{month}月，稿子是 {own_year}年{own_month}月的，这以后的新提法没有查"
    hint = "换上新版的 drafter，或在自己的 lexicon/红线.yaml 里补"
    return (Problem("list-outlived", message, Place(name), Severity.INFO, hint),)


class _Run:
    """One run over several files, with what they share."""

    def __init__(
        self,
        session: Session,
        request: Request,
        setting: Setting,
        choice: Choice,
        baseline: Baseline,
        held: Older,
    ) -> None:
        self._session = session
        self._request = request
        self._setting = setting
        self._choice = choice
        self._baseline = baseline
        self._older = held
        self.seen: dict[str, list[Located]] = {}

    def check(self, name: str) -> Checked:
        """What is found in one file, after what was asked for has been done."""
        shown = "标准输入" if name == STREAM else name
        try:
            sheet = self._read(name, shown)
            found = findings.find_all(sheet, self._choice)
            if self._request.fix and not self._request.annotate:
                return self._mended(sheet, found)
            if self._request.annotate:
                self._annotate(sheet, found)
        except DrafterError as error:
            return Checked(shown, error.exit_code, problems=place_in_source(error.problems, shown))
        return self._told(sheet, found, annotated=self._request.annotate)

    def _read(self, name: str, shown: str) -> Sheet:
        request = self._request
        if name == STREAM:
            return self._sheet(shown, inputs.by_reader(request.stdin_reader), request.stdin or b"")
        return self._sheet(name, inputs.checked(name), files.read_bytes(self._session.base / name, name))

    def _sheet(self, name: str, kind: inputs.Input, data: bytes) -> Sheet:
        """The file ready to be checked, held against what is older."""
        sheet = checking.read(self._session, name, kind, data, self._setting, self._request.options)
        draft = sheet.draft
        said = last_said(self._session, draft.outline, name) if draft.outline else ()
        draft.setting = replace(draft.setting, older=self._older(name, draft), said_before=said)
        return sheet

    def _told(self, sheet: Sheet, found: Sequence[Located], annotated: str = "") -> Checked:
        """The report of a file, less what was accepted before."""
        self.seen[sheet.name] = list(found)
        kept = [one for one in found if not self._baseline.takes(sheet.name, one)]
        own = (*sheet.problems, *_outlived(sheet.name, sheet.draft))
        if sheet.package is not None and (self._request.annotate or self._request.fix):
            from drafter.proofreading import annotating  # brings lxml, which texts do without

            own += annotating.active(sheet.package)
        problems = [*own, *(one.problem for one in kept)]
        worst = LEVELS[: LEVELS.index(self._request.fail_on) + 1]
        code = int(any(problem.severity.value in worst for problem in problems))
        return Checked(
            sheet.name, code, tuple(kept), own, annotated=annotated, hidden=len(found) - len(kept),
            rules=sum(map(self._choice.takes, registry.RULES)), unchecked=unchecked(sheet.draft), as_of=self._setting.lexicon.as_of,
        )  # fmt: skip

    def _mended(self, sheet: Sheet, found: Sequence[Located]) -> Checked:
        """The file mended and its original kept beside it; what is left is told.

        A fix can show another (a quote that is right at last, before a comma that is not): the rules
        look again until nothing more can be mended.
        """
        done: list[Located] = []
        for _ in range(_ROUNDS):
            data, more = self._fixed(sheet, found)
            if not more:
                break
            done += more
            sheet = self._sheet(sheet.name, sheet.kind, data)
            found = findings.find_all(sheet, self._choice)
        if not done:
            return self._told(sheet, found)
        backup = files.keep_original(self._session.base / sheet.name)
        files.replace(self._session.base / sheet.name, sheet.data)
        told = self._told(sheet, found)
        return replace(told, fixed=tuple(done), backup=str(Path(sheet.name).with_name(backup)))

    def _fixed(self, sheet: Sheet, found: Sequence[Located]) -> tuple[bytes, tuple[Located, ...]]:
        """The file's bytes with every safe fix that was not accepted as it is, and those fixes."""
        wanted = [one for one in found if not self._baseline.takes(sheet.name, one)]
        self._baseline.restart()
        if sheet.package is not None:
            from drafter.proofreading import annotating

            return annotating.mend(sheet.package, sheet.data, wanted)
        mended = mending.text(sheet.text, wanted)
        return encodings.encode_like(sheet.data, mended.text), mended.done

    def _annotate(self, sheet: Sheet, found: Sequence[Located]) -> None:
        """Writes the Word file with its comments."""
        if sheet.package is None:
            return
        kept = [one for one in found if not self._baseline.takes(sheet.name, one)]
        self._baseline.restart()
        from drafter.proofreading import annotating

        data = annotating.annotated(sheet.package, sheet.data, kept, self._request.fix)
        target = self._session.base / self._request.annotate
        with Digests(self._session.places.home) as digests:
            if digests.check(target, data, force=False):
                digests.write(target, data)
