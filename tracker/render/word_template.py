"""An office's own Word template: placeholders in double braces are filled wherever they stand, all else is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from typing import Any

from tracker.render.as_plain import clean

PLACEHOLDER = re.compile(r"\{\{ {0,4}([a-z_]{1,20}) {0,4}\}\}")


def fill(document: Any, values: Mapping[str, Callable[[Any], object] | str]) -> None:  # noqa: ANN401 -- python-docx's own
    """Fill every placeholder of a document: with words where they stand, with tables in place of their paragraph."""
    texts = {name: value for name, value in values.items() if isinstance(value, str)}
    for paragraph in list(within(document)):
        named = PLACEHOLDER.findall(paragraph.text)
        built = next((value for name in named if callable(value := values.get(name))), None)
        if built:
            build(document, paragraph, built)
        elif texts.keys() & named:
            words(paragraph, texts)
    for paragraph in [p for section in document.sections for p in margins(section)]:
        if texts.keys() & PLACEHOLDER.findall(paragraph.text):
            words(paragraph, texts)


def margins(section: Any) -> Iterator[Any]:  # noqa: ANN401
    """The paragraphs of a section's header and footer; only words can stand there."""
    yield from within(section.header)
    yield from within(section.footer)


def within(holder: Any) -> Iterator[Any]:  # noqa: ANN401
    """The paragraphs of a part of a document, and of the tables in it."""
    yield from holder.paragraphs
    for table in holder.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from within(cell)


def words(paragraph: Any, values: Mapping[str, object]) -> None:  # noqa: ANN401
    """Put words in place of placeholders: each line is a paragraph with the looks of the first."""
    told = PLACEHOLDER.sub(lambda found: str(values.get(found[1], found[0])), paragraph.text)
    first, *others = told.split("\n")
    pattern = deepcopy(paragraph._p)  # noqa: SLF001 -- python-docx cannot copy a paragraph
    spoken(paragraph, first)
    for line in reversed(others):
        following = deepcopy(pattern)
        paragraph._p.addnext(following)  # noqa: SLF001
        spoken(type(paragraph)(following, paragraph._parent), line)  # noqa: SLF001


def spoken(paragraph: Any, line: str) -> None:  # noqa: ANN401
    """Say a line in the looks of a paragraph's first run; a placeholder may be spread over several."""
    runs = paragraph.runs
    for run in runs[1:]:
        run._r.getparent().remove(run._r)  # noqa: SLF001
    if runs:
        runs[0].text = clean(line)
    else:
        paragraph.add_run(clean(line))


def build(document: Any, paragraph: Any, built: Callable[[Any], object]) -> None:  # noqa: ANN401
    """Build at the end of the document, then move what was built to where the paragraph stands."""
    body = document.element.body
    before = set(body)
    built(document)
    new = [element for element in body if element not in before]
    for element in new:
        paragraph._p.addprevious(element)  # noqa: SLF001
    if paragraph._p.getparent() is body:  # noqa: SLF001
        body.remove(paragraph._p)  # noqa: SLF001
    else:
        spoken(paragraph, "")  # a cell must end in a paragraph
