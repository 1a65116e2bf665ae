"""`tracker schema`: the JSON Schemas of the files people write, and of what the commands print."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class SchemaName(StrEnum):
    """What there is a schema for."""

    TARGETS = "targets"
    FIGURES = "figures"
    SETTINGS = "settings"
    ASSESSMENT = "assessment"
    AUDIT = "audit"
    DIFF = "diff"
    LOG = "log"
    PLAN_TABLE = "plan-table"
    PLAN_TASKS = "plan-tasks"
    PLAN_ROADMAP = "plan-roadmap"


def command(name: Annotated[SchemaName, typer.Argument(help="Which schema.")]) -> None:
    """Print a JSON Schema: of targets/*.toml, of seeds/*.toml and actuals/*.toml, of tracker.toml, or of --json.

    Examples:
      tracker schema targets > targets.schema.json
      tracker schema assessment
    """
    import sys

    from tracker.files.declarations import TARGETS_FILE
    from tracker.files.figures import FIGURES_FILE
    from tracker.files.schema import json_schema
    from tracker.files.settings import SETTINGS_FILE
    from tracker.render.as_json import as_json
    from tracker.render.schemas import printed_schema

    pages = {SchemaName.TARGETS: TARGETS_FILE, SchemaName.FIGURES: FIGURES_FILE, SchemaName.SETTINGS: SETTINGS_FILE}
    sys.stdout.write(as_json(json_schema(pages[name])) if name in pages else printed_schema(name))
