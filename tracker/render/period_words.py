"""Periods as each language writes them."""

from __future__ import annotations

from tracker.domain.period import Period

MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
QUARTERS = "一二三四"
HALVES = "上下"


def in_english(period: Period) -> str:
    """Jan-Oct 2023, H1 2025, 2021-2025."""
    first, last = period.first, period.last
    if period.is_named_by_years:
        return f"{first.year}-{last.year}"
    if period.is_half:
        return f"H{last.month // 6} {last.year}"
    if period.is_quarter:
        return f"Q{last.month // 3} {last.year}"
    if period.is_year or period.month_count is None:
        return str(period)
    start, end = MONTH_NAMES[first.month - 1], f"{MONTH_NAMES[last.month - 1]} {last.year}"
    if first.year != last.year:
        return f"{start} {first.year}-{end}"
    return end if period.is_month else f"{start}-{end}"


def in_chinese(period: Period) -> str:
    """2023年1-10月, 2025年上半年, 2021-2025年."""
    first, last = period.first, period.last
    if period.month_count is None:
        days = f"{last.year}年{last.month}月{last.day}日"
        return days if period.is_day else f"{first.year}年{first.month}月{first.day}日至{days}"
    if period.is_year or period.is_plan:
        return f"{last.year}年" if period.is_year else f"{first.year}-{last.year}年"
    if first.year != last.year:
        return f"{first.year}年{first.month}月-{last.year}年{last.month}月"
    return f"{last.year}年{part_of_year(period)}"


def part_of_year(period: Period) -> str:
    """What Chinese calls a half, a quarter or a run of months."""
    first, last = period.first.month, period.last.month
    if period.is_half:
        return f"{HALVES[last // 6 - 1]}半年"
    if period.is_quarter:
        return f"{QUARTERS[last // 3 - 1]}季度"
    return f"{last}月" if period.is_month else f"{first}-{last}月"
