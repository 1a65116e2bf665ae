"""Columns that nobody reads: those that tell rows apart are asked about, since a row of women is not the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tracker.files.sheets_cells import Cell, Grid, Line
from tracker.reporting.claim import Objection
from tracker.reporting.columns import Columns
from tracker.reporting.names import key
from tracker.reporting.parts import member
from tracker.reporting.printed import blank, number, tidy

LONGEST_MEMBER = 24  # letters of a name that rows are told apart by; what is longer is a remark

_WORDS = re.compile("[a-z]+")
_PARTS = (
    "sex gender county counties district region province prefecture state city town township ward village zone "
    "site facility school hospital location place geography geo refarea orgunit organisation organization country "
    "age ethnicity race disability religion quintile wealth urban rural residence disaggregation disaggregate "
    "subgroup nationality occupation industry"
)
_PARTS_ZH = re.compile(
    "性别|男女|[县区市州省盟旗镇乡]+[)）]?$|地区|区域|辖区|乡镇|街道|园区|片区|地市|省份|城市|城乡|年龄|民族|学历|户籍|人群|行业|"
    "企业|学校|医院|机构|分组"
)
_ASIDE = "note notes remark remarks comment comments lead responsible owner contact narrative"
_ASIDE_ZH = re.compile("责任|牵头|负责|主管|配合|实施|审核|联系|电话|备注|说明|注$|附注")
_OF_INDICATORS = (
    "no id code unit units department ministry agency officer by recorded accepted withdrawn frequency source method "
    "methodology definition verification status rating target goal objective outcome baseline policy sector pillar "
    "theme thematic focus priority strategic result programme program component kpi level intervention activity link "
    "url updated trend direction quality flag serial"
)
_OF_INDICATORS_ZH = re.compile(
    "序号|编号|编码|代码|^#|单位|部门|属性|类型|性质|频率|频次|口径|来源|数据|状态|评价|进展|情况|措施|问题|原因|率$|目标|计划|任务|"
    "预期|文号|政策|规划|领域|板块|级指标|方向"
)
_SCOPES = re.compile("单位|口径|类型|性质|unit|scope|basis|prices?$|type")
_WHOLE = re.compile(
    "total|all|both|bothsexes|allages|national|nationwide|whole|overall|_t|t|合计|总计|全部|全体|总体|不分|全[国省市县区州域]"
)
PARTS, ASIDE, OF_INDICATORS = (frozenset(words.split()) for words in (_PARTS, _ASIDE, _OF_INDICATORS))
_FILE_PLACE = re.compile(r"\{.*|\S{1,200}\.(?:jsonl|toml|csv)(?::[0-9]{1,9})?")
_INSIDE = re.compile(r"[(\[]([^()\[\]]{1,30})[)\]]")
_KINDS = re.compile("(?:所属|所在)?[县区市州省盟旗镇乡]{1,4}")
_SENTENCE = re.compile("[。；;，,!?！？]")


class Taken(NamedTuple):
    """One row that was taken in: where its draft stands, its cells, and what it speaks of."""

    draft: int
    line: Line
    name: str


class Said(NamedTuple):
    """What one row says in a column: what the row speaks of, and the words in the cell."""

    about: str
    text: str


def asked_about(heading: str, said: Sequence[Said]) -> list[int]:
    """Which rows a column tells apart from the whole; none where it numbers, describes or comments on them."""
    filled = [at for at, one in enumerate(said) if not blank(one.text) and not _WHOLE.fullmatch(key(one.text))]
    texts = [said[at].text for at in filled]
    if not filled or aside(heading) or all(map(_FILE_PLACE.fullmatch, texts)):
        return []
    figures = all(map(counts, texts))
    if names_parts(heading) and not (figures and names_one(heading)):
        return filled
    if figures:
        return []
    if members := [at for at in filled if member(said[at].text) or key(said[at].text) in {"f", "m"}]:
        return members
    cut = bool(_SCOPES.search(key(heading))) and not described(said)
    if not cut and (of_indicators(heading) or any(map(remark, texts))):
        return []
    return [] if describes(heading, said) else filled


def words_of(heading: str) -> set[str]:
    """The English words of a heading, also all of them in one: Org unit is orgunit too."""
    words = _WORDS.findall(tidy(heading).casefold())
    return {*words, "".join(words)}


def aside(heading: str) -> bool:
    """Whether a column comments on its rows, or says who answers for them."""
    own = key(heading).startswith("location_")  # where the log of another workspace says that a figure stands
    return own or bool(_ASIDE_ZH.search(key(heading)) or words_of(heading) & ASIDE)


def names_parts(heading: str) -> bool:
    """Whether a heading says that its column cuts figures into parts."""
    return bool(_PARTS_ZH.search(key(heading)) or words_of(heading) & PARTS)


def names_one(heading: str) -> bool:
    """Whether a heading names one part, whose figures stand under it: 数值（川汇区）."""
    name = key(heading)
    return any(member(one) and not _KINDS.fullmatch(one) for one in (name, *_INSIDE.findall(name)))


def of_indicators(heading: str) -> bool:
    """Whether a heading speaks of the indicators themselves, or numbers the rows."""
    return bool(_OF_INDICATORS_ZH.search(key(heading)) or words_of(heading) & OF_INDICATORS)


def counts(text: str) -> bool:
    """Whether a cell holds a number, a percentage or a day: another figure, or a number of the row."""
    bare = tidy(text).rstrip("%.、").replace(" ", "")
    try:
        number(bare.replace("/", "").replace("-", "") if bare[:1].isdigit() else bare)
    except ValueError:
        return False
    return not member(text)


def remark(text: str) -> bool:
    """Whether a cell holds a sentence rather than the name of a part."""
    return len(text) > LONGEST_MEMBER or bool(_SENTENCE.search(text))


def describes(heading: str, said: Sequence[Said]) -> bool:
    """Whether a column says the same in every row of an indicator, and of others something else: it describes them."""
    return described(said) and (not heading or len({key(one.text) for one in said if not blank(one.text)}) > 1)


def described(said: Sequence[Said]) -> bool:
    """Whether a column says the same in every row of an indicator."""
    by_name: dict[str, set[str]] = {}
    for one in said:
        by_name.setdefault(one.about, set()).add("" if blank(one.text) else key(one.text))
    return all(len(texts) == 1 for texts in by_name.values())


def doubts(taken: Sequence[Taken], columns: Columns, grid: Grid) -> Iterator[tuple[int, Objection]]:
    """The drafts of a sheet that columns nobody reads tell apart, each with what is said of that column."""
    read = {column for places in columns.by_role.values() for column in places} | columns.chosen.keys()
    for column in sorted({n for one in taken for n in range(len(one.line.cells))} - read):
        cells = [one.line.cells[column] if column < len(one.line.cells) else Cell() for one in taken]
        said = [Said(one.name, cell.text) for one, cell in zip(taken, cells, strict=True)]
        if found := asked_about(columns.words.get(column, ""), said):
            heading = columns.words.get(column) or grid.place(columns.last_row, column)
            facts = {"heading": heading, "value": said[found[0]].text, "rows": len(found)}
            doubt = Objection("unread-column", grid.place(taken[found[0]].line.number, column), facts)
            yield from ((taken[at].draft, doubt) for at in found)
