"""What the tests of autocorrect and zhlint ask for, kind by kind: met, or left out for a reason.

The kinds are those of autocorrect's `format.rs` and `rule/fullwidth.rs` and of zhlint's `test/*.ts`
(read in 2026); the sentences are our own.
"""

from __future__ import annotations

import pytest

from drafter.checks.registry import RULES
from tests.builders import draft_to_check

PUNCTUATION = [rule for rule in RULES if rule.code in {
    "halfwidth-punctuation", "quote-halfwidth", "quote-nested", "odd-space", "marks-doubled", "ellipsis-form", "dash-form",
}]  # fmt: skip


def mended(text):
    """The text after all fixes of the rules of punctuation, one after the other until none is left."""
    before = ""
    while before != text:
        before = text
        for rule in PUNCTUATION:
            fixes = [one for one in rule.find(draft_to_check(text)) if one.fix is not None]
            for one in sorted(fixes, key=lambda one: one.start, reverse=True):
                text = text[: one.start] + one.fix + text[one.end :]
    return text


MET = [
    ("comma between Han (autocorrect)", "会开完了,大家回去.", "会开完了，大家回去。"),
    ("question and exclamation mark (autocorrect)", "路修到哪里?修到村口!好", "路修到哪里？修到村口！好"),
    ("colon between Han (autocorrect)", "要求如下:抓紧办。", "要求如下：抓紧办。"),
    ("comma after Latin before Han (autocorrect)", "买了一台iPad,很好用", "买了一台iPad，很好用"),
    ("comma after a figure before Han (autocorrect)", "编号A5,至少两份", "编号A5，至少两份"),
    ("stop at the end inside straight quotes (autocorrect)", '说"材料不全."', "说“材料不全。”"),
    ("stop at the end (autocorrect, zhlint)", "今天就讲到这里.", "今天就讲到这里。"),
    ("semicolon between Han (zhlint; autocorrect declines)", "先修路;再通水。", "先修路；再通水。"),
    ("double quotes (zhlint)", '先学"三件套",再上岗.', "先学“三件套”，再上岗。"),
    ("single quotes (zhlint)", "先学'三件套',再上岗.", "先学“三件套”，再上岗。"),
    ("single within double (zhlint)", "\"先学'三件套'\",再上岗.", "“先学‘三件套’”，再上岗。"),
    ("corner brackets (zhlint, unified)", "他说：「要抓紧『三件事』。」", "他说：“要抓紧‘三件事’。”"),
    ("no space between Han (zhlint)", "全市 上下 要 抓紧，办好。", "全市上下要抓紧，办好。"),
    ("no space before a full-width mark (both)", "快速 、稳妥 ，办好 。", "快速、稳妥，办好。"),
    ("no space after a full-width mark (both)", "快速、 稳妥， 办好。", "快速、稳妥，办好。"),
    ("no space inside quotes (zhlint)", "要讲 “ 实干 ” 二字，办好。", "要讲“实干”二字，办好。"),
    ("no space inside brackets (zhlint)", "市府办（ 督查室 ）牵头，办好。", "市府办（督查室）牵头，办好。"),
    ("half-width brackets around Han (zhlint #119)", "印发办法(试行)。", "印发办法（试行）。"),
    ("must stay: a version, a decimal", "升级到3.11版，提高0.1%。", None),
    ("must stay: a time, a ratio", "9:30开会，比例3:2。", None),
    ("must stay: thousands", "投入3,000万元。", None),
    ("must stay: an address", "见https://a.gov.cn/b,c?d=e。", None),
    ("must stay: Latin in quotes and its apostrophe", "It's a “plan”.", None),
    ("must stay: English within brackets", "人均国内生产总值（GDP per capita）。", None),
    ("must stay: range of letters", "按A-Z排列。", None),
    ("must stay: full-width marks that are right", "（市本级）“最新”50%！", None),
    ("must stay: a number as a list mark (zhlint #18)", "1）修路", None),
    ("must stay: dates without spaces (autocorrect #252)", "2026年3月27日印发，澜政发〔2026〕59号", None),
    ("must stay: negative numbers", "气温降到-5℃。", None),
]


@pytest.mark.parametrize(("kind", "text", "right"), MET, ids=[kind for kind, *_ in MET])
def test_a_kind_of_pair_is_met(kind, text, right):
    """The fixes give what the peers' tests ask for."""
    assert mended(text) == (text if right is None else right)


LEFT_OUT = {
    "a space between Han and Latin or figures (autocorrect 69 pairs, zhlint 30)": (
        "部署5G网络，投入100万元。", "公文不加空格：GB/T 9704 的版面按字排"
    ),
    "a space around quotes and brackets beside Latin": ("推广“iOS”应用（Beta版）。", "同上"),
    "half-width brackets as the right ones (zhlint's default)": ("市政府（办公室）。", "公文用全角括号"),
    "a space around a dash between Han (autocorrect)": ("上海-杭州高铁。", "连接号前后不空格"),
    "half-width marks in an English sentence (autocorrect)": ("Hello，world。", "公文里没有整句英文，英文里的标点不查"),
    "proper nouns (iOS, GitHub)": ("下载ios版。", "拼写不是标点；单位可以写进错词"),
    "code, links and tags of Markdown and HTML": ("`code`", "草稿的 Markdown 只有块级标记；残留由 markdown-residue 说"),
    "Japanese and Korean": ("でもっと多くのことができる.", "不是中文公文"),
}  # fmt: skip
"""Kinds that do not apply to official Chinese: a text of each, and why."""


@pytest.mark.parametrize("kind", LEFT_OUT)
def test_a_kind_that_does_not_apply_is_left_alone(kind):
    """No rule of punctuation changes it."""
    text, why = LEFT_OUT[kind]

    assert why
    assert mended(text) == text
