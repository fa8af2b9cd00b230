"""`drafter schema`: the shape of an outline, for editors and for reading."""

from __future__ import annotations

from typing import Annotated

import typer

from drafter.cli import console, options
from drafter.reports import schema as report


def schema(
    template: options.Template = "",
    key_table: Annotated[bool, typer.Option("--key-table", help="列出每个键和值的中英文写法")] = False,
    as_json: options.AsJson = False,
) -> int:
    """例子：
      drafter schema > outline.schema.json
      drafter schema --key-table

    输出大纲的 JSON Schema（给编辑器补全用），或键的中英文对照表。
    """
    from drafter.actions import schema as action

    if key_table:
        rows = action.key_table()
        if as_json:
            console.emit(report.keys_json(rows))
            return 0
        console.table(
            [
                ["用在", "英文", "中文", "说明"],
                *([r.where, r.name, "、".join(r.chinese), r.about] for r in rows),
            ]
        )
        return 0
    described = action.schema(options.session(), template)
    console.emit(report.as_json(described) if as_json else described)
    return 0
