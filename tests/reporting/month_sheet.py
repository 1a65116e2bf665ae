"""A made-up city of sixty indicators, and the sheet its office sends every month."""

from __future__ import annotations

from dataclasses import dataclass

UNITS = ("亿元", "%", "户", "万吨", "个", "亿元")
MEASURES = ("flow", "ratio", "stock", "flow", "stock", "flow")


@dataclass(frozen=True)
class Thing:
    """One indicator of the made-up workspace, with the figures of October."""

    number: int

    @property
    def id(self) -> str:
        """Its id."""
        return f"city.thing-{self.number}"

    @property
    def name(self) -> str:
        """Its name as it is declared."""
        return f"重点指标（{self.number}）完成情况"

    @property
    def unit(self) -> str:
        """What it is counted in."""
        return UNITS[self.number % len(UNITS)]

    @property
    def measure(self) -> str:
        """What kind of number it is."""
        return MEASURES[self.number % len(MEASURES)]

    @property
    def total(self) -> str:
        """The running total for January to October, or the value in October, digits as they are shown."""
        return {"flow": f"{100 + self.number}.{self.number % 10}0", "ratio": f"{40 + self.number % 40}.5"}.get(
            self.measure, str(200 + self.number)
        )

    @property
    def growth(self) -> str:
        """The growth on the year before."""
        return f"{self.number % 20}.{self.number % 10}"

    @property
    def rank(self) -> str:
        """The rank in brackets that some rows have."""
        return f" ({self.number % 14 + 1})" if self.number % 10 == 3 else ""


THINGS = tuple(Thing(number) for number in range(1, 61))


def declaration(thing: Thing) -> str:
    """One indicator with a target."""
    return f"""
[[indicator]]
id = "{thing.id}"
name = {{ zh = "{thing.name}", en = "Thing {thing.number}" }}
measure = "{thing.measure}"
unit = "{thing.unit}"
better = "higher"

[[target]]
id = "{thing.id}"
indicator = "{thing.id}"
aim = "at-least"
stages = [{{ by = "2025", value = 50 }}]
"""


def rows_of_the_sheet() -> list[list[str]]:
    """The sheet as it is shown, merged cells blank but for the first."""
    head = [
        ["全市主要经济指标完成情况", *[""] * 8],
        ["（2025年1—10月，括号内为位次）", *[""] * 8],
        ["序号", "指标名称", "计量单位", "目标属性", "年度目标", "本期实际", "累计", "", "备注"],
        ["", "", "", "", "", "", "实际值", "同比（±%）", ""],
    ]
    body = []
    for thing in THINGS:
        if thing.number % 20 == 1:
            body.append(["", f"{'一二三'[thing.number // 20]}、第{thing.number // 20 + 1}部分", *[""] * 7])
        shown = thing.total + ("%" if thing.measure == "ratio" else "") + thing.rank
        month = "8.70" if thing.measure == "flow" else "-"
        dash = thing.number % 15 == 0
        body.append(
            [
                str(thing.number),
                f" {thing.name} ",
                thing.unit,
                "预期性",
                "-" if dash else "500",
                month,
                "—" if dash else shown,
                "…" if dash else thing.growth,
                "快报数" if thing.number == 7 else "",
            ]
        )
    foot = [["", "合计", "", "", "", "", "9999", "", ""], ["注：增速按可比口径计算。", *[""] * 8]]
    return [*head, *body, *foot]
