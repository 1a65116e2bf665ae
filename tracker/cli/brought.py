"""What a person brings to be recorded: words of the command line, or a file."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.cli.asked import usage
from tracker.cli.trouble import Exit, Trouble

if TYPE_CHECKING:
    from tracker.files.folder import Workspace
    from tracker.files.sheets_cells import Book
    from tracker.reporting.claim import Draft, Remark
    from tracker.reporting.guide import Guide

REFUSALS = {"missing-extra": Exit.MISSING_EXTRA, "no-encoding": Exit.USAGE}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be recorded: the fields given, and the file with the way to read it."""

    texts: Mapping[str, str]
    file: str | None = None
    map: str | None = None
    sheet: str | None = None
    encoding: str | None = None
    items: tuple[str, ...] = ()
    """The deeds of a milestone that are named, each a row of its own."""


@dataclass
class Brought:
    """Drafts, what was passed over, and the name of the file they came from."""

    drafts: list[Draft]
    remarks: list[Remark] = field(default_factory=list)
    name: str = ""


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


def from_words(asked: Asked) -> Brought:
    """The draft given on the command line, or one for each deed named there."""
    from tracker.reporting.claim import Draft
    from tracker.reporting.printed import value_and_rank

    texts = dict(asked.texts)
    if "value" in texts:
        texts["value"], rank = value_and_rank(texts["value"].strip())
        texts |= rank if "rank" not in texts else {}
    percent = frozenset({"value"} if texts.get("value", "").endswith(("%", "％")) else ())
    texts |= {name: texts[name].rstrip("%％") for name in ("value", "growth") if name in texts}
    places = {name: f"--{name.replace('_', '-')}" for name in texts if name not in {"indicator", "value", "milestone"}}
    place = texts.get("indicator") or texts.get("milestone") or texts.get("project") or ""
    if not asked.items:
        return Brought([Draft(place, texts, places, percent)])
    places["item"] = "--item"
    return Brought([Draft(place, texts | {"item": item}, places) for item in asked.items])


def from_file(asked: Asked, mapped: Mapping[str, Any], names: Any, workspace: Workspace, tick: Any) -> Brought:  # noqa: ANN401
    """The drafts of a file, by its headings or by a column map."""
    from tracker.reporting.guide import Guide
    from tracker.reporting.intake import read_book

    for name in ("value", "growth", "rank", "bound", "item", "stage"):
        if name in asked.texts:
            raise usage(
                f"--{name} and --from do not go together", "what holds for every row can be given: --period, --unit, …"
            )
    book, name = opened(asked, mapped.get("encoding"), tick)
    own = {key: str(value) for key, value in mapped.items() if key in {"period", "unit", "vintage", "source"}}
    columns = {str(key): value for key, value in mapped.get("columns", {}).items()}
    sheet = asked.sheet or mapped.get("sheet")
    where = {str(key): str(value) for key, value in mapped.get("where", {}).items()}
    defaults = own | dict(asked.texts)
    guide = Guide(names, workspace.portfolio.indicators, columns, where, mapped.get("header"), sheet, defaults)
    intake = read_book(book, guide)
    if not intake.understood:
        raise no_headings(book, name, guide)
    return Brought(intake.drafts, intake.remarks, name)


def opened(asked: Asked, encoding: str | None, tick: Any) -> tuple[Book, str]:  # noqa: ANN401
    """The cells of the file named, or of what comes through the pipe."""
    from tracker.files.sheets import open_book, read_file
    from tracker.files.sheets_cells import LARGEST_FILE, Refused

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
    if guide.columns or guide.where:
        wanted = ", ".join((*guide.columns.values(), *guide.where))
        return Trouble(
            Exit.DATA, f"{name}: the columns of the map were not found: {wanted}", "look at [import.NAME] columns"
        )
    sentence = f"{name}: no headings were found in the first rows: a column of indicators and one of values"
    return Trouble(Exit.DATA, sentence, "name the columns in tracker.toml, [import.NAME] columns, and use --map NAME")
