"""An old speech of our own words, and the real ones that DRAFTER_SAMPLES names."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = os.environ.get("DRAFTER_SAMPLES", "")
REAL = sorted([*Path(FOLDER).glob("*.txt"), *Path(FOLDER).glob("*.docx")]) if FOLDER else []


def squeezed(text):
    return "".join(text.split())


SPEECH = """在全市安全生产会议上的讲话
（2026年3月12日）
同志们：
今天，我们开个会。
一、充分肯定成绩
（一）事故少了。全年事故同比下降12%。
（二）隐患清了。整改3200处。
二、清醒看到不足
突出表现在两个方面：一是责任没压实；二是基础不牢。
三、抓好重点任务
（一）查隐患。6月底前全面排查。（责任单位：市应急管理局；完成时限：2026-06-30）
（二）强培训。年底前轮训一遍。
同志们，让我们抓紧干起来。
谢谢大家！
"""
