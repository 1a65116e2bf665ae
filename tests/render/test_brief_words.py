"""The sentences of a leader's page, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from briefs import the_page
from builders import a_stage, a_target, an_indicator, judged
from samples import the_review

from tracker.render.brief import EVERYTHING, PAGE, Brief
from tracker.render.brief_sentences import position
from tracker.render.brief_words import page
from tracker.render.wording import wording_for

EN, ZH = wording_for("en"), wording_for("zh")
TODAY = "2025-04-30"


def test_the_three_parts_in_chinese(example: Path):
    """As a planning office heads them."""
    shown = the_page(example, "zh")
    assert [part.heading for part in shown.parts] == ["一、进展情况", "二、存在的问题", "三、下一步措施"]
    assert shown.parts[0].paragraphs[0] == (
        "截至2026年8月25日，纳入跟踪的12项目标任务中可判定11项：提前完成1项、已完成1项、达到序时进度4项、未达到序时进度3项、"
        "逾期未完成2项。已完成和进展正常的6项，占可判定11项的54.5%。"
    )
    assert (
        "2026年1-7月规模以上工业总产值694.0亿元，完成目标的58.8%，超序时进度0.5个百分点" in shown.parts[0].paragraphs[1]
    )
    assert (
        shown.parts[1]
        .paragraphs[0]
        .startswith("可判定的11项中，滞后、逾期或存在风险的5项，按牵头单位分：工业和信息化局2项")
    )
    assert [p[:2] for p in shown.parts[2].paragraphs] == ["一是", "二是"]


def test_the_three_parts_in_english(example: Path):
    """The same figures."""
    shown = the_page(example, "en")
    assert [part.heading for part in shown.parts] == ["1. Progress", "2. Problems", "3. Next steps"]
    assert shown.parts[0].paragraphs[0] == (
        "As of 2026-08-25, 11 of 12 promises could be judged: 1 done early, 1 completed, 4 on schedule, 3 behind, "
        "2 overdue. Met or on track are 6 of 11 (54.5%)."
    )
    said = "Gross output of industry 69.40 bn CNY (Jan-Jul 2026), 58.8% of the target, 0.5 pp ahead of schedule"
    assert said in shown.parts[0].paragraphs[1]
    assert "Industry bureau 2" in shown.parts[1].paragraphs[0]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_page_says_its_day_its_knowledge_and_its_periods(example: Path, lang: str):
    """And what it is compared with."""
    facts = " ".join(the_page(example, lang).facts)
    wanted = {
        "en": ("2026-08-25", "all figures on record", "2025 to Jan-Jul 2026", "2026-06-25"),
        "zh": ("2026年8月25日", "已登记的全部数据", "2025年至2026年1-7月", "2026年6月25日"),
    }
    assert [each for each in wanted[lang] if each not in facts] == []


def test_what_was_known_then_is_said():
    """A page as known on a past day."""
    assert "with the figures known on 2025-03-31" in page(Brief(the_review("2025-03-31"), None), EN).facts


def test_unknown_promises_are_told_by_reason_and_by_remedy():
    """Not one by one."""
    _, problems, steps = page(Brief(the_review(), None), EN).parts
    assert "3 of 6 cannot be judged: 1 without any figure, 1 without a date, 1 without a number." in problems.paragraphs
    assert any("report figures for 1, set a date for 1, set a number for 1" in p for p in steps.paragraphs)


def test_a_page_without_any_judgement_says_so():
    """No share of nothing is worked out."""
    nothing = the_review()._replace(targets=(), milestones=())
    shown = page(Brief(nothing, None), EN)
    assert shown.parts[0].paragraphs == ("As of 2025-04-15, none of 0 promises could be judged.",)
    assert {lamp.of for lamp in shown.lamps} == {""}


def test_a_title_of_ones_own_goes_before_ours():
    """As it was given."""
    assert page(Brief(the_review(), None, title="July meeting"), EN).title == "July meeting"


@pytest.mark.parametrize(
    ("measure", "unit", "better", "aim", "stage", "value", "en", "zh"),
    [
        ("flow", "亿元", "higher", "at-least", 120, 36, "5.0 pp ahead of schedule", "超序时进度5.0个百分点"),
        ("flow", "亿元", "higher", "at-least", 120, 24, "5.0 pp behind schedule", "落后序时进度5.0个百分点"),
        ("flow", "亿元", "higher", "at-least", 120, 30, "level with the schedule", "与序时进度持平"),
        ("flow", "亿元", "higher", "at-least", 120, "29.99", "level with the schedule", "与序时进度持平"),
        ("growth", "%", "higher", "at-least", 8, "7.2", "0.8 pp below what is asked for", "低于应达水平0.8个百分点"),
        ("growth", "%", "higher", "at-least", 8, 8, "exactly as asked for", "与应达水平持平"),
        ("rank", "位", "lower", "at-most", 5, 4, "1 place better than asked for", "比要求靠前1位"),
        ("rank", "位", "lower", "at-most", 5, 7, "2 places worse than asked for", "比要求落后2位"),
    ],
)
def test_ahead_and_behind_in_words(  # noqa: PLR0913, PLR0917 -- one row of the table
    measure: str, unit: str, better: str, aim: str, stage: int, value: object, en: str, zh: str
):
    """A running total by schedule, a rate by its distance, a rank by places."""
    target = a_target(a_stage("2025", stage, aim))
    a = judged(target, an_indicator(measure, unit, better), [("2025-Q1", value)], TODAY)
    assert (position(a, EN), position(a, ZH)) == (en, zh)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "On schedule today, but unlikely to be kept at this course: 1. Local sourcing of the key chains, in stages",
        ),
        ("zh", "目前达到序时进度，但按当前走势难以如期完成的1项。重点产业链本地配套率分阶段提升：预计"),
    ],
)
def test_an_early_warning_is_a_problem_and_nothing_that_goes_well(example: Path, lang: str, said: str):
    """The verdict says how it stands today, the page also where it goes."""
    progress, problems, _ = the_page(example, lang).parts
    assert [text.startswith(said) for text in problems.paragraphs].count(True) == 1
    named = {"en": "Parts of the key chains", "zh": "重点产业链本地配套率"}[lang]
    assert [text for text in progress.paragraphs if named in text] == []


def test_a_whole_page_has_what_no_figure_speaks_of_yet():
    """With --all every indicator has a line; otherwise those without a figure are one count among the problems."""
    pages = [Brief(the_review(), None, most) for most in (PAGE, EVERYTHING)]
    assert [len(brief.main) for brief in pages] == [2, 4]
