"""One run of `tracker record`: gather what is brought, object or write, tell what came of it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from tracker.cli.options import Language, usage
from tracker.cli.trouble import Exit, Trouble

if TYPE_CHECKING:
    from tracker.files.append import Receipt
    from tracker.files.folder import Workspace
    from tracker.files.sheets import Book
    from tracker.render.wording import Wording
    from tracker.reporting.batch import Batch
    from tracker.reporting.claim import Draft, Objected, Remark
    from tracker.reporting.intake import Guide
    from tracker.reporting.judge import Terms

REFUSALS = {"missing-extra": Exit.MISSING_EXTRA, "no-encoding": Exit.USAGE}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be recorded: the fields given, and the file with the way to read it."""

    texts: Mapping[str, str]
    file: str | None = None
    map: str | None = None
    sheet: str | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Manner:
    """How it is to be done."""

    accept: frozenset[str]
    revise: bool
    dry_run: bool
    wait: float
    as_of: date | None
    quiet: bool
    lang: Language | None


@dataclass
class _Brought:
    drafts: list[Draft]
    remarks: list[Remark] = field(default_factory=list)
    name: str = ""


def record(context: typer.Context, asked: Asked, manner: Manner) -> None:
    """Record what is asked for, or tell why not; nothing is written before everything was looked at."""
    from tracker.cli.gather import open_workspace
    from tracker.cli.progress import progress
    from tracker.cli.recording import speak
    from tracker.reporting.batch import Batch
    from tracker.reporting.claim import Objected
    from tracker.reporting.names import names_of
    from tracker.reporting.understand import declared_by

    terms = terms_of(manner)
    workspace = open_workspace(context)
    mapped = column_map(workspace, asked.map)
    names = names_of(workspace.portfolio.indicators.values(), known_names(mapped, workspace))
    wording = speak(manner.lang)
    with progress(asked.file or "") as tick:
        brought = _from_file(asked, mapped, names, workspace, tick) if asked.file else _from_words(asked)
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

    if strange := sorted(manner.accept - set(ACCEPTABLE)):
        help_ = "contradicts is answered with --revise; " * ("contradicts" in strange)
        raise usage(f'"{strange[0]}" cannot be accepted', f"{help_}these can: {', '.join(ACCEPTABLE)}")
    return Terms(date.today(), manner.accept, manner.revise)  # noqa: DTZ011 -- the day where the office is


def column_map(workspace: Workspace, name: str | None) -> Mapping[str, Any]:
    """The column map of that name, as the settings say it."""
    from tracker.files.folder import SETTINGS, read_settings

    if name is None:
        return {}
    page, _, _ = read_settings(workspace.root, workspace.files)
    maps: Mapping[str, Mapping[str, Any]] = page.values.get("import", {})
    if name not in maps:
        known = f"there are: {', '.join(maps)}" if maps else f"write it in {SETTINGS}"
        raise usage(f"there is no column map [import.{name}]", known)
    return maps[name]


def known_names(mapped: Mapping[str, Any], workspace: Workspace) -> Mapping[str, str]:
    """The names a column map adds; each must mean an indicator that is declared."""
    names: Mapping[str, str] = mapped.get("names", {})
    for name, meant in names.items():
        if meant not in workspace.portfolio.indicators:
            raise Trouble(Exit.DATA, f'tracker.toml: "{name}" is to mean "{meant}", which is no indicator')
    return names


def _from_words(asked: Asked) -> _Brought:
    """The one draft given on the command line."""
    from tracker.reporting.claim import Draft
    from tracker.reporting.printed import value_and_rank

    texts = dict(asked.texts)
    if "value" in texts:
        texts["value"], rank = value_and_rank(texts["value"].strip())
        texts |= {"rank": rank} if rank and "rank" not in texts else {}
    percent = frozenset({"value"} if texts.get("value", "").endswith(("%", "％")) else ())
    texts |= {name: texts[name].rstrip("%％") for name in ("value", "growth") if name in texts}
    places = {name: f"--{name.replace('_', '-')}" for name in texts if name not in {"indicator", "value", "milestone"}}
    place = texts.get("indicator") or texts.get("milestone") or texts.get("project") or ""
    return _Brought([Draft(place, texts, places, percent)])


def _from_file(asked: Asked, mapped: Mapping[str, Any], names: Any, workspace: Workspace, tick: Any) -> _Brought:  # noqa: ANN401
    """The drafts of a file, by its headings or by a column map."""
    from tracker.reporting.intake import Guide, read_book

    for name in ("value", "growth", "rank", "bound", "item", "stage"):
        if name in asked.texts:
            raise usage(
                f"--{name} and --from do not go together", "what holds for every row can be given: --period, --unit, …"
            )
    book, name = opened(asked, mapped.get("encoding"), tick)
    own = {key: str(value) for key, value in mapped.items() if key in {"period", "unit", "vintage", "source"}}
    columns = {str(key): value for key, value in mapped.get("columns", {}).items()}
    sheet = asked.sheet or mapped.get("sheet")
    guide = Guide(names, workspace.portfolio.indicators, columns, mapped.get("header"), sheet, own | dict(asked.texts))
    intake = read_book(book, guide)
    if not intake.understood:
        raise no_headings(book, name, guide)
    return _Brought(intake.drafts, intake.remarks, name)


def opened(asked: Asked, encoding: str | None, tick: Any) -> tuple[Book, str]:  # noqa: ANN401
    """The cells of the file named, or of what comes through the pipe."""
    from tracker.files.sheets import LARGEST_FILE, Refused, open_book, read_file

    name = "standard input" if asked.file == "-" else str(asked.file)
    try:
        data = sys.stdin.buffer.read(LARGEST_FILE + 1) if asked.file == "-" else read_file(Path(name))
        return open_book(data, name, asked.encoding or encoding, tick), name
    except Refused as refused:
        raise Trouble(REFUSALS.get(refused.code, Exit.DATA), refused.sentence, refused.help) from None
    except OSError as error:
        raise Trouble(Exit.NO_INPUT, f"{name} cannot be read: {error.strerror or error}") from None


def no_headings(book: Book, name: str, guide: Guide) -> Trouble:
    """Why no sheet of a file could be read."""
    seen = [grid.name for grid in book.grids]
    if guide.sheet is not None and guide.sheet not in seen:
        hidden = " (it is hidden)" if guide.sheet in book.hidden else ""
        return usage(f'{name} has no sheet "{guide.sheet}" to be read{hidden}', f"there are: {', '.join(seen)}")
    if guide.columns:
        wanted = ", ".join(guide.columns.values())
        return Trouble(
            Exit.DATA, f"{name}: the columns of the map were not found: {wanted}", "look at [import.NAME] columns"
        )
    sentence = f"{name}: no headings were found in the first rows: a column of indicators and one of values"
    return Trouble(Exit.DATA, sentence, "name the columns in tracker.toml, [import.NAME] columns, and use --map NAME")


def finish(workspace: Workspace, batch: Batch, brought: _Brought, manner: Manner, wording: Wording) -> None:
    """Write, or show what would be written."""
    from tracker.cli.recording import changes, tell_changes, who, write
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
    receipt = write(workspace, batch.plan, manner.wait)
    if manner.quiet:
        return
    tell_receipt(batch, receipt, wording)
    if receipt and receipt.recorded:
        tell_changes(changes(workspace, receipt, batch.rows, manner.as_of or batch.terms.today))


def tell_remarks(batch: Batch, brought: _Brought, wording: Wording) -> None:
    """What was passed over, on stderr."""
    from tracker.render.recording import remark

    for one in [*brought.remarks, *batch.remarks]:
        sys.stderr.write(f"{brought.name}: {remark(one.code, one.place, one.facts, wording)}\n")


def table(batch: Batch, brought: _Brought, wording: Wording) -> None:
    """What would become of every row, on stderr."""
    from tracker.render.as_plain import as_plain
    from tracker.render.recording import Told, counted, printed, recording

    rows = []
    for one in batch.judged:
        actual, row = one.claim.actual, one.claim.row
        what = row.get("indicator") or row.get("milestone") or row.get("project") or ""
        period = wording.fact(actual.period or actual.printed_period) if actual else row.get("on", "")
        figure = printed(actual, wording) if actual else row.get("item") or row.get("stage") or ""
        rows.append(Told(one.outcome, one.claim.place, what, period, figure, one.meets))
    rows += [Told("refused", place, "", "", "") for place in dict.fromkeys(one.place for one in batch.misread)]
    sys.stderr.write(as_plain([recording(rows, wording)]) if rows else "")
    sys.stderr.write(f"{brought.name}{': ' * bool(brought.name)}{counted(batch.counts(), wording)}\n")


def tell_receipt(batch: Batch, receipt: Receipt | None, wording: Wording) -> None:
    """What was recorded, in a line."""
    from tracker.render.recording import NOTHING, RECORDED, RECORDED_SOME, THERE, THERE_AT, THERE_SINCE

    same = batch.counts()["same"]
    met = next((one.meets for one in batch.judged if one.meets), None)
    if receipt and receipt.recorded:
        print(wording.say(RECORDED_SOME if same else RECORDED, new=str(len(batch.rows)), same=str(same)))
    elif receipt:
        print(wording.say(THERE_SINCE, at=receipt.at.isoformat(" ", "seconds")))
    elif same:
        print(wording.say(THERE_AT, where=str(met.location)) if met else wording.say(THERE))
    else:
        print(wording.say(NOTHING))


def refuse(objected: Objected, brought: _Brought, wording: Wording) -> None:
    """Every objection on stderr, and the exit code of bad data."""
    from tracker.render.recording import OBJECTIONS_COUNTED, ONE_OBJECTION, objection

    prefix = f"{brought.name}: " if brought.name else ""
    for one in objected.objections:
        sys.stderr.write(objection(one.code, prefix + one.place, one.facts, wording))
    count = len(objected.objections)
    sys.stderr.write(wording.say(ONE_OBJECTION if count == 1 else OBJECTIONS_COUNTED, count=str(count)) + "\n")
    raise typer.Exit(Exit.DATA)
