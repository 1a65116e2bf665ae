"""An audit as an answer: which findings are meant, the code they ask for, and the forms they can be given in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from fnmatch import fnmatchcase

from tracker.audit.findings import Finding, Outcome
from tracker.cli.answer import Answer, give
from tracker.cli.asked import Looks, usage
from tracker.cli.selectors import GLOB
from tracker.cli.trouble import Exit
from tracker.domain.portfolio import Portfolio
from tracker.files.folder import Workspace
from tracker.render.audit_document import COLUMNS, envelope, finding
from tracker.render.audit_view import findings
from tracker.version import VERSION


def chosen(found: Sequence[Finding], selectors: Iterable[str], portfolio: Portfolio) -> tuple[Finding, ...]:
    """The findings in which any of the indicators has a part; all without one. An unknown id is an error."""
    patterns = list(selectors)
    for wanted in patterns:
        if not GLOB & set(wanted) and wanted not in portfolio.indicators:
            raise unknown_indicator(wanted, portfolio.indicators)
    if not patterns:
        return tuple(found)
    return tuple(f for f in found if any(fnmatchcase(name, p) for name in f.indicators for p in patterns))


def unknown_indicator(wanted: str, known: Iterable[str]) -> Exception:
    """A named indicator that does not exist, with the one that was probably meant."""
    from difflib import get_close_matches

    near = get_close_matches(wanted, list(known), n=3, cutoff=0.5)
    help_ = f"did you mean {', '.join(near)}?" if near else "globs such as 'jiayuguan.*' name several"
    return usage(f'there is no indicator "{wanted}"', help_)


def code_of(found: Iterable[Finding]) -> Exit:
    """The code of the worst finding."""
    outcomes = {finding.outcome for finding in found}
    if Outcome.FAILS in outcomes:
        return Exit.CRIT
    return Exit.WARN if Outcome.CONDITIONAL in outcomes else Exit.OK


def give_findings(
    workspace: Workspace, found: Sequence[Finding], known_at: date | None, looks: Looks, code: Exit, *, every: bool
) -> None:
    """Give findings in the form asked for; programs always get all of them."""
    give(
        Answer(
            sheets=lambda wording: findings(found, wording, every=every),
            document=lambda: envelope(
                workspace.portfolio,
                found,
                known_at,
                tool_version=VERSION,
                generated_at=datetime.now(UTC),
                inputs_sha256=workspace.sha256(),
                exit_code=code,
            ),
            records=lambda: [finding(f) for f in found],
            columns=COLUMNS,
        ),
        looks,
    )
