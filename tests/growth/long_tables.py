"""Workspaces in which one kind of table is as long as one likes, beside one small promise that is always there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import TypeAlias

Files: TypeAlias = dict[str, str]
Table: TypeAlias = Callable[[int], Files]
FIRST_DAY = date(2015, 1, 1)
LATER = 20_000
SOURCE = '[source]\nid = "{0}"\ntitle = "Bulletin"\npublished = 2025-02-01\n'


def indicator(name: object, unit: str = "%", table: str = "indicator") -> str:
    """One indicator, with the last of its keys open for more."""
    measure = "ratio" if unit == "%" else "flow"
    said = f'id = "i{name}"\nname = "Indicator {name}"\nmeasure = "{measure}"\nunit = "{unit}"\nbetter = "higher"\n'
    return f'[[{table}]]\n{said}releases = "monthly"\nrelease_lag_days = 20\n'


def formula(name: object, expression: str) -> str:
    """One derived indicator, and a promise about it."""
    return indicator(name, "t", "formula") + f'is = "{expression}"\n' + target(name)


def target(name: object, more: str = "", of: object = None, stages: str = '{ by = "2025", value = 60 }') -> str:
    """One promise about an indicator of the same name, or of another."""
    said = f'id = "t{name}"\nindicator = "i{name if of is None else of}"\naim = "at-least"\nstages = [{stages}]\n'
    return f'[[target]]\n{said}baseline = {{ period = "1990", value = 20 }}\n{more}'


def figure(name: object, period: object, more: str = "", value: int = 40) -> str:
    """One figure."""
    return f'[[actual]]\nindicator = "i{name}"\nperiod = "{period}"\nvalue = {value}\n{more}'


def withdrawn(period: object, more: str = "") -> str:
    """One figure of the small promise taken back."""
    return f'[[withdrawn]]\nindicator = "ix"\nperiod = "{period}"\nreason = "a slip"\n{more}'


def day(number: int) -> date:
    """The so-many-eth day."""
    return FIRST_DAY + timedelta(days=number)


def each(number: int, say: Callable[[int], str]) -> str:
    """So many entries of a table, one after the other."""
    return "".join(say(n) for n in range(number))


def reported(text: str) -> Files:
    """A file of figures."""
    return {"seeds/long.toml": SOURCE.format("long") + text}


def targets(number: int) -> Files:
    """Indicators, each with a promise and two figures."""
    figures = each(number, lambda n: figure(n, 2023) + figure(n, 2024))
    return {"targets/long.toml": each(number, lambda n: indicator(n) + target(n))} | reported(figures)


def target_files(number: int) -> Files:
    """Files of one promise each."""
    head = '[policy]\nid = "p{0}"\ntitle = "Policy"\nregion = "County"\n'
    return {f"targets/long-{n}.toml": head.format(n) + indicator(n) + target(n) for n in range(number)}


def revisions_of_targets(number: int) -> Files:
    """Promises of which each revises the one before."""

    def one(n: int) -> str:
        return target(f"r{n}", f"in_force = {{ from = {day(n)} }}\n" + f'replaces = "tr{n - 1}"\n' * bool(n), of="x")

    return {"targets/long.toml": each(number, one)}


def figures(number: int) -> Files:
    """Figures of one indicator, day by day."""
    return reported(each(number, lambda n: figure("x", day(n))))


def sources(number: int) -> Files:
    """Documents of one figure each."""
    return {f"seeds/long-{n}.toml": SOURCE.format(f"s{n}") + figure("x", day(n)) for n in range(number)}


def revisions(number: int) -> Files:
    """Figures of one and the same period."""
    return reported(each(number, lambda n: figure("x", 2024, f'vintage = "revised"\npublished = {day(n)}\n')))


def withdrawals(number: int) -> Files:
    """Figures, each of them taken back."""
    return reported(each(number, lambda n: figure("x", day(n)) + withdrawn(day(n))))


def withdrawals_by_value(number: int) -> Files:
    """Figures of one and the same period, each of them taken back."""
    return reported(each(number, lambda n: figure("x", 2024, value=n) + withdrawn(2024, f"value = {n}\n")))


def formulas(number: int) -> Files:
    """Sums of the same two indicators."""
    sums = each(number, lambda n: formula(n, "ia + ib"))
    return {"targets/long.toml": indicator("a", "t") + indicator("b", "t") + sums} | reported(
        figure("a", 2024) + figure("b", 2024)
    )


def formulas_in_a_row(number: int) -> Files:
    """Formulas, each of the two before it."""
    row = each(
        number,
        lambda n: formula(f"f{n}", f"{'ib' if n == 0 else f'if{n - 1}'} + {'ia' if n <= 1 else f'if{n - 2}'} * 0"),
    )
    return {"targets/long.toml": indicator("a", "t") + indicator("b", "t") + row} | reported(
        figure("a", 2024) + figure("b", 2024)
    )


def parts(number: int) -> Files:
    """Indicators that one sum in ten of them adds up."""
    sums = each(number // 10, lambda n: formula(f"s{n}", " + ".join(f"i{10 * n + k}" for k in range(10))))
    each_part = each(number, lambda n: indicator(n, "t") + target(n))
    return {"targets/long.toml": each_part + sums} | reported(each(number, lambda n: figure(n, 2024)))


def floor(number: int) -> Files:
    """Figures under a promise that must hold throughout."""
    held = indicator(0) + target(0, f'when = "throughout"\nfrom = "{day(0)}"\n')
    return {"targets/long.toml": held} | reported(each(number, lambda n: figure(0, day(n))))


def checkpoints(number: int) -> Files:
    """Checkpoints of one plan."""
    points = ", ".join(f'{{ by = "{day(n)}", value = {n} }}' for n in range(number)) or '{ by = "2020", value = 1 }'
    planned = target(0, f'path = "plan"\ncheckpoints = [{points}]\n')
    return {"targets/long.toml": indicator(0) + planned} | reported(figure(0, 2024))


def stages(number: int) -> Files:
    """Stages of one promise, day by day, each with its figure."""
    stages = ", ".join(f'{{ by = "{day(n)}", value = {n} }}' for n in range(number))
    promised = indicator(0) + target(0, stages=stages)
    return {"targets/long.toml": promised} | reported(each(number, lambda n: figure(0, day(n))))


def milestones(number: int) -> Files:
    """Deeds, each of them done."""
    deeds = each(number, lambda n: f'[[milestone]]\nid = "m{n}"\nname = "Mill {n}"\nby = 2025-03-31\n')
    return {"targets/long.toml": deeds} | reported(
        each(number, lambda n: f'[[done]]\nmilestone = "m{n}"\non = 2025-01-31\n')
    )


def counted_deeds(number: int) -> Files:
    """Deeds of one milestone that only counts them, each of them done and every second taken back."""
    mill = f'[[milestone]]\nid = "m"\nname = "Mills"\nby = 2025-03-31\ncount = {number + 1}\n'

    def one(n: int) -> str:
        done = f'[[done]]\nmilestone = "m"\nitem = "{n + 1}"\non = 2025-01-31\n'
        return done + f'[[withdrawn]]\nmilestone = "m"\nitem = "{n + 1}"\nreason = "a slip"\n' * (n % 2)

    return {"targets/long.toml": mill} | reported(each(number, one))


def projects(number: int) -> Files:
    """Projects, each of them begun."""
    steps = '{ start = "2024-05", finish = "2025-03" }'
    parks = each(number, lambda n: f'[[project]]\nid = "q{n}"\nname = "Park"\nplanned = {steps}\n')
    begun = each(number, lambda n: f'[[progress]]\nproject = "q{n}"\nstage = "started"\non = 2025-01-31\n')
    return {"targets/long.toml": parks} | reported(begun)


SOUND: Mapping[str, Table] = {
    table.__name__: table
    for table in (
        targets,
        target_files,
        revisions_of_targets,
        figures,
        sources,
        revisions,
        withdrawals,
        withdrawals_by_value,
        formulas,
        formulas_in_a_row,
        parts,
        floor,
        checkpoints,
        stages,
        milestones,
        counted_deeds,
        projects,
    )
}


def misspelt_in_figures(number: int) -> Files:
    """Figures of indicators that are not declared."""
    return reported(each(number, lambda n: figure(f"zz{n}", 2024)))


def misspelt_beside_many(number: int) -> Files:
    """The same beside as many indicators that are."""
    return {"targets/long.toml": each(number, indicator)} | misspelt_in_figures(number)


def revises_nothing(number: int) -> Files:
    """Promises that revise what there is not."""
    return {"targets/long.toml": each(number, lambda n: target(n, f'replaces = "zzz{n}"\n', of="x"))}


def declared_twice(number: int) -> Files:
    """The same promise again and again."""
    return {"targets/long.toml": each(number + 1, lambda _: target("again", of="x"))}


def withdraws_nothing(number: int) -> Files:
    """Figures, and as many withdrawals of other values."""
    return reported(each(number, lambda n: figure("x", day(n)) + withdrawn(day(n), "value = 7\n")))


def unknown_keys(number: int) -> Files:
    """Figures with a key that there is none of."""
    return reported(each(number, lambda n: figure("x", day(n), 'vintag = "final"\n')))


def out_of_order(number: int) -> Files:
    """Stages from the last to the first."""
    stages = ", ".join(f'{{ by = "{day(LATER - n)}", value = {n} }}' for n in range(number + 1))
    return {"targets/long.toml": indicator(0) + target(0, stages=stages)}


def ring(number: int) -> Files:
    """Formulas that need each other, all around."""
    return {"targets/long.toml": each(number, lambda n: formula(n, f"i{(n + 1) % number} + i{(n + 2) % number}"))}


def on_one_line(number: int) -> Files:
    """Figures of indicators that are not declared, all on one line."""
    entries = ", ".join(f'{{ indicator = "zz{n}", period = "2024", value = 4 }}' for n in range(number))
    return {"actuals/long.toml": f"actual = [{entries}]\n"}


FAULTY: Mapping[str, Table] = {
    table.__name__: table
    for table in (
        misspelt_in_figures,
        misspelt_beside_many,
        revises_nothing,
        declared_twice,
        withdraws_nothing,
        unknown_keys,
        out_of_order,
        ring,
        on_one_line,
    )
}


def write(folder: Path, files: Files) -> Path:
    """A workspace of these files and the small promise, `tx`."""
    small = {
        "targets/small.toml": indicator("x") + target("x"),
        "seeds/small.toml": SOURCE.format("small") + figure("x", "2024-06"),
    }
    for name, text in (small | files).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
