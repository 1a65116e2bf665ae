"""Units: found by any of their names, converted exactly, never mixed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.units import DEFAULT, UNITS, Unit, UnitTable, convert, difference_unit, whole_up

TEN_FOLD = [unit for unit in UNITS if unit.kind not in {"area", "duration-months"}]
like_pairs = st.sampled_from(TEN_FOLD).flatmap(
    lambda unit: st.tuples(st.just(unit), st.sampled_from([other for other in TEN_FOLD if other.kind == unit.kind]))
)
numbers = st.decimals(min_value="-1e12", max_value="1e12", places=4)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *((name, "money-CNY") for name in ("元", "CNY", "万元", "亿元", "千亿元", "万亿元", "m CNY", "CNY bn")),
        *((name, "mass") for name in ("t", "吨", "万吨", "kt", "Mt", "kg", "千克", "公斤")),
        *((name, "mass-per-year") for name in ("t/yr", "吨/年", "万吨/年", "t/year", "万吨／年", "万吨 / 年")),
        *((name, "mass-per-day") for name in ("t/day", "吨/日", "吨/天")),
        *((name, "count-per-year") for name in ("万套/年", "万副/年", "套/年")),
        *((name, "percent") for name in ("%", "％", "percent", " % ")),
        *((name, "pp") for name in ("pp", "百分点", "个百分点", "percentage points")),
        *((name, "count") for name in ("个", "户", "家", "项", "条", "份", "次", "批次", "人次", "件", "套", "起")),
        *((name, "count") for name in ("firms", "projects", "items", "chains", "documents", "visits", "awards")),
        *((name, "duration-months") for name in ("个月", "months", "个季度", "quarters", "年", "years")),
        *((name, "power") for name in ("MW", "兆瓦", "万千瓦", "kW", "GW")),
        *((name, "energy") for name in ("MWh", "兆瓦时", "kWh", "千瓦时", "万千瓦时", "亿千瓦时", "GWh")),
        *((name, "intensity") for name in ("kWh/t", "千瓦时/吨", "度/吨")),
        *((name, "area") for name in ("mu", "亩", "hectare", "公顷", "km2")),
        *((name, "rank") for name in ("rank", "位", "位次")),
        *((name, "index") for name in ("index", "ratio", "倍", "times")),
    ],
)
def test_a_unit_is_found_by_any_of_its_names(text: str, kind: str):
    """Symbols, Chinese and English names and aliases all lead to the unit."""
    assert DEFAULT.find(text).kind == kind


def test_every_name_means_one_size_of_one_kind():
    """No two units share a name unless they are the same amount of the same thing."""
    assert len({unit.symbol for unit in UNITS}) == len(UNITS)
    for unit in UNITS:
        assert DEFAULT.find(unit.symbol) == unit
        for name in (unit.zh, unit.en):
            found = DEFAULT.find(name)
            assert (found.kind, found.factor) == (unit.kind, unit.factor)


def test_every_alias_names_a_unit():
    """An alias that no longer leads anywhere would be dead."""
    assert {DEFAULT.find(alias).symbol for alias in DEFAULT.aliases} == set(DEFAULT.aliases.values())


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("亿园", "did you mean 亿"),
        ("fimrs", "did you mean firms"),
        ("bn CYN", "did you mean bn CNY"),
        ("MT", "write t or million t"),
        ("mw", "is not a unit"),
        ("", "write one such as"),
        ("zzz", "write one such as 亿元, bn CNY"),
        ("x" * 100_000, "write one such as"),
    ],
)
def test_an_unknown_unit_is_told_with_the_nearest(text: str, advice: str):
    """A slip of the pen is answered with what was meant; capitals are never guessed in short symbols."""
    with pytest.raises(ValueError, match=advice) as refusal:
        DEFAULT.find(text)
    assert len(str(refusal.value)) < 250


def test_capitals_do_not_matter_in_long_names():
    """Words people type are not symbols."""
    assert DEFAULT.find("cny BN") == DEFAULT.find("bn CNY")


@pytest.mark.parametrize(
    ("number", "source", "wanted", "printed"),
    [
        ("102.1", "亿元", "bn CNY", "10.21"),
        ("7650", "万元", "亿元", "0.7650"),
        ("90", "万千瓦", "MW", "900"),
        ("21.8", "万吨", "kt", "218"),
        ("21.8", "万吨", "t", "218000"),
        ("10.21", "bn CNY", "亿元", "102.1"),
        ("1.5", "万人", "人", "15000"),
        ("6", "months", "quarters", "2"),
        ("2", "years", "months", "24"),
        ("3", "公顷", "亩", "45"),
        ("45", "亩", "公顷", "3"),
        ("1", "km2", "hectare", "100"),
        ("2000", "m2", "mu", "3.0000"),
        ("12", "firms", "户", "12"),
        ("0", "亿元", "bn CNY", "0.0"),
    ],
)
def test_conversion_moves_the_point_and_adds_no_digits(number: str, source: str, wanted: str, printed: str):
    """The amount stays the same, with the digits that were printed."""
    assert f"{convert(Decimal(number), DEFAULT.find(source), DEFAULT.find(wanted)):f}" == printed


@given(numbers, like_pairs)
def test_conversion_there_and_back_is_exact(number: Decimal, pair: tuple[Unit, Unit]):
    """Between units that differ by a power of ten nothing is lost, not even a trailing zero."""
    source, wanted = pair
    back = convert(convert(number, source, wanted), wanted, source)
    assert back.as_tuple() == number.as_tuple()


@given(st.integers(-(10**9), 10**9))
def test_quarters_and_hectares_come_back_too(number: int):
    """Conversions by three or fifteen come back to the same number within twenty digits."""
    for source, wanted in (("months", "quarters"), ("亩", "公顷"), ("years", "months")):
        pair = DEFAULT.find(source), DEFAULT.find(wanted)
        back = convert(convert(Decimal(number), *pair), *reversed(pair))
        assert round(back, 9) == number


@pytest.mark.parametrize(
    ("source", "wanted"),
    [("t", "亿元"), ("%", "pp"), ("t/yr", "t/day"), ("万吨/年", "万吨"), ("MW", "MWh"), ("万套/年", "万套")],
)
def test_unlike_kinds_never_convert(source: str, wanted: str):
    """The refusal names both units and both kinds."""
    one, other = DEFAULT.find(source), DEFAULT.find(wanted)
    with pytest.raises(ValueError, match="cannot be given in") as refusal:
        convert(Decimal(1), one, other)
    assert str(refusal.value) == f"{one.symbol} ({one.kind}) cannot be given in {other.symbol} ({other.kind})"


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1E+999999", "1E-999999"])
def test_what_is_no_plain_number_does_not_convert(number: str):
    """Numbers that would fill the memory when printed are refused."""
    with pytest.raises(ValueError, match="write a plain number"):
        convert(Decimal(number), DEFAULT.find("t"), DEFAULT.find("kt"))


@pytest.mark.parametrize(("unit", "difference"), [("%", "pp"), ("pp", "pp"), ("亿元", "亿元"), ("rank", "rank")])
def test_a_difference_of_percentages_is_in_points(unit: str, difference: str):
    """A difference never prints %."""
    assert difference_unit(DEFAULT.find(unit)).symbol == difference


def test_a_workspace_adds_units():
    """What a workspace declares is found beside what ships, and converts with it."""
    lorry = Unit("车", "mass", Decimal(30), "车", "lorry loads")
    table = DEFAULT.with_units([lorry])
    assert table.find("lorry loads") == lorry
    assert convert(Decimal(2), lorry, table.find("吨")) == 2 * 30
    assert table.find("bn RMB") == DEFAULT.find("bn CNY")
    assert table.find("Mt") == DEFAULT.find("Mt")


def test_a_workspace_cannot_change_what_a_unit_means():
    """A name that is taken by another size is refused; the same unit again is not."""
    with pytest.raises(ValueError, match="吨 is already a unit of mass"):
        DEFAULT.with_units([Unit("吨", "mass", Decimal(907), "", "")])
    assert DEFAULT.with_units([DEFAULT.find("t")]).find("t") == DEFAULT.find("t")


@pytest.mark.parametrize("factor", ["0", "-1", "NaN", "Infinity", "1E+99"])
def test_a_unit_has_a_size_above_nothing(factor: str):
    """A factor that cannot convert is refused when the unit is declared."""
    with pytest.raises(ValueError, match="must be a number above 0"):
        Unit("x", "mass", Decimal(factor), "", "")


@pytest.mark.parametrize(("symbol", "kind"), [("", "mass"), ("x", " ")])
def test_a_unit_has_a_symbol_and_a_kind(symbol: str, kind: str):
    """Without them it could not be found or compared."""
    with pytest.raises(ValueError, match="needs a symbol and a kind"):
        Unit(symbol, kind, Decimal(1), "", "")


def test_an_empty_table_still_advises():
    """A table without units refuses every name, with advice."""
    with pytest.raises(ValueError, match="write one such as"):
        UnitTable(()).find("t")


@pytest.mark.parametrize(
    ("amount", "unit", "needed"),
    [
        (Decimal("1.45") / 3, "万人", "0.4834"),  # 14500 / 3 = 4833.3 people
        (Decimal(7) / 3, "项", "3"),
        (-Decimal(7) / 3, "项", "-3"),
        (Decimal(3) / (Decimal(4) / 12), "个", "9"),  # a third has no last digit, and still a third of 9 is 3
        (Decimal(0), "万户", "0"),
        (Decimal(6), "件", "6"),
    ],
)
def test_what_is_counted_is_needed_whole(amount: Decimal, unit: str, needed: str):
    """A need is rounded up to a whole one of what is counted, not to a whole ten thousand of them."""
    assert whole_up(amount, DEFAULT.find(unit)) == Decimal(needed)


@pytest.mark.parametrize("unit", ["亿元", "t", "%", "万套/年"])
def test_what_is_measured_is_not_rounded_up(unit: str):
    """A third of a tonne can be brought; a third of a firm cannot."""
    assert whole_up(Decimal(1) / 3, DEFAULT.find(unit)) == Decimal(1) / 3
