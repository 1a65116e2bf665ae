"""`tracker record`: figures, deeds and progress into the journal, one by one or a sheet at once."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from tracker.cli.asked import Language, usage
from tracker.cli.options import day

Text = str | None


def option(name: str, help_: str, metavar: str = "TEXT") -> typer.models.OptionInfo:
    """An option that takes words."""
    made: typer.models.OptionInfo = typer.Option(name, metavar=metavar, help=help_)
    return made


def command(
    context: typer.Context,
    indicator: Annotated[Text, typer.Argument(metavar="INDICATOR", help="The id or the name of the indicator.")] = None,
    value: Annotated[
        Text, typer.Argument(metavar="VALUE", help="The figure, digits as printed; it may be negative.")
    ] = None,
    period: Annotated[
        Text, option("--period", "The period it is about: 2025-10, 2025-Q1, 2025年1-10月.", "PERIOD")
    ] = None,
    unit: Annotated[Text, option("--unit", "Its unit, where it is not the indicator's.", "UNIT")] = None,
    growth: Annotated[Text, option("--growth", "Growth on the same period a year before, in %.", "NUMBER")] = None,
    vintage: Annotated[
        Text, option("--vintage", "plan, estimate, flash, preliminary, final (unless given) or revised.", "WORD")
    ] = None,
    source: Annotated[Text, option("--source", "Where it comes from: the id of a source, or free words.")] = None,
    published: Annotated[Text, option("--published", "The day it was published; today unless given.", "DAY")] = None,
    locator: Annotated[Text, option("--locator", "Where in the source it stands.")] = None,
    note: Annotated[Text, option("--note", "What a reader should know.")] = None,
    bound: Annotated[Text, option("--bound", "more-than or less-than: printed as a limit only.", "WORD")] = None,
    rank: Annotated[Text, option("--rank", "The place among its peers.", "N")] = None,
    rank_of: Annotated[Text, option("--rank-of", "Among how many.", "N")] = None,
    from_: Annotated[
        Text, option("--from", "A file of figures: CSV, TSV, XLSX, XLS, ODS, JSON Lines; - reads the pipe.", "FILE")
    ] = None,
    map_: Annotated[Text, option("--map", "Read the file as [import.NAME] in tracker.toml says.", "NAME")] = None,
    sheet: Annotated[Text, option("--sheet", "Read this sheet only.", "NAME")] = None,
    encoding: Annotated[
        Text, option("--encoding", "The encoding of a text file: gb18030, utf-8, utf-16.", "NAME")
    ] = None,
    done: Annotated[Text, option("--done", "Record a deed of this milestone.", "MILESTONE")] = None,
    item: Annotated[Text, option("--item", "Which of its items, by name or number.")] = None,
    on: Annotated[Text, option("--on", "The day of the deed, or of the progress.", "DAY")] = None,
    project: Annotated[Text, option("--project", "Record the progress of this project.", "ID")] = None,
    stage: Annotated[Text, option("--stage", "How far the project has come.", "WORD")] = None,
    invested: Annotated[Text, option("--invested", "Money invested this year so far.", "NUMBER")] = None,
    physical: Annotated[Text, option("--physical", "Physical progress in %.", "NUMBER")] = None,
    accept: Annotated[
        list[str] | None, typer.Option("--accept", metavar="CODE", help="Overrule this objection; repeatable.")
    ] = None,
    revise: Annotated[
        bool, typer.Option("--revise", help="Record other values for known figures as revisions.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", "-n", help="Record nothing; print the line that would be appended.")
    ] = False,
    lock_timeout: Annotated[
        float, typer.Option("--lock-timeout", metavar="SECONDS", min=0, help="How long to wait for other writers.")
    ] = 10.0,
    as_of: Annotated[
        date | None, typer.Option("--as-of", parser=day, metavar="DAY", help="Tell changed verdicts as of this day.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but objections.")] = False,
    lang: Annotated[Language | None, typer.Option("--lang", help="The language of words.")] = None,
) -> None:
    """Record a figure, a file of figures, a deed or a project's progress: all of it or nothing, and only once.

    Examples:
      tracker record changji.local-conversion 41.5 --period 2023 --source "bulletin 12"
      tracker record --from figures.xlsx --period 2025年1-10月 --dry-run
      tracker record --from figures.csv --map bureau --accept tenfold-jump
      tracker record --done jiayuguan.monitoring-cadence --item 1 --on 2025-03-01
      tracker record --project park-2 --stage built --invested 3.2 --on 2025-06-30
    """
    from tracker.cli.brought import Asked
    from tracker.cli.recorder import Manner, record

    figure = {
        "indicator": indicator,
        "value": value,
        "growth": growth,
        "bound": bound,
        "rank": rank,
        "rank_of": rank_of,
    }
    common = {
        "period": period,
        "unit": unit,
        "vintage": vintage,
        "source": source,
        "published": published,
        "note": note,
    }
    deed = {"milestone": done, "item": item, "on": on, "project": project}
    step = {"stage": stage, "invested": invested, "physical": physical}
    subjects = {"INDICATOR": indicator, "--from": from_, "--done": done, "--project": project}
    named = [name for name, given in subjects.items() if given is not None]
    if len(named) != 1:
        sentence = f"{' and '.join(named)} do not go together" if named else "nothing is named to record"
        raise usage(sentence, "name one: INDICATOR VALUE, --from FILE, --done MILESTONE, or --project ID")
    texts = {
        name: text for name, text in (figure | common | deed | step | {"locator": locator}).items() if text is not None
    }
    asked = Asked(texts, from_, map_, sheet, encoding)
    record(context, asked, Manner(frozenset(accept or ()), revise, dry_run, lock_timeout, as_of, quiet, lang))
