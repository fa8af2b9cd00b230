"""An achievement that states no fact."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import INFO, Basis, Example, Family, Finding, Rule
from drafter.checks.text.outlines import is_told, opening_words, points_of, said, where_it_prints


def find(draft: Draft) -> Iterator[Finding]:
    """Each achievement in whose words there is neither a figure nor the name of anything done."""
    for point in points_of(draft.outline, "achievements"):
        if point.text and not is_told(said(point)):
            message, hint = "这条成绩没有一个数、一件事", "写一个数，或写一件叫得出名字的事"
            yield Finding(*where_it_prints(draft, point), message, hint, quote=opening_words(point))


_HEAD = "模板: 部署讲话\n标题: 在推进会上的讲话\n日期: 2026-03-12\n成绩:\n  小标题: 去年干得不错\n  要点:\n"

RULE = Rule(
    code="achievement-bare",
    name="成绩没有事实",
    family=Family.PROSE,
    severity=INFO,
    why="“成效明显”“取得很大成绩”人人会说；听的人记得住的是一个数、一件事。",
    source="起草的惯例：成绩用事实说话",
    basis=Basis.CUSTOM,
    bad=(
        Example(f"{_HEAD}    - {{标题: 建好新馆, 正文: 工作取得了很大成绩。}}\n", outline=True),
        Example(f"{_HEAD}    - {{标题: 管好河道, 正文: 各级高度重视，成效明显。}}\n", outline=True),
        Example(f"{_HEAD}    - {{标题: 服务更好, 正文: 群众普遍满意，社会反响良好。}}\n", outline=True),
    ),
    good=(
        Example(f"{_HEAD}    - {{标题: 建好新馆, 正文: 新馆6月开馆，收档12万卷。}}\n", outline=True),
        Example(f"{_HEAD}    - {{标题: 管好河道, 正文: 三条河全部通水。}}\n", outline=True),
        Example(f"{_HEAD}    - {{标题: 服务更好, 正文: “一窗办成”在全省推开。}}\n", outline=True),
        Example(f"{_HEAD}    - {{标题: 建好新馆}}\n", outline=True),
    ),
    find=find,
)  # fmt: skip
