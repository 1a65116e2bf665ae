"""The roadmap as a page: one HTML file with the picture and, below it, the same as a table; no script, no network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from tracker.assessment.review import Review
from tracker.domain.target import Project
from tracker.render.as_plain import clean
from tracker.render.catalogue import N_
from tracker.render.roadmap import sections
from tracker.render.roadmap_svg import roadmap_svg
from tracker.render.sheet import Sheet
from tracker.render.states import COLOURS
from tracker.render.views import heading
from tracker.render.wording import Wording

STYLE = """\
body{margin:0 auto;max-width:1040px;padding:12px;color:#1f2933;background:#fff;line-height:1.5;
font-family:'Noto Sans CJK SC','Noto Sans SC','Microsoft YaHei','PingFang SC',Arial,sans-serif}
h1{font-size:1.3rem}h2{font-size:1.05rem;margin:1.4em 0 .4em}
.picture{overflow-x:auto}.picture svg{display:block;max-width:none}
table{border-collapse:collapse;width:100%;font-size:.85rem}
th,td{text-align:left;vertical-align:top;border-bottom:1px solid #d9dee3;padding:4px 8px 4px 0}
td{overflow-wrap:anywhere}td:first-child{white-space:nowrap}
@media print{@page{size:A4 landscape;margin:10mm}.picture svg{width:100%;height:auto}tr{break-inside:avoid}}
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
LINE = 3
"""The column of the sheet that is drawn in characters, which a page has as a picture."""


def roadmap_page(review: Review, wording: Wording, projects: Iterable[Project] = ()) -> str:
    """The whole page."""
    shown = tuple(projects)
    title = said(heading(wording.say(N_("Roadmap")), review, wording))
    sheets = sections(review, wording, shown)
    picture = roadmap_svg(review, wording, shown, titled=False) if sheets[0].rows else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{"zh-CN" if wording.lang == "zh" else "en"}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        f'<div class="picture">{picture}</div>\n{"".join(map(table, sheets))}</body>\n</html>\n'
    )


def said(words: str) -> str:
    """Words that stay words inside a page."""
    return escape(clean(words))


def table(sheet: Sheet) -> str:
    """One policy's lanes as a table, with its notes; the line itself is in the picture."""
    kept = [n for n in range(len(sheet.columns)) if n != LINE]
    head = "".join(f"<th>{said(sheet.columns[n].heading)}</th>" for n in kept)
    body = "".join(f"<tr>{''.join(cells(row.cells, kept, row.verdict))}</tr>\n" for row in sheet.rows)
    notes = "".join(f"<p>{said(note)}</p>\n" for note in sheet.notes)
    heading_ = f"<h2>{said(sheet.title)}</h2>\n" if sheet.title else ""
    return f"{heading_}<table>\n<tr>{head}</tr>\n{body}</table>\n{notes}" if sheet.rows else notes


def cells(words: tuple[str, ...], kept: list[int], verdict: object) -> Iterator[str]:
    """The cells of one line, the first in the colour of its verdict."""
    for n in kept:
        colour = next((shade for known, shade in COLOURS.items() if n == 0 and known is verdict), None)
        yield f'<td style="color:{colour}">{said(words[n])}</td>' if colour else f"<td>{said(words[n])}</td>"
