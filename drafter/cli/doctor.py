"""`drafter doctor`: what this computer has, and where drafter keeps things."""

from __future__ import annotations

from drafter.cli import console, options
from drafter.reports import doctor as report


def doctor(as_json: options.AsJson = False) -> int:
    """例子：
      drafter doctor

    查看本机情况：版本、字体、LibreOffice、各文件夹、设置从哪里来。
    """
    from drafter.actions import doctor as action

    findings = action.examine(options.session())
    if as_json:
        console.emit(report.as_json(findings))
        return 0
    group = ""
    for finding in findings:
        if finding.group != group:
            group = finding.group
            console.say(f"{group}：")
        console.say(f"  {'√' if finding.ok else '×'} {finding.name}：{finding.value}")
        if finding.advice:
            console.say(f"      {finding.advice}")
    return 0
