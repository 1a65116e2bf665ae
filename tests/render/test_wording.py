"""Numbers, amounts, shares, points and facts in words, in both languages."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest
from builders import day, p

from tracker.assessment.verdict import Caveat, Verdict
from tracker.domain.quantity import Quantity
from tracker.domain.series import Vintage
from tracker.domain.units import DEFAULT, UNITS, Unit
from tracker.domain.words import Words
from tracker.render.catalogue import CAVEATS
from tracker.render.wording import MARKS, Wording, wording_for

EN, ZH = wording_for("en"), wording_for("zh")
BOTH = pytest.mark.parametrize("wording", [EN, ZH], ids=["en", "zh"])


def str_of(case: Wording | Unit | str) -> str:
    """What a case is called."""
    return case if isinstance(case, str) else case.lang if isinstance(case, Wording) else case.symbol


def unit(name: str) -> Unit:
    """A unit by its name."""
    return DEFAULT.find(name)


@pytest.mark.parametrize(
    ("value", "places", "english", "chinese"),
    [
        ("9999", None, "9999", "9999"),
        ("10000", None, "10,000", "10000"),
        ("13350", None, "13,350", "13350"),
        ("-218000", None, "-218,000", "-218000"),
        ("102.10", None, "102.10", "102.10"),
        ("1234567.125", 2, "1,234,567.13", "1234567.13"),
        ("-0.04", 1, "-0.04", "-0.04"),
        ("-1E-20", 1, "0.0", "0.0"),
        ("1E+3", None, "1000", "1000"),
    ],
)
def test_numbers_keep_their_digits_or_are_rounded_once(value: str, places: int | None, english: str, chinese: str):
    """English groups from five digits on, Chinese does not; nothing is below nought that rounds to it."""
    assert (EN.number(Decimal(value), places), ZH.number(Decimal(value), places)) == (english, chinese)


@pytest.mark.parametrize(
    ("value", "name", "english", "chinese"),
    [
        ("500", "亿元", "50 bn CNY", "500亿元"),
        ("1000", "亿元", "100 bn CNY", "1000亿元"),
        ("60.0", "%", "60%", "60%"),
        ("90", "万千瓦", "900 MW", "90万千瓦"),
        ("900", "MW", "900 MW", "90万千瓦"),
        ("12.5", "亿美元", "1.25 bn USD", "12.5亿美元"),
        ("12.5", "bn EUR", "12.5 bn EUR", "125亿欧元"),
        ("300", "crore INR", "300 crore INR", "300千万印度卢比"),
        ("1.45", "万人", "14.5 thousand people", "1.45万人"),
        ("3.2", "亿立方米", "320 million m3", "3.2亿立方米"),
        ("35", "微克/立方米", "35 μg/m3", "35微克/立方米"),
        ("23.1", "件/万人", "23.1 pieces per 10 thousand people", "23.1件/万人"),
        ("6.5", "‰", "6.5‰", "6.5‰"),
        ("0.65", "index", "0.65", "0.65"),
        ("160", "projects", "160 projects", "160个"),
        ("160", "个", "160", "160个"),
        ("1", "户", "1 firm", "1户"),
        ("0", "户", "0 firms", "0户"),
        ("5", "位", "rank 5", "第5位"),
        ("13350", "kWh/t", "13,350 kWh/t", "13350千瓦时/吨"),
        ("1", "倍", "1 time", "1倍"),
        ("2.5", "pp", "2.5 pp", "2.5个百分点"),
    ],
)
def test_promised_numbers_are_exact(value: str, name: str, english: str, chinese: str):
    """No zeros behind the point, in the unit each reader expects."""
    assert (EN.promised(Decimal(value), unit(name)), ZH.promised(Decimal(value), unit(name))) == (english, chinese)


@pytest.mark.parametrize(
    ("value", "name", "english", "chinese"),
    [
        ("102.1", "亿元", "10.21 bn CNY", "102.1亿元"),
        ("694.0", "亿元", "69.40 bn CNY", "694.0亿元"),
        ("7650", "万元", "76.50 m CNY", "7650万元"),
        ("13.57", "bn CNY", "13.57 bn CNY", "135.7亿元"),
        ("21.8", "万吨", "218 kt", "21.8万吨"),
        ("9.60", "%", "9.60%", "9.60%"),
    ],
)
def test_printed_figures_keep_every_digit(value: str, name: str, english: str, chinese: str):
    """As many digits as were printed, whatever the unit: they are evidence."""
    assert (EN.printed(Decimal(value), unit(name)), ZH.printed(Decimal(value), unit(name))) == (english, chinese)


def test_computed_values_are_rounded_to_two_places_at_most():
    """After the unit is changed, and without idle zeros."""
    value = Decimal(1200) / 7 / 10
    assert EN.amount(value, unit("亿元")) == "1.71 bn CNY"
    assert ZH.amount(value, unit("亿元")) == "17.14亿元"
    assert ZH.amount(Decimal("0.3"), unit("亿元"), signed=True) == "+0.3亿元"


@BOTH
def test_a_difference_of_ranks_is_no_rank(wording: Wording):
    """Two places are not rank 2."""
    said = {"en": "-1 place", "zh": "-1位"}[wording.lang]
    assert wording.amount(Decimal(-1), unit("位"), signed=True) == said


@BOTH
def test_what_is_not_known_is_not_shown(wording: Wording):
    """Unknown is empty, never nought."""
    said = [tell(None, unit("%")) for tell in (wording.amount, wording.printed, wording.promised)]
    said += [wording.share(None), wording.points(None), wording.name(None), wording.fact(None), wording.code("")]
    assert set(said) == {""}


def test_shares_and_points_are_told_apart():
    """A share is in percent, a difference of shares in percentage points."""
    assert EN.share(Decimal("0.13825")) == "13.8%"
    assert EN.points(Decimal("13.825")) == "+13.8 pp"
    assert ZH.points(Decimal("-13.825")) == "-13.8个百分点"


@pytest.mark.parametrize(("wording", "each"), list(product([EN, ZH], UNITS)), ids=str_of)
def test_every_unit_has_a_name_in_the_language_of_the_reader(wording: Wording, each: Unit):
    """Chinese readers see no English word, English ones no Chinese sign, whatever unit was declared."""
    said = wording.promised(Decimal(25), each)
    assert said.isascii() if wording.lang == "en" else not any(sign.isascii() and sign.isalpha() for sign in said)


def test_facts_are_told_by_their_kind():
    """Periods, days, names, codes, lists and bare values."""
    facts = (p("2023-01/2023-10"), day("2025-04-15"), Words("铝", "aluminium"), Vintage.FLASH, Decimal("1.50"), 3, "x")
    assert EN.fact(facts) == "Jan-Oct 2023, 2025-04-15, aluminium, flash figure, 1.50, 3, x"
    assert ZH.fact(facts) == "2023年1-10月、2025年4月15日、铝、快报数、1.50、3、x"


def test_braces_in_a_name_are_only_braces():
    """What people write is put into a sentence, never read as one."""
    assert EN.say("{name} as of {day}", name="{day} {0.__class__}", day="D") == "{day} {0.__class__} as of D"


def test_a_code_without_a_word_stands_for_itself():
    """A new code is shown as it is rather than not at all."""
    assert ZH.code("brand-new") == "brand-new"
    assert ZH.caveat(Caveat.of("brand-new")) == "brand-new"


SAMPLE = dict.fromkeys(("by", "latest", "period", "what"), p("2022-Q1")) | {
    "periods": (p("2023"), p("2024")),
    "vintages": (Vintage.FLASH,),
    "days": 36,
    "day": day("2025-02-19"),
    "until": day("2025-06-30"),
    "reason": "repairs",
    "amount": Quantity(Decimal("0.2"), DEFAULT.find("pp")),
    "value": Quantity(Decimal("5.1"), DEFAULT.find("%")),
    "chance": Quantity(Decimal(14), DEFAULT.find("%")),
}


@pytest.mark.parametrize(("wording", "code"), list(product([EN, ZH], CAVEATS)), ids=str_of)
def test_every_caveat_reads_as_a_sentence(wording: Wording, code: str):
    """All its facts find their place, and a Chinese reader is told in Chinese."""
    facts = {name: value for name, value in SAMPLE.items() if f"{{{name}}}" in CAVEATS[code]}
    said = wording.caveat(Caveat.of(code, **facts))
    assert said
    assert "{" not in said
    assert said.isascii() is (wording.lang == "en")


def test_a_long_list_of_periods_is_told_by_its_ends_where_room_is_short():
    """Tables name the first, the last and how many; `show` names all."""
    missing = Caveat.of("missing-observations", periods=tuple(p(f"2024-{month:02}") for month in range(1, 7)))
    assert EN.caveat(missing, brief=True) == "missing: Jan 2024 to Jun 2024 (6 periods)"
    assert ZH.caveat(missing, brief=True) == "缺数据：2024年1月至2024年6月，共6期"
    assert EN.caveat(missing) == "missing: Jan 2024, Feb 2024, Mar 2024, Apr 2024, May 2024, Jun 2024"


@pytest.mark.parametrize(
    ("months", "said"), [(4, "Jan 2024, Feb 2024, Mar 2024, Apr 2024"), (5, "Jan 2024 to May 2024 (5 periods)")]
)
def test_four_periods_are_named_one_by_one(months: int, said: str):
    """The ends of a list are told from the fifth on."""
    missing = Caveat.of("missing-observations", periods=tuple(p(f"2024-{n:02}") for n in range(1, months + 1)))
    assert EN.caveat(missing, brief=True) == f"missing: {said}"


def test_marks_are_in_chinese_encodings_and_have_ascii_stand_ins():
    """Six verdicts, six marks, six stand-ins."""
    assert len(set(MARKS.values())) == len(Verdict)
    for mark, plain in MARKS.values():
        assert mark.encode("gbk")
        assert plain.isascii()


@pytest.mark.parametrize(("ascii_only", "said"), [(False, "▲ at risk"), (True, "! at risk")])
def test_a_verdict_is_a_mark_and_a_word(ascii_only: bool, said: str):  # noqa: FBT001 -- one of the cases
    """The word alone says it."""
    assert wording_for("en", ascii_only=ascii_only).verdict(Verdict.AT_RISK) == said
