"""The end of a paper, in whatever order and form a hasty hand puts it."""

from __future__ import annotations

import pytest
import yaml

from drafter.importing import endings
from drafter.model.source import Line

TEXT = ["关于调剂用房的请示", "县人民政府：", "请予调剂。"]
PRINTED = [
    "附件：1.鉴定报告",
    "2.平面图",
    "石渡县人社局",
    "2026年5月11日",
    "（联系人：江远 5550133）",
    "抄送：县财政局，县国资中心。",
]


def put(*tail):
    found, joint = endings.put_in_form([Line(text, n) for n, text in enumerate([*TEXT, *tail], 1)])
    return [line.text for line in found][len(TEXT) :], joint


@pytest.mark.parametrize(
    "tail",
    [
        ("石渡县人社局", "二〇二六年五月十一日", "联系人 江远 5550133", "附：鉴定报告；平面图", "抄送：县财政局、县国资中心"),
        ("附：1鉴定报告 2、平面图", "石渡县人社局 2026.5.11", "抄送：县财政局、县国资中心", "（联系人：江远 5550133）"),
        ("落款 石渡县人社局 26年5月11日", "附件：1.鉴定报告；2.平面图。", "联系人：江远 5550133", "抄送 县财政局、县国资中心"),
    ],
)  # fmt: skip
def test_each_element_is_put_in_form_and_in_order(tail):
    """Whatever stands before it."""
    assert put(*tail) == (PRINTED, ())


def test_a_last_paragraph_is_no_foot():
    """Nothing is moved where no day closes the paper."""
    assert put("附件：鉴定报告", "请县里早日研究。")[0] == ["附件：鉴定报告", "请县里早日研究。"]


def test_they_become_fields_of_the_paper(drafter, tmp_path):
    """Who signs, when, whom to call, what is attached, who gets a copy."""
    tail = (
        "石渡县人社局",
        "26年5月11日",
        "联系人 江远 5550133",
        "附：鉴定报告；平面图",
        "抄送：县财政局、县国资中心",
    )
    (tmp_path / "提纲.txt").write_text("\n".join([*TEXT, *tail]), encoding="utf-8")
    made = yaml.safe_load(drafter("import", "提纲.txt", "--template", "请示", "-o", "-").out)

    assert (made["日期"], made["公文"]["附注"]) == ("2026年5月11日", "联系人：江远 5550133")
    assert made["公文"]["抄送"] == ["县财政局", "县国资中心"]
    assert len(made["附件"]) == 2
