"""What the words over a column say: what it holds, in which unit, of which months; and the period a title names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tracker.domain.period import Period
from tracker.reporting.growth_heading import amount, growth_of
from tracker.reporting.names import key
from tracker.reporting.parts import member
from tracker.reporting.printed import tidy, unmarked

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "id": ("id indicatorid", "指标id 指标编码 指标代码 编码"),
    "indicator": ("indicator name series", "指标 指标名称 名称 主要指标 主要经济指标 指标项 统计指标 项目"),
    "value": (
        "value actual result results obs_value obsvalue observation",
        "实际 实际值 实际数 实际完成 实际完成值 本期 本期实际 本期值 本期数 本期完成 完成值 完成数 完成额 完成",
        "实绩 指标值 本年 本年实际 本年完成 绝对额 数值 绝对值 绝对量 总量",
        "本月 当月 本月实际 当月值 本月完成 当月完成 本季 当季",
    ),
    "total": (
        "total ytd",
        "累计 本期累计 累计值 累计数 累计完成 累计实际 累计完成值 本年累计 自年初累计 年初至今 年初至今累计",
        "本月止累计 1-本月累计 1-本月",
    ),
    "growth": ("growth 同比增减",),
    "unit": ("unit", "单位 计量单位"),
    "rank": ("rank", "位次 排名 名次 全省位次 全省排名 全市位次 全市排名 全国位次 全国排名 增速位次"),
    "rank_of": ("rank_of rankof",),
    "period": ("period year quarter", "month 年份 年度 季度 期间 时期 报告期 数据期 期别 时间 统计时间 所属期 月份"),
    "published": ("published", "发布日期 公布日期 发布时间 公布时间"),
    "vintage": ("vintage", "数据性质 口径性质"),
    "source": ("source", "来源 数据来源 资料来源"),
    "locator": ("locator", "出处 页码"),
    "note": ("note notes", "备注 说明"),
    "bound": ("bound",),
    "withdrawn": ("withdrawn withdrawn_on",),
    "milestone": ("milestone", "里程碑"),
    "item": ("item", "事项"),
    "on": ("on", "日期 完成日期 完成时间"),
    "project": ("project",),
    "stage": ("stage",),
    "invested": ("invested",),
    "physical": ("physical",),
}
ROLES: Mapping[str, str] = {name: role for role, known in HEADINGS.items() for name in " ".join(known).split()}
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{0,30})[)\]]")
_BEHIND = "(?:份)?(?:累计|实际|完成|值|数|额|当月)*"
_RUNNING = re.compile(rf"((?:19|20)[0-9]{{2}}年)?1月?[-~至]([0-9]{{1,2}})月{_BEHIND}")
_MONTH = re.compile(rf"((?:19|20)[0-9]{{2}}年)?([0-9]{{1,2}})月{_BEHIND}")
_DATED = re.compile(r"(?:(?:19|20)[0-9]{2}年)?(?:1月?[-~至])?[0-9]{1,2}月份?|(?:19|20)[0-9]{2}年(?![0-9])")
_RANKS = re.compile("位次|排名|名次|rank")
_DAY = re.compile("(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日")
_YEAR = re.compile("((?:19|20)[0-9]{2})年")
_QUARTER = "第?[一二三四1-4]"
_PART = re.compile(
    f"[0-9]{{1,2}}月?[-~至][0-9]{{1,2}}月|[0-9]{{1,2}}月|{_QUARTER}(?:季度)?[-~至]{_QUARTER}季度|{_QUARTER}季度"
    "|前[三3]个?季度|[上下]半年"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """What one column is called: its role, the unit in brackets, the months it names, and how far they reach."""

    role: str
    unit: str | None = None
    months: str | None = None
    reach: str | None = None
    """Total where it says that it runs from New Year on, month that it is of one month, own of the sheet's period."""


def heading(text: str) -> Heading | None:
    """What a heading says; None when it says nothing that is recorded."""
    name, written = key(unmarked(text)), tidy(unmarked(text))
    inside = _BRACKETS.findall(name)
    bare = _BRACKETS.sub("", name)
    unit = next((one for one in _BRACKETS.findall(written) if one and not _RANKS.search(one.casefold())), None)
    role = ROLES.get(bare) or ROLES.get(name)
    if any(map(member, inside)) or (role == "growth" and any(map(amount, inside))):
        return None  # of women, or in 亿元
    if role == "growth":
        return Heading(role, unit)
    if role:
        return Heading(role, unit, reach=reach_of(bare, role))
    for pattern, meant in ((_RUNNING, "total"), (_MONTH, "value")):
        if found := pattern.fullmatch(bare):
            role = "total" if "累计" in bare else meant
            return Heading(role, unit, bare[: found.end(2) + 1], "total" if role == "total" else None)
    return growth_heading(name)


def growth_heading(name: str) -> Heading | None:
    """A heading of growth, with the months that stand before its words."""
    dated = _DATED.match(name)
    said = growth_of(name[dated.end() :] if dated else name)
    return Heading("growth", None, dated[0].removesuffix("份") if dated else None, said.reach) if said else None


def reach_of(bare: str, role: str) -> str | None:
    """Whether a heading says that it is of the month alone, or runs from New Year on."""
    if role == "total":
        return "total"
    if role != "value":
        return None
    return (
        "month" if bare.startswith(("本月", "当月")) else "own" if bare.startswith(("本期", "本季", "当季")) else None
    )


def bracketed(text: str) -> str | None:
    """What stands in brackets in a heading of any other name."""
    return next((one for one in _BRACKETS.findall(tidy(text)) if one), None)


def period_in(texts: Iterable[str]) -> Period | None:
    """The one period that words name, such as those of a title: 2025年1-10月; None when there is none, or several.

    Single days are not meant: they say when a sheet was made.
    """
    years: dict[str, None] = {}
    parts: dict[str, None] = {}
    whole: set[Period] = set()
    for text in texts:
        name = _DAY.sub("", key(text))
        if (direct := parsed(name)) and not direct.is_day:
            whole.add(direct)
            years[str(direct.year)] = None
        elif not direct:
            years.update(dict.fromkeys(_YEAR.findall(name)))
            parts.update(dict.fromkeys(_PART.findall(_YEAR.sub("", name))))
    if len(years) != 1:
        return None
    year = next(iter(years))
    named = whole | {found for part in parts if (found := parsed(f"{year}年{part}"))}
    finer = {one for one in named if not one.is_year} or named or {Period.of_year(int(year))}
    return next(iter(finer)) if len(finer) == 1 else None


def parsed(text: str) -> Period | None:
    """A period, or None."""
    try:
        return Period.parse(text)
    except ValueError:
        return None
