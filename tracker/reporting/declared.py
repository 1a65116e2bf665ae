"""What a claim can speak of: everything a workspace declares, and the names its sheets use."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.domain.portfolio import Portfolio
from tracker.domain.units import UnitTable
from tracker.files.assemble import Assembly
from tracker.reporting.names import Names


@dataclass(frozen=True, slots=True)
class Declared:
    """What a claim can speak of: the declarations of a workspace, and the names its sheets use."""

    portfolio: Portfolio
    units: UnitTable
    names: Names
    scratch: Assembly
    """The declarations once more, ready to read rows of the journal with."""


def declared_by(portfolio: Portfolio, units: UnitTable, names: Names) -> Declared:
    """What a workspace declares."""
    return Declared(portfolio, units, names, assembly_of(portfolio, units))


def assembly_of(portfolio: Portfolio, units: UnitTable) -> Assembly:
    """The declarations of a workspace, ready to take in rows of the journal."""
    assembly = Assembly(units)
    assembly.indicators.update(portfolio.indicators)
    assembly.milestones.update((milestone.id, milestone) for milestone in portfolio.milestones)
    assembly.projects.update((project.id, project) for project in portfolio.projects)
    return assembly
