"""What the columns of a sheet hold, told by their headings; units and periods may stand in a heading too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tracker.domain.period import Period
from tracker.files.sheets import Grid
from tracker.reporting.names import key

HEADINGS: Mapping[str, str] = {
    "id": "id indicatorid 指标id 指标编码 指标代码 编码",
    "indicator": "indicator name 指标 指标名称 名称 主要指标 主要经济指标 指标项 统计指标 项目",
    "value": "value actual 实际 实际值 实际数 实际完成 实际完成值 本期 本期实际 本期值 本期数 本期完成 完成值 完成数 完成额 完成 数值 绝对值 "
    "本月 当月 本月实际 当月值 本月完成 当月完成 本季 当季 绝对量 总量",
    "total": "total ytd 累计 本期累计 累计值 累计数 累计完成 累计实际 累计完成值 本年累计 自年初累计 年初至今 年初至今累计 本月止累计 1-本月累计 1-本月",
    "growth": "growth 同比 同比增长 同比增速 同比增减 同比增幅 增速 增长 增幅 增长率 同比增长率 比上年同期增长 累计同比 累计增长 累计增速",
    "unit": "unit 单位 计量单位",
    "rank": "rank 位次 排名 名次 全省位次 全省排名 全市位次 全市排名 全国位次 全国排名 增速位次",
    "rank_of": "rank_of rankof",
    "period": "period 期间 时期 报告期 数据期 期别 时间 统计时间 所属期 月份",
    "published": "published 发布日期 公布日期 发布时间 公布时间",
    "vintage": "vintage 数据性质 口径性质",
    "source": "source 来源 数据来源 资料来源",
    "locator": "locator 出处 页码",
    "note": "note notes 备注 说明",
    "bound": "bound",
    "milestone": "milestone 里程碑",
    "item": "item 事项",
    "on": "on 日期 完成日期 完成时间",
    "project": "project",
    "stage": "stage",
    "invested": "invested",
    "physical": "physical",
}
ROLES: Mapping[str, str] = {heading: role for role, known in HEADINGS.items() for heading in known.split()}
PLAIN = tuple(role for role in HEADINGS if role not in {"id", "value", "total", "growth", "rank"})
FIGURES = ("value", "total", "growth", "rank", "milestone", "stage", "invested", "physical")
LOOKED_AT = 15  # rows in which the headings are looked for
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{0,30})[)\]]")
_BEHIND = "(?:份)?(?:累计|实际|完成|值|数|额|当月)*"
_RUNNING = re.compile(rf"((?:19|20)[0-9]{{2}}年)?1月?[-~至]([0-9]{{1,2}})月{_BEHIND}")
_MONTH = re.compile(rf"((?:19|20)[0-9]{{2}}年)?([0-9]{{1,2}})月{_BEHIND}")
_YEAR = re.compile("((?:19|20)[0-9]{2})年")
_PART = re.compile("[0-9]{1,2}月?[-~至][0-9]{1,2}月|[0-9]{1,2}月|第?[一二三四1-4]季度|前[三3]季度|[上下]半年")


@dataclass(frozen=True, slots=True)
class Heading:
    """What one column is called: its role, the unit in brackets, and the months it names."""

    role: str
    unit: str | None = None
    months: str | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the headings end, which column holds what, and the columns nobody uses."""

    last_row: int
    by_role: Mapping[str, tuple[int, ...]]
    headings: Mapping[int, Heading] = field(default_factory=dict)
    unused: tuple[tuple[int, str], ...] = ()

    def first(self, role: str) -> int | None:
        """The first column of a role."""
        return next(iter(self.by_role.get(role, ())), None)

    def beside(self, role: str, column: int | None) -> int | None:
        """The column of a role that belongs to a value: the next one to its right before another value begins."""
        mine = self.by_role.get(role, ())
        values = sorted((*self.by_role.get("value", ()), *self.by_role.get("total", ())))
        if column is None or len(values) == 1 or len(mine) == 1:
            return next(iter(mine), None)
        end = next((other for other in values if other > column), 1 << 30)
        return next((one for one in mine if column < one < end), None)


def heading(text: str) -> Heading | None:
    """What a heading says; None when it says nothing that is recorded."""
    name = key(text)
    inside = _BRACKETS.findall(name)
    bare = _BRACKETS.sub("", name)
    role = ROLES.get(bare) or ROLES.get(name)
    if role:
        return Heading(role, next((one for one in inside if one), None))
    for pattern, meant in ((_RUNNING, "total"), (_MONTH, "value")):
        if pattern.fullmatch(bare):
            return Heading(meant, next((one for one in inside if one), None), bare)
    return None


def find_columns(grid: Grid) -> Columns | None:
    """The headings among the first rows, in one row or in two; None when no row names an indicator and a figure."""
    texts = [[cell.text for cell in line.cells] for line in grid.lines[:LOOKED_AT]]
    best: Columns | None = None
    for row in range(len(texts)):
        for depth in (1, 2):
            if row + depth > len(texts):
                continue
            found = read_headings(texts[row : row + depth], grid.lines[row + depth - 1].number)
            if usable(found) and (best is None or len(found.by_role) > len(best.by_role)):
                best = found
    return best


def usable(columns: Columns) -> bool:
    """Whether there is something to record and something it speaks of."""
    roles = columns.by_role.keys()
    return bool(roles & {"indicator", "id", "milestone", "project"}) and bool(roles & set(FIGURES))


def read_headings(rows: list[list[str]], last_row: int) -> Columns:
    """One or two rows as headings: below a merged cell its words are taken together with those under it."""
    width = max(map(len, rows))
    upper, lower = ([*row, *[""] * (width - len(row))] for row in (rows[0], rows[-1]))
    found: dict[int, Heading] = {}
    unused: list[tuple[int, str]] = []
    above = ""
    for column in range(width):
        above = upper[column] or above
        one = meaning(upper[column], lower[column], above, single=len(rows) == 1)
        if one:
            found[column] = one
        elif words := " ".join(filter(None, dict.fromkeys((upper[column], lower[column])))):
            unused.append((column, words))
    by_role: dict[str, tuple[int, ...]] = {}
    for column, one in found.items():
        by_role[one.role] = (*by_role.get(one.role, ()), column)
    return Columns(last_row, by_role, found, tuple(unused))


def meaning(upper: str, lower: str, above: str, *, single: bool) -> Heading | None:
    """What a column is called by the words over it, the nearest first."""
    if single or not lower:
        return heading(upper)
    below = heading(lower)
    if below and below.role == "value" and (over := heading(above)) and over.role in {"total", "value"}:
        return Heading(over.role, below.unit or over.unit, below.months or over.months)
    return below or heading(above + lower) or heading(lower + above)


def mapped_columns(grid: Grid, columns: Mapping[str, str], row: int | None) -> Columns | None:
    """The columns a map names, by their headings or their letters; None when no row holds all its headings."""
    lettered = {role: number_of(name) for role, name in columns.items()}
    for line in grid.lines[: LOOKED_AT if row is None else None]:
        if row is not None and line.number != row:
            continue
        there = {key(cell.text): place for place, cell in reversed(list(enumerate(line.cells)))}
        found = {role: there.get(key(name), lettered[role]) for role, name in columns.items()}
        if row is not None or all(key(name) in there or lettered[role] is not None for role, name in columns.items()):
            if any(place is None for place in found.values()):
                return None
            kept = {
                place: heading(line.cells[place].text) if place < len(line.cells) else None
                for place in found.values()
                if place is not None
            }
            by_role = {role: (place,) for role, place in found.items() if place is not None}
            units = {
                place: one.unit if one else bracketed(line.cells[place].text)
                for place, one in kept.items()
                if place < len(line.cells)
            }
            headings = {places[0]: Heading(role, units.get(places[0])) for role, places in by_role.items()}
            return Columns(line.number, by_role, headings)
    return None


def bracketed(text: str) -> str | None:
    """What stands in brackets in a heading of any other name."""
    return next((one for one in _BRACKETS.findall(key(text)) if one), None)


def number_of(name: str) -> int | None:
    """The column that letters such as C or AB mean, counted from 0."""
    if not re.fullmatch("[A-Z]{1,3}", name):
        return None
    column = 0
    for letter in name:
        column = column * 26 + ord(letter) - 64
    return column - 1


def period_in(texts: Iterable[str]) -> Period | None:
    """The one period that words name, such as those of a title: 2025年1-10月; None when there is none, or several."""
    years: dict[str, None] = {}
    parts: dict[str, None] = {}
    whole: dict[Period, None] = {}
    for text in texts:
        name = key(text)
        if direct := parsed(name):
            whole[direct] = None
            continue
        years.update(dict.fromkeys(_YEAR.findall(name)))
        parts.update(dict.fromkeys(_PART.findall(_YEAR.sub("", name))))
    if len(whole) == 1:
        return next(iter(whole))
    if whole or len(years) != 1 or len(parts) > 1:
        return None
    return parsed(f"{next(iter(years))}年{next(iter(parts), '')}")


def parsed(text: str) -> Period | None:
    """A period, or None."""
    try:
        return Period.parse(text)
    except ValueError:
        return None
