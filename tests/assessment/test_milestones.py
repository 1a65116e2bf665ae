"""Deeds by a day: done, late, due or open, and n of N."""

import pytest
from builders import NOWHERE, codes, day, p

from tracker.assessment.milestones import ItemState, MilestoneAssessment, assess_milestone
from tracker.assessment.verdict import Caveat, Verdict
from tracker.domain.deeds import Done
from tracker.domain.target import Milestone
from tracker.domain.words import Words

NAMES = ("smelter", "foundry", "rolling mill", "park", "power line")


def a_milestone(by: str | None = "2025-03-10", items: tuple[str, ...] = NAMES, **more: object) -> Milestone:
    """Projects that must have started by a day."""
    words = tuple(Words(en=name) for name in items)
    rest = {"count": None, "open_list": False} | more
    return Milestone("m", Words(en="m"), "", Words(en=""), p(by) if by else None, words, location=NOWHERE, **rest)


def done(item: str | None, on: str | None, published: str | None = None) -> Done:
    """A report of a deed, by its name in the list."""
    number = str(NAMES.index(item) + 1) if item in NAMES else item
    return Done("m", number, day(on) if on else None, day(published) if published else None, None, NOWHERE)


def on(
    as_of: str, *reports: Done, milestone: Milestone | None = None, known_at: str | None = None
) -> MilestoneAssessment:
    """A milestone on a day."""
    return assess_milestone(milestone or a_milestone(), reports, day(as_of), day(known_at) if known_at else None)


FOUR = [done(name, "2025-03-01") for name in NAMES[:4]]


@pytest.mark.parametrize(
    ("as_of", "verdict", "state", "caveat"),
    [
        ("2025-01-15", Verdict.ON_TRACK, ItemState.OPEN, None),
        ("2025-03-10", Verdict.AT_RISK, ItemState.DUE, Caveat.of("due", days=0)),
        ("2025-03-11", Verdict.MISSED, ItemState.LATE, Caveat.of("late", days=1)),
    ],
)
def test_four_of_five_are_due_on_the_day_and_late_from_the_next(
    as_of: str, verdict: Verdict, state: ItemState, caveat: Caveat | None
):
    """By 10 March includes 10 March; the fifth project is late from 11 March."""
    found = on(as_of, *FOUR)
    assert (found.verdict, found.items[4].state) == (verdict, state)
    assert caveat is None or caveat in found.caveats


def test_n_of_n_counts_the_named_deeds():
    """4 of 5 have started, and the list says that more may belong to it."""
    found = on("2025-03-11", *FOUR, milestone=a_milestone(open_list=True))
    assert (found.done, found.total, "list-open" in codes(found.caveats)) == (4, 5, True)


def test_a_closed_list_does_not_say_it_is_open():
    """All that was promised is named."""
    assert "list-open" not in codes(on("2025-03-11", *FOUR).caveats)


def test_all_done_in_time_is_met():
    """Five of five on the day itself, which is not early."""
    found = on("2025-03-11", *FOUR, done("power line", "2025-03-10"))
    assert (found.verdict, found.caveats) == (Verdict.MET, ())


def test_all_done_in_the_end_says_how_late():
    """The last one 5 days after the day: done, and late by 5."""
    found = on("2025-04-01", *FOUR, done("power line", "2025-03-15"))
    assert (found.verdict, found.caveats) == (Verdict.MET, (Caveat.of("done-late", days=5),))


def test_a_deed_to_come_is_not_done_yet():
    """On 12 March what happens on the 15th has not happened."""
    assert on("2025-03-12", *FOUR, done("power line", "2025-03-15")).done == 4


def test_what_was_published_later_is_not_known_before():
    """Done on the 5th, printed on the 20th: on the 12th nobody knew."""
    report = done("power line", "2025-03-05", "2025-03-20")
    assert on("2025-03-25", *FOUR, report, known_at="2025-03-12").done == 4
    assert on("2025-03-25", *FOUR, report).done == 5


def test_a_report_without_a_day_counts_from_its_publication():
    """It had been done by then."""
    found = on("2025-03-25", *FOUR, done("power line", None, "2025-03-05"))
    assert (found.verdict, found.items[4].done_on) == (Verdict.MET, None)


def test_a_deed_may_be_named_by_its_number():
    """The fifth of the list."""
    assert on("2025-03-25", done("5", "2025-03-01")).items[4].state is ItemState.DONE


def test_a_report_without_an_item_means_the_whole():
    """That all have started is five of five."""
    assert on("2025-03-25", done(None, "2025-03-01")).done == 5


def test_coverage_of_all_is_a_hundred_percent_of_the_list():
    """Of 3 units that must all be connected, 2 are not enough."""
    units = a_milestone("2025-06", items=(), count=3)
    found = on("2025-07-01", done("1", "2025-05-01"), done("2", "2025-05-02"), milestone=units)
    assert (found.done, found.total, found.verdict) == (2, 3, Verdict.MISSED)


def test_a_milestone_without_a_list_is_its_own_deed():
    """One of one."""
    found = on("2025-02-01", done(None, "2025-01-20"), milestone=a_milestone(items=()))
    assert (found.done, found.total, found.verdict) == (1, 1, Verdict.MET)


def test_an_undated_milestone_cannot_be_late():
    """It is unknown until it is done."""
    found = on("2030-01-01", *FOUR, milestone=a_milestone(None))
    assert (found.verdict, codes(found.caveats), found.items[4].state) == (
        Verdict.UNKNOWN,
        {"undated"},
        ItemState.OPEN,
    )
    assert on("2030-01-01", done(None, "2029-01-01"), milestone=a_milestone(None)).verdict is Verdict.MET


def test_all_done_before_the_day_is_early():
    """The last of them on 9 March, a day before; a deed without a day was done by its publication."""
    early = (Caveat.of("early"),)
    assert on("2025-04-01", *FOUR, done("power line", "2025-03-09")).caveats == early
    assert on("2025-04-01", *FOUR, done("power line", None, "2025-03-09")).caveats == early
    assert on("2025-04-01", *FOUR, done("power line", None, "2025-03-10")).caveats == ()


@pytest.mark.parametrize(
    ("as_of", "begun", "verdict"),
    [
        ("2025-11-30", 0, Verdict.ON_TRACK),  # 31 days before the end of the year
        ("2025-12-01", 0, Verdict.OFF_TRACK),  # 30 days
        ("2025-12-01", 1, Verdict.AT_RISK),
        ("2025-12-30", 4, Verdict.AT_RISK),
        ("2025-12-30", 5, Verdict.MET),
        ("2026-01-01", 4, Verdict.MISSED),
    ],
)
def test_a_milestone_is_as_good_as_the_worst_of_its_deeds(as_of: str, begun: int, verdict: Verdict):
    """Due within thirty days is at risk, and off track where none of several has begun; late is missed."""
    found = on(as_of, *(done(str(n), "2025-10-01") for n in range(1, begun + 1)), milestone=a_milestone("2025"))
    assert (found.done, found.verdict) == (begun, verdict)


def test_a_deed_that_stands_alone_is_at_risk_in_its_last_month():
    """It is not one of several of which none has begun."""
    assert on("2025-03-01", milestone=a_milestone(items=())).verdict is Verdict.AT_RISK


def test_a_report_that_only_counts_speaks_of_one_deed():
    """1 + 1 of ten; the same day and source told twice is one report, and `many` says how many it speaks of."""
    ten = a_milestone("2025", items=(), count=10)
    august, same, september = done(None, "2025-08-01"), done(None, "2025-08-01"), done(None, "2025-09-01")
    counts = [on("2025-12-30", *reports, milestone=ten).done for reports in ((august,), (august, same, september))]
    assert counts == [1, 1 + 1]
    assert on("2025-12-30", august, september._replace(many=3), milestone=ten).done == 1 + 3


def test_deeds_that_are_counted_take_the_numbers_that_are_free():
    """Number 2 is told by itself; the two others are 1 and 3, by their days."""
    found = on(
        "2025-12-30",
        done(None, "2025-09-01"),
        done("2", "2025-10-01"),
        done(None, "2025-08-01"),
        milestone=a_milestone("2025", items=(), count=4),
    )
    assert [i.done_on and i.done_on.month for i in found.items] == [8, 10, 9, None]


def test_all_of_a_count_is_said_as_that():
    """Of ten, one by itself and all by the end: ten."""
    ten = a_milestone("2025", items=(), count=10)
    reports = (done(None, "2025-08-01"), done(None, "2025-09-01")._replace(whole=True))
    found = on("2025-12-30", *reports, milestone=ten)
    assert (found.done, found.verdict, codes(found.caveats)) == (10, Verdict.MET, {"early"})


def test_a_mere_number_of_deeds_is_numbered_from_one():
    """The first of three is deed number 1."""
    found = on("2025-07-01", done("1", "2025-05-01"), milestone=a_milestone("2025-06", items=(), count=3))
    assert [(i.name.en, i.state.value) for i in found.items] == [("1", "done"), ("2", "late"), ("3", "late")]


def test_a_report_that_corrects_an_earlier_one_counts():
    """Done on 12 March, said the first; on 9 March, says the second."""
    reports = [done(None, on, "2025-03-20") for on in ("2025-03-12", "2025-03-09")]
    assert on("2025-04-01", *reports, milestone=a_milestone(items=())).caveats == (Caveat.of("early"),)
