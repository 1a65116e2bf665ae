"""An answer in the form asked for: to the screen, a pipe or a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from tracker.cli.asked import Colour, Format, Language, Looks, usage
from tracker.cli.trouble import Exit, Trouble

if TYPE_CHECKING:
    from tracker.render.sheet import Sheet
    from tracker.render.wording import Wording

ENDINGS: Mapping[str, Format] = {
    ".txt": Format.PLAIN,
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".csv": Format.CSV,
    ".tsv": Format.TSV,
    ".md": Format.MD,
}
Record: TypeAlias = dict[str, Any]


class Answer(NamedTuple):
    """What a command has to say, each part made only when a format asks for it."""

    sheets: Callable[[Wording], Sequence[Sheet]]
    document: Callable[[], Record]
    records: Callable[[], list[Record]]
    columns: Sequence[str]
    status_line: Callable[[], str] | None = None


def give(answer: Answer, looks: Looks) -> None:
    """Show an answer, or write it to the file named."""
    form = form_of(looks)
    if form is Format.TABLE:
        from tracker.render.as_table import print_tables

        wording = speak(looks)
        print_tables(answer.sheets(wording), colour=coloured(looks), ascii_only=looks.ascii, columns=None)
        return
    text = WRITERS[form](answer, looks)
    if looks.output is None:
        sys.stdout.write(text)
    else:
        write_file(looks.output, text)


def form_of(looks: Looks) -> Format:
    """The form asked for: by name, by the ending of a file, or by where the answer goes."""
    short = ((looks.json, Format.JSON), (looks.jsonl, Format.JSONL), (looks.excel, Format.CSV))
    named = [f for f in (looks.format, *(form for asked, form in short if asked)) if f]
    if len(set(named)) > 1:
        raise usage("several formats are named at once", "name one; --excel goes with csv")
    if named:
        return Format.PLAIN if looks.output and named[0] is Format.TABLE else named[0]
    if looks.output is not None:
        ending = looks.output.suffix.lower()
        if ending not in ENDINGS:
            raise usage(f'no format has the ending "{ending}"', f"use {', '.join(ENDINGS)}, or --format")
        return ENDINGS[ending]
    return Format.TABLE if sys.stdout.isatty() and os.environ.get("TERM") != "dumb" else Format.PLAIN


def coloured(looks: Looks) -> bool:
    """Whether to use colour: --color goes before NO_COLOR, then FORCE_COLOR, then the kind of terminal."""
    if looks.color is not Colour.AUTO:
        return looks.color is Colour.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    if forced := os.environ.get("FORCE_COLOR"):
        return forced != "0"
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def speak(looks: Looks) -> Wording:
    """How to speak to the reader."""
    from tracker.render.wording import wording_for

    return wording_for(looks.lang or language(os.environ), ascii_only=looks.ascii)


def language(environment: Mapping[str, str]) -> Language:
    """The language of the environment; English unless that is Chinese."""
    named = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return Language.ZH if named.lower().startswith("zh") else Language.EN


def plain(answer: Answer, looks: Looks) -> str:
    """The sheets as plain text; only who asks for colour gets it."""
    from tracker.render.as_plain import as_plain

    return as_plain(answer.sheets(speak(looks)), colour=looks.color is Colour.ALWAYS)


def as_document(answer: Answer, _: Looks) -> str:
    """One JSON document."""
    from tracker.render.as_json import as_json

    return as_json(answer.document())


def lines(answer: Answer, _: Looks) -> str:
    """One JSON record a line."""
    from tracker.render.as_json import as_json_lines

    return as_json_lines(answer.records())


def separated(answer: Answer, looks: Looks) -> str:
    """CSV or TSV."""
    from tracker.render.as_csv import as_csv, as_tsv
    from tracker.render.columns import flat

    rows = [flat(record) for record in answer.records()]
    if form_of(looks) is Format.TSV:
        return as_tsv(answer.columns, rows)
    return as_csv(answer.columns, rows, excel=looks.excel)


def markdown(answer: Answer, looks: Looks) -> str:
    """The sheets as Markdown."""
    from tracker.render.as_markdown import as_markdown

    return as_markdown(answer.sheets(speak(looks)))


def for_monitors(answer: Answer, _: Looks) -> str:
    """One line for a monitoring system, where a command judges."""
    if answer.status_line is None:
        raise usage("this command has no line for monitoring systems", "use check, or another format")
    return answer.status_line()


WRITERS: Mapping[Format, Callable[[Answer, Looks], str]] = {
    Format.PLAIN: plain,
    Format.JSON: as_document,
    Format.JSONL: lines,
    Format.CSV: separated,
    Format.TSV: separated,
    Format.MD: markdown,
    Format.NAGIOS: for_monitors,
}


def write_file(path: Path, text: str) -> None:
    """Write text as UTF-8, all of it or none."""
    write_bytes(path, text.encode())


def write_bytes(path: Path, data: bytes) -> None:
    """Write beside the file and rename, so that a reader never sees half of it."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise Trouble(Exit.NOT_WRITTEN, f"could not write {path}: {error.strerror}") from None
