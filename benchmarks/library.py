"""How fast and how well the library finds: `python benchmarks/library.py [--entries N] [--server URL]`.

The texts are generated, in our own words, about no place that there is; the sample outlines
lie among them, and thirty questions ask for what they say.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from pathlib import Path

PER_OUTLINE = 17
"""Entries of one generated outline: itself, four sections, twelve points."""


def _words(text: str) -> list[str]:
    """The words of a text."""
    return text.split()


PLACES = _words("东陂县 青溪县 临浦区 云岭乡 白石镇 竹溪镇 沙湾街道 北桥镇 柳塘乡 南渡口街道 新圩镇 石门镇")
SUBJECTS = _words(
    "老旧小区 农村公路 政务大厅 中小企业 排水管网 社区食堂 校园周边 河道堤防 产业园区 "
    "乡镇卫生院 档案库房 公务用车 应急队伍 网格员 驻村干部 窗口人员 项目专班 信访事项 "
    "食品摊点 消防通道 电梯 燃气管线 水库 桥梁 粮库 菜市场 养老院 幼儿园 图书馆 公厕 "
    "停车场 公交线路"
)
VERBS = _words(
    "摸清 建好 盯住 理顺 补上 压实 查透 盘活 用好 管住 拆掉 换新 清理 核对 公开 对接 复查 划分 调配 修缮"
)
OBJECTS = _words(
    "底数 台账 短板 责任 流程 标准 时限 资金 人手 场地 设备 预案 清单 接口 数据 "
    "隐患 欠账 考核办法 值班安排 回访记录 联系机制 维修基金 护栏 标牌 排班表 采购合同 "
    "审批环节 投诉渠道 会商机制 验收办法"
)
WHO = _words("分管领导 牵头科室 街道社区 行业主管部门 属地乡镇 业主单位 第三方机构 志愿者 技术骨干 值班室")
WHEN = _words("每周五 月底前 汛期到来之前 开学之前 每个季度末 接到反映的当天 三个工作日内 年中 入冬以后 会后")
HOW = _words(
    "先到现场看 先听群众怎么说 逐户敲门登记 对照去年的账本 把图纸挂到墙上 请用的人来打分 "
    "同一件事只跑一趟 当面交换意见 照相存档 结果贴在门口 拿不准的提交会商 "
    "一时办不了的说明原因"
)
ENDS = _words("不走过场 不留尾巴 不增加负担 让人看得见 经得起查 办一件成一件 有回音 有人管 有钱修 有章可循")
CHARACTERS = "的水安全一电"

QUESTIONS = (
    ("老旧电梯 维修资金", "老旧电梯维修资金专报"),
    ("表决 参与率", "老旧电梯维修资金专报"),
    ("尾矿库", "安全生产部署会讲话"),
    ("竹粉 除尘", "安全生产部署会讲话"),
    ("补签 下井记录", "安全生产部署会讲话"),
    ("水库 提前 腾出库容", "防汛工作会议"),
    ("预警叫应", "防汛工作会议"),
    ("泄洪 提前六小时", "防汛工作会议"),
    ("送餐 床边", "社区老年食堂调研"),
    ("老年食堂 送餐", "社区老年食堂调研"),
    ("客货邮", "关于推进农村客货邮融合发展的意见"),
    ("慢病 药柜", "慢病药柜进村政务信息"),
    ("响水古镇 保护", "关于响水古镇保护规划的批复"),
    ("清明 禁火", "东陂县清明禁火令"),
    ("护学岗", "校园周边交通疏堵工作方案"),
    ("即停即走", "校园周边交通疏堵工作方案"),
    ("食材 集中采购", "关于食材集中采购试点情况的报告"),
    ("非遗 传承人", "关于调整非遗传承人补助标准的请示"),
    ("第三卫生间", "对增设第三卫生间建议的答复"),
    ("环卫工人", "环卫工人节慰问信"),
    ("竹产业 博览会", "竹产业博览会开幕式致辞"),
    ("数字化改造 中小企业", "中小企业数字化改造简报"),
    ("高标准农田", "高标准农田建设现场会总结讲话"),
    ("市树 市花", "提请审定市树市花议案"),
    ("青沧线 联合整治", "关于商请联合整治青沧线的函"),
    ("办公用房 清查", "关于开展办公用房清查登记的通知"),
    ("医共体", "县域医共体经验"),
    ("职业技能 大赛", "职业技能大赛贺信"),
    ("澜江二桥 管制", "澜江二桥交通管制通告"),
    ("云塘圩 抢险", "关于表扬云塘圩堤抢险集体和个人的通报"),
)
"""What a secretary types, and the file in which the answer stands."""


_COMMON = [bytes((row, cell)).decode("gb2312") for row in range(0xB0, 0xD7) for cell in range(0xA1, 0xFF)]
_NAMES = (lambda rng: [rng.choice(_COMMON) + rng.choice(_COMMON) for _ in range(4000)])(random.Random(1))
"""Invented names of streets and projects: without them every text would hold the same few hundred pairs
of characters, as no real text does.
"""


def named(rng: random.Random) -> str:
    """A name, the first of them more often than the last."""
    return _NAMES[min(int(rng.paretovariate(0.4)), len(_NAMES) - 1)] + rng.choice("路桥村巷站厂")


def sentence(rng: random.Random) -> str:
    """A sentence that means something, one of some hundred million."""
    one, other = rng.sample(SUBJECTS, 2)
    return (
        f"{rng.choice(WHEN)}，由{rng.choice(WHO)}牵头，到{named(rng)}{rng.choice(HOW)}，"
        f"{rng.choice(VERBS)}{one}的{rng.choice(OBJECTS)}，{rng.choice(VERBS)}{named(rng)}{other}的"
        f"{rng.choice(OBJECTS)}，做到{rng.choice(ENDS)}、{rng.choice(ENDS)}。"
    )


def outline(number: int) -> str:
    """One generated outline as YAML."""
    rng = random.Random(number)
    place, year = rng.choice(PLACES), rng.randint(2006, 2026)
    subject = rng.choice(SUBJECTS)
    lines = [
        "模板: 部署讲话",
        f"标题: 在{place}{subject}工作会议上的讲话",
        f"日期: {year}-{rng.randint(1, 12)}-{rng.randint(1, 28)}",
        f"场合: {{名称: {year}年{place}{subject}工作会议}}",
        f"开头: {sentence(rng)}",
    ]
    for role in ("成绩", "不足", "任务", "保障"):
        lines += [
            f"{role}:",
            f"  小标题: {rng.choice(VERBS)}{rng.choice(SUBJECTS)}的{rng.choice(OBJECTS)}",
            "  要点:",
        ]
        for _ in range(3):
            lines.append(f"    - 标题: {rng.choice(VERBS)}{rng.choice(SUBJECTS)}{rng.choice(OBJECTS)}")
            lines.append(f"      正文: {rng.choice(PLACES)}{sentence(rng)}{sentence(rng)}")
    return "\n".join([*lines, f"结尾: {sentence(rng)}", ""])


def questions(rng: random.Random) -> dict[str, list[str]]:
    """Forty queries of each class: common words and rare ones."""

    def clause() -> str:
        text = sentence(rng)
        start = rng.randrange(len(text) - 14)
        return f'"{text[start : start + 12]}"'

    return {
        "1 character": list(CHARACTERS) + rng.sample("库桥梯房厕校账档车粮", 8),
        "2 characters": [w for w in SUBJECTS + OBJECTS if len(w) == 2][:40],
        "4 characters": [w for w in SUBJECTS + OBJECTS if len(w) == 4][:40],
        "two words": [f"{rng.choice(SUBJECTS)} {rng.choice(OBJECTS)}" for _ in range(40)],
        "three words": [f"{rng.choice(PLACES)} {rng.choice(SUBJECTS)} {rng.choice(WHEN)}" for _ in range(40)],
        "a clause": [clause() for _ in range(40)],
        "rare": [name for words, _ in QUESTIONS for name in words.split()][:40],
        "excluded": [f"{rng.choice(SUBJECTS)} -{rng.choice(OBJECTS)}" for _ in range(40)],
    }


def durations(call, arguments) -> list[float]:
    """The best of three calls with each argument, in milliseconds."""
    best = []
    for argument in arguments:
        runs = []
        for _ in range(3):
            start = time.perf_counter()
            call(argument)
            runs.append((time.perf_counter() - start) * 1000)
        best.append(min(runs))
    return best


def summary(taken: list[float]) -> tuple[float, float, float]:
    """Median, 95th percentile and maximum."""
    ordered = sorted(taken)
    return statistics.median(ordered), ordered[max(0, round(len(ordered) * 0.95) - 1)], ordered[-1]


def times(call, arguments) -> tuple[float, float, float]:
    """Median, 95th percentile and maximum of `durations`."""
    return summary(durations(call, arguments))


def added(library, name: str, text: str) -> float:
    """Milliseconds that adding one file takes."""
    start = time.perf_counter()
    library.own.add(name, text)
    return (time.perf_counter() - start) * 1000


def fill(library, folder: Path, count: int, server: bool) -> None:
    """Puts the outlines where the library finds them."""
    from drafter.model.library import Volume
    from drafter.storage.library.folders import digest
    from drafter.storage.library.index import Kept
    from drafter.storage.places import shipped

    texts = {
        path.stem: path.read_text(encoding="utf-8") for path in sorted(shipped("outlines").glob("*.yaml"))
    }
    names = [f"讲话{number:06d}" for number in range(count)]
    for start in range(0, count, 200):
        batch = {name: outline(int(name[2:])) for name in names[start : start + 200]}
        if start == 0:
            batch |= texts
        if server:
            library.own.ask(
                lambda index, batch=batch: index.put(
                    [
                        Kept(n, "", digest(t.encode()), library.entries_of(Volume(n, t)), t)
                        for n, t in batch.items()
                    ]
                )
            )
        else:
            for name, text in batch.items():
                (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--server", default="", help="postgresql://… of an empty database that may be filled")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="drafter-bench-") as folder:
        work = Path(folder)
        (work / "library").mkdir()
        os.environ["DRAFTER_HOME"] = str(work / "home")
        os.environ["DRAFTER_LIBRARY"] = options.server or str(work / "library")
        count = max(1, options.entries // PER_OUTLINE)
        library = opened(work)
        filling(library, work, count, bool(options.server))
        searching(library)
        relevance(library)
        adding(library)
        comparing(library, count)


def opened(work: Path):
    """The library that the environment names, as a command would open it."""
    from drafter.actions.opening import open_session
    from drafter.library.library import Library
    from drafter.storage import places

    return Library(open_session(places.find(work), work))


def filling(library, work: Path, count: int, server: bool) -> None:
    """How long it takes to fill the library, and how large it is."""
    start = time.perf_counter()
    fill(library, work / "library", count, server)
    written = time.perf_counter() - start
    start = time.perf_counter()
    entries = len(library.own.ask(lambda index: index.ids()))
    print(f"entries {entries}, files in {written:.0f} s, indexed in {time.perf_counter() - start:.0f} s")
    if server:
        return
    index = sum(path.stat().st_size for path in (work / "home" / "cache").glob("library-*"))
    texts = sum(path.stat().st_size for path in (work / "library").iterdir())
    print(f"files {texts / 1e6:.0f} MB, index {index / 1e6:.0f} MB")
    opening = times(lambda _: opened(work).has("没有"), [""])
    print(f"opening, every file looked at: {opening[2]:.0f} ms")


def searching(library) -> None:
    """Milliseconds of a search, by the kind of question."""
    from drafter.model.library import Query
    from drafter.searching import queries

    asked = {
        name: [queries.read(text) for text in texts] for name, texts in questions(random.Random(7)).items()
    }
    asked["with filters"] = [
        queries.read(word, Query(role="tasks", year="2024", kind="point")) for word in SUBJECTS
    ]
    print(f"\n{'search, best 20':<16}{'queries':>8}{'p50 ms':>9}{'p95 ms':>9}{'max ms':>9}")
    every: list[float] = []
    for name, read in asked.items():
        best = durations(lambda query: library.search(query, 20), read)
        every += best
        print(f"{name:<16}{len(read):>8}{'{:9.1f}{:9.1f}{:9.1f}'.format(*summary(best))}")
    print(f"{'all':<16}{len(every):>8}{'{:9.1f}{:9.1f}{:9.1f}'.format(*summary(every))}")


def relevance(library) -> None:
    """Of how many questions the right entry is among the first five."""
    from drafter.searching import queries

    right = 0
    for words, wanted in QUESTIONS:
        ids = [hit.entry.id for hit in library.search(queries.read(words), 5).hits]
        if any(id_.startswith(wanted) for id_ in ids):
            right += 1
        else:
            print("  not in the first five:", words, ids)
    print(f"\nright entry in the first five: {right} of {len(QUESTIONS)}")


def adding(library) -> None:
    """Milliseconds of adding a file: its own and those of its entries in the index."""
    rng = random.Random(5)
    points = [f"素材:\n  - {{编号: 新要点{n}, 标签: [新], 正文: {sentence(rng)}}}\n" for n in range(100)]
    outlines = [outline(10_000_000 + number) for number in range(100)]
    for what, texts in (("one point", points), (f"one outline of {PER_OUTLINE} entries", outlines)):
        took = sorted(added(library, f"{what}{number}", text) for number, text in enumerate(texts))
        print(f"add {what}, file and index: p50 {took[50]:.1f} ms, p95 {took[95]:.1f} ms")


def comparing(library, count: int) -> None:
    """Milliseconds of comparing a speech of 5,000 characters, a third of it copied."""
    from drafter.library.comparing import Text, compare

    rng = random.Random(11)
    speech: list[tuple[int, str]] = []
    while sum(len(text) for _, text in speech) < 5000:
        number = len(speech) + 1
        said = outline(rng.randrange(count)).split("正文: ")[rng.randint(1, 12)].partition("\n")[0]
        speech.append((number, said if number % 3 == 0 else "".join(sentence(rng) for _ in range(3))))
    text = Text(tuple(speech))
    took = times(lambda one: compare(one, library.fingerprint_hits, [], lambda _: False), [text])
    found = compare(text, library.fingerprint_hits, [], lambda _: False)
    named = {copied.paragraph for copied in found.copied if copied.similarity > 0.9}
    planted = {number for number, _ in speech if number % 3 == 0}
    print(
        f"similar, {sum(len(said) for _, said in speech)} characters: {took[0]:.0f} ms; share {found.share:.0%}"
    )
    print(f"copied paragraphs named: {len(named & planted)} of {len(planted)}")


if __name__ == "__main__":
    main()
