"""Periods as each language writes them."""

from __future__ import annotations

from tracker.domain.period import Period

MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
QUARTERS = "一二三四"
JUNE = 6


def in_english(period: Period) -> str:
    """Jan-Oct 2023, H1 2025, 2021-2025."""
    first, last = period.first, period.last
    if period.is_year or period.is_day:
        return str(period)
    if period.is_plan:
        return f"{first.year}-{last.year}"
    if period.is_half:
        return f"H{1 if last.month == JUNE else 2} {last.year}"
    if period.is_quarter:
        return f"Q{last.month // 3} {last.year}"
    if period.month_count is None:
        return str(period)
    start, end = MONTH_NAMES[first.month - 1], MONTH_NAMES[last.month - 1]
    if first.year != last.year:
        return f"{start} {first.year}-{end} {last.year}"
    return f"{end} {last.year}" if period.is_month else f"{start}-{end} {last.year}"


def in_chinese(period: Period) -> str:
    """2023年1-10月, 2025年上半年, 2021-2025年."""
    first, last = period.first, period.last
    if period.is_day:
        return f"{last.year}年{last.month}月{last.day}日"
    if period.is_plan:
        return f"{first.year}-{last.year}年"
    if period.is_year:
        return f"{last.year}年"
    if period.is_half:
        return f"{last.year}年{'上' if last.month == JUNE else '下'}半年"
    if period.is_quarter:
        return f"{last.year}年{QUARTERS[last.month // 3 - 1]}季度"
    if period.month_count is None:
        return f"{in_chinese(Period.of_day(first))}至{in_chinese(Period.of_day(last))}"
    if first.year != last.year:
        return f"{first.year}年{first.month}月-{last.year}年{last.month}月"
    return f"{last.year}年{last.month}月" if period.is_month else f"{last.year}年{first.month}-{last.month}月"
