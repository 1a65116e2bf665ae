"""What planning staff ask every month, with the figures of their documents and the sums that answer them.

Stories that need recording, audit or printed pages are told in the tests of those rooms.
"""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from builders import NOWHERE, a_portfolio, a_stage, a_target, an_actual, an_indicator, codes, day, judged, p

from tracker.assessment.milestones import ItemState, assess_milestone
from tracker.assessment.review import review
from tracker.assessment.verdict import Verdict, count
from tracker.domain.calendar import Releases
from tracker.domain.deeds import Done
from tracker.domain.target import InForce, Milestone
from tracker.domain.words import Words

D = Decimal
OUTPUT, SHARE, PROJECTS = an_indicator("flow", "亿元"), an_indicator("ratio"), an_indicator("flow", "个")


def rounded(value: Decimal | None, places: str = "0.01") -> Decimal:
    """A number as it is printed."""
    assert value is not None
    return value.quantize(D(places), ROUND_HALF_UP)


def test_steel_and_aluminium_by_october():
    """860.7 of 1000: 86.07 %, schedule 83.33 %, 2.74 pp ahead, 139.3 left, 69.65 a month, 81 % of the rate so far."""
    found = judged(a_target(a_stage("2023", 1000)), OUTPUT, [("2023-01/2023-10", "860.7")], "2023-12-19").standing
    assert found.completion == D("0.8607")
    assert found.schedule is not None
    assert rounded(found.schedule * 100) == D("83.33")
    assert rounded(found.ahead) == D("2.74")
    assert found.required is not None
    assert (found.required.left, found.required.value, found.required.periods_left) == (D("139.3"), D("69.65"), 2)
    assert found.required.average_so_far is not None
    assert rounded(found.required.value / found.required.average_so_far) == D("0.81")


def test_october_is_thirteen_point_eight_ahead():
    """629.0 of 647.4: 97.16 - 83.33 = 13.82, printed 13.8; rounding first would make it 13.9."""
    found = judged(a_target(a_stage("2023", "647.4")), OUTPUT, [("2023-01/2023-10", "629.0")], "2023-11-20").standing
    assert rounded(found.ahead, "0.1") == D("13.8")


def test_sixty_three_percent_at_the_half_year():
    """63 - 50 = 13 percentage points ahead."""
    found = judged(a_target(a_stage("2021", 100)), OUTPUT, [("2021-H1", 63)], "2021-07-20").standing
    assert found.ahead == 63 - 50


@pytest.mark.parametrize(
    ("indicator", "stages", "asked"),
    [
        (SHARE, (30, 40, 60), 40 + D(60 - 40) * 12 / 24),
        (SHARE, (10, 15, 30), 15 + D(30 - 15) * 12 / 24),
        (OUTPUT, (200, 300, 500), 300 + D(500 - 300) * 6 / 24),
    ],
)
def test_changjis_stages_between_two_commitments(indicator: object, stages: tuple[int, ...], asked: Decimal):
    """On 30 June 2024 a share is asked for 2024 as a whole, and of an output what is due by June."""
    years = zip(("2022", "2023", "2025"), stages, strict=True)
    target = a_target(*(a_stage(by, value) for by, value in years), issued=day("2022-10-09"))
    found = judged(target, indicator, [], "2024-06-30")
    assert found.asked is not None
    assert found.last_commitment is not None
    assert (str(found.last_commitment.by), str(found.stage.by), found.asked.path) == ("2023", "2025", "even")
    assert found.asked.value == asked
    assert asked in {D(50), D("22.5"), D(350)}


def test_about_sixty_depends_on_the_tolerance_that_is_printed():
    """58.6 is within 5 % of 60, which is 57; without a tolerance it is short."""
    verdicts = [
        judged(a_target(a_stage("2025", 60, "about", tolerance)), SHARE, [("2025", "58.6")], "2026-02-20").verdict
        for tolerance in ("5%", "")
    ]
    assert verdicts == [Verdict.MET, Verdict.MISSED]


def test_ninety_two_of_a_hundred_and_sixty_projects():
    """57.5 % against 50 %, 7.5 pp ahead; 68 to go are 11.3 a month, so at least 12."""
    found = judged(a_target(a_stage("2025", 160)), PROJECTS, [("2025-H1", 92)], "2025-07-10").standing
    assert (found.completion, found.schedule, found.ahead) == (D("0.575"), D("0.5"), D("7.5"))
    assert found.required is not None
    assert (found.required.left, found.required.value) == (68, 12)


def test_a_reserve_that_fell_below_its_floor_in_march():
    """1040, 990, 1015 in January, March and May: broken, kept again, and February and April are not known."""
    reserve = an_indicator("stock", "亿元", releases=Releases.MONTHLY)
    floor = a_target(a_stage("2025", 1000), when="throughout")
    found = judged(floor, reserve, [("2025-01", 1040), ("2025-03", 990), ("2025-05", 1015)], "2025-06-10")
    said = {c.code: dict(c.facts) for c in found.caveats}
    assert found.verdict is Verdict.OFF_TRACK
    assert said["floor-breached"] == {"periods": (p("2025-03"),)}
    assert said["recovered"] == {"period": p("2025-05")}
    assert [q.last for q in said["missing-observations"]["periods"]] == [p("2025-02").last, p("2025-04").last]


@pytest.mark.parametrize(("on", "state"), [("2025-03-10", ItemState.DUE), ("2025-03-11", ItemState.LATE)])
def test_four_of_five_named_projects_have_started(on: str, state: ItemState):
    """4 of 5 of the named ones; the fifth is late from 11 March, and the list ends with "and others"."""
    names = tuple(Words(en=str(n)) for n in range(1, 6))
    start = Milestone("start", Words(en="s"), "", Words(en=""), p("2025-03-10"), names, None, open_list=True,
                      location=NOWHERE)  # fmt: skip
    reports = [Done("start", str(n), day("2025-03-01"), None, None, NOWHERE) for n in range(1, 5)]
    found = assess_milestone(start, reports, day(on), None)
    assert (found.done, found.total, found.items[4].state) == (4, 5, state)
    assert "list-open" in {c.code for c in found.caveats}


def test_nothing_is_expected_in_january():
    """In the middle of February no figure is missing: the next one, for January and February, comes in March."""
    monthly = an_indicator("flow", "亿元", releases=Releases.MONTHLY_NO_JANUARY, release_lag_days=17)
    found = judged(a_target(a_stage("2025", 1000)), monthly, [("2024", 980)], "2025-02-20")
    assert not codes(found.caveats) & {"stale", "due-today"}
    february = judged(a_target(a_stage("2025", 1000)), monthly, [("2025-01/2025-02", 150)], "2025-03-20")
    assert february.standing.schedule == D(2) / 12


def test_fifteen_percent_by_2025_has_four_readings():
    """Until somebody decides, each reading has its own verdict and the target counts as unknown."""
    target = a_target(a_stage("2025", 15), reading="unsettled", baseline=("2020", None))
    figures = [("2021", 20), ("2022", 14), ("2023", 15), ("2024", 16), ("2025", "13.5")]
    found = judged(target, an_indicator("growth"), figures, "2026-02-20")
    read = {reading.value: judgement.verdict.value for reading, judgement in found.readings}
    assert D("1.2") * D("1.14") * D("1.15") * D("1.16") * D("1.135") > D("1.15") ** 5
    assert read == {"in-year": "missed", "every-year": "missed", "average": "met", "cumulative": "met"}
    assert found.verdict is Verdict.UNKNOWN


def test_a_target_revised_in_mid_year_leaves_the_past_as_it_was():
    """A bulletin of June says the same in December as it did in June."""
    old = a_target(a_stage("2025", 1000), id="old", in_force=InForce(until=day("2025-06-30")))
    new = a_target(a_stage("2025", 900), id="new", in_force=InForce(since=day("2025-07-01")), replaces="old")
    early = [an_actual("2025-01/2025-05", 400, "亿元", published=day("2025-06-15"))]
    late = [*early, an_actual("2025-01/2025-11", 800, "亿元", published=day("2025-12-15"))]
    printed, again = (
        review(a_portfolio([OUTPUT], known, targets=(old, new)), day("2025-06-20"), day("2025-06-20"))
        for known in (early, late)
    )
    assert [a.target.id for a in printed.targets] == ["old"]
    assert printed.targets == again.targets


def test_an_article_of_december_is_not_known_in_november():
    """As known on 15 November 2023, the figure printed on 19 December does not exist."""
    figures = [an_actual("2023-01/2023-10", "860.7", "亿元", published=day("2023-12-19"))]
    found = judged(a_target(a_stage("2023", 1000)), OUTPUT, figures, "2023-11-15", known_at="2023-11-15")
    assert (found.latest, found.verdict) == (None, Verdict.UNKNOWN)


def test_a_note_without_a_year_is_shown_and_not_used():
    """The half year of which year? Until it is said the figure judges nothing."""
    found = judged(a_target(a_stage("2024", 100)), OUTPUT, [an_actual(None, 63, "亿元")], "2024-08-01")
    assert (found.verdict, len(found.undated), "year-undetermined" in codes(found.caveats)) == (
        Verdict.UNKNOWN,
        1,
        True,
    )


def test_the_year_end_is_settled_with_its_denominators():
    """Of four targets one is met, one missed, one about met, and one cannot be assessed."""
    stages = (a_stage("2025", 100), a_stage("2025", 200), a_stage("2025", 130, "about", "10%"), a_stage("2025", None))
    targets = tuple(a_target(stage, id=str(n)) for n, stage in enumerate(stages))
    workspace = a_portfolio([OUTPUT], [an_actual("2025", 120, "亿元")], targets=targets)
    totals = count(review(workspace, day("2026-01-20")).verdicts)
    assert {v.value: n for v, n in totals.items() if n} == {"met": 2, "missed": 1, "unknown": 1}
    assert sum(totals.values()) == 4


def test_investment_without_a_target_for_the_year_is_not_judged():
    """76.8 and +83.7 % by October, but no number is promised and no base is known: unknown, and nothing made up."""
    rise = a_target(a_stage("2023", None))
    found = judged(rise, OUTPUT, [an_actual("2023-01/2023-10", "76.8", "亿元", growth="83.7")], "2023-12-19")
    assert found.judgement.reason is not None
    assert (found.verdict, found.judgement.reason.code) == (Verdict.UNKNOWN, "unquantified")
    assert (found.standing.completion, found.standing.required, found.asked) == (None, None, None)
