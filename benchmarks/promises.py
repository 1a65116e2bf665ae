"""Promises that look like real ones: kinds of indicators in turn, their targets, and the policies that hold them."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

TARGETS_A_POLICY = 20
RELEASE_LAG_DAYS = 20

REGIONS = (("嘉峪关市", "Jiayuguan"), ("昌吉州", "Changji"), ("酒泉市", "Jiuquan"), ("张掖市", "Zhangye"))
LEADS = ("市发展改革委", "市工信局", "市科技局", "市商务局", "市统计局", "市生态环境局", "市农业农村局")
CHAINS = (("钢铁", "steel"), ("铝", "aluminium"), ("光伏", "solar"), ("装备制造", "equipment"), ("核技术", "nuclear"))


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of promise: how it is declared, how large it starts, how fast it moves a year, how noisy it is."""

    zh: str
    en: str
    measure: str
    unit: str
    better: str
    aim: str
    releases: str
    start: tuple[float, float]
    a_year: float
    noise: float
    digits: int


KINDS = (
    Kind("总产值", "output", "flow", "亿元", "higher", "at-least", "monthly-no-january", (5, 900), 1.09, 0.03, 2),
    Kind("增加值增速", "growth", "growth", "%", "higher", "at-least", "monthly", (4, 14), 1.0, 0.15, 1),
    Kind("企业户数", "firms", "stock", "户", "higher", "at-least", "monthly", (20, 400), 1.12, 0.01, 0),
    Kind("就地转化率", "local share", "ratio", "%", "higher", "at-least", "monthly", (15, 55), 1.1, 0.02, 1),
    Kind("单位能耗", "power a tonne", "stock", "kWh/t", "lower", "at-most", "monthly", (400, 900), 0.97, 0.01, 1),
    Kind(
        "固定资产投资", "investment", "flow", "亿元", "higher", "at-least", "monthly-no-january", (1, 60), 1.1, 0.06, 2
    ),
    Kind("增速位次", "rank of growth", "rank", "位", "lower", "at-most", "monthly", (2, 12), 1.0, 0.2, 0),
)


@dataclass(frozen=True, slots=True)
class Promise:
    """One indicator with its target, and the level it starts from."""

    number: int
    kind: Kind
    start: float

    @property
    def id(self) -> str:
        """The id of both the indicator and the target."""
        region, chain = REGIONS[self.policy % len(REGIONS)][1], CHAINS[self.number % len(CHAINS)][1]
        return f"{region.lower()}.{chain}.{self.kind.en.replace(' ', '-')}-{self.number}"

    @property
    def policy(self) -> int:
        """The number of the policy that makes the promise."""
        return self.number // TARGETS_A_POLICY

    def level(self, years: float) -> float:
        """What the indicator would show without noise, so many years after 2020: a year's total for a flow."""
        return self.start * float(self.kind.a_year**years)


def printed(value: float, kind: Kind) -> str:
    """A number with the digits its kind is printed with, within what its kind allows."""
    ceiling = 100.0 if kind.measure == "ratio" else value
    return f"{max(min(value, ceiling), 1.0):.{kind.digits}f}"


def promises(targets: int, random: Random) -> list[Promise]:
    """So many promises, the kinds in turn."""
    kinds = [KINDS[number % len(KINDS)] for number in range(targets)]
    return [Promise(number, kind, random.uniform(*kind.start)) for number, kind in enumerate(kinds)]


def declaration(promise: Promise, random: Random) -> str:
    """The indicator and the target of one promise; some ask for more than is coming."""
    kind, ambition = promise.kind, random.choice((0.9, 0.97, 1.0, 1.02, 1.06, 1.2))
    ambition = ambition if kind.better == "higher" else 1 / ambition
    stages = "".join(
        f'  {{ by = "{year}", value = {printed(promise.level(year - 2020) * ambition, kind)} }},\n'
        for year in (2024, 2025)
    )
    chain = CHAINS[promise.number % len(CHAINS)]
    reading = 'reading = "every-year"\n' if kind.measure == "growth" else ""
    return f"""
[[indicator]]
id = "{promise.id}"
name = {{ zh = "{chain[0]}{kind.zh}（{promise.number}）", en = "{chain[1]}, {kind.en} ({promise.number})" }}
measure = "{kind.measure}"
unit = "{kind.unit}"
better = "{kind.better}"
releases = "{kind.releases}"
release_lag_days = {RELEASE_LAG_DAYS}

[[target]]
id = "{promise.id}"
indicator = "{promise.id}"
aim = "{kind.aim}"
{reading}stages = [
{stages}]
lead = "{random.choice(LEADS)}"
chain = "{chain[0]}"
tags = ["{random.choice(("binding", "key", "watch"))}"]
locator = "paragraph {promise.number % TARGETS_A_POLICY + 1}"
"""


def policy_head(number: int) -> str:
    """The head of one file of declarations."""
    zh, en = REGIONS[number % len(REGIONS)]
    return f"""[policy]
id = "policy-{number}"
title = {{ zh = "{zh}产业发展实施意见（{number}）", en = "{en}, opinions on industry ({number})" }}
region = {{ zh = "{zh}", en = "{en}" }}
issued = 2021-01-15
"""
