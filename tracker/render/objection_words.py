"""What speaks against a figure that is brought, and the way out, in words."""

from __future__ import annotations

from collections.abc import Mapping

from tracker.render.catalogue import N_

CORRECT = N_("correct it")
ACCEPT = N_("correct it, or record it all the same with --accept {code}")

OBJECTIONS: Mapping[str, tuple[str, str]] = {
    "unknown-indicator": (
        N_('there is no indicator "{name}"'),
        N_("declare it, name it in tracker.toml, [import.NAME] names, or leave such rows out with --accept {code}"),
    ),
    "ambiguous-indicator": (
        N_('"{name}" is the name of several indicators: {ids}'),
        N_("write the id instead of the name, or say in [import.NAME] names which one is meant"),
    ),
    "part-of-another": (
        N_('"{name}" stands under "{parent}": is {id} meant by it?'),
        N_('say so in [import.NAME] names, "{path}" = "{id}" or another, or leave such rows out with --accept {code}'),
    ),
    "derived-indicator": (N_("{id} is worked out by a formula"), N_("record the figures it is worked out from")),
    "unknown-unit": (N_('"{unit}" is not a unit; {advice}'), N_("write the unit, or add it in tracker.toml")),
    "ambiguous-unit": (
        N_('"{unit}" may be the money of several countries; {advice}'),
        N_("write the unit with the code of its currency"),
    ),
    "unit-kind": (
        N_("{id} is counted in {wanted}; {unit} is a unit of another kind"),
        N_("look whether the figure belongs to another indicator or column"),
    ),
    "bad-number": (
        N_('"{text}" is not a number'),
        N_("write the number alone; for no figure write - or leave it blank"),
    ),
    "uncached-formula": (
        N_("the result of this formula is not in the file"),
        N_("open and save it in Excel first"),
    ),
    "scaled-number": (
        N_("{text} is not what the cell shows: its format shows thousands or ten thousands of it"),
        N_("give the cell a plain format of numbers, so that the number fits the unit, and save the file"),
    ),
    "bad-rank": (N_("there is no rank {rank} among {count}"), N_("correct the rank, or among how many it is")),
    "other-period": (
        N_('the heading "{other}" at {where} names another period than the one asked for, {period}'),
        N_("leave --period out, or name the period of the heading"),
    ),
    "comma-or-point": (
        N_("is the comma in {text} a decimal sign, or does it part thousands?"),
        N_("write the number with a point, or without the comma"),
    ),
    "day-unseen": (
        N_("{text} stands in a file that does not keep how it is shown: is the day, the month or the year meant?"),
        N_("save the file as .xlsx, or write the period as text: 2024, 2024-10"),
    ),
    "bad-period": (N_('"{text}" is not a period'), N_("write it as 2025-10, 2025-01/2025-10, 2025-Q1 or 2025年1-10月")),
    "unclear-period": (N_('"{text}" is not a period: {doubt}'), CORRECT),
    "no-period": (N_("which period is this?"), N_("say it with --period, in the title, or in a column")),
    "bad-day": (N_('"{text}" is not a day'), N_("write the day as 2025-10-31")),
    "bad-vintage": (N_('"{text}" does not say how settled a figure is'), N_("write one of: {known}")),
    "bad-bound": (N_('"{text}" is not a bound'), N_("write one of: {known}")),
    "bad-stage": (N_('"{text}" is not a stage of a project'), N_("write one of: {known}")),
    "control-character": (N_("the text holds signs that cannot be seen: {text}"), N_("type it again")),
    "no-figure": (N_("neither a value, a growth nor a rank is given"), N_("write the value, or --growth")),
    "unknown-milestone": (N_('there is no milestone "{name}"'), N_("declare it in targets/ as [[milestone]]")),
    "unknown-item": (N_('"{name}" is not an item of {id}'), N_("write one of: {near}")),
    "which-item": (
        N_("{id} has {count} deeds: which one is done?"),
        N_("name it with --item: {items}; tracker done {id} --all says that all are done"),
    ),
    "count-unused": (
        N_("the deeds of {id} are not merely counted"),
        N_("name each of them with --item, or say with --all that all are done"),
    ),
    "deed-twice": (
        N_("{id}, {period}: a deed of that day and source stands at {where} already"),
        N_("leave it out, give each deed a number in item, or say how many with tracker done {id} --count"),
    ),
    "same-deed": (
        N_("{id}, {period}: a deed of that day is recorded at {where}, and one of the two names no source"),
        N_("leave it out if it is the same deed, or record it as another one with --accept {code}"),
    ),
    "more-deeds": (N_("{id}: {done} of {total} deeds would be done"), ACCEPT),
    "unknown-project": (N_('there is no project "{name}"'), N_("declare it in targets/ as [[project]]")),
    "future-publication": (N_("{id}, {period}: published on {published}, which is after today, {today}"), ACCEPT),
    "period-after-publication": (
        N_("{id}, {period}: the period ends on {ends}, after the figure became known on {published}"),
        N_("correct the day, say --vintage estimate, flash or plan, or record it all the same with --accept {code}"),
    ),
    "ytd-falls": (
        N_("{id}, {period}: {value} {unit} is {how} than the {other} {unit} of {than}; a running total does not fall"),
        ACCEPT,
    ),
    "tenfold-jump": (
        N_("{id}, {period}: {value} {unit} is {times} times what it should resemble, the {other} {unit} of {than}"),
        N_("look at the unit and the decimal point, or record it all the same with --accept {code}"),
    ),
    "older-publication": (
        N_("{id}, {period}: published on {published}, but {where}, known since {known}, would still count"),
        N_("leave --published out or correct it, or record it all the same with --accept {code}"),
    ),
    "ratio-above-100": (N_("{id}, {period}: more than the whole, {value} %"), ACCEPT),
    "from-xls-percent": (
        N_("{id}, {period}: {value} %, from a file that does not keep how it is shown: is {times} % meant?"),
        N_("save the file as .xlsx, which keeps how it is shown, or take it as it stands with --accept {code}"),
    ),
    "month-or-total": (
        N_("{period}: is that the month alone, or all months of the year up to it?"),
        N_("say it with --period, in the title (1-9月, 当月) or in the headings (累计, 本月)"),
    ),
    "rank-in-brackets": (
        N_("{id}: {text} - is the number in brackets a rank, or does it point to a note?"),
        N_("write the value alone, with --rank {rank} or a column 位次 if it is a rank; --accept {code} says it is"),
    ),
    "unread-column": (
        N_('the column "{heading}" tells rows apart and is not read: "{value}" (rows: {rows})'),
        N_(
            'leave such rows out, by where = {{ "{heading}" = "" }} in a column map, or record all with --accept {code}'
        ),
    ),
    "fraction": (
        N_("{id}, {period}: {value} % may be a fraction of one: is {times} % meant?"),
        N_("write the percentage, or record it all the same with --accept {code}"),
    ),
    "contradicts": (
        N_("{id}, {period}: {value} {unit}, but {other} {unit} ({vintage}) is recorded at {where}"),
        N_("correct it, or record it as a revision with --revise"),
    ),
    "twice": (N_("{id}, {period}: {value} {unit}, but {other} {unit} at {where} of the same file"), CORRECT),
}
