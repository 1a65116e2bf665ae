"""`tracker export xlsx`: a review as a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from tracker.cli.asked import Asking
from tracker.cli.exported import Lang, Output
from tracker.cli.options import Selectors, sharing

if TYPE_CHECKING:
    from tracker.assessment.review import Review
    from tracker.render.wording import Wording
    from tracker.render.workbook_page import Page


@sharing(Asking)
def command(
    asking: Asking, context: typer.Context, selectors: Selectors = None, output: Output = None, lang: Lang = None
) -> None:
    """A workbook: overview, gap analysis, one page a policy, charts, and the record of every figure.

    Numbers are numbers, text is only ever text, and a colour stands beside a word.

    Examples:
      tracker export xlsx -o targets.xlsx
      tracker export xlsx policy:changji-aluminium --lang zh -o changji.xlsx
    """
    from tracker.cli.exported import speaking
    from tracker.cli.gather import assess, open_workspace
    from tracker.cli.workbooks import named, write_workbook

    output = named(output)
    review, wording = assess(open_workspace(context), asking, selectors), speaking(lang)
    write_workbook(output, pages(review, wording, whole=not selectors), wording, wording.name(review.portfolio.name))


def pages(review: Review, wording: Wording, *, whole: bool) -> list[Page]:
    """Every page; a part of a workspace has the record of what its targets measure."""
    from tracker.cli.log import entries
    from tracker.render.workbook_policies import policy_pages
    from tracker.render.workbook_record import charts_page, record_page
    from tracker.render.workbook_views import gap_page, overview

    portfolio = review.portfolio
    measured = {a.target.indicator for a in review.targets}
    chosen = [i for name, i in portfolio.indicators.items() if whole or name in measured]
    record = [(indicator, entries(portfolio.series.get(indicator.id), review.known_at)) for indicator in chosen]
    charts = charts_page(review, wording)
    return [
        overview(review, wording),
        gap_page(review, wording),
        *([charts] if charts else []),
        *policy_pages(review, wording),
        record_page(record, review, wording),
    ]
