"""A synthetic speech: 6 headings, 60 paragraphs, some 9,000 characters, different for every seed.

Phrases of official prose are mixed with invented two-character words, drawn with a Zipf-like
weight, so that the text deflates like real Chinese prose (1.0 to 1.2 bytes a character);
phrases alone would flatter everything that writes zip files.
"""

from __future__ import annotations

import random

SUBJECTS = ["各级各部门", "县区党委政府", "各乡镇街道", "机关党员干部", "各责任单位", "专班成员单位"]
VERBS = ["深入推进", "扎实开展", "统筹抓好", "全面落实", "持续深化", "着力破解", "不断完善"]
RESULTS = ["成效逐步显现", "进度符合预期", "群众评价较好", "机制更加顺畅", "底数更加清楚"]
HEADS = [
    "在服务大局中找准位置",
    "在攻坚克难中打开局面",
    "在对照检查中看清差距",
    "在改革创新中增添动力",
    "在真抓实干中见到成效",
    "在从严从实中锤炼队伍",
]
_COMMON = [bytes((row, cell)).decode("gb2312") for row in range(0xB0, 0xD7) for cell in range(0xA1, 0xFF)]
_WORDS = (lambda r: [r.choice(_COMMON) + r.choice(_COMMON) for _ in range(3000)])(random.Random(1))
_WEIGHTS = [1 / (rank + 20) for rank in range(len(_WORDS))]


def _paragraph(rng: random.Random, characters: int) -> str:
    sentences: list[str] = []
    length = 0
    while length < characters - 15:
        words = "".join(rng.choices(_WORDS, _WEIGHTS, k=rng.randint(5, 9)))
        figure = f"，完成投资{rng.randint(1, 99)}.{rng.randint(0, 9)}亿元" if rng.random() < 0.3 else ""
        more = "".join(rng.choices(_WORDS, _WEIGHTS, k=rng.randint(3, 5)))
        sentences.append(
            f"{rng.choice(SUBJECTS)}{rng.choice(VERBS)}{words}{figure}，{more}{rng.choice(RESULTS)}。"
        )
        length += len(sentences[-1])
    return "".join(sentences)


def speech(seed: int, headings: int = 6, paragraphs: int = 10, characters: int = 150) -> dict:
    """Title, salutation and sections, each with a heading and its paragraphs."""
    rng = random.Random(seed)
    return {
        "title": f"在全市重点工作第{seed}次推进会上的讲话",
        "sections": [
            {
                "heading": HEADS[n % len(HEADS)],
                "lead": [_paragraph(rng, characters) for _ in range(paragraphs)],
            }
            for n in range(headings)
        ],
    }


def outline(seed: int, **size: int) -> str:
    """The speech as an outline file, which the docxtpl program reads too."""
    said = speech(seed, **size)
    lines = [
        "template: 部署讲话",
        f"title: {said['title']}",
        "audience:",
        "  - 同志们",
        "opening: 今天的会议很重要。",
        "sections:",
    ]
    for section in said["sections"]:
        lines += ["  - role: tasks", f"    heading: {section['heading']}", "    lead:"]
        lines += [f"      - {paragraph}" for paragraph in section["lead"]]
    return "\n".join([*lines, "closing: 谢谢大家！", ""])
