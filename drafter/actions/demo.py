"""The shipped sample outlines, built, so that a newcomer sees what comes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from drafter.drafting import production
from drafter.drafting.options import Options
from drafter.drafting.printing.formats import FORMATS, produce
from drafter.problems import DrafterError, Problem, UsageProblem
from drafter.session.session import Session
from drafter.storage import catalogue, files
from drafter.storage.digests import Digests
from drafter.storage.places import shipped


@dataclass(frozen=True, slots=True)
class Shown:
    """What became of one sample."""

    path: str
    outputs: tuple[str, ...] = ()
    exit_code: int = 0
    problems: tuple[Problem, ...] = ()


HELPED = "政务服务推进会讲话"
"""The sample that the helpers are shown on."""

HELPERS = ("讲话提纲", "数据核对单", "责任分工表")
COPIES = ("审阅稿", "大字版")


def demo(session: Session, folder: str, formats: Sequence[str], force: bool = False) -> list[Shown]:
    """Every shipped sample in every format, in the folder, and every helper on one of them.

    Raises:
        UsageProblem: a format is not known.

    """
    for form in formats:
        if form not in FORMATS:
            hint = "可以用：" + "、".join(FORMATS)
            raise UsageProblem(Problem("unknown-format", f"没有“{form}”这种格式", hint=hint))
    suffix = catalogue.SUFFIXES["outlines"]
    samples = [(path, path.stem, Options()) for path in sorted(shipped("outlines").glob(f"*{suffix}"))]
    helped = shipped("outlines") / f"{HELPED}{suffix}"
    samples += [(helped, f"{HELPED}-{name}", Options(template=name)) for name in HELPERS]
    samples += [(helped, f"{HELPED}-{name}", Options(style=name)) for name in COPIES]
    with Digests(session.places.home) as digests:
        return [
            _show(session, path, Path(folder) / stem, options, formats, digests, force)
            for path, stem, options in samples
        ]


def _show(
    session: Session,
    path: Path,
    stem: Path,
    options: Options,
    formats: Sequence[str],
    digests: Digests,
    force: bool,
) -> Shown:
    outputs = []
    try:
        draft = production.from_outline(session, files.read_text(path).text, str(path), options)
        for form in formats:
            target = stem.with_name(f"{stem.name}.{form}")
            data = produce(session, draft, form)
            if digests.check(session.base / target, data, force):
                digests.write(session.base / target, data)
            outputs.append(str(target))
    except DrafterError as error:
        return Shown(stem.name, tuple(outputs), error.exit_code, error.problems)
    return Shown(stem.name, tuple(outputs), 0, draft.problems)
