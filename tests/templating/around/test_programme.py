"""The agenda as the papers of a meeting tell it: turns, kinds, what was heard, who took which part."""

from __future__ import annotations

import pytest

from drafter.model.outline import AgendaItem, Occasion, Outline, Person, Speaker
from drafter.templating.around import about, programme

MAYOR = Person("梁溯", "市长")
CHAIR = Person("余青原", "常务副市长")
CHIEF = Person("霍听澜", "局长", "市水务局")


def noted(*agenda, people=(), speaker=""):
    occasion = Occasion(agenda=tuple(AgendaItem(*item) for item in agenda), people=people)
    return programme.entries(occasion, Speaker(name=speaker))


def parts(*people, agenda=(), chair=""):
    occasion = Occasion(agenda=tuple(AgendaItem(*item) for item in agenda), chair=chair)
    return [notes["part"] for notes in programme.attendance(people, occasion)]


def test_every_entry_is_numbered_and_the_speakers_own_is_noted():
    """He calls nobody, and does it himself."""
    notes = noted(("甲局", "通报"), ("余青原常务副市长", "讲话"), ("乙县", "发言"), speaker="余青原")

    assert [note["number"] for note in notes] == [1, 2, 3]
    assert [note["own"] for note in notes] == [False, True, False]


def test_first_and_last_are_counted_by_kind_among_what_others_do():
    """Thanks differ for the last speech; the speaker's own speech is none of them."""
    speech = ("梁溯", "讲话")
    notes = noted(
        speech, ("甲县", "交流发言"), speech, ("余青原", "讲话"), ("乙县", "交流"), speaker="余青原"
    )

    assert [note["first"] for note in notes] == [True, True, False, False, False]
    assert [note["last"] for note in notes] == [False, False, True, False, True]


@pytest.mark.parametrize(
    ("does", "what", "kind"),
    [
        ("作重要讲话", "", "讲话"),
        ("交流发言", "", "交流"),
        ("宣读", "《关于表彰先进的决定》", "表彰"),
        ("宣读", "《关于表扬先进的通报》", "表扬"),
        ("宣读", "《关于表扬和批评的通报》", ""),
        ("宣读", "《方案》", ""),
        ("观看", "表彰先进的片子", ""),
    ],
)
def test_kinds(does, what, kind):
    """Only what is read out is congratulated upon, and only where nobody is blamed."""
    assert programme.kind(AgendaItem("某人", does, what)) == kind


@pytest.mark.parametrize(
    ("who", "does", "in_turn"),
    [
        ("甲县、乙县", "发言", True),
        ("各县区", "表态发言", True),
        ("甲县", "发言", False),
        ("甲、乙", "汇报", False),
    ],
)
def test_several_who_speak_do_so_in_turn(who, does, in_turn):
    """依次."""
    (note,) = noted((who, does))

    assert note["in_turn"] is in_turn


@pytest.mark.parametrize(
    ("does", "heard"), [("作汇报", True), ("表态发言", True), ("观看", False), ("宣读", False)]
)
def test_what_a_meeting_hears(does, heard):
    """Minutes gather it in one sentence."""
    (note,) = noted(("某人", does))

    assert note["heard"] is heard


@pytest.mark.parametrize(
    ("does", "what", "how"),
    [
        ("听取和审议", "《报告》", "审议"),
        ("审议", "", ""),
        ("作报告", "政府工作报告", "报告"),
        ("说明", "草案", "报告"),
        ("讲话", "工作", ""),
    ],
)
def test_how_a_meeting_took_a_paper(does, what, how):
    """A resolution names what was reviewed; nothing is where no paper is named."""
    assert programme.reviewed(AgendaItem("某人", does, what)) == how


@pytest.mark.parametrize(
    ("presence", "there"), [("", True), ("出席", True), ("列席", False), ("请假", False)]
)
def test_who_does_something_may_be_there_by_name(presence, there):
    """The news tells those among who attended."""
    (note,) = noted(
        ("梁溯市长", "讲话"), people=(Person("梁溯", "市长", presence=presence), Person("", "主任"))
    )

    assert note["by_present"] is there


def test_each_takes_one_part():
    """The chair goes before a speech, a speech before whatever else; the first to speak is told apart."""
    agenda = (("梁溯", "讲话"), ("霍听澜", "通报"), ("邵闻", "讲话"), ("余青原", "讲话"))
    people = (CHAIR, MAYOR, Person("邵闻"), CHIEF, Person("柏予宁"))

    assert parts(*people, agenda=agenda, chair="常务副市长余青原") == [
        "主持并讲话", "首先讲话", "讲话", "另有事项", "出席",
    ]  # fmt: skip
    assert parts(CHAIR, chair="余青原") == ["主持"]


def test_who_is_not_there_or_has_no_name_takes_none():
    """Nor does an empty name stand in every text."""
    away = Person("梁溯", presence="请假")

    assert parts(away, Person("", "主任"), agenda=(("梁溯", "讲话"),), chair="梁溯") == ["", ""]


@pytest.mark.parametrize(
    ("time", "day"),
    [
        ("2026年3月26日（星期四）下午3:00", "2026年3月26日下午"),
        ("2026年3月26日（星期四）15:00", "2026年3月26日"),
        ("2026年3月26日", "2026年3月26日"),
        ("近日", "近日"),
        ("", ""),
    ],
)
def test_the_day_of_a_time(time, day):
    """Without weekday and hour."""
    assert programme.day_of(time) == day


def test_templates_see_it_beside_people_and_programme():
    """In the order in which those stand; the day is the text's where the meeting has no time."""
    occasion = Occasion(people=(CHIEF, Person("梁溯", rank=1)), agenda=(AgendaItem("梁溯", "讲话"),))
    told = about.about(Outline(occasion=occasion, date="2026年3月26日"), "", False, str)["occasion"]

    assert [(person["name"], person["part"]) for person in told["people"]] == [
        ("梁溯", "首先讲话"), ("霍听澜", "出席"),
    ]  # fmt: skip
    assert [(entry["who"], entry["kind"]) for entry in told["programme"]] == [("梁溯", "讲话")]
    assert told["day"] == "2026年3月26日"


@pytest.mark.parametrize(
    ("name", "who", "same"),
    [
        ("林舟", "副市长林舟", True),
        ("林舟", "林舟副市长", True),
        ("林舟", "林舟、梁溯", True),
        ("林舟", "林舟同志", True),
        ("林舟", "副市长林舟舟", False),
        ("林舟", "林舟舟局长", False),
        ("林舟", "市水务局林舟（挂职）", True),
        ("", "林舟", False),
    ],
)
def test_a_name_is_not_part_of_another(name, who, same):
    """林舟 and 林舟舟 sit in one hall."""
    assert programme.is_named(name, who) is same


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("陆怀川副区长", "陆怀川"),
        ("梁溯市长", "梁溯"),
        ("余青原常务副市长", "余青原"),
        ("常务副市长余青原", "余青原"),
        ("市水务局", ""),
    ],
)
def test_a_name_is_told_from_its_post(who, name):
    """Before it or behind."""
    assert programme.name_in(who) == name
