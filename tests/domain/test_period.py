"""Periods: how they are written, printed, ordered and shared out."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.day_text import last_day_named, named_day, read_day
from tracker.domain.elapsed import Convention, share_elapsed
from tracker.domain.period import Period
from tracker.domain.period_doubts import Doubt, NotAPeriod
from tracker.domain.period_text import year_undetermined

JAN_OCT = (date(2025, 1, 1), date(2025, 10, 31))
YEAR = (date(2025, 1, 1), date(2025, 12, 31))
OCTOBER = (date(2025, 10, 1), date(2025, 10, 31))
FIRST_QUARTER = (date(2025, 1, 1), date(2025, 3, 31))
FIRST_HALF = (date(2025, 1, 1), date(2025, 6, 30))
PLAN = (date(2021, 1, 1), date(2025, 12, 31))
LAST_DAY = (date(2025, 12, 31), date(2025, 12, 31))
NINTH = (date(2025, 10, 9), date(2025, 10, 9))

FORMS = {
    YEAR: (
        "2025", "2025年", "2025年全年", "2025全年", "2025年度", "２０２５年", " 2025 ", "“2025年”",
        "2025-A1", "2025年1-4季度",
    ),
    FIRST_HALF: (
        "2025-H1", "2025H1", "2025h1", "2025-S1", "2025S1", "2025年上半年", "2025-01/2025-06",
        "H1 2025", "S1 2025", "h1-2025",
        "2025年1-6月份", "2025年1—6月份", "2025年一至二季度", "2025.1-6", "2025.01-06月",
    ),
    (date(2025, 7, 1), date(2025, 12, 31)): ("2025-H2", "2025-S2", "2025年下半年", "H2 2025"),
    FIRST_QUARTER: (
        "2025-Q1", "2025Q1", "2025q1", "2025年一季度", "2025年第一季度", "2025年1季度", "Jan-Mar 2025",
        "Q1 2025", "Ｑ１　２０２５",
    ),
    (date(2025, 4, 1), date(2025, 6, 30)): ("2025-Q2", "2025年二季度", "2025年第二季度"),
    (date(2025, 7, 1), date(2025, 9, 30)): ("2025-Q3", "2025年三季度"),
    (date(2025, 10, 1), date(2025, 12, 31)): ("2025-Q4", "2025年四季度", "2025年第4季度"),
    OCTOBER: (
        "2025-10", "2025-M10", "2025M10", "2025m10", "Oct 2025", "October 2025", "2025年10月", "2025 年 10 月",
        "2025年10月份", "2025/10", "2025.10", "202510", "10/2025", "Oct-25", "Oct-2025",
    ),
    (date(2025, 9, 1), date(2025, 9, 30)): (
        "2025-09", "2025-M09", "Sep 2025", "Sept 2025", "2025年9月", "2025年09月", "2025M9",
        "2025.9", "2025/9", "202509",
    ),
    (date(2012, 12, 1), date(2012, 12, 31)): ("2012-12", "2012/12", "Dec-12"),
    (date(1998, 12, 1), date(1998, 12, 31)): ("Dec-98",),
    (date(2035, 12, 1), date(2035, 12, 31)): ("Dec-35",),
    (date(2024, 12, 30), date(2025, 1, 5)): ("2025-W01", "2025W1", "2025-w01"),
    (date(2025, 2, 10), date(2025, 2, 16)): ("2025-W07",),
    (date(2025, 1, 1), date(2025, 1, 1)): ("2025-D001", "2025D001"),
    (date(2024, 12, 31), date(2024, 12, 31)): ("2024-D366",),
    (date(2023, 4, 1), date(2024, 3, 31)): ("Apr 2023-Mar 2024", "April 2023 – March 2024", "2023年4月-2024年3月"),
    (date(2015, 1, 1), date(2016, 12, 31)): ("2015-01/2016-12", "2015-2016年", "2015..2016", "Jan 2015-Dec 2016"),
    (date(2021, 1, 1), date(2023, 12, 31)): ("2021/2023", "2021-2023", "2021—2023", "2021-2023年"),
    NINTH: ("2025-10-09", "2025年10月9日", "2025年10月09日", "2025—10—09"),
    JAN_OCT: (
        "2025-01/2025-10", "2025-01..2025-10", "2025-01 / 2025-10", "ytd 2025-10", "YTD 2025M10", "Jan-Oct 2025",
        "January–October 2025", "2025年1-10月", "2025年1–10月", "2025年1—10月", "2025年1——10月", "2025年1～10月",
        "2025年1~10月", "2025年1至10月", "2025年1一10月", "2025年1－10月", "２０２５年１－１０月", "2025 年 1 - 10 月",
        "2025年1月-10月", "2025年1月至10月", "2025年1月—2025年10月", "2025-Q1/2025-10", "2025年1-10月份",
    ),
    (date(2025, 1, 1), date(2025, 9, 30)): (
        "2025年前三季度", "2025年前3季度", "2025年前三个季度", "2025-Q1/2025-Q3", "2025年1-3季度", "2025年1—3季度",
        "2025年一至三季度", "2025年第一季度至第三季度",
    ),
    LAST_DAY: ("2025年末", "2025年底", "“十四五”末", "十四五末", '"十四五"末', "＂十四五＂期末", "「十四五」末"),
    (date(2025, 6, 30), date(2025, 6, 30)): ("2025年6月末", "2025年6月底"),
    PLAN: ("2021/2025", "2021..2025", "“十四五”", "‘十四五’时期", "“十四五”期间", "2021—2025年", "2021年至2025年"),
    (date(2026, 1, 1), date(2030, 12, 31)): ("“十五五”", "十五五"),
    (date(2016, 1, 1), date(2020, 12, 31)): ("“十三五”",),
    (date(2030, 12, 31), date(2030, 12, 31)): ("“十五五”末",),
}  # fmt: skip

REFUSED = (
    "", " ", "-", "/", "..", "年", "25", "201813", "202500", "2025-1", "2025-13", "2025-00", "2025-10-32", "2025-02-30",
    "2025-Q5", "2025-Q0", "2025-H3", "2025-M13", "20 25", "2025-1 0", "1899", "2201", "二〇二五年", "2025年13月",
    "2025年0月", "2025年1-13月", "2025年五季度", "2025/10/09", "foo 2025", "Octo 2025", "ytd", "ytd 2025", "十五",
    "XXXX", "XXXX-H1", "2025-10/", "/2025-10", "2025/2026/2027", "202²", "٢٠٢٥", "2025\x00", "last month",
    "2025M1 0", "2025-W54", "2025-W00", "2025-D366", "2025-D000", "2025-A2", "Q5 2025", "H3 2025", "Dec 25", "25-Dec",
    "13/2025", "10-2025", "7.2025",
)  # fmt: skip

years = st.integers(1900, 2200)
months = st.builds(Period.of_month, years, st.integers(1, 12))
days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
day_ranges = st.tuples(days, days).map(lambda ends: Period(min(ends), max(ends)))
month_ranges = st.tuples(months, months).map(lambda ends: Period(min(ends).first, max(ends).last))
periods = st.one_of(
    months,
    month_ranges,
    day_ranges,
    days.map(Period.of_day),
    years.map(Period.of_year),
    st.builds(Period.of_half, years, st.integers(1, 2)),
    st.builds(Period.of_quarter, years, st.integers(1, 4)),
    st.builds(Period.year_to_date, years, st.integers(1, 12)),
    st.tuples(years, years).map(lambda ends: Period.months(min(ends), 1, max(ends), 12)),
)


@pytest.mark.parametrize(("text", "span"), [(text, span) for span, texts in FORMS.items() for text in texts])
def test_every_accepted_form_names_its_days(text: str, span: tuple[date, date]):
    """Each form people write is read as the days it stands for."""
    assert Period.parse(text) == Period(*span)


@pytest.mark.parametrize("text", REFUSED)
def test_anything_else_is_refused_with_the_forms(text: str):
    """A text that is no period is answered with the text and the accepted forms, in one line."""
    with pytest.raises(ValueError, match="is not a period") as refusal:
        Period.parse(text)
    assert str(refusal.value).startswith(repr(text))
    assert "2025-01/2025-10, 2021/2025" in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "doubt", "advice"),
    [
        ("2015/2016", Doubt.SCHOOL_YEAR, "write 2015-01/2016-12 for two calendar years"),
        ("2015-2016", Doubt.SCHOOL_YEAR, "2015-09/2016-08"),
        ("2015/16", Doubt.SCHOOL_YEAR, "2015-09/2016-08"),
        ("2015-16", Doubt.SCHOOL_YEAR, "2015-09/2016-08"),
        ("1999/00", Doubt.SCHOOL_YEAR, "2015-09/2016-08"),
        ("2011/12", Doubt.SCHOOL_YEAR_OR_MONTH, "write 2011-12 for a month"),
        ("2008/9", Doubt.SCHOOL_YEAR_OR_MONTH, "write 2011-12 for a month"),
        ("2015/16-H1", Doubt.FISCAL_YEAR, "write its months"),
        ("2015/16 Q1", Doubt.FISCAL_YEAR, "write its months"),
        ("FY2025", Doubt.FISCAL_YEAR, "write its months"),
        ("FY25Q1", Doubt.FISCAL_YEAR, "write its months"),
        ("FY2025-26", Doubt.FISCAL_YEAR, "write its months"),
        ("2015-2016学年", Doubt.FISCAL_YEAR, "write its months"),
        ("2025财年", Doubt.FISCAL_YEAR, "write its months"),
        ("115年6月", Doubt.OTHER_COUNT, "the year 115 of the Republic of China is 2026"),
        ("民国115年6月", Doubt.OTHER_COUNT, "in four digits"),
        ("25年6月", Doubt.OTHER_COUNT, "in four digits"),
        ("2024.1", Doubt.NOUGHT_LOST, "write 2024-01 or 2024-10"),
        ("1-6月份", Doubt.NO_YEAR, "2025年1-6月"),
        ("1-3季度", Doubt.NO_YEAR, "2025年1-6月"),
        ("上半年", Doubt.NO_YEAR, "2025年1-6月"),
        ("Q1", Doubt.NO_YEAR, "2025-Q1"),
        ("Jan-Jun", Doubt.NO_YEAR, "Jan-Jun 2025"),
    ],
)
def test_what_could_be_another_period_is_asked_about(text: str, doubt: Doubt, advice: str):
    """A school year is not two calendar years, the year 115 is not of our era, and no year is filled in."""
    with pytest.raises(NotAPeriod, match="is not a period: ") as refusal:
        Period.parse(text)
    assert (refusal.value.doubt, advice in str(refusal.value)) == (doubt, True)


@pytest.mark.parametrize(
    "text",
    [
        "2025-10/2025-01",
        "2025/2021",
        "2025年10-1月",
        "Oct-Jan 2025",
        "2025年3-1季度",
        "Mar 2025-Apr 2024",
        "2025/2025-03",
    ],
)
def test_a_range_that_runs_backwards_is_refused(text: str):
    """The earlier end stands first."""
    with pytest.raises(ValueError, match="runs backwards"):
        Period.parse(text)


def test_a_text_too_long_is_refused_and_shown_in_part():
    """A hostile text is neither searched nor repeated whole."""
    with pytest.raises(ValueError, match="is not a period") as refusal:
        Period.parse("2025" * 100_000)
    assert len(str(refusal.value)) < 500


@given(st.text(max_size=80))
def test_no_text_breaks_the_reader(text: str):
    """Whatever is typed gives a period that prints and reads back, or a ValueError."""
    try:
        period = Period.parse(text)
    except ValueError:
        return
    assert Period.parse(str(period)) == period


@given(st.text(alphabet="0129年月季度-/.~至一第前末 QHMxX十四五", max_size=20))
def test_near_misses_do_not_break_the_reader(text: str):
    """The same for texts made of the very characters periods are written with."""
    try:
        period = Period.parse(text)
    except ValueError:
        return
    assert Period.parse(str(period)) == period


@given(periods)
def test_what_is_printed_reads_back(period: Period):
    """The canonical text of a period names the same days."""
    assert Period.parse(str(period)) == period


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2022-01/2022-03", "2022-Q1"),
        ("2025-01/2025-12", "2025"),
        ("2025-07/2025-12", "2025-H2"),
        ("2025-01/2025-01", "2025-01"),
        ("2025-01/2025-10", "2025-01/2025-10"),
        ("2025-04/2025-08", "2025-04/2025-08"),
        ("2024-07/2025-06", "2024-07/2025-06"),
        ("“十四五”", "2021/2025"),
        ("2025-10-01/2025-10-31", "2025-10"),
        ("2025-10-09/2025-10-09", "2025-10-09"),
        ("2025-10-09/2025-11-09", "2025-10-09/2025-11-09"),
        ("2021/2023", "2021/2023"),
        ("2015..2016", "2015-01/2016-12"),
        ("2025-W07", "2025-02-10/2025-02-16"),
    ],
)
def test_the_span_alone_decides_the_canonical_text(text: str, canonical: str):
    """However a period was written, its shortest name is printed."""
    assert str(Period.parse(text)) == canonical


@given(periods, periods)
def test_order_is_by_the_end_then_the_beginning(one: Period, other: Period):
    """Of any two periods exactly one comes first, or they are the same."""
    assert (one < other) == ((one.last, one.first) < (other.last, other.first))
    assert (one < other) + (other < one) + (one == other) == 1


@given(st.lists(periods, min_size=1))
def test_the_greatest_period_ends_last(several: list[Period]):
    """Of several periods the greatest is one that ends on the latest day."""
    assert max(several).last == max(period.last for period in several)


def test_a_period_cannot_end_before_it_begins():
    """The days stand in order."""
    with pytest.raises(ValueError, match="write the earlier day first"):
        Period(date(2025, 2, 1), date(2025, 1, 1))


@pytest.mark.parametrize("day", [date(9999, 12, 31), date(1, 1, 1)])
def test_the_edge_of_the_calendar_is_refused(day: date):
    """A day without a neighbour would break the arithmetic later."""
    with pytest.raises(ValueError, match="edge of the calendar"):
        Period(day, day)
    with pytest.raises(ValueError, match="not between 1900 and 2200"):
        Period.of_day(day)


@pytest.mark.parametrize("parts", [(2025, 13), (2025, 0), (1898, 1), (99999, 1)])
def test_a_month_that_does_not_exist_is_refused(parts: tuple[int, int]):
    """So is a year outside the range."""
    with pytest.raises(ValueError, match=r"year|month"):
        Period.of_month(*parts)
    with pytest.raises(ValueError, match=r"year|month"):
        Period.year_to_date(*parts)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("2025", {"is_year", "is_year_to_date"}),
        ("2025-H1", {"is_half", "is_year_to_date"}),
        ("2025-H2", {"is_half"}),
        ("2025-Q1", {"is_quarter", "is_year_to_date"}),
        ("2025-Q4", {"is_quarter"}),
        ("2025-01", {"is_month", "is_year_to_date"}),
        ("2025-10", {"is_month"}),
        ("2025-10-09", {"is_day"}),
        ("2025-01-01/2025-01-30", set()),
        ("2025-01/2025-10", {"is_year_to_date"}),
        ("2025-02/2025-04", set()),
        ("2021/2025", {"is_plan"}),
        ("2024-07/2026-06", set()),
    ],
)
def test_the_span_decides_the_kind(text: str, kinds: set[str]):
    """A period is of exactly the kinds its days make it."""
    asked = ("is_year", "is_half", "is_quarter", "is_month", "is_day", "is_year_to_date", "is_plan")
    assert {kind for kind in asked if getattr(Period.parse(text), kind)} == kinds


@pytest.mark.parametrize(
    ("text", "count"), [("2025", 12), ("2021/2025", 5 * 12), ("2025-01/2025-10", 10), ("2025-10-09", None)]
)
def test_months_are_counted_only_where_they_are_whole(text: str, count: int | None):
    """A day or a span of days has no number of months."""
    assert Period.parse(text).month_count == count


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("2025", "2024"),
        ("2025-01/2025-10", "2024-01/2024-10"),
        ("2025-01/2025-02", "2024-01/2024-02"),
        ("2024-02", "2023-02"),
        ("2024-02-29", "2023-02-28"),
        ("2021/2025", "2020/2024"),
        ("2025-10-09/2025-11-09", "2024-10-09/2024-11-09"),
    ],
)
def test_a_year_before_is_the_same_stretch(text: str, before: str):
    """Months stay whole, also where February has a day less."""
    assert str(Period.parse(text).a_year_before()) == before


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("2025", "2026"),
        ("2025-H1", "2025-H2"),
        ("2025-Q4", "2026-Q1"),
        ("2025-01", "2025-02"),
        ("2025-12", "2026-01"),
        ("2025-01/2025-02", "2025-Q1"),
        ("2025-01/2025-10", "2025-01/2025-11"),
        ("2025-01/2025-11", "2025"),
        ("2021/2025", "2026/2030"),
        ("2025-02-28", "2025-03-01"),
        ("2025-10-01/2025-10-10", "2025-10-11/2025-10-20"),
        ("2025-04/2025-08", "2025-09/2026-01"),
    ],
)
def test_the_following_period_is_of_the_same_kind(text: str, after: str):
    """The next year, half, quarter, month or day; a year to date that is none of these grows by a month."""
    assert str(Period.parse(text).following()) == after


@pytest.mark.parametrize(
    ("text", "after"), [("2025-01", "2025-01/2025-02"), ("2025-Q1", "2025-01/2025-04"), ("2025", "2026-01/2026-02")]
)
def test_a_year_to_date_series_goes_on_by_a_month(text: str, after: str):
    """After a whole year comes January to February: January is not released alone."""
    assert str(Period.parse(text).following_year_to_date()) == after


@given(periods)
def test_a_period_lies_in_the_years_it_touches(period: Period):
    """It holds itself, and its last day lies in its whole year."""
    assert period.holds(period)
    assert period.whole_year().holds(Period.of_day(period.last))
    assert period.whole_year().year == period.year


def test_a_part_does_not_hold_the_whole():
    """A year holds its quarters, not the other way round."""
    assert Period.of_year(2025).holds(Period.of_quarter(2025, 4))
    assert not Period.of_quarter(2025, 4).holds(Period.of_year(2025))


@pytest.mark.parametrize(
    ("whole", "day", "convention", "share"),
    [
        ("2025", date(2025, 10, 31), Convention.MONTHS, Fraction(10, 12)),
        ("2025", date(2025, 10, 10), Convention.MONTHS, Fraction(9, 12)),
        ("2025", date(2025, 10, 11), Convention.MONTHS, (9 + Fraction(1, 2)) / 12),
        ("2025", date(2025, 10, 20), Convention.MONTHS, (9 + Fraction(1, 2)) / 12),
        ("2025", date(2025, 10, 21), Convention.MONTHS, Fraction(10, 12)),
        ("2025", date(2025, 11, 30), Convention.MONTHS_ROUNDED, Fraction(917, 1000)),
        ("2025", date(2025, 6, 30), Convention.MONTHS_ROUNDED, Fraction(500, 1000)),
        ("2024", date(2024, 2, 29), Convention.DAYS, Fraction(31 + 29, 366)),
        ("2025", date(2025, 2, 28), Convention.DAYS, Fraction(31 + 28, 365)),
        ("2025", date(2024, 12, 31), Convention.DAYS, Fraction(0)),
        ("2025", date(2025, 12, 31), Convention.MONTHS, Fraction(1)),
        ("2025", date(2026, 5, 1), Convention.MONTHS, Fraction(1)),
        ("2021/2025", date(2023, 6, 30), Convention.MONTHS, Fraction(30, 60)),
        ("2025-10-01/2025-10-10", date(2025, 10, 4), Convention.MONTHS, Fraction(4, 10)),
    ],
)
def test_the_share_gone_by_at_the_end_of_a_day(whole: str, day: date, convention: Convention, share: Fraction):
    """Months and halves of months, days of days with leap years, or months rounded half up to three places."""
    assert share_elapsed(Period.parse(whole), day, convention) == share


@given(periods, days, st.integers(0, 400), st.sampled_from(Convention))
def test_the_share_gone_by_never_falls(whole: Period, day: date, later: int, convention: Convention):
    """Time only adds to the share, which stays between none and all."""
    share = share_elapsed(whole, day, convention)
    assert 0 <= share <= share_elapsed(whole, day + timedelta(days=later), convention) <= 1


@given(periods, st.sampled_from(Convention))
def test_the_share_is_nothing_before_and_everything_after(whole: Period, convention: Convention):
    """The day before a period nothing of it is gone, and on its last day all of it."""
    assert share_elapsed(whole, whole.first - timedelta(days=1), convention) == 0
    assert share_elapsed(whole, whole.last, convention) == 1


@pytest.mark.parametrize(
    "text", ["XXXX", "XXXX-H1", "XXXX-Q2", "XXXX-10", "XXXX-01/XXXX-06", "XXXX-01..XXXX-06", "xxxx-h1", " XXXX-S2 "]
)
def test_a_year_nobody_knows_is_recognised(text: str):
    """EDTF writes an undetermined year as four X."""
    assert year_undetermined(text)


@pytest.mark.parametrize("text", ["", "2025", "2025-H1", "XXX", "XXXX-H3", "XXXX-13", "XXXX-01/2025-06", "X" * 99])
def test_other_texts_are_not_an_undetermined_year(text: str):
    """Only whole periods of an unknown year are."""
    assert not year_undetermined(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-10-09", date(2025, 10, 9)),
        ("2025年10月9日", date(2025, 10, 9)),
        ("2025年末", date(2025, 12, 31)),
        ("“十四五”末", date(2025, 12, 31)),
        ("10 Nov 2023", date(2023, 11, 10)),
        ("Nov 10, 2023", date(2023, 11, 10)),
        ("2025/10/9", date(2025, 10, 9)),
        ("20251009", date(2025, 10, 9)),
        ("13/12/2026", date(2026, 12, 13)),
    ],
)
def test_a_day_typed_on_the_command_line(text: str, day: date):
    """A day is read as ISO, as Chinese or as people write it."""
    assert read_day(text) == day


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2026-11", "runs from 2026-11-01 to 2026-11-30"),
        ("Nov 2023", "runs from 2023-11-01 to 2023-11-30"),
        ("11/12/2026", "more than one day"),
        ("Monday 2025", "more than one day"),
        ("26", "year in four digits"),
        ("10 Nov 23", "year in four digits"),
        ("", "year in four digits"),
        ("tomorrow", "year in four digits"),
        ("10 Nov 2023 10:00", "is not a day"),
        ("2025-02-30", "is not a day"),
        ("10 Nov 9999", "between the years 1900 and 2200"),
        ("1" * 10_000, "year in four digits"),
    ],
)
def test_a_day_that_could_be_another_is_refused(text: str, reason: str):
    """Nothing is filled in from today, and no order of day and month is guessed."""
    with pytest.raises(ValueError, match=reason) as refusal:
        read_day(text)
    assert str(refusal.value).endswith("write the day as 2025-10-31")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", date(2026, 3, 1)),
        (" Today ", date(2026, 3, 1)),
        ("今天", date(2026, 3, 1)),
        ("yesterday", date(2026, 2, 28)),
        ("昨天", date(2026, 2, 28)),
        ("10 Nov 2023", date(2023, 11, 10)),
    ],
)
def test_a_day_may_be_named_from_today(text: str, day: date):
    """As people say it; the day of the office is handed in."""
    assert named_day(text, date(2026, 3, 1)) == last_day_named(text, date(2026, 3, 1)) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-Q1", date(2026, 3, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2025", date(2025, 12, 31)),
        ("2025年1-10月", date(2025, 10, 31)),
        ("2021/2025", date(2025, 12, 31)),
    ],
)
def test_of_a_period_the_last_day_is_meant(text: str, day: date):
    """Where something is asked as of a time; where one day is wanted, a period is none."""
    assert last_day_named(text, date(2026, 3, 1)) == day
    with pytest.raises(ValueError, match="is not one day but runs from"):
        named_day(text, date(2026, 3, 1))


@given(st.text(alphabet="0123456789/-. :TZNovJanAMPM+", max_size=30))
def test_no_text_breaks_the_reader_of_days(text: str):
    """Whatever is typed gives a day or a ValueError."""
    try:
        day = read_day(text)
    except ValueError:
        return
    assert 1900 <= day.year <= 2200
