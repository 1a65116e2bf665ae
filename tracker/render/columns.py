"""The JSON contract laid out flat, for CSV and TSV: one column a path, one row a target."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


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
)
"""The columns of CSV and TSV: the JSON paths of a target; new ones are only ever added at the end."""
