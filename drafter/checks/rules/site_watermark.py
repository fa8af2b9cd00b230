"""A web address, or a site's name, grafted into a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, Basis, Family, Finding, Rule
from drafter.checks.text.leftovers import begins, copied_along
from drafter.copying.grafts import SITE


def find(draft: Draft) -> Iterator[Finding]:
    """Each address in the middle of a text that does not speak of one, and each name of a site."""
    for at, grafts in draft.once(copied_along).grafts.items():
        start = begins(draft, at)
        for graft in grafts:
            if graft.kind == SITE:
                said = draft.text[start + graft.start : start + graft.end]
                hint = "删去；真要写网址，前面写明“网址：”"
                yield Finding(
                    start + graft.start, start + graft.end, f"句子里夹了网站名、网址：{said[:30]}", hint
                )


RULE = Rule(
    code="site-watermark",
    name="夹在句子里的网址、网站名",
    family=Family.LEFTOVERS,
    severity=ERROR,
    why="范文网站在句子中间插进自己的网址、名字防抄，一眼看不出来，念出来才知道。",
    source="定稿的惯例",
    basis=Basis.CUSTOM,
    bad=(
        "要全面推进www.example.com各项工作，确保落实。",
        "认真贯彻example.cn会议精神。",
        "平台归我们www.gongwen5.com建，标准归我们定。",
        "统筹抓好公文网改革发展稳定各项工作。",
    ),
    good=(
        "请登录市政府网站（www.lanchuan.gov.cn）查询。",
        "网址：https://www.example.com/a",
        "征求意见稿发至邮箱fzb@example.com。",
    ),
    find=find,
)
