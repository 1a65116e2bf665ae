"""Pages put together: what names what, in which order, and what is not told twice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from tracker.domain.units import DEFAULT
from tracker.files.assemble import Assembly
from tracker.files.declarations import TARGETS_FILE
from tracker.files.figures import FIGURES_FILE
from tracker.files.page import Page, page_of

INDICATOR = '[[indicator]]\nid = "{0}"\nname = "N"\nmeasure = "{1}"\nunit = "{2}"\nbetter = "higher"\n'
OUTPUT = INDICATOR.format("output", "flow", "亿元")
GROWTH = INDICATOR.format("growth", "growth", "%")
TARGET = '[[target]]\nid = "t"\nindicator = "{0}"\naim = "at-least"\nstages = [{{ by = "{1}", value = 5 }}]\n'
POLICY = '[policy]\nid = "p"\ntitle = "P"\nissued = 2024-01-20\n'


def declared(*texts: str) -> Assembly:
    """What some pages of targets/ amount to."""
    assembly = Assembly(rules=frozenset({"pace"}))
    assembly.declare([page_of(text.encode(), f"targets/{n}.toml", TARGETS_FILE) for n, text in enumerate(texts)])
    return assembly


def reported(assembly: Assembly, *texts: str) -> Assembly:
    """The same with some pages of seeds/."""
    assembly.report([page_of(text.encode(), f"seeds/{n}.toml", FIGURES_FILE) for n, text in enumerate(texts)])
    return assembly


def codes(assembly: Assembly) -> list[str]:
    """The codes of the faults found."""
    return [fault.code for fault in assembly.faults]


def test_a_target_may_stand_before_its_indicator():
    """In another file too."""
    assembly = declared(TARGET.format("output", 2024), OUTPUT)
    assert (codes(assembly), list(assembly.targets)) == ([], ["t"])


def test_a_target_takes_policy_day_and_region_from_its_file():
    """Those of another file are not its."""
    assembly = declared(POLICY + 'region = "R"\n' + OUTPUT + TARGET.format("output", 2024), "")
    (target,) = assembly.targets.values()
    assert (target.policy, target.issued, target.region.en) == ("p", date(2024, 1, 20), "R")


def test_a_file_without_a_policy_is_fine():
    """Its targets belong to none."""
    (target,) = declared(OUTPUT + TARGET.format("output", 2024)).targets.values()
    assert (target.policy, target.issued) == ("", None)


@pytest.mark.parametrize(
    ("target", "faults"),
    [
        (TARGET.format("growth", 2024), []),
        (TARGET.format("growth", 2025), ["no-reading"]),
        (TARGET.format("growth", "2024/2028"), ["no-reading"]),
        (TARGET.format("growth", 2025) + 'reading = "unsettled"\n', []),
        (TARGET.format("growth", 2025) + 'when = "throughout"\n', []),
        (TARGET.format("growth", 2025) + 'of = "difference"\npeer = "growth"\n', []),
        (TARGET.format("growth", 2025) + 'of = "average-growth"\nbaseline = { period = "2023" }\n', []),
        (TARGET.format("output", 2025), []),
        (TARGET.format("output", 2025) + 'of = "growth"\n', ["no-reading"]),
        (TARGET.format("output", 2025) + 'of = "growth"\nreading = "in-year"\n', []),
    ],
)
def test_a_growth_over_more_than_a_year_says_how_it_is_meant(target: str, faults: list[str]):
    """Counted from the year the promise was made in; a floor and an average say it already."""
    assert codes(declared(POLICY + OUTPUT + GROWTH + target)) == faults


@pytest.mark.parametrize(
    ("stages", "faults"),
    [
        ('{ by = "2027", value = 5 }', []),
        ('{ by = "2026", value = 5 }, { by = "2027", value = 6 }', ["no-reading"]),
        ('{ by = "2026-H1", value = 5 }, { by = "2026", value = 6 }', []),
        ("{ value = 5 }", []),
    ],
)
def test_without_a_day_of_issue_the_stages_alone_decide(stages: str, faults: list[str]):
    """Stages in several years are a horizon of several years."""
    target = f'[[target]]\nid = "t"\nindicator = "growth"\naim = "at-least"\nstages = [{stages}]\n'
    assert codes(declared(GROWTH + target)) == faults


@pytest.mark.parametrize("measure_and_unit", [("growth", "pp"), ("rank", "位"), ("stock", "位"), ("ratio", "倍")])
def test_units_that_fit_their_measure(measure_and_unit: tuple[str, str]):
    """Only a growth and a rank are bound to a kind of unit."""
    assert codes(declared(INDICATOR.format("i", *measure_and_unit))) == []


def test_what_has_faults_of_its_own_is_not_unknown():
    """One mistake in an indicator is one fault, however many targets and figures speak of it."""
    broken = OUTPUT.replace("flow", "flux") + TARGET.format("output", 2024)
    figure = '[[actual]]\nindicator = "output"\nperiod = "2024"\nvalue = 1\n'
    assert codes(reported(declared(broken), figure)) == []


@pytest.mark.parametrize("broken", ["[[indicator", '[[indicator]]\nid = "A B"\nname = "N"\n'])
def test_what_could_not_be_read_as_far_as_its_id_may_be_anything(broken: str):
    """A page that is no TOML, an indicator whose id is none."""
    assert codes(declared(broken, TARGET.format("output", 2024))) == []


def test_an_indicator_in_an_ambiguous_unit_is_one_fault():
    """Its target is not told as well."""
    assembly = declared(OUTPUT.replace("亿元", "亿法郎") + TARGET.format("output", 2024))
    assert (codes(assembly), assembly.targets) == (["ambiguous-unit"], {})


def test_an_indicator_in_an_unknown_unit_is_doubted_once():
    """A word nobody knows is a kind of its own: it stops nothing, and is told at its first place."""
    assembly = declared(*(OUTPUT.replace("亿元", "亿圆").replace("output", name) for name in ("one", "two")))
    warnings = [doubted.warning() for doubted in assembly.doubted.values()]
    assert (codes(assembly), [(one.code, one.help) for one in warnings]) == (
        [],
        [("unknown-unit", "did you mean 亿吨, 亿元, 万亿?")],
    )


def test_an_indicator_without_a_unit_is_a_pure_number():
    """An index is written alone."""
    assembly = declared(OUTPUT.replace('unit = "亿元"', "").replace("flow", "stock"))
    assert [one.unit.symbol for one in assembly.indicators.values()] == ["index"]


def test_a_target_with_faults_of_its_own_is_still_asked_for_the_names_in_it():
    """Mistakes are told at once, not one after the other."""
    target = TARGET.format("outptu", 2024).replace("at-least", "at least") + 'rule = "pase"\n'
    assert codes(declared(OUTPUT + target)) == ["unknown-rule", "unknown-indicator"]


@pytest.mark.parametrize("replaced", ["other", "t"])
def test_a_target_replaces_another_one(replaced: str):
    """One that is declared, and not itself."""
    other = TARGET.format("output", 2024).replace('"t"', '"other"')
    assembly = declared(OUTPUT + other + TARGET.format("output", 2025) + f'replaces = "{replaced}"\n')
    assert codes(assembly) == ([] if replaced == "other" else ["unknown-target"])


def test_the_same_id_may_be_used_for_things_of_different_kinds():
    """A target is often called as its indicator."""
    both = (
        OUTPUT + TARGET.format("output", 2024).replace('"t"', '"output"') + '[[milestone]]\nid = "output"\nname = "M"\n'
    )
    assert codes(declared(both)) == []


def test_figures_come_in_the_unit_of_their_indicator():
    """10.21 bn CNY are 102.1 of 亿元, with as many digits."""
    figure = '[[actual]]\nindicator = "output"\nperiod = "2024"\nvalue = 10.21\nunit = "bn CNY"\n'
    (actual,) = reported(declared(OUTPUT), figure).actuals
    assert (actual.value, actual.unit) == (Decimal("102.1"), DEFAULT.find("亿元"))


def test_figures_have_the_source_and_day_of_their_file_or_their_own():
    """A figure published later than its document says so."""
    text = (
        '[source]\nid = "s"\ntitle = "S"\npublished = 2024-03-18\n'
        '[[actual]]\nindicator = "output"\nperiod = "2022"\nvalue = 1\n'
        '[[actual]]\nindicator = "output"\nperiod = "2023"\nvalue = 2\npublished = 2024-06-30\nsource = "a letter"\n'
    )
    found = [(actual.source, actual.published) for actual in reported(declared(OUTPUT), text).actuals]
    assert found == [("s", date(2024, 3, 18)), ("a letter", date(2024, 6, 30))]


def test_a_deed_is_named_in_either_language_or_by_its_number():
    """Kept is its number; left out, all of the milestone is meant."""
    milestone = '[[milestone]]\nid = "m"\nname = "M"\nitems = [{ zh = "规划", en = "Plan" }, "Book"]\n'
    deeds = ['item = "规划"', 'item = "Plan"', 'item = "2"', ""]
    assembly = reported(declared(milestone), "".join(f'[[done]]\nmilestone = "m"\n{deed}\n' for deed in deeds))
    assert (codes(assembly), [deed.item for deed in assembly.done]) == ([], ["1", "1", "2", None])


def test_pages_keep_their_order(tmp_path: object):
    """Of two figures written down for one period the later one counts, so the order must not change."""
    texts: Sequence[str] = [f'[[actual]]\nindicator = "output"\nperiod = "2024"\nvalue = {n}\n' for n in (1, 2, 3)]
    assert [actual.value for actual in reported(declared(OUTPUT), *texts).actuals] == [1, 2, 3]


def test_an_empty_page_is_nothing():
    """No fault and no thing."""
    assembly = reported(declared(""), "")
    assert (assembly.faults, assembly.targets, assembly.actuals) == ([], {}, [])
    assert isinstance(page_of(b"", "x", TARGETS_FILE), Page)
