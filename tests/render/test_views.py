"""Status, gap analysis and milestones as whole texts, in both languages."""

from __future__ import annotations

import pytest
from builders import a_portfolio, a_stage, an_actual, an_indicator, day
from samples import MILESTONES, a_promise, the_portfolio, the_review, whole

from tracker.assessment.review import review
from tracker.assessment.verdict import Verdict
from tracker.domain.portfolio import Portfolio
from tracker.render.as_plain import as_plain
from tracker.render.views import gaps, milestones, shares, status
from tracker.render.wording import Wording, wording_for

EN, ZH = wording_for("en"), wording_for("zh")


@pytest.mark.parametrize("wording", [EN, ZH], ids=["en", "zh"])
def test_the_status_says_where_every_promise_stands(wording: Wording):
    """28 of 120 bn CNY are 23.3 %, a quarter of the year is 25 %: 1.7 pp behind; totals name what they are of."""
    shown = as_plain(status(the_review(), wording))
    assert shown == whole(f"status.{wording.lang}", shown)


@pytest.mark.parametrize("wording", [EN, ZH], ids=["en", "zh"])
def test_the_gap_analysis_says_what_is_missing_and_what_the_rest_must_bring(wording: Wording):
    """A quarter of 120 is 30, 28 - 30 = -2, (120 - 28) / 9 = 10.22, and that is 110 % of 28 / 3."""
    shown = as_plain(gaps(the_review(), wording))
    assert shown == whole(f"gap.{wording.lang}", shown)


def test_a_review_as_known_on_another_day_says_so():
    """Both days stand in the title."""
    titles = [status(the_review("2025-04-12"), wording)[0].title for wording in (EN, ZH)]
    assert titles == [
        "Status as of 2025-04-15, as known on 2025-04-12",
        "目标进度（截至2025年4月15日，按2025年4月12日已知数据）",
    ]


def selected(portfolio: Portfolio) -> str:
    """The status of a part of the workspace."""
    return as_plain(status(review(portfolio, day("2025-04-15")), EN))


def test_nothing_selected_is_said():
    """No empty table."""
    assert selected(the_portfolio()._replace(targets=(), milestones=())) == (
        "Status as of 2025-04-15\n\nnothing was selected\n"
    )


def test_milestones_alone_carry_the_title_of_the_view():
    """There is no table of targets before them."""
    shown = selected(the_portfolio()._replace(targets=())).splitlines()
    assert shown[0] == "Status as of 2025-04-15"
    assert shown[2].split() == ["·", "verdict", "milestone", "id", "by", "done", "remarks"]
    assert shown[-1] == "× missed: 1 of 2 judged (50.0%)"


def test_a_column_in_which_nothing_stands_is_left_out():
    """Here no milestone has a day, and none is late."""
    undated = MILESTONES[0]._replace(by=None)
    found = review(a_portfolio([], milestones=[undated]), day("2025-04-15")).milestones
    sheet = milestones(found, "", EN)
    assert [column.heading for column in sheet.columns] == ["· verdict", "milestone", "id", "done", "remarks"]


@pytest.mark.parametrize(
    ("verdicts", "said"),
    [
        (
            [Verdict.MET, Verdict.MET, Verdict.OFF_TRACK],
            ["√ met: 2 of 3 judged (66.7%)", "■ off track: 1 of 3 judged (33.3%)"],
        ),
        ([Verdict.UNKNOWN], ["○ unknown: 1 of 1 (100.0%)"]),
        ([], []),
    ],
)
def test_totals_name_what_they_are_a_share_of(verdicts: list[Verdict], said: list[str]):
    """Verdicts are shares of what could be judged, the unknown ones of all."""
    assert list(shares(verdicts, EN)) == said


@pytest.mark.parametrize(
    ("stage", "more", "english", "chinese"),
    [
        (("2025", 60, "about"), {}, "about 60%", "60%左右"),
        (("2025", 1, "between", "", 5), {}, "between 1 and 5%", "1至5%"),
        (("2025", 8, "exactly"), {}, "exactly 8%", "等于8%"),
        (("2025", 15), {"of": "growth"}, "growth of at least 15%", "增长15%以上"),
        (("2030", 7, "about"), {"of": "growth", "reading": "average"}, "average growth of about 7%", "年均增长7%左右"),
        (("2025", 1), {"of": "difference", "peer": "y"}, "ahead by at least 1 pp", "领先1个百分点以上"),
        (("2025", 5), {"of": "increase"}, "increase of at least 5 pp", "增加5个百分点以上"),
    ],
)
def test_a_promise_says_what_its_number_speaks_of(stage: tuple, more: dict, english: str, chinese: str):
    """Growth, an increase or a lead are not the value itself."""
    target = a_promise("t", "t", "t", a_stage(*stage), indicator="x", **more)
    portfolio = a_portfolio([an_indicator(), an_indicator(id="y")], [an_actual("2024", 1)], targets=[target])
    found = review(portfolio, day("2025-04-15"))
    shown = [status(found, wording)[0].rows[0].cells[3] for wording in (EN, ZH)]
    assert shown == [english, chinese]


def test_a_rank_is_promised_among_the_first():
    """At most rank 5 is among the first five."""
    target = a_promise("t", "t", "t", a_stage("2025", 5, "at-most"), indicator="x")
    found = review(a_portfolio([an_indicator("rank", "位", "lower")], targets=[target]), day("2025-04-15"))
    assert [status(found, wording)[0].rows[0].cells[3] for wording in (EN, ZH)] == ["among the first 5", "前5位"]
