"""The leader's page of the example workspace, read and judged once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from builders import day

from tracker.assessment.review import Review, review
from tracker.assessment.rules.table import RULES
from tracker.cli.gather import read_lamp
from tracker.domain.portfolio import Portfolio
from tracker.files.folder import read_workspace
from tracker.render.brief import Brief
from tracker.render.brief_page import Page
from tracker.render.brief_words import page
from tracker.render.wording import wording_for

AS_OF, SINCE = "2026-08-25", "2026-06-25"


@cache
def portfolio_of(folder: Path) -> Portfolio:
    """The declarations and figures of a workspace."""
    return read_workspace(folder, RULES, read_lamp).portfolio


@cache
def reviewed(folder: Path, as_of: str = AS_OF, known_at: str | None = None) -> Review:
    """A workspace on a day."""
    return review(portfolio_of(folder), day(as_of), day(known_at) if known_at else None)


def the_brief(folder: Path, *, since: str | None = SINCE) -> Brief:
    """The page as values, compared with the day before."""
    return Brief(reviewed(folder), reviewed(folder, since, since) if since else None)


def the_page(folder: Path, lang: str, *, since: str | None = SINCE) -> Page:
    """The page in words."""
    return page(the_brief(folder, since=since), wording_for(lang))
