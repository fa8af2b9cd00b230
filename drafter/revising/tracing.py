"""What a reviewer made of a draft, traced to the texts of its outline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from drafter.outlining.form import marks
from drafter.redline.aligning import Group, groups
from drafter.revising.placing import Changed
from drafter.revising.printed import ADDED, FACT, OWN, SUPPLIED, Path, Printed
from drafter.revising.steps import Edit, Insertion, Lost, Move, Own, Removal, Step

_POINTS = "要点"


def trace(
    base: Sequence[Printed], reviewed: Sequence[str], known: Callable[[int, int], bool] | None = None
) -> list[Step]:
    """What has to be done to the outline so that it prints what was reviewed; paragraphs are counted in that, from 1.
    `known`: which paragraphs are the same by more than their words.
    """
    found: list[Step] = []
    added: dict[str, dict[int, str]] = {}
    found_groups = groups([one.text for one in base], reviewed, known)
    moved = _moved(found_groups, known)
    for group in found_groups:
        before, after = base[group.old : group.old_end], reviewed[group.new : group.new_end]
        paragraph = group.new + 1
        if [one.text for one in before] == list(after):
            continue
        if before and after and all(_is_added(one) for one in before):
            added.setdefault(_part_at(base, group.old), {})[group.old] = "\n".join(after)
        elif before and after:
            found += Changed(before, "\n".join(after), paragraph).steps()
        elif group in moved.values():
            continue
        elif group in moved:
            found += _moved_and_changed(base, moved[group].old, group, after[0])
        elif before:
            found += _removed(before, paragraph)
        else:
            found.append(_inserted(base, group, tuple(after), paragraph))
    found += [_own(base, part, changed) for part, changed in added.items()]
    return _with_moves(_where_they_stand(base, found))


def _where_they_stand(base: Sequence[Printed], steps: Sequence[Step]) -> list[Step]:
    """The steps; a figure that was changed in some of its places alone is words there now."""
    printed = Counter(span.path for one in base for span in one.spans if span.kind == FACT)
    asked = Counter(step.path for step in steps if isinstance(step, Edit) and step.figure)
    return [
        step.instead or Lost(step.old, step.new, step.paragraph)
        if isinstance(step, Edit) and step.figure and asked[step.path] < printed[step.path]
        else step
        for step in steps
    ]


def _with_moves(steps: Sequence[Step]) -> list[Step]:
    """What is gone from one place and new at another, but for its number, as moved."""
    gone: dict[str, list[Removal]] = {}
    for step in steps:
        if isinstance(step, Removal):
            gone.setdefault(_bare(step.old), []).append(step)
    moved: dict[int, Move] = {}
    taken: set[int] = set()
    for step in steps:
        if isinstance(step, Insertion) and len(step.texts) == 1:
            removals = gone.pop(_bare(step.texts[0]), [])
            if removals:
                paths = tuple(one.path for one in removals)
                moved[id(step)] = Move(paths, step.path, step.texts, step.paragraph, step.before)
                taken |= {id(one) for one in removals}
    return [moved.get(id(step), step) for step in steps if id(step) not in taken]


def _bare(text: str) -> str:
    mark = marks.opening(text)
    return text[len(mark.text) :] if mark is not None and text.startswith(mark.text) else text


def _is_added(one: Printed) -> bool:
    return all(span.kind in (ADDED, FACT, SUPPLIED) for span in one.spans) and any(
        span.kind == ADDED for span in one.spans
    )


def _part_at(base: Sequence[Printed], at: int) -> str:
    """The part of a sentence of the template: only the first of several says it."""
    while at and not base[at].part and _is_added(base[at - 1]):
        at -= 1
    return base[at].part


def _own(base: Sequence[Printed], part: str, changed: dict[int, str]) -> Own:
    """All that the template says in a part, what was changed among it."""
    said = [at for at, one in enumerate(base) if _is_added(one) and _part_at(base, at) == part]
    texts = tuple(line for at in said for line in changed.get(at, base[at].text).split("\n"))
    first = min(changed)
    return Own(part, texts, base[first].text, first + 1)


def _removed(before: Sequence[Printed], paragraph: int) -> Iterator[Step]:
    for one in before:
        paths = dict.fromkeys(_own_paths(one))
        if not paths:
            yield Lost(one.text, "", paragraph)
        yield from (Removal(path, one.text, paragraph) for path in paths)


def _moved(found: Sequence[Group], known: Callable[[int, int], bool] | None) -> dict[Group, Group]:
    """By the group of a paragraph that is new where it stands that of the one which it was elsewhere, by its mark."""
    gone = [one for one in found if one.new == one.new_end and one.old_end - one.old == 1]
    come = [one for one in found if one.old == one.old_end and one.new_end - one.new == 1]
    pairs: dict[Group, Group] = {}
    for one in come if known else ():
        for other in gone:
            if other not in pairs.values() and known is not None and known(other.old, one.new):
                pairs[one] = other
                break
    return pairs


def _moved_and_changed(base: Sequence[Printed], at: int, group: Group, text: str) -> Iterator[Step]:
    """A paragraph that stands elsewhere now, in other words."""
    paths = tuple(dict.fromkeys(_own_paths(base[at])))
    place = _inserted(base, group, (text,), group.new + 1)
    if not paths or not isinstance(place, Insertion):
        yield from _removed([base[at]], group.new + 1)
        yield place
        return
    yield from Changed([base[at]], text, group.new + 1).steps()
    yield Move(paths, place.path, (text,), group.new + 1, place.before)


def _inserted(base: Sequence[Printed], group: Group, texts: tuple[str, ...], paragraph: int) -> Step:
    """Behind the nearest text of the outline that prints ahead, else before the first one behind; what is marked as a point
    stands among points, where the next is one.
    """
    ahead = next((paths[-1] for paths in map(_own_paths, reversed(base[: group.old])) if paths), ())
    behind = next((paths[0] for paths in map(_own_paths, base[group.old :]) if paths), ())
    among = _POINTS in behind and _POINTS not in ahead[len(_shared(ahead, behind)) :]
    if ahead and not (among and all(marks.opening(text) is not None for text in texts)):
        return Insertion(ahead, texts, paragraph)
    if behind:
        return Insertion(behind, texts, paragraph, before=True)
    return Lost("", "\n".join(texts), paragraph)


def _own_paths(one: Printed) -> list[Path]:
    """The texts of the outline that a paragraph prints."""
    return [span.path for span in one.spans if span.kind == OWN and span.path]


def _shared(one: Path, other: Path) -> Path:
    length = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return one[:length]
