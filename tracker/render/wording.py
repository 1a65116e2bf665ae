"""Numbers, periods, verdicts and caveats in words, Chinese and English; the one place that rounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from gettext import NullTranslations
from pathlib import Path
from types import NoneType
from typing import Any, NamedTuple

from tracker.assessment.verdict import Caveat, Verdict
from tracker.domain.period import Period
from tracker.domain.quantity import Quantity
from tracker.domain.unit_names import CHINESE
from tracker.domain.units import DEFAULT, Unit, convert
from tracker.domain.words import Words
from tracker.render.catalogue import CALLED_IN, CAVEATS, CODES, N_, VERDICTS
from tracker.render.number_words import rounded, singular, telling, telling_share, without_zeros
from tracker.render.period_words import in_chinese, in_english
from tracker.render.shown_units import shown_unit

MARKS = {
    Verdict.MET: ("√", "+"),
    Verdict.ON_TRACK: ("●", "o"),
    Verdict.AT_RISK: ("▲", "!"),
    Verdict.OFF_TRACK: ("■", "x"),
    Verdict.MISSED: ("×", "X"),
    Verdict.UNKNOWN: ("○", "?"),
}
NO_MARK = ("·", " ")
GROUPED_FROM = 10000
MOST_LISTED = 4
SEPARATORS = {"zh": ("、", "；", "：", "，"), "en": (", ", "; ", ": ", ", ")}
COUNTED = frozenset({"count", "index", "rank", "duration-months", "duration-days"})


def translations(lang: str) -> NullTranslations:
    """The catalogue of a language; English needs none, its sentences are the keys."""
    if lang == "en":
        return NullTranslations()
    from gettext import translation

    return translation("tracker", Path(__file__).parent / "locale", [lang])


class Wording(NamedTuple):
    """How one reader is spoken to: the language, and whether marks must be ASCII."""

    lang: str = "en"
    ascii: bool = False
    catalogue: NullTranslations = NullTranslations()

    def say(self, sentence: str, **facts: object) -> str:
        """A sentence of the catalogue, with its facts in words."""
        said = self.catalogue.gettext(sentence) if sentence else ""
        return said.format_map({name: self.fact(value) for name, value in facts.items()}) if facts else said

    def fact(self, value: object) -> str:
        """One fact of a sentence, by its kind; unknown is empty."""
        return next((tell(self, value) for kind, tell in TELLING if isinstance(value, kind)), str(value))

    def listed(self, values: Iterable[object]) -> str:
        """Several facts, one after the other."""
        return SEPARATORS[self.lang][0].join(self.fact(value) for value in values)

    def joined(self, sentences: Iterable[str]) -> str:
        """Several sentences on one line."""
        return SEPARATORS[self.lang][1].join(filter(None, sentences))

    def with_aside(self, *parts: str) -> str:
        """What is said, and what is said beside it."""
        return SEPARATORS[self.lang][3].join(filter(None, parts))

    def pair(self, name: str, value: str) -> str:
        """A name and what is said of it."""
        return f"{name}{SEPARATORS[self.lang][2]}{value}"

    def code(self, code: str) -> str:
        """The word for a code that the machine formats use."""
        return self.say(CODES.get(code, code))

    def name(self, words: Words | None) -> str:
        """A name in the reader's language."""
        return words.in_language(self.lang) if words else ""

    def verdict(self, verdict: Verdict) -> str:
        """A verdict with its mark; the word alone says it, the mark and the colour repeat it."""
        return f"{self.mark(verdict)} {self.say_verdict(verdict)}"

    def say_verdict(self, verdict: Verdict) -> str:
        """A verdict without its mark."""
        return self.say(VERDICTS[verdict])

    def mark(self, verdict: Verdict) -> str:
        """The mark of a verdict, from characters that Chinese encodings have."""
        return MARKS[verdict][self.ascii]

    def above_marks(self, heading: str) -> str:
        """The heading of marks, begun by a sign as wide as they are: terminals differ in how wide that is."""
        return f"{NO_MARK[self.ascii]} {heading}"

    def caveat(self, caveat: Caveat, *, brief: bool = False) -> str:
        """A caveat as a sentence; a brief one names only the ends of a long list."""
        facts = {name: self.ends(value) if brief else value for name, value in caveat.facts}
        return self.say(CAVEATS.get(caveat.code, caveat.code), **facts)

    def ends(self, value: object) -> object:
        """A list of more than a few as its first, its last and how many."""
        if not isinstance(value, tuple) or len(value) <= MOST_LISTED:
            return value
        return self.say(N_("{first} to {last} ({n} periods)"), first=value[0], last=value[-1], n=len(value))

    def number(self, value: Decimal, places: int | None = None, *, signed: bool = False) -> str:
        """A number rounded half up to some places, or as it is; English groups five digits and more, Chinese none.

        What is not nothing has as many places as it takes not to read as nothing.
        """
        shown = value if places is None else rounded(value, telling(value, places))
        if shown == 0:
            shown = abs(shown)
        grouped = self.lang == "en" and abs(shown) >= GROUPED_FROM
        text = f"{shown:,f}" if grouped else f"{shown:f}"
        return f"+{text}" if signed and shown > 0 else text

    def share(self, value: Decimal | None, places: int = 1) -> str:
        """A share in percent."""
        return "" if value is None else f"{self.number(value * 100, telling_share(value * 100, places))}%"

    def points(self, value: Decimal | None, places: int = 1) -> str:
        """A difference of percentages, in percentage points."""
        return "" if value is None else self.beside(self.number(value, places, signed=True), DEFAULT.find("pp"))

    def unit(self, unit: Unit) -> str:
        """A unit's name in the reader's language, as it stands beside a number."""
        called = CALLED_IN[self.lang].get(unit.symbol)
        if called is not None:
            return called
        if self.lang == "zh":
            return unit.zh or unit.symbol
        return unit.symbol if unit.symbol.isascii() else unit.en or unit.symbol

    def shown_unit(self, unit: Unit) -> Unit:
        """The unit a reader expects: 亿元 in Chinese where English says bn CNY."""
        return shown_unit(unit, self.lang)

    def beside(self, number: str, unit: Unit) -> str:
        """A number with its unit: set apart in English, close in Chinese; % is close in both."""
        name = self.unit(unit)
        if unit.kind in COUNTED and number.lstrip("+-") == "1":
            name = singular(name)
        if unit.kind == "rank" and number[:1].isdigit():
            return self.say(N_("rank {n}"), n=number)
        return f"{number}{name}" if name in {"", "%", "‰"} or CHINESE.match(name) else f"{number} {name}"

    def shown(self, value: Decimal, unit: Unit) -> tuple[Decimal, Unit]:
        """A value in the unit a reader expects."""
        wanted = self.shown_unit(unit)
        return convert(value, unit, wanted), wanted

    def printed(self, value: Decimal | None, unit: Unit) -> str:
        """A figure as it was printed: every digit is kept, also a zero at the end."""
        if value is None:
            return ""
        number, shown = self.shown(value, unit)
        return self.beside(self.number(number), shown)

    def promised(self, value: Decimal | None, unit: Unit, *, bare: bool = False) -> str:
        """A promised number: it is exact, so the zeros that changing its unit left at the end go."""
        if value is None:
            return ""
        number, shown = self.shown(value, unit)
        text = self.number(without_zeros(number))
        return text if bare else self.beside(text, shown)

    def amount(self, value: Decimal | None, unit: Unit, places: int = 2, *, signed: bool = False) -> str:
        """A computed value, rounded to at most some places, unless it would read as nothing."""
        if value is None:
            return ""
        number, shown = self.shown(value, unit)
        short = without_zeros(rounded(number, telling(number, places)))
        return self.beside(self.number(short, signed=signed), shown)

    def period(self, period: Period) -> str:
        """A period as the language writes it."""
        return in_chinese(period) if self.lang == "zh" else in_english(period)


TELLING: tuple[tuple[type, Callable[[Wording, Any], str]], ...] = (
    (Period, Wording.period),
    (Words, Wording.name),
    (Decimal, Wording.number),
    (Quantity, lambda wording, value: wording.amount(value.number, value.unit)),
    (Enum, lambda wording, value: wording.code(str(value.value))),
    (date, lambda wording, value: wording.period(Period.of_day(value))),
    (NoneType, lambda _, __: ""),
    (str, lambda _, value: str(value)),
    (Iterable, Wording.listed),
)
"""How each kind of fact is put in words; the first kind that fits counts."""


def wording_for(lang: str, *, ascii_only: bool = False) -> Wording:
    """How to speak to a reader of that language."""
    return Wording(lang, ascii_only, translations(lang))
