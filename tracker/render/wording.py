"""Numbers, periods, verdicts and caveats in words, Chinese and English; the one place where numbers are rounded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from gettext import NullTranslations
from pathlib import Path

from tracker.assessment.verdict import Caveat, Verdict
from tracker.domain.period import Period
from tracker.domain.units import DEFAULT, Unit, convert
from tracker.domain.words import Words

from tracker.render.catalogue import CAVEATS, CODES, SHOWN_IN, VERDICTS

MARKS = {
    Verdict.MET: ("√", "+"),
    Verdict.ON_TRACK: ("●", "o"),
    Verdict.AT_RISK: ("▲", "!"),
    Verdict.OFF_TRACK: ("■", "x"),
    Verdict.MISSED: ("×", "X"),
    Verdict.UNKNOWN: ("○", "?"),
}
GROUPED_FROM = 10000
MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
QUARTERS = "一二三四"


def translations(lang: str) -> NullTranslations:
    """The catalogue of a language; English needs none, its sentences are the keys."""
    if lang == "en":
        return NullTranslations()
    from gettext import translation

    return translation("tracker", Path(__file__).parent / "locale", [lang])


@dataclass(frozen=True, slots=True)
class Wording:
    """How one reader is spoken to: the language, and whether marks must be ASCII."""

    lang: str = "en"
    ascii: bool = False
    catalogue: NullTranslations = field(default_factory=NullTranslations, compare=False)

    def say(self, sentence: str, **facts: object) -> str:
        """A sentence of the catalogue, with its facts in words."""
        words = {name: self.fact(value) for name, value in facts.items()}
        return self.catalogue.gettext(sentence).format_map(words) if words else self.catalogue.gettext(sentence)

    def fact(self, value: object) -> str:
        """One fact of a sentence, by its kind."""
        match value:
            case Period():
                return self.period(value)
            case Words():
                return value.in_language(self.lang)
            case Decimal():
                return self.number(value)
            case Enum():
                return self.code(str(value.value))
            case date():
                return value.isoformat()
            case str() | int():
                return str(value)
            case Iterable():
                return self.listed(value)
            case _:
                return "" if value is None else str(value)

    def listed(self, values: Iterable[object]) -> str:
        """Several facts, one after the other."""
        return ("、" if self.lang == "zh" else ", ").join(self.fact(value) for value in values)

    def code(self, code: str) -> str:
        """The word for a code that the machine formats use."""
        return self.say(CODES.get(code, code))

    def name(self, words: Words | None) -> str:
        """A name in the reader's language."""
        return words.in_language(self.lang) if words else ""

    def verdict(self, verdict: Verdict) -> str:
        """A verdict with its mark; the word alone says it, the mark and the colour repeat it."""
        return f"{self.mark(verdict)} {self.say(VERDICTS[verdict])}"

    def say_verdict(self, verdict: Verdict) -> str:
        """A verdict without its mark."""
        return self.say(VERDICTS[verdict])

    def mark(self, verdict: Verdict) -> str:
        """The mark of a verdict, from characters that Chinese encodings have."""
        return MARKS[verdict][1 if self.ascii else 0]

    def caveat(self, caveat: Caveat) -> str:
        """A caveat as a sentence."""
        return self.say(CAVEATS.get(caveat.code, caveat.code), **dict(caveat.facts))

    def number(self, value: Decimal, places: int | None = None, *, signed: bool = False) -> str:
        """A number rounded half up to some places, or as it is; grouped from five digits on."""
        shown = value if places is None else value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        if shown == 0:
            shown = abs(shown)
        text = f"{shown:,f}" if abs(shown) >= GROUPED_FROM else f"{shown:f}"
        return f"+{text}" if signed and shown > 0 else text

    def share(self, value: Decimal | None, places: int = 1) -> str:
        """A share in percent."""
        return "" if value is None else f"{self.number(value * 100, places)}%"

    def points(self, value: Decimal | None, places: int = 1) -> str:
        """A difference of percentages, in percentage points."""
        return "" if value is None else f"{self.number(value, places, signed=True)} {self.unit(DEFAULT.find('pp'))}"

    def unit(self, unit: Unit) -> str:
        """A unit's name in the reader's language."""
        if self.lang == "zh":
            return unit.zh or unit.symbol
        return unit.symbol if unit.symbol.isascii() else unit.en or unit.symbol

    def shown_unit(self, unit: Unit) -> Unit:
        """The unit a reader expects: 亿元 in Chinese where English says bn CNY."""
        return DEFAULT.find(SHOWN_IN[self.lang][unit.symbol]) if unit.symbol in SHOWN_IN[self.lang] else unit

    def amount(
        self, value: Decimal | None, unit: Unit, places: int | None = None, *, signed: bool = False, bare: bool = False
    ) -> str:
        """A value with its unit; computed values are rounded, printed ones keep their digits."""
        if value is None:
            return ""
        shown = self.shown_unit(unit)
        number = convert(value, unit, shown)
        text = self.number(trimmed(number, places), signed=signed)
        if bare or unit.kind == "index":
            return text
        name = self.unit(shown)
        return f"{text}{name}" if name == "%" or (self.lang == "zh" and not name[0].isascii()) else f"{text} {name}"

    def period(self, period: Period) -> str:
        """A period as the language writes it."""
        return in_chinese(period) if self.lang == "zh" else in_english(period)


def trimmed(value: Decimal, places: int | None) -> Decimal:
    """A computed value rounded to at most some places, without the zeros that rounding leaves."""
    if places is None:
        return value
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole = rounded.to_integral_value()
    return whole if rounded == whole else rounded.normalize()


def in_english(period: Period) -> str:
    """Jan-Oct 2023, H1 2025, 2021-2025."""
    first, last = period.first, period.last
    if period.is_year or period.is_day:
        return str(period)
    if period.is_plan:
        return f"{first.year}-{last.year}"
    if period.is_half:
        return f"H{1 if last.month == 6 else 2} {last.year}"  # noqa: PLR2004 -- June
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
        return f"{last.year}年{'上' if last.month == 6 else '下'}半年"  # noqa: PLR2004 -- June
    if period.is_quarter:
        return f"{last.year}年{QUARTERS[last.month // 3 - 1]}季度"
    if period.month_count is None:
        return str(period)
    if first.year != last.year:
        return f"{first.year}年{first.month}月-{last.year}年{last.month}月"
    return f"{last.year}年{last.month}月" if period.is_month else f"{last.year}年{first.month}-{last.month}月"


def wording_for(lang: str, *, ascii_only: bool = False) -> Wording:
    """How to speak to a reader of that language."""
    return Wording(lang, ascii_only, translations(lang))
