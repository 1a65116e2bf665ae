"""One run of `tracker record`: gather what is brought, object or write, tell what came of it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import typer

from tracker.cli.asked import usage
from tracker.cli.brought import Asked, Brought, column_map, from_file, from_words, known_names
from tracker.cli.manner import Manner
from tracker.cli.trouble import Exit

if TYPE_CHECKING:
    from tracker.files.append import Receipt
    from tracker.files.folder import Workspace
    from tracker.render.wording import Wording
    from tracker.reporting.batch import Batch
    from tracker.reporting.claim import Objected
    from tracker.reporting.judge import Terms


def record(context: typer.Context, asked: Asked, manner: Manner) -> None:
    """Record what is asked for, or tell why not; nothing is written before everything was looked at."""
    from tracker.cli.gather import open_workspace
    from tracker.cli.progress_bar import progress
    from tracker.cli.recording import speak
    from tracker.reporting.batch import Batch
    from tracker.reporting.claim import Objected
    from tracker.reporting.declared import declared_by
    from tracker.reporting.names import names_of

    terms = terms_of(manner)
    workspace = open_workspace(context)
    mapped = column_map(workspace, asked.map)
    names = names_of(workspace.portfolio.indicators.values(), known_names(mapped, workspace))
    wording = speak(manner.lang)
    with progress(asked.file or "") as tick:
        brought = from_file(asked, mapped, names, workspace, tick) if asked.file else from_words(asked)
        batch = Batch(
            declared_by(workspace.portfolio, workspace.units, names), workspace.journal, terms, brought.drafts
        )
        batch.understand(tick)
    try:
        finish(workspace, batch, brought, manner, wording)
    except Objected as objected:
        refuse(objected, brought, wording)


def terms_of(manner: Manner) -> Terms:
    """What was agreed to beforehand; a code that cannot be accepted is a mistake on the command line."""
    from tracker.reporting.claim import ACCEPTABLE
    from tracker.reporting.judge import Terms

    if strange := sorted(manner.accepted - set(ACCEPTABLE)):
        help_ = "contradicts is answered with --revise; " * ("contradicts" in strange)
        raise usage(f'"{strange[0]}" cannot be accepted', f"{help_}these can: {', '.join(ACCEPTABLE)}")
    return Terms(date.today(), manner.accepted, manner.revise)  # noqa: DTZ011 -- the day where the office is


def finish(workspace: Workspace, batch: Batch, brought: Brought, manner: Manner, wording: Wording) -> None:
    """Write, or show what would be written."""
    from tracker.cli.recording import changes, counts, tell_changes, tell_counts, who, write
    from tracker.reporting.submit import line_of

    if not manner.quiet or manner.dry_run:
        tell_remarks(batch, brought, wording)
    if manner.dry_run:
        batch.judge(workspace.journal)
        table(batch, brought, wording)
        rows = batch.plan(workspace.journal)
        if rows:
            sys.stdout.write(line_of(rows, who(), workspace.journal).decode())
        return
    receipt = write(workspace, batch.plan, manner.lock_timeout)
    if manner.quiet:
        return
    tell_receipt(batch, receipt, wording)
    if receipt and receipt.recorded:
        as_of = manner.as_of or batch.terms.today
        tell_counts(counts(workspace, batch.rows, as_of), wording)
        tell_changes(changes(workspace, receipt, batch.rows, as_of), wording)


def tell_remarks(batch: Batch, brought: Brought, wording: Wording) -> None:
    """What was passed over, on stderr."""
    from tracker.render.recording import remark

    for one in [*brought.remarks, *batch.remarks]:
        sys.stderr.write(f"{brought.name}: {remark(one.code, one.place, one.facts, wording)}\n")


def table(batch: Batch, brought: Brought, wording: Wording) -> None:
    """What would become of every row, on stderr."""
    from tracker.render.as_plain import as_plain
    from tracker.render.recording import Told, counted, printed, recording

    rows = []
    for one in batch.judged:
        actual, row = one.claim.actual, one.claim.row
        what = row.get("indicator") or row.get("milestone") or row.get("project") or ""
        period = wording.fact(actual.period or actual.printed_period) if actual else row.get("on", "")
        figure = printed(actual, wording) if actual else deed(row, wording)
        rows.append(Told(one.outcome, one.claim.place, what, period, figure, one.meets))
    rows += [Told("refused", place, "", "", "") for place in dict.fromkeys(one.place for one in batch.misread)]
    sys.stderr.write(as_plain([recording(rows, wording)]) if rows else "")
    sys.stderr.write(f"{brought.name}{': ' * bool(brought.name)}{counted(batch.counts(), wording)}\n")


def deed(row: Mapping[str, Any], wording: Wording) -> str:
    """Which deeds, or which stage, a row speaks of."""
    from tracker.render.reports_view import ALL_DEEDS

    return (
        wording.say(ALL_DEEDS) if "all" in row else str(row.get("item") or row.get("count") or row.get("stage") or "")
    )


def tell_receipt(batch: Batch, receipt: Receipt | None, wording: Wording) -> None:
    """What was recorded, in a line."""
    from tracker.render.recording import NOTHING, RECORDED, RECORDED_SOME, THERE, THERE_AT, THERE_SINCE

    same = batch.counts()["same"]
    where = next((one.there for one in batch.judged if one.there), "")
    if receipt and receipt.recorded:
        print(wording.say(RECORDED_SOME if same else RECORDED, new=str(len(batch.rows)), same=str(same)))
    elif receipt:
        print(wording.say(THERE_SINCE, at=receipt.at.isoformat(" ", "seconds")))
    elif same:
        print(wording.say(THERE_AT, where=where) if where else wording.say(THERE))
        tell_how_to_count(batch, wording)
    else:
        print(wording.say(NOTHING))


def tell_how_to_count(batch: Batch, wording: Wording) -> None:
    """How another deed of a day is told, where a report that only counts adds nothing."""
    from tracker.render.recording import HELP, SEVERAL_OF_A_DAY

    counted = {one.id for one in batch.declared.portfolio.milestones if one.count}
    rows = (one.claim.row for one in batch.judged)
    told = {row["milestone"] for row in rows if row.get("milestone") in counted and not row.keys() & {"item", "all"}}
    for name in sorted(told):
        sys.stderr.write(f"  {wording.pair(wording.say(HELP), wording.say(SEVERAL_OF_A_DAY, id=name))}\n")


def refuse(objected: Objected, brought: Brought, wording: Wording) -> None:
    """Every objection on stderr, and the exit code of bad data."""
    from tracker.render.recording import OBJECTIONS_COUNTED, ONE_OBJECTION, objection

    prefix = f"{brought.name}: " if brought.name else ""
    for one in objected.objections:
        sys.stderr.write(objection(one.code, prefix + one.place, one.facts, wording))
    count = len(objected.objections)
    sys.stderr.write(wording.say(ONE_OBJECTION if count == 1 else OBJECTIONS_COUNTED, count=str(count)) + "\n")
    raise typer.Exit(Exit.DATA)
