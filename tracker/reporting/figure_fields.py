"""The fields of a figure: the indicator a name means, the unit of its value, and what is asked about on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.domain.indicator import Indicator, Measure
from tracker.reporting.claim import Draft, Objection
from tracker.reporting.declared import Declared
from tracker.reporting.fields import (
    WORDS,
    Misread,
    Read,
    find_unit,
    read_bound,
    read_date,
    read_number,
    read_period,
    read_share,
    read_vintage,
    read_whole,
    read_words,
    unit_or_none,
)
from tracker.reporting.parts import called

_PASSED_OVER = re.compile(
    "[±+%/‰-]{1,4}|累计|本年累计|当月|本月|全年|全[国省市县区州]|同比(?:增长|增速)?(?:[±+%-]{1,3})?|增速%?|增长%?|(?:按)?(?:可比|现|不变|当年)价(?:格)?"
    "|[0-9①-⑳*]{1,3}|注[0-9]?|初步(?:核算)?数?|快报数?|预计数?|total|all|ytd|provisional|preliminary"
)


@dataclass(frozen=True, slots=True)
class FigureFields:
    """The fields of one draft that is a figure; what cannot be understood, and what is doubtful, is noted."""

    draft: Draft
    declared: Declared
    objections: list[Objection]
    doubts: list[Objection]

    def fields(self) -> dict[str, Read]:
        """The fields of a figure."""
        indicator, bracketed = self.indicator()
        if indicator is None:
            return {}
        return {
            "indicator": lambda _: indicator.id,
            "period": read_period,
            "value": read_whole if indicator.measure is Measure.RANK else read_number,
            "unit": lambda text: self.unit(text, indicator, bracketed),
            "growth": read_share,
            "vintage": read_vintage,
            "published": read_date,
            **dict.fromkeys(WORDS, read_words),
            "bound": read_bound,
            "rank": read_whole,
            "in_brackets": lambda text: self.in_brackets(text, indicator),
            "rank_of": read_whole,
        }

    def in_brackets(self, text: str, indicator: Indicator) -> str:
        """A number in brackets behind a value: a rank, which is asked about where no rank was ever told before."""
        rank = read_whole(text)
        series = self.declared.portfolio.series.get(indicator.id)
        if not series or not any(one.rank is not None for one in series.actuals):
            facts = {"id": indicator.id, "text": f"{self.draft.texts['value']} ({text})", "rank": rank}
            self.doubts.append(Objection("rank-in-brackets", self.draft.place_of("value"), facts))
        return rank

    def indicator(self) -> tuple[Indicator | None, str | None]:
        """The indicator a name means, and the unit in brackets behind the name."""
        name = self.draft.texts.get("indicator", "")
        ids, unit = self.declared.names.find(name)
        place = self.draft.place_of("indicator")
        if len(ids) == 1 and ids[0] in self.declared.portfolio.formulas:
            self.objections.append(Objection("derived-indicator", place, {"id": ids[0]}))
            return None, None
        if len(ids) == 1 and ids[0] in self.declared.portfolio.indicators:
            indicator = self.declared.portfolio.indicators[ids[0]]
            if unit and self.narrows(unit, indicator):
                self.objections.append(Objection("unknown-indicator", place, {"name": name, "near": list(ids)}))
                return None, None
            return indicator, unit
        if len(ids) > 1:
            self.objections.append(Objection("ambiguous-indicator", place, {"name": name, "ids": ids}))
        else:
            self.objections.append(
                Objection("unknown-indicator", place, {"name": name, "near": self.declared.names.near(name)})
            )
        return None, None

    def narrows(self, inside: str, indicator: Indicator) -> bool:
        """Whether words in brackets behind a name are no unit, and make it the name of a part: 在校生（女）."""
        if _PASSED_OVER.fullmatch(inside) or called(inside):
            return called(inside)
        try:
            return unit_or_none(self.declared.units, inside, indicator.unit) is None
        except Misread:
            return False

    def unit(self, text: str, indicator: Indicator, bracketed: str | None) -> str:
        """The unit of the value, by its own cell, its name, its heading, or the indicator; unlike kinds are refused."""
        if not self.draft.texts.get("value"):
            return ""
        units, guess = self.declared.units, self.draft.texts.get("unit_guess")
        if "value" in self.draft.percent:
            found = units.find("%")
        elif text:
            found = find_unit(units, text, indicator.unit)
        else:
            told = (unit_or_none(units, one, indicator.unit) for one in (bracketed, guess) if one)
            found = next(filter(None, told), indicator.unit)
        if found.kind != indicator.unit.kind:
            raise Misread("unit-kind", unit=found.symbol, wanted=indicator.unit.symbol, id=indicator.id)
        return found.symbol
