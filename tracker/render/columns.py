"""The JSON contract line by line, and flat for CSV and TSV: one column a path, one row a target or milestone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tracker.assessment.review import Review
from tracker.assessment.verdict import Verdict
from tracker.render.document import Plain, milestone, target


def records(review: Review, previous: Mapping[str, Verdict] | None = None) -> list[Plain]:
    """A review line by line: its targets, then its milestones, each with its kind."""
    targets = [{**target(a, previous), "kind": "target"} for a in review.targets]
    return targets + [{**milestone(m), "kind": "milestone"} for m in review.milestones]


def flat(values: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Nested values with their paths joined by `_`; lists of values as one text."""
    found: dict[str, Any] = {}
    for key, value in values.items():
        if isinstance(value, Mapping):
            found.update(flat(value, f"{prefix}{key}_"))
        else:
            found[prefix + key] = joined(value) if isinstance(value, Sequence) and not isinstance(value, str) else value
    return found


def joined(values: Sequence[Any]) -> str:
    """A list in one cell: codes where it has them, values otherwise."""
    return ";".join(str(v.get("code", v.get("verdict", ""))) if isinstance(v, Mapping) else str(v) for v in values)


COLUMNS: tuple[str, ...] = (
    *("id", "title", "policy", "region", "lead", "chain", "tags", "indicator", "measure", "unit", "aim", "of"),
    *("verdict", "previous_verdict", "rule_name", "rule_class", "rule_margin"),
    *("target_value", "target_by", "stage_value", "stage_by", "stages", "baseline_value", "baseline_period"),
    *("actual_value", "actual_unit", "actual_period", "actual_covers_to", "actual_vintage", "actual_published"),
    *("actual_source", "expected_value", "expected_path", "completion", "schedule", "pace"),
    *("gap_value", "gap_unit", "gap_percent", "gap_to_stage", "gap_to_target", "gap_months"),
    *("required_value", "required_unit", "required_per", "required_periods_left", "required_best_so_far"),
    *("outlook_value", "outlook_low", "outlook_high", "outlook_probability", "outlook_by", "outlook_method"),
    *("freshness_age_days", "freshness_next_release", "freshness_state", "caveats", "location_file", "location_line"),
    *("kind", "by", "done", "total", "list"),
)
"""The columns of CSV and TSV: the JSON paths of a target, then those only a milestone has; new ones go to the end."""
