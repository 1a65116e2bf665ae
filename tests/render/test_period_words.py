"""Periods as people write them, in both languages."""

from __future__ import annotations

from datetime import date

import pytest
from builders import day
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.period import Period
from tracker.render.period_words import in_chinese, in_english
from tracker.render.wording import wording_for

WRITTEN = [
    ("2025", "2025", "2025年"),
    ("2025-H1", "H1 2025", "2025年上半年"),
    ("2025-H2", "H2 2025", "2025年下半年"),
    ("2022-Q1", "Q1 2022", "2022年一季度"),
    ("2022-Q4", "Q4 2022", "2022年四季度"),
    ("2023-01/2023-10", "Jan-Oct 2023", "2023年1-10月"),
    ("2023-10", "Oct 2023", "2023年10月"),
    ("2024-10-09", "2024-10-09", "2024年10月9日"),
    ("2021/2025", "2021-2025", "2021-2025年"),
    ("2015-01/2016-12", "Jan 2015-Dec 2016", "2015-2016年"),
    ("2024-11/2025-02", "Nov 2024-Feb 2025", "2024年11月-2025年2月"),
]


@pytest.mark.parametrize(("period", "english", "chinese"), WRITTEN)
def test_each_kind_of_period_is_written_as_its_language_does(period: str, english: str, chinese: str):
    """Years, halves, quarters, running spans, months, days and plans."""
    read = Period.parse(period)
    assert (in_english(read), in_chinese(read)) == (english, chinese)


def test_a_span_of_days_is_written_by_its_two_days():
    """Nothing is made of whole months that is not."""
    span = Period(day("2025-02-03"), day("2025-03-10"))
    assert (in_english(span), in_chinese(span)) == (str(span), "2025年2月3日至2025年3月10日")


years = st.integers(1900, 2200)
days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
months = st.builds(Period.of_month, years, st.integers(1, 12))
periods = st.one_of(
    days.map(Period.of_day),
    months,
    years.map(Period.of_year),
    st.builds(Period.of_half, years, st.integers(1, 2)),
    st.builds(Period.of_quarter, years, st.integers(1, 4)),
    st.builds(Period.year_to_date, years, st.integers(1, 12)),
    st.tuples(years, years).map(lambda ends: Period.months(min(ends), 1, max(ends), 12)),
    years.filter(lambda year: year < 2200).map(lambda year: Period.months(year, 1, year + 1, 12)),
    st.tuples(months, months).map(lambda ends: Period(min(ends).first, max(ends).last)),
    st.tuples(days, days).map(lambda ends: Period(min(ends), max(ends))),
)


@given(periods, st.sampled_from(["en", "zh"]))
def test_what_is_shown_can_be_typed(period: Period, lang: str):
    """In either language the words for a period read back as that period."""
    assert Period.parse(wording_for(lang).period(period)) == period
