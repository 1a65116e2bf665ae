"""`tracker log`: the history of figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker.cli.asked import Looks, usage
from tracker.cli.options import day, sharing

if TYPE_CHECKING:
    from tracker.assessment.single_months import Single
    from tracker.cli.answer import Answer
    from tracker.domain.deeds import Done, Progress, Retraction
    from tracker.domain.indicator import Indicator
    from tracker.domain.portfolio import Portfolio
    from tracker.domain.series import Actual, Series, Withdrawal
    from tracker.domain.target import Milestone, Project

    Reported = tuple[Done | Progress, Retraction | None]


@sharing(Looks)
def command(
    looks: Looks,
    context: typer.Context,
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID]...", help="Ids of indicators, milestones, projects, or globs; all without."),
    ] = None,
    single: Annotated[
        bool, typer.Option("--single", help="The months of a running total by themselves, with their intervals.")
    ] = False,
    known_at: Annotated[
        date | None, typer.Option("--known-at", parser=day, metavar="DAY", help="Only what was known by then.")
    ] = None,
) -> None:
    """Every figure, deed and progress recorded: all vintages, both clocks, sources, who; the withdrawn are marked.

    Examples:
      tracker log changji.local-conversion
      tracker log 'jiayuguan.*' --known-at 2023-11-30 --json
      tracker log jiayuguan.industrial-investment --single
    """
    from tracker.cli.answer import give
    from tracker.cli.gather import open_workspace

    portfolio = open_workspace(context).portfolio
    indicators = list(portfolio.indicators)
    reported: list[Milestone | Project] = [*portfolio.milestones, *portfolio.projects]
    known = list(dict.fromkeys([*indicators, *(() if single else (one.id for one in reported))]))
    wanted = set(named(ids or [], known))
    chosen = [portfolio.indicators[name] for name in indicators if name in wanted]
    others = [one for one in reported if one.id in wanted]
    give(months(portfolio, chosen, known_at) if single else history(portfolio, chosen, others, known_at), looks)


def named(selectors: Sequence[str], known: Sequence[str]) -> list[str]:
    """The ids that are meant, in their order; one that does not exist is an error."""
    from fnmatch import fnmatchcase

    if not selectors:
        return list(known)
    for selector in selectors:
        if selector not in known and not set("*?[") & set(selector):
            from tracker.files.slips import suggestion

            near = suggestion(selector, known)
            help_ = near if near.startswith("did") else "tracker log lists them all"
            raise usage(f'there is no indicator, milestone or project "{selector}"', help_)
    return [name for name in known if any(name == one or fnmatchcase(name, one) for one in selectors)]


def history(
    portfolio: Portfolio, chosen: Sequence[Indicator], others: Sequence[Milestone | Project], known_at: date | None
) -> Answer:
    """Every figure, indicator by indicator, and then every report of deeds and of projects."""
    from tracker.cli.answer import Answer
    from tracker.render.figures_view import history as sheet
    from tracker.render.log_document import COLUMNS, REPORTED, figure, log_document, report
    from tracker.render.reports_view import reports as report_sheet

    told = [(indicator, entries(portfolio.series.get(indicator.id), known_at)) for indicator in chosen]
    flat = [entry for _, found in told for entry in found]
    spoken = reports_of(portfolio, others, known_at)
    more = [entry for _, found in spoken for entry in found]
    return Answer(
        sheets=lambda wording: [
            *(sheet(indicator, found, wording) for indicator, found in told if found),
            *(report_sheet(one, found, wording) for one, found in spoken if found),
        ],
        document=lambda: log_document(flat, more),
        records=lambda: [*(figure(*entry) for entry in flat), *(report(*entry) for entry in more)],
        columns=(*COLUMNS, *REPORTED) if more else COLUMNS,
    )


def reports_of(
    portfolio: Portfolio, chosen: Sequence[Milestone | Project], known_at: date | None
) -> list[tuple[Milestone | Project, list[Reported]]]:
    """The reports of milestones and projects known on a day, in the order they stand, each with its retraction."""
    from tracker.domain.deeds import Kind
    from tracker.domain.deeds import history as with_retractions
    from tracker.domain.target import Milestone

    found: dict[tuple[str, str], list[Reported]] = {}
    done = with_retractions(portfolio.done, portfolio.retractions, known_at)
    steps = with_retractions(portfolio.progress, portfolio.retractions, known_at)
    told: list[Reported] = [*done, *steps]
    for one, back in told:
        found.setdefault(one.subject, []).append((one, back))
    kinds = ((Kind.MILESTONE if isinstance(one, Milestone) else Kind.PROJECT, one) for one in chosen)
    return [(one, found.get((kind, one.id), [])) for kind, one in kinds]


def entries(series: Series | None, known_at: date | None) -> list[tuple[Actual, Withdrawal | None]]:
    """The figures of a series known on a day, by period and then as they became known, each with its withdrawal."""
    return sorted(series.history(known_at) if series else [], key=lambda entry: place(entry[0]))


def place(actual: Actual) -> tuple[Any, ...]:
    """Where a figure stands in its history; those without a year come last."""
    period = actual.period
    when = (period.last, period.first) if period else (date.max, date.max)
    return (*when, actual.printed_period, actual.known_on or date.min, actual.recorded is not None, actual.location)


def months(portfolio: Portfolio, chosen: Sequence[Indicator], known_at: date | None) -> Answer:
    """The months of every running total by themselves."""
    from tracker.assessment.single_months import single_months
    from tracker.cli.answer import Answer
    from tracker.domain.indicator import Measure
    from tracker.domain.series import Series
    from tracker.render.figures_view import single_months as sheet
    from tracker.render.log_document import SINGLE_COLUMNS, single

    told: list[tuple[Indicator, Iterable[Single]]] = []
    for indicator in chosen:
        series = portfolio.series.get(indicator.id, Series(indicator.id))
        if indicator.measure is Measure.FLOW:
            told.append((indicator, single_months(series.standing(known_at), series.standing(known_at, growth=True))))
    if len(chosen) == 1 and not told:
        raise usage(f"{chosen[0].id} is no running total", f"its measure is {chosen[0].measure.value}, not flow")
    records = [single(indicator.id, one) for indicator, found in told for one in found]
    return Answer(
        sheets=lambda wording: [sheet(indicator, found, wording) for indicator, found in told if found],
        document=lambda: {"schema": "tracker.single-months/1", "months": records},
        records=lambda: records,
        columns=SINGLE_COLUMNS,
    )
