"""Units by their parts: multipliers, classifiers, one over another; what nobody knows, and what several may be."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.units import DEFAULT, Unit, convert

REAL = [
    ("万人", "count", 10**4),
    ("万户", "count", 10**4),
    ("人次", "count", 1),
    ("亿人次", "count", 10**8),
    ("万头", "count", 10**4),
    ("亿只", "count", 10**8),
    ("处", "count", 1),
    ("所", "count", 1),
    ("张", "count", 1),
    ("床", "count", 1),
    ("万株", "count", 10**4),
    ("场次", "count", 1),
    ("台(套)", "count", 1),
    ("beds", "count", 1),
    ("million people", "count", 10**6),
    ("1,000 persons", "count", 10**3),
    ("thousand households", "count", 10**3),
    ("Number", "count", 1),
    ("岁", "duration-months", 12),
    ("小时", "duration-hours", 1),
    ("公里", "length", 1000),
    ("万公里", "length", 10**7),
    ("立方米", "volume", 1),
    ("亿立方米", "volume", 10**8),
    ("million m3", "volume", 10**6),
    ("㎥", "volume", 1),
    ("万㎡", "area", 10**4 * Decimal("0.0015")),
    ("thousand ha", "area", 1000 * 15),
    ("亿斤", "mass", 10**8 * Decimal("0.0005")),
    ("公斤", "mass", Decimal("0.001")),
    ("'000 tonnes", "mass", 1000),
    ("万t", "mass", 10**4),
    ("万kWh", "energy", 10**4),
    ("万吨标准煤", "coal-equivalent", 10**4),
    ("tCO2e", "carbon-dioxide", 1),
    ("万标箱", "containers", 10**4),
    ("亿吨公里", "freight", 10**8),
    ("分贝", "sound", 1),
    ("‰", "rate", Decimal("0.001")),
    ("件/万人", "rate", Decimal("0.0001")),
    ("件/每万人", "rate", Decimal("0.0001")),
    ("张/千人", "rate", Decimal("0.001")),
    ("1/10万", "rate", Decimal("0.00001")),
    ("per 1,000", "rate", Decimal("0.001")),
    ("persons/1,000", "rate", Decimal("0.001")),
    ("deaths per 100,000 live births", "rate", Decimal("0.00001")),
    ("元/人", "money-CNY-per-count", 1),
    ("USD per capita", "money-USD-per-count", 1),
    ("元/吨", "money-CNY-per-mass", 1),
    ("吨标准煤/万元", "coal-equivalent-per-money-CNY", Decimal("0.0001")),
    ("吨二氧化碳/万元", "carbon-dioxide-per-money-CNY", Decimal("0.0001")),
    ("微克/立方米", "mass-per-volume", Decimal("1E-12")),
    ("µg/m³", "mass-per-volume", Decimal("1E-12")),
    ("ug/m3", "mass-per-volume", Decimal("1E-12")),
    ("克标准煤/千瓦时", "coal-equivalent-per-energy", Decimal("0.000001")),
    ("公斤/亩", "mass-per-area", Decimal("0.001")),
    ("万千瓦时/万吨", "intensity", 1),
    ("亿吨/年", "mass-per-year", 10**8),
    ("人次/年", "count-per-year", 1),
    ("米/秒", "length-per-second", 1),
]


@pytest.mark.parametrize(("text", "kind", "size"), REAL)
def test_a_unit_of_plans_and_bulletins_is_read(text: str, kind: str, size: Decimal | int):
    """Its kind, and its size in the base unit of that kind."""
    unit = DEFAULT.find(text)
    assert (unit.kind, unit.factor / unit.over) == (kind, size)


@pytest.mark.parametrize("text", [text for text, _, _ in REAL])
def test_the_symbol_of_a_unit_is_read_as_the_unit(text: str):
    """What the journal keeps names the same size of the same kind."""
    unit = DEFAULT.find(text)
    again = DEFAULT.find(unit.symbol)
    assert (again.kind, again.factor * unit.over) == (unit.kind, unit.factor * again.over)


@pytest.mark.parametrize(
    ("number", "source", "wanted", "printed"),
    [
        ("6.5", "张/千人", "张/万人", "65"),
        ("5", "元/平方米", "万元/公顷", "5"),
        ("3.6", "GJ", "kWh", str(3600 / Decimal("3.6"))),
        ("0.42", "吨标准煤/万元", "kgce/元", "0.000042E3"),
        ("90", "minutes", "hours", "1.5"),
    ],
)
def test_ratios_convert_exactly(number: str, source: str, wanted: str, printed: str):
    """A hectare or an hour below the stroke has a size that no decimal number is."""
    found = convert(Decimal(number), DEFAULT.find(source), DEFAULT.find(wanted))
    assert found == Decimal(printed)


@given(st.sampled_from(REAL), st.sampled_from(["万", "亿", "百万", "千"]))
def test_a_multiplier_never_changes_the_kind(row: tuple[str, str, object], word: str):
    """Ten thousand of anything are of its kind, or no unit at all."""
    try:
        unit = DEFAULT.find(word + row[0])
    except ValueError:
        return
    assert unit.kind in {row[1], f"{row[1]}-per-number"}


@pytest.mark.parametrize(
    "text", ["MT", "MT/yr", "mw", "GWH/T", "股权", "元/股权", "widgets", "万万", "/", "//", "a/b/c/d"]
)
def test_what_nobody_knows_is_no_unit(text: str):
    """A word is not taken for the nearest one."""
    with pytest.raises(ValueError, match="is not a unit"):
        DEFAULT.find(text)


def test_a_word_nobody_knows_is_a_kind_of_its_own():
    """It is itself, whatever the capitals of a long word, and nothing converts to it."""
    one = DEFAULT.declared("Widgets")
    assert (one.known, one.symbol, one.kind) == (False, "Widgets", DEFAULT.declared("widgets").kind)
    with pytest.raises(ValueError, match="cannot be given in"):
        convert(Decimal(1), one, DEFAULT.find("units"))
    assert DEFAULT.declared("mT").kind != DEFAULT.declared("MT").kind


@pytest.mark.parametrize("text", ["MT", "MT/yr", "million MT", "mw", "mj"])
def test_other_capitals_are_never_offered(text: str):
    """MT may be tonnes or millions of them: neither Mt nor mt is what was probably meant."""
    offered = {word.strip(",?") for word in DEFAULT.advice(text).replace("/", " ").split()}
    symbol = next(one for one in text.replace("/", " ").split() if one.lower() in {"mt", "mw", "mj"})
    assert {word for word in offered if word.lower() == symbol.lower()} <= {symbol}


@pytest.mark.parametrize("text", ["$", "bn $", "£m", "亿法郎", "bn francs", "kr", "CFA", "亿比索", "million dinars"])
def test_money_of_several_countries_is_asked_about(text: str):
    """A sign that several currencies share is answered with their codes."""
    with pytest.raises(match=r"write the code, such as [A-Z]{3}, [A-Z]{3}"):
        DEFAULT.declared(text)


def test_the_workspace_goes_first():
    """A unit of the workspace's own is found where a word of the language would be, also with a multiplier."""
    table = DEFAULT.with_units([Unit("bed", "beds", Decimal(1), "床", "beds")])
    assert {table.find(name).kind for name in ("床", "beds", "bed", "万床")} == {"beds"}


def test_a_workspace_that_counted_money_in_yuan_still_does():
    """Units declared as money while the yuan was the only one stay units of yuan."""
    table = DEFAULT.with_units([Unit("wad", "money", Decimal(500), "沓", "wads")])
    assert convert(Decimal(2), table.find("wad"), table.find("元")) == 2 * 500


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading(text: str):
    """Whatever is typed is a unit, a question, or a kind of its own."""
    try:
        unit = DEFAULT.declared(text)
    except ValueError:
        return
    assert unit.symbol
