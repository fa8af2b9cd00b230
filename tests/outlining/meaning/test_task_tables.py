"""Tables of tasks as points."""

from __future__ import annotations

from drafter.model.outline import Part, Point, Section
from drafter.outlining.meaning import task_tables

TABLE = (
    ("序号", "任务", "责任单位", "配合单位", "完成时限"),
    ("1", "修堤防", "县水务局", "各镇", "6月底"),
    ("2", "抓演练", "县应急局", "", ""),
)


def test_a_table_of_tasks_is_the_points_of_the_section_above():
    """Who helps is said with who answers."""
    parts = [Part("tasks", (Section(heading="任务"),)), Part("body", (Section(table=TABLE),))]
    (part,) = task_tables.as_points(parts)

    assert part.items[0].points == (
        Point("修堤防", owner="县水务局牵头，各镇配合", deadline="6月底"),
        Point("抓演练", owner="县应急局"),
    )


def test_any_other_table_stays_one():
    """It names no task, or nobody for it."""
    parts = [Part("body", (Section(table=(("项目", "数值"), ("人口", "12"))),))]

    assert task_tables.as_points(parts) == parts


def test_a_table_under_a_section_with_points_is_a_section_of_its_own():
    """Nothing is mixed."""
    above = Section(heading="任务", points=(Point("已有"),))
    parts = task_tables.as_points([Part("tasks", (above,)), Part("body", (Section(table=TABLE),))])

    assert parts[0].items == (above,)
    assert [point.title for point in parts[1].items[0].points] == ["修堤防", "抓演练"]


def test_no_cell_is_lost():
    """Notes, columns of other names, and rows that merged cells leave without a task."""
    table = (
        ("任务", "质量标准", "责任单位", "完成时限", "备注"),
        ("修堤防", "达到50年一遇", "县水务局", "6月底", "每月报进度"),
        ("", "", "县交通局", "10月底", ""),
    )
    (part,) = task_tables.as_points([Part("body", (Section(table=table),))])

    assert part.items[0].points == (
        Point(
            "修堤防",
            ("质量标准：达到50年一遇",),
            owner="县水务局；县交通局",
            deadline="6月底；10月底",
            note="每月报进度",
        ),
    )
