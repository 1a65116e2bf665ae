"""The topics of `tracker help`, each made from the table the code itself works by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from tracker.cli.asked import Format
from tracker.cli.trouble import Exit
from tracker.render.as_plain import width
from tracker.render.catalogue import N_
from tracker.render.wording import Wording

Text: TypeAlias = Callable[[Wording], str]

CODES: Mapping[Exit, str] = {
    Exit.OK: N_("printed; check: nothing at or above the limit"),
    Exit.WARN: N_("check: something is at risk, nothing is worse"),
    Exit.CRIT: N_("check: something is off track or missed, or a floor is broken"),
    Exit.UNKNOWN: N_("check: something cannot be judged and nothing is worse, or nothing was selected"),
    Exit.USAGE: N_("the command was mistyped: an unknown verb, option, value or id"),
    Exit.DATA: N_("a file is invalid; nothing was judged"),
    Exit.NO_INPUT: N_("the workspace or a file was not found"),
    Exit.MISSING_EXTRA: N_("a library is missing that an extra brings; the message names it"),
    Exit.BUG: N_("a bug of ours"),
    Exit.NOT_WRITTEN: N_("the output could not be written"),
    Exit.LOCKED: N_("another writer holds the lock; try again"),
    Exit.INTERRUPTED: N_("interrupted"),
    Exit.CLOSED_PIPE: N_("the reader of the output has gone"),
}
FORMATS: Mapping[Format, str] = {
    Format.TABLE: N_("a table as wide as the terminal; the default on one"),
    Format.PLAIN: N_("aligned text, nothing cut, no colour; the default in a pipe; -o FILE.txt"),
    Format.JSON: N_("one document with every key: see tracker help json; -o FILE.json"),
    Format.JSONL: N_("one record a line, without the envelope; -o FILE.jsonl"),
    Format.CSV: N_("one record a row, columns named by the JSON paths; --excel adds what Excel needs; -o FILE.csv"),
    Format.TSV: N_("the same without any quoting, for cut and awk; -o FILE.tsv"),
    Format.MD: N_("Markdown tables; -o FILE.md"),
    Format.NAGIOS: N_("one line with performance data for monitoring systems; errors become 3"),
}
SELECTORS: Mapping[str, str] = {
    "ID": N_("the target or milestone of that id; one that does not exist is an error"),
    "changji.*": N_("every id that fits: * any letters, ? one, [ab] one of these"),
    "lead:NAME": N_("the lead unit, in either language; NAME may hold * and ?"),
    "chain:NAME": N_("the industrial chain"),
    "region:NAME": N_("the region"),
    "policy:ID": N_("the policy document"),
    "tag:WORD": N_("a tag"),
    "verdict:WORD": N_("met, on_track, at_risk, off_track, missed or unknown"),
    "due:2025-03": N_("the deadline in force lies in the period"),
    "due:7d": N_("the deadline in force is at most so many days away; 2w for weeks"),
    "due:overdue": N_("the deadline in force is over and the promise is not met"),
}
SEVERAL = N_(
    "Of one kind any counts, of several kinds all do: lead:A lead:B verdict:missed is what A or B have missed."
)
RULES: Mapping[str, str] = {
    "schedule": N_("the office's own reckoning: a flow by its share of the year, a rate by its goal. The default"),
    "outlook": N_("the probability that the stage is kept; by schedule where there are too few figures"),
    "pace": N_("the share of what is asked for by now that has been reached"),
    "eurostat": N_("Eurostat's SDG monitoring: actual yearly growth over the growth required"),
    "open-sdg": N_("Open SDG's progress measure"),
    "destatis": N_("the Federal Statistical Office of Germany: sun, sun and cloud, cloud, thunderstorm"),
    "escap": N_("UN ESCAP's anticipated progress"),
    "wuhan": N_("a lamp as Wuhan's: ahead of or behind time-proportional schedule, in percentage points"),
    "sanya": N_("a lamp as Sanya's"),
    "tianjin": N_("a lamp as Tianjin's"),
    "belfast": N_("a lamp as Belfast's: the ratio of actual to target"),
    "council-5": N_("a lamp of councils that tolerate 5 %: red beyond"),
    "council-10": N_("a lamp of councils that tolerate 10 %: red beyond"),
    "bfn": N_("the lamp of the German Federal Agency for Nature Conservation, in four classes"),
}


def listed(rows: Iterable[tuple[str, str]]) -> str:
    """Names and what they mean, the meanings below each other."""
    every = list(rows)
    wide = max(width(name) for name, _ in every)
    return "".join(f"  {name}{' ' * (wide - width(name))}  {meaning}".rstrip() + "\n" for name, meaning in every)


def exit_codes(wording: Wording) -> str:
    """Every exit code."""
    order = wording.say(
        N_(
            "Errors come before 2, then 1, then 3. --fail-on lowers 1 and 2, --unknown-ok lowers 3. "
            "With --fail-on early an early warning is 1."
        )
    )
    return listed((str(int(code)), wording.say(said)) for code, said in CODES.items()) + f"\n{order}\n"


def formats(wording: Wording) -> str:
    """Every form of output."""
    return listed((form.value, wording.say(said)) for form, said in FORMATS.items())


def selectors(wording: Wording) -> str:
    """Every kind of selector."""
    return listed((form, wording.say(said)) for form, said in SELECTORS.items()) + f"\n{wording.say(SEVERAL)}\n"


def rules(wording: Wording) -> str:
    """Every rule that ships, and the thresholds of ours."""
    from tracker.domain.portfolio import Thresholds

    limits = Thresholds()
    pace = {"on_track": limits.pace_on_track, "at_risk": limits.pace_at_risk}
    outlook = {"on_track": limits.outlook_on_track, "at_risk": limits.outlook_at_risk}
    office = {
        "share": limits.schedule_at_risk,
        "points": limits.schedule_growth_at_risk.amount,
        "part": limits.schedule_level_at_risk.amount,
        "cumulative": limits.schedule_cumulative_at_risk,
    }
    notes = (
        wording.say(
            N_(
                "schedule: behind is at risk down to {share} of the schedule, {points} pp below a growth, "
                "{part} per cent off a level, {cumulative} of a growth over several years; "
                "[schedule] in tracker.toml sets it."
            ),
            **office,
        ),
        wording.say(N_("pace: on track from {on_track}, at risk from {at_risk} of schedule."), **pace),
        wording.say(N_("outlook: on track from a probability of {on_track}, at risk from {at_risk}."), **outlook),
        wording.say(N_("A target names its rule in rule = ..., a workspace in tracker.toml, where it adds lamps.")),
    )
    return listed((name, wording.say(said)) for name, said in RULES.items()) + "\n" + "\n".join(notes) + "\n"


def periods(wording: Wording) -> str:
    """Every form a period can be written in."""
    from tracker.domain.period import Period
    from tracker.domain.period_text import FORMS

    forms, _, _ = FORMS.partition("; ")
    limits = wording.say(N_("years from 1900 to 2200"))
    written = [form for form in forms.removeprefix("write ").replace(" or ", ", ").split(", ") if form]
    return listed((form, str(Period.parse(form))) for form in written) + f"\n{limits}\n"


def units(wording: Wording) -> str:
    """Every unit, by kind."""
    from tracker.domain.units import UNITS

    kinds: dict[str, list[str]] = {}
    for unit in UNITS:
        kinds.setdefault(unit.kind, []).append(unit.symbol)
    notes = (
        N_("Units of one kind are converted. A workspace adds units in tracker.toml: [[unit]]."),
        N_("A multiplier may stand before any unit, and one unit over another: 亿立方米, million m3, 件/万人, 元/人."),
        N_(
            "Every currency is a kind of its own, by code, name or sign, and never converted to another: "
            "亿美元, bn USD, m RWF, crore INR."
        ),
        N_("¥ and 元 are yuan; $, £, kr, francs and other money of several countries is asked about: write the code."),
        N_("A word nobody knows is a kind of its own, and validate says so. A pure number has no unit."),
    )
    more = "\n".join(map(wording.say, notes))
    return listed((kind, ", ".join(symbols)) for kind, symbols in kinds.items()) + f"\n{more}\n"


def json_keys(wording: Wording) -> str:
    """Every key of the JSON, by document."""
    from tracker.render.as_keys import keys, shipped

    parts = []
    for name in shipped():
        rows = [(key.path, f"{key.kind}. {key.meaning}".rstrip(" .") + ".") for key in keys(name)]
        parts.append(f"tracker.{name}/1\n{listed(rows)}")
    rules_ = wording.say(N_("Every key is always there, unknown is null, numbers are not rounded, lists go by id."))
    return "\n".join(parts) + f"\n{rules_}\n"


TOPICS: Mapping[str, tuple[str, Text]] = {
    "exit-codes": (N_("what the exit code tells the shell"), exit_codes),
    "formats": (N_("the forms an answer can take"), formats),
    "json": (N_("the keys of the JSON"), json_keys),
    "periods": (N_("how periods are written"), periods),
    "rules": (N_("how verdicts are reached"), rules),
    "selectors": (N_("which targets and milestones are meant"), selectors),
    "units": (N_("the units that are known"), units),
}


def contents(wording: Wording) -> str:
    """The list of topics."""
    rows = listed((name, wording.say(said)) for name, (said, _) in TOPICS.items())
    return (
        rows
        + "\n"
        + wording.say(N_("tracker help TOPIC explains one; tracker COMMAND --help explains a command."))
        + "\n"
    )
