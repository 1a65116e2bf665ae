"""The shape of targets/*.toml: policies, indicators, targets, milestones and projects."""

from __future__ import annotations

from tracker.domain.calendar import Releases
from tracker.domain.elapsed import Convention
from tracker.domain.indicator import Better, Measure
from tracker.domain.target import Aim, Of, PathKind, Reading, When
from tracker.files import agreement
from tracker.files.choices import ListKind, Nature, PriceBasis, ProjectKind, Strength
from tracker.files.shapes import Check, Shape, list_of, mapping, rows_of, table
from tracker.files.text_readers import choice, identifier, text, words
from tracker.files.value_readers import day, number, period, tolerance, whole

POLICY = Shape(
    "[policy]",
    "The document that makes the promises of this file.",
    must={"id": identifier("Unique in the workspace."), "title": words("What the document is called.")},
    may={
        "region": words("The place it speaks of."),
        "source": text("The id of a [source] in seeds/, or free words."),
        "issued": day("The day it was issued."),
        "note": text("What a reader should know.", lines=True),
    },
)

INDICATOR = Shape(
    "[[indicator]]",
    "One measured thing.",
    must={
        "id": identifier("Dotted lower-case words, unique in the workspace."),
        "name": words("What it is called."),
        "measure": choice(Measure, "What kind of number it is: a flow adds up over the year, the others do not."),
        "better": choice(Better, "Which way is better; there is no default."),
    },
    may={
        "unit": text("The unit of its figures, as in 亿元, bn USD, %, 个, kWh/t; a pure number has none."),
        "releases": choice(Releases, "How often a figure is published."),
        "release_lag_days": whole("Days from the end of a period to its publication.", 0, 730),
        "breaks": list_of(period("From here on figures are not comparable with those before."), "Breaks in scope."),
        "price_basis": choice(PriceBasis, "Current or constant prices."),
        "scope": words("What is counted."),
        "limit": number("A natural limit of the value, used by the rule open-sdg."),
        "note": text("What a reader should know.", lines=True),
    },
)

FORMULA = Shape(
    "[[formula]]",
    "An indicator worked out from others.",
    must={
        **INDICATOR.must,
        "is": text('Ids with + - * / and parentheses: "city.steel.output + city.aluminium.output".'),
    },
    may=INDICATOR.may,
)

STAGE = Shape(
    "a stage",
    "One step of a promise.",
    may={
        "by": period("The period by whose end it is promised; leave it out when no date is given."),
        "value": number("The promised number; leave it out when only a direction is given."),
        "high": number('The upper number of aim = "between".'),
        "aim": choice(Aim, "How the number is meant in this stage, where it differs from the target's."),
        "tolerance": tolerance('How far off still counts as kept: "5%" of the value, or "2pp" or "20" in its unit.'),
        "note": text("What a reader should know.", lines=True),
    },
)

CHECKPOINT = Shape(
    "a checkpoint",
    "A value asked for at one point of the plan.",
    must={"by": period("The period by whose end it is asked for."), "value": number("The value asked for.")},
)

BASELINE = Shape(
    "a baseline",
    "Where the path starts.",
    must={"period": period("The period of the starting value.")},
    may={"value": number("The starting value; without it, the figure recorded for that period.")},
)

IN_FORCE = Shape(
    "in_force",
    "The days on which the target was the valid one.",
    may={"from": day("The first day."), "until": day("The last day.")},
    checks=(Check(("from", "until"), agreement.ordered_days),),
)

RESPONSIBILITY = {
    "lead": words("The unit that answers for it."),
    "supporting": list_of(words("A unit."), "Units that take part."),
    "leader": words("The person in charge, by post."),
    "chain": words("The industrial chain it belongs to."),
    "tags": list_of(identifier("A label."), "Labels to select and group by."),
    "locator": text("Where in the document it stands."),
    "note": words("What a reader should know."),
}

TARGET = Shape(
    "[[target]]",
    "A promise about one indicator, in stages.",
    must={
        "id": identifier("Unique in the workspace; often that of its indicator."),
        "indicator": identifier("The id of the indicator it speaks of."),
        "stages": list_of(table(STAGE), "What is promised by when; at least one.", least=1),
    },
    may={
        "title": words("What the promise is called, where it is not the indicator's name."),
        "aim": choice(Aim, "How the promised number is meant."),
        "of": choice(Of, "What the number speaks of: the indicator itself unless said otherwise."),
        "reading": choice(Reading, "How a growth promise over several years is meant; unsettled shows each reading."),
        "when": choice(When, "Judged at the stage's end, or in every observation until then."),
        "from": period("The first period in which a promise that holds throughout must hold."),
        "path": choice(PathKind, "What is asked for between stages."),
        "checkpoints": list_of(table(CHECKPOINT), 'The points of path = "plan".', least=1),
        "schedule": choice(Convention, "How the share of time gone by is counted."),
        "baseline": table(BASELINE),
        "peer": identifier("The indicator a difference is taken to."),
        "rule": identifier("How the verdict is reached."),
        "in_force": table(IN_FORCE),
        "replaces": identifier("The id of the target it revises."),
        "reason": words("Why it was revised."),
        "nature": choice(Nature, "Binding or anticipatory."),
        "strength": choice(Strength, "How strongly it is worded."),
        **RESPONSIBILITY,
    },
    checks=(
        Check(("stages",), agreement.stages_in_order),
        Check(("checkpoints",), agreement.checkpoints_in_order),
        Check(("stages", "aim"), agreement.numbers_between),
        Check(("stages", "aim"), agreement.worded),
        Check(("path", "checkpoints"), agreement.checkpoints_with_plan),
        Check(("of", "peer"), agreement.peer_with_difference),
        Check(("from", "when"), agreement.start_with_throughout),
        Check(("of", "baseline", "stages"), agreement.baseline_where_needed),
        Check(("baseline", "stages"), agreement.baseline_before_stages),
        Check(("from", "stages"), agreement.start_before_end),
    ),
)

MILESTONE = Shape(
    "[[milestone]]",
    "A deed, or a list of deeds, by a day.",
    must={"id": identifier("Unique in the workspace."), "name": words("What is to be done.")},
    may={
        "by": period("The day or period by whose end it is to be done; leave it out when no date is given."),
        "items": list_of(words("A deed."), "The deeds by name.", least=1),
        "count": whole("How many deeds there are, where they are not named.", 1, 10_000),
        "list": choice(ListKind, "Whether the named deeds are all."),
        **RESPONSIBILITY,
    },
    checks=(Check(("items", "count"), agreement.one_list),),
)

PROJECT = Shape(
    "[[project]]",
    "A construction or investment project.",
    must={"id": identifier("Unique in the workspace."), "name": words("What it is called.")},
    may={
        "kind": choice(ProjectKind, "Carried over, begun, finished or prepared this year."),
        "total_investment": number("Planned investment over its whole life.", 0),
        "unit": text("The unit of its money."),
        "annual_plan": mapping(text("A year."), number("Money.", 0), "Planned investment by year."),
        "planned": table(
            Shape(
                "planned",
                "When it is to start, be finished and produce.",
                may={name: period(f"The {name}.") for name in ("start", "finish", "production")},
            )
        ),
        "adds": table(
            Shape(
                "adds",
                "What it adds to an indicator once it is done.",
                must={"indicator": identifier("The id of the indicator.")},
                may={
                    "value": number("How much."),
                    "unit": text("Its unit."),
                    "from": period("From when on."),
                },
            )
        ),
        **RESPONSIBILITY,
    },
)

TARGETS_FILE = Shape(
    "targets/*.toml",
    "Policies, indicators, targets, milestones and projects.",
    may={
        "policy": table(POLICY),
        "indicator": rows_of(INDICATOR),
        "formula": rows_of(FORMULA),
        "target": rows_of(TARGET),
        "milestone": rows_of(MILESTONE),
        "project": rows_of(PROJECT),
    },
)
