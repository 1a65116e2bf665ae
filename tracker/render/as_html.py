"""A leader's page as one HTML file: no script, nothing fetched, pictures inside; the one door to Jinja2."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from tracker.render.as_plain import clean
from tracker.render.brief_page import Page
from tracker.render.chart_svg import as_svg

TEMPLATES = Path(__file__).parent / "templates"
LINK = re.compile(r"https?://[^\s<>\"']+\Z", re.IGNORECASE)
LANGUAGES = {"zh": "zh-Hans", "en": "en"}


def as_html(page: Page) -> str:
    """The page; every word of the data is cleaned and escaped, pictures are made by us."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["picture"] = lambda drawing: Markup(as_svg(drawing))  # noqa: S704 -- it escapes its words itself
    environment.globals["is_link"] = is_link
    template = environment.get_template("brief.html.j2")
    return template.render(page=page, lang=LANGUAGES.get(page.lang, page.lang)) + "\n"


def shown(value: Any) -> Any:  # noqa: ANN401 -- whatever a template prints
    """A value as it is printed: plain text without what steers, markup of ours as it is."""
    return clean(value) if type(value) is str else value


def is_link(text: str) -> bool:
    """Whether a text is an address a page may link to: nothing but http and https."""
    return LINK.match(text) is not None and clean(text) == text
