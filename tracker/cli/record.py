"""`tracker record`: figures into the journal, one by one or a sheet at once."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tracker.cli.asked import usage
from tracker.cli.manner import Manner
from tracker.cli.options import sharing

Text = str | None


def option(name: str, help_: str, metavar: str = "TEXT") -> typer.models.OptionInfo:
    """An option that takes words."""
    made: typer.models.OptionInfo = typer.Option(name, metavar=metavar, help=help_)
    return made


def earlier(name: str, help_: str, metavar: str = "TEXT") -> typer.models.OptionInfo:
    """An option from the time when deeds and progress had no verb of their own; it works, and help is silent of it."""
    made: typer.models.OptionInfo = typer.Option(name, metavar=metavar, help=help_, hidden=True)
    return made


@sharing(Manner)
def command(
    manner: Manner,
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
    done: Annotated[Text, earlier("--done", "A deed of this milestone: see tracker done.", "MILESTONE")] = None,
    item: Annotated[Text, earlier("--item", "Which of its items, by name or number.")] = None,
    on: Annotated[Text, earlier("--on", "The day of the deed, or of the progress.", "DAY")] = None,
    project: Annotated[Text, earlier("--project", "Progress of this project: see tracker progress.", "ID")] = None,
    stage: Annotated[Text, earlier("--stage", "How far the project has come.", "WORD")] = None,
    invested: Annotated[Text, earlier("--invested", "Money invested this year so far.", "NUMBER")] = None,
    physical: Annotated[Text, earlier("--physical", "Physical progress in %.", "NUMBER")] = None,
) -> None:
    """Record a figure, or a file of figures: all of it or nothing, and only once.

    Examples:
      tracker record changji.local-conversion 41.5 --period 2023 --source "bulletin 12"
      tracker record --from figures.xlsx --period 2025年1-10月 --dry-run
      tracker record --from figures.csv --map bureau --accept tenfold-jump
    """
    from tracker.cli.brought import Asked
    from tracker.cli.recorder import record

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
        raise usage(sentence, "name one: INDICATOR VALUE, or --from FILE")
    texts = {
        name: text for name, text in (figure | common | deed | step | {"locator": locator}).items() if text is not None
    }
    asked = Asked(texts, from_, map_, sheet, encoding)
    own_verb(done, project, manner)
    record(context, asked, manner)


def own_verb(milestone: Text, project: Text, manner: Manner) -> None:
    """Name the verb that deeds and progress have now, in a line on stderr."""
    from tracker.cli.recording import speak
    from tracker.render.recording import VERB_OF_DEEDS, VERB_OF_PROGRESS

    if manner.quiet or not (milestone or project):
        return
    sentence = VERB_OF_DEEDS if milestone else VERB_OF_PROGRESS
    sys.stderr.write(f"tracker: {speak(manner.lang).say(sentence, id=milestone or project)}\n")
