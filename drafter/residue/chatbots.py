"""What a chatbot says around the text that it was asked for."""

from __future__ import annotations

from drafter.patterns import pattern

KIND = "聊天机器人的话"

SAYS = pattern(
    r"^(?:好的|当然|当然可以|没问题)[，,！!。][^\n]{0,40}(?:以下|下面)(?:是|为)[^\n]{0,40}[：:]\s*$"
    r"|以下是(?:一篇|一份|为您|根据您|按照您)[^\n。]{0,30}(?:讲话稿|发言稿|范文|初稿|文稿|草稿|提纲)[^\n。]{0,12}[：:]?"
    r"|作为(?:一个|一名)?(?:AI|人工智能|大语言模型|语言模型)(?:语言模型|助手)?，?我|(?:您|你)可以根据(?:实际情况|具体情况|需要)(?:进行|对其?)?(?:修改|调整|补充)"
    r"|希望(?:这|以上)[^。\n]{0,4}(?:内容|范文|[初文草]稿|稿子|讲话稿|发言稿|模板|提纲|示例)[^。\n]{0,8}(?:对您|对你)有(?:所)?帮助"
    r"|如(?:果|有|需)[^。\n]{0,24}(?:修改|调整|补充|润色|扩写|删减|突出)[^。\n]{0,30}(?:告诉我|告知我)|内容由AI生成"
)
_LONGEST = 80
_MACHINES = (
    "好的",
    "当然",
    "没问题",
    "以下是",
    "作为",
    "您可以",
    "你可以",
    "希望",
    "如果",
    "如有",
    "如需",
    "AI生成",
)


def says(line: str) -> bool:
    """Whether a line is a chatbot's as a whole."""
    return len(line) <= _LONGEST and any(word in line for word in _MACHINES) and SAYS.search(line) is not None
