"""A phrase that is said to the letter, with a character too few, too many, or another one."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.draft import Draft
from drafter.checks.rule import ERROR, Basis, Family, Finding, Rule, cited
from drafter.checks.text.phrases import LEARN, altered

_NAME, _SURNAME = "习近平", "习"
_UNSURE = (
    "大学", "中学", "小学", "科学", "哲学", "同学", "调研", "科研", "教研", "教学", "开学", "留学", "文学", "数学", "训练",
    "教练", "熟练", *"复温补预见传讲实",
)  # fmt: skip
"""What ends one word as well as it begins 学习 or 复习: one surname is right there, and so are two."""


def find(draft: Draft) -> Iterator[Finding]:
    """Each slip in a phrase of the list that the draft is young enough for, and a surname too few or too many
    (学习近平, 习习近平).
    """
    for start, end, phrase in draft.once(altered):
        said = draft.text[start:end]
        hint = cited(f"应是“{phrase.text}”，一个字都不能差", phrase.source)
        yield Finding(start, end, f"固定提法走样：{said}", hint)
    yield from _names(draft)


def _names(draft: Draft) -> Iterator[Finding]:
    """The surname once too few or too many: 学习习近平 needs two, anything else one."""
    text = draft.text
    for at, _ in draft.find_words((_NAME,)):
        start = at
        while text[start - 1 : start] == _SURNAME:
            start -= 1
        before, many = text[start - 1 : start], at + 1 - start
        wanted = 2 if before in LEARN else 1
        unsure = text.endswith(_UNSURE, 0, start) and many <= 2
        if many != wanted and not unsure and before != "《":
            hint = "前面是“学习”一类的词，要写两个“习”" if wanted == 2 else "姓只写一个“习”"
            end = at + len(_NAME)
            yield Finding(
                start, end, f"人名走样：{before}{text[start:end]}", hint, _SURNAME * wanted + _NAME[1:]
            )


RULE = Rule(
    code="phrase-altered",
    name="固定提法走样",
    family=Family.REDLINE,
    severity=ERROR,
    why="“习近平新时代特色社会主义思想”漏了“中国”，“以习近平为核心”漏了“同志”：这类提法一个字都不能差。"
    "稿子比提法早的不查；引号写不写不管。单位自己的提法写进自己的 lexicon/红线.yaml。",
    source="公开文件的表述（词表 红线）",
    basis=Basis.RULED,
    bad=(
        "深入学习贯彻习近平新时代特色社会主义思想。",
        "紧密团结在以习近平为核心的党中央周围。",
        "深刻领悟“两个确立”的决定意义。",
        "铸牢中华民族共同体的意识。",
        "认真学习近平总书记重要讲话。",
        "习习近平总书记作出重要指示。",
        "绿水青山是金山银山。",
        "深入学习贯彻近平新时代中国特色社会主义思想。",
        "践行社会主意核心价值观。",
    ),
    good=(
        "深入学习贯彻习近平新时代中国特色社会主义思想。",
        "学习贯彻新时代中国特色社会主义思想。",
        "紧密团结在以习近平同志为核心的党中央周围。",
        "深刻领悟“两个确立”的决定性意义。",
        "认真学习习近平总书记重要讲话。",
        "完整、准确、全面贯彻新发展理念。",
        "以习近平同志为核心的中共中央作出部署。",
        "在会议上的讲话\n（2016年3月12日）\n紧密团结在以习近平同志为总书记的党中央周围。",
    ),
    find=find,
    of_words=True,
)
