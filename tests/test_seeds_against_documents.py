"""The first workspace holds what five published documents print: nothing lost, nothing added."""

from __future__ import annotations

import csv
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "tests" / "data"

Table = dict[str, Any]
HAN = re.compile(r"[一-鿿]")
KINDS = ("indicator", "target", "milestone", "project", "actual", "done", "progress")

# Which place of the workspace holds which fact: kind, id (with period and vintage for a figure), then key=fact.
PLACES = """
actual jiayuguan.steel.output@2022-Q1 value=S000-001 share_of=S000-002 growth=S000-003
actual jiayuguan.aluminium.output@2022-Q1 value=S000-004 share_of=S000-005 growth=S000-006
done jiayuguan.good-start-2022 name=S000-007
target jiayuguan.steel.growth 2025=S000-009
target jiayuguan.aluminium.growth 2025=S000-010
target jiayuguan.steel.scale 2025=S000-011
target jiayuguan.aluminium.scale 2025=S000-012
actual jiayuguan.key-chains@2021/2025!plan value=S000-013
milestone jiayuguan.chains.plans items=S000-015
milestone jiayuguan.chains.artefacts items=S000-016
done jiayuguan.manufacturing-plan name=S000-017
actual jiayuguan.promotion.priorities@2022!plan value=S000-018
actual jiayuguan.promotion.directions@2022!plan value=S000-019
actual jiayuguan.promotion.arrangements@2022!plan value=S000-020
target jiayuguan.promotion.signing-rate 2022=S000-021
target jiayuguan.promotion.landing-rate 2022=S000-022
actual jiayuguan.promotion.tracked-projects@2022-05-05 value=S000-023
actual jiayuguan.supporting-projects@2022-05-05 value=S000-024
target jiayuguan.steel.projects 2022=S000-025
actual jiayuguan.steel.planned-investment@2022!plan value=S000-026
target jiayuguan.aluminium.projects 2022=S000-027
actual jiayuguan.aluminium.planned-investment@2022!plan value=S000-028
progress jiayuguan.galvanising-line stage=S000-029
progress jiayuguan.stockyard stage=S000-030
progress jiayuguan.sintering stage=S000-031
progress jiayuguan.cathode-graphitisation stage=S000-032
progress jiayuguan.exhaust-fans stage=S000-033
actual jiayuguan.value-added.growth@2024 value=S001-001
actual jiayuguan.value-added.streak@2024-12 value=S001-002
actual jiayuguan.steel-aluminium.output@2024 value=S001-003 share_of=S001-004
actual jiayuguan.gdp.growth@2024 value=S001-005
actual jiayuguan.gdp.growth-rank@2024 value=S001-006
actual jiayuguan.first-echelon.streak@2024-Q4 value=S001-007
actual jiayuguan.awards.contribution@2023-01/2024-12 value=S001-008
actual jiayuguan.awards.progress@2023-01/2024-12 value=S001-009
milestone jiayuguan.spring-start 1=S001-010 2=S001-011 3=S001-012 4=S001-013 5=S001-014
done jiayuguan.good-start-2025 name=S001-015
milestone jiayuguan.continued-on-plan 1=S001-016 2=S001-017 3=S001-018
project jiayuguan.alumina adds=S001-019
project jiayuguan.storage adds=S001-020
actual jiayuguan.storage.energy@2025!plan value=S001-021
milestone jiayuguan.statistical-filing 2=S001-022 3=S001-023
project jiayuguan.slag-powder adds=S001-024
project jiayuguan.flour adds=S001-025
target jiayuguan.key-projects 2025=S001-026
target jiayuguan.new-large-projects 2025=S001-027
target jiayuguan.project-reserve 2025=S001-028
milestone jiayuguan.finishing-mill name=S001-029
actual jiayuguan.steel-aluminium.projects@2024 value=S001-030
actual jiayuguan.steel-aluminium.output@2024!estimate value=S001-031 growth=S001-032
project jiayuguan.anode-material adds=S001-033
target jiayuguan.wind-solar.connected 2025=S001-034
milestone jiayuguan.coal-tar-commissioned name=S001-035
project jiayuguan.computing-centre name=S001-036
done jiayuguan.group-standard name=S001-037
milestone jiayuguan.high-end-retrofits name=S001-038
actual guangyuan.value-added.growth@XXXX-H1 value=S002-001
actual guangyuan.value-added.lead@XXXX-H1 value=S002-002
actual guangyuan.electrolytic-aluminium.output@XXXX-H1 growth=S002-003
actual guangyuan.aluminium-products.output@XXXX-H1 growth=S002-004
actual guangyuan.electrolytic-aluminium.projects@XXXX-H1 value=S002-006
actual guangyuan.electrolytic-aluminium.capacity@XXXX-H1!plan value=S002-007
actual guangyuan.zhongfu.products@XXXX-H1 value=S002-008
actual guangyuan.zhongfu.output@XXXX-H1 value=S002-009
project guangyuan.shimei adds=S002-010
project guangyuan.zhenghe adds=S002-011
project guangyuan.yingkai adds=S002-012
project guangyuan.xinrong adds=S002-013
actual guangyuan.gdp@XXXX-H1 value=S002-014 growth=S002-015
milestone guangyuan.gdp.half-year-mark name=S002-016
milestone guangyuan.gap-review name=S002-017
actual jiayuguan.industrial-investment@2023-01/2023-10 value=S003-001 growth=S003-002
actual jiayuguan.industrial-investment.growth-rank@2023-01/2023-10 value=S003-003
actual jiayuguan.projects.commissioned@2023-01/2023-10 value=S003-004
actual jiayuguan.projects.added-output@2023!estimate value=S003-005
target jiayuguan.projects.start-rate 2023=S003-006
target jiayuguan.projects.investment-completion 2023=S003-007
target jiayuguan.projects.on-time-completion 2023=S003-008
done jiayuguan.monitoring-cadence items=S003-009
milestone jiayuguan.nodes-kept name=S003-010
actual jiayuguan.retrofit.investment@2023-01/2023-10 value=S003-011 share_of=S003-012
actual jiayuguan.retrofit.own-rank@2023-01/2023-10 value=S003-013
actual jiayuguan.steel-aluminium.output@2023-01/2023-10 value=S003-014 share_of=S003-015
actual jiayuguan.services.visits@2023-01-01/2023-12-19 value=S003-016
actual jiayuguan.services.visit-coverage@2023-01-01/2023-12-19 value=S003-017
actual jiayuguan.services.loan-firms@2023-01-01/2023-12-19 value=S003-018
actual jiayuguan.services.guaranteed-loans@2023-01-01/2023-12-19 value=S003-019
actual jiayuguan.services.vat-firms@2023-01-01/2023-12-19 value=S003-020
actual jiayuguan.services.order-batches@2023-01-01/2023-12-19 value=S003-021
actual jiayuguan.services.platform-firms@2023-01-01/2023-12-19 value=S003-022
target changji.local-conversion 2022=S004-001 2023=S004-004 2025=S004-007
target changji.deep-processing 2022=S004-002 2023=S004-005 2025=S004-008
target changji.output 2022=S004-003 2023=S004-006 2025=S004-009
target changji.output-headline 2025=S004-010
target changji.smelting-power.base-level undated=S004-011
target changji.smelting-power.benchmark-level undated=S004-012
target changji.capacity-transfer undated=S004-013
milestone changji.orderly-environment name=S004-014
target changji.zombie-firms undated=S004-015
milestone changji.parks-upgraded items=S004-016
target changji.plant-lease undated=S004-017
actual changji.opinions.measures@2022-10-09!plan value=S004-018
actual changji.opinions.principles@2022-10-09!plan value=S004-019
milestone changji.county-measures name=S004-020
"""
HELD = {
    fact: (kind, name, key)
    for kind, name, *entries in map(str.split, PLACES.strip().splitlines())
    for key, fact in (entry.split("=") for entry in entries)
}

LEFT_OUT = {
    "S000-008": "the name of the city's positioning is a slogan; its two numerals count words",
    "S000-014": "the formula of the industrial system is a slogan, and ends with an open N",
    "S002-005": "the formula of the industrial system is a slogan, not a sum",
}

# Numbers of the workspace that repeat a fact or only bound it.
REPEATED = {("target", "jiayuguan.value-added.floor", "2024"): "the floor of the streak in S001-002"}

SAME_UNIT = {"CNY bn": "bn CNY", "位次": "位"}
UNQUANTIFIED = ("S000-021", "S000-022", "S003-006", "S003-007", "S003-008")
LISTED = ("S000-015", "S000-016", "S004-016")
NUMBERED = [
    fact
    for fact, (kind, _, key) in HELD.items()
    if fact not in UNQUANTIFIED and kind in {"actual", "target", "project"} and key != "name"
]


def _rows(kind: str) -> Iterator[Table]:
    """Every row of one kind, with the name of its file and the document it was taken from."""
    sources = {page["source"]["id"]: page["source"] for page in _pages().values() if "source" in page}
    for path, page in _pages().items():
        source = page.get("source") or sources[page["policy"]["source"]]
        yield from ({**row, "file": path, "document": source["document"]} for row in page.get(kind, ()))


@cache
def _pages() -> dict[str, Table]:
    """Every file of the workspace by name, its numbers with the digits as written."""
    paths = sorted([*ROOT.glob("targets/*.toml"), *ROOT.glob("seeds/*.toml")])
    return {
        path.relative_to(ROOT).as_posix(): tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
        for path in paths
    }


def _read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as page:
        return list(csv.DictReader(page))


@cache
def _facts() -> dict[str, dict[str, str]]:
    return {fact["id"]: fact for fact in _read("seed-facts.csv")}


def _place(kind: str, name: str) -> list[Table]:
    """The rows one line of the table speaks of: one, or the items of a milestone reported as done."""
    if kind == "actual":
        name, period, vintage = re.fullmatch(r"([^@]+)@([^!]+)!?(.*)", name).groups()  # type: ignore[union-attr]
        wanted = {"indicator": name, "period": period, "vintage": vintage or "final"}
        return [r for r in _rows(kind) if {"vintage": "final", **r}.items() >= wanted.items()]
    key = {"done": "milestone", "progress": "project"}.get(kind, "id")
    return [row for row in _rows(kind) if row[key] == name]


def _unit_of(indicator: str) -> str:
    return next(str(row["unit"]) for row in _rows("indicator") if row["id"] == indicator)


def _numbers(kind: str, row: Table) -> dict[str, tuple[list[str], str]]:
    """Every number of a row by the key of the table above: its digits as written (two for a span), and its unit."""
    if kind == "actual":
        unit = row.get("unit") or _unit_of(row["indicator"])
        share = row.get("share_of", {}).get("value")
        kept = (("value", row.get("value"), unit), ("growth", row.get("growth"), "%"), ("share_of", share, "%"))
        return {key: ([str(number)], str(in_unit)) for key, number, in_unit in kept if number is not None}
    if kind == "target":
        unit = "%" if row.get("of") == "growth" else _unit_of(row["indicator"])
        stages = {s.get("by", "undated"): [str(s[key]) for key in ("value", "high") if key in s] for s in row["stages"]}
        return {by: (numbers, unit) for by, numbers in stages.items() if numbers}
    if kind == "project" and "adds" in row:
        return {"adds": ([str(row["adds"]["value"])], row["adds"]["unit"])}
    return {"items": ([str(len(row["items"]))], "")} if kind == "milestone" and "items" in row else {}


def _printed(fact: dict[str, str]) -> list[tuple[list[str], str]]:
    """The number of a fact as a span of digits and a unit, as printed or in the unit of the statistics."""
    if fact["value_low"]:
        return [([str(fact["value_low"]), str(fact["value_high"])], fact["unit"])]
    pairs = [(fact["value"], fact["unit"]), (fact["canonical_value"], fact["canonical_unit"])]
    return [([str(number)], str(SAME_UNIT.get(unit, unit))) for number, unit in pairs]


def _lines(locator: str) -> set[int]:
    """The lines of the document that a locator names: of a row, or of a fact."""
    spans = re.findall(r"(?:lines? |L)(\d+)(?:(?: to |-L)(\d+))?", locator)
    return {line for first, last in spans for line in range(int(first), int(last or first) + 1)}


def test_every_fact_has_a_place_or_a_reason():
    """Each of the 130 facts is held by one place of the workspace, or left out for a reason."""
    assert sorted([*HELD, *LEFT_OUT]) == sorted(_facts())


@pytest.mark.parametrize("fact", HELD)
def test_a_fact_is_held_under_its_own_document(fact: str):
    """The place of a fact exists, with the item meant where it is one of a list, and comes from the fact's document."""
    kind, name, key = HELD[fact]
    rows = _place(kind, name)
    assert {row["document"] for row in rows} == {_facts()[fact]["document"]}
    assert kind != "milestone" or not key.isdigit() or len(rows[0]["items"]) >= int(key)


@pytest.mark.parametrize("fact", NUMBERED)
def test_a_number_keeps_its_digits_and_unit(fact: str):
    """A number has the digits and the unit that were printed, or those of the statistics."""
    kind, name, key = HELD[fact]
    assert _numbers(kind, _place(kind, name)[0])[key] in _printed(_facts()[fact])


def test_a_mark_that_was_passed_is_named_with_its_number():
    """The half-year product passed a mark; a deed holds the number in its name, in both languages."""
    mark = _facts()["S002-016"]
    name = _place("milestone", HELD["S002-016"][1])[0]["name"]
    assert f"{mark['canonical_value']}{mark['canonical_unit']}" in name["zh"]
    assert f"{mark['value']} {SAME_UNIT[mark['unit']]}" in name["en"]


@pytest.mark.parametrize("fact", LISTED)
def test_a_list_has_as_many_items_as_printed(fact: str):
    """Where a document counts documents, tables or parks, the milestone names as many."""
    kind, name, key = HELD[fact]
    assert _numbers(kind, _place(kind, name)[0])[key] == ([str(_facts()[fact]["value"])], "")


@pytest.mark.parametrize("fact", UNQUANTIFIED)
def test_a_direction_gets_no_number(fact: str):
    """A promise printed without a number stays without one, in its year."""
    kind, name, year = HELD[fact]
    assert [row["stages"] for row in _place(kind, name)] == [[{"by": year}]]


@pytest.mark.parametrize("fact", HELD)
def test_a_locator_names_a_line_the_fact_stands_on(fact: str):
    """Who opens the document at the line a row names finds what the row says."""
    lines = set.union(*(_lines(row["locator"]) for row in _place(*HELD[fact][:2])))
    assert lines & _lines(_facts()[fact]["locator"])


def test_no_number_is_added():
    """Every number of the workspace is a fact's; a decoy or a guess would show here."""
    held = {(kind, name, key) for kind, name, key in HELD.values()} | set(REPEATED)
    found = set()
    for kind in ("actual", "target", "project"):
        for row in _rows(kind):
            vintage = "" if row.get("vintage", "final") == "final" else f"!{row['vintage']}"
            name = f"{row['indicator']}@{row['period']}{vintage}" if kind == "actual" else row["id"]
            found |= {(kind, name, key) for key in _numbers(kind, row)}
    assert found - held == set()


def test_each_source_is_the_document_it_names():
    """The digest of every source is that of the document the facts were read from."""
    sources = [page["source"] for page in _pages().values() if "source" in page]
    digests = {row["document"]: row["sha256"] for row in _read("seed-documents.csv")}
    assert {source["document"]: source["sha256"] for source in sources} == digests


def test_every_row_says_where_it_was_printed():
    """No target, milestone, project, figure, deed or progress is without a locator."""
    assert [row for kind in KINDS[1:] for row in _rows(kind) if not row.get("locator")] == []


def test_ids_are_unique():
    """No indicator, target, milestone or project is declared twice, nor a figure printed twice."""
    ids = [(kind, row["id"]) for kind in KINDS[:4] for row in _rows(kind)]
    figures = [(row["indicator"], row["period"], row.get("vintage")) for row in _rows("actual")]
    assert [name for name, times in Counter([*ids, *figures]).items() if times > 1] == []


def test_every_name_leads_somewhere():
    """Figures and targets name declared indicators, deeds their milestones and items, progress its project."""
    declared = {kind: {row["id"]: row for row in _rows(kind)} for kind in KINDS[:4]}
    used = [row["indicator"] for kind in ("actual", "target") for row in _rows(kind)]
    used += [row["share_of"]["indicator"] for row in _rows("actual") if "share_of" in row]
    used += [row["adds"]["indicator"] for row in _rows("project") if "adds" in row]
    assert set(used) - set(declared["indicator"]) == set()
    assert {row["project"] for row in _rows("progress")} - set(declared["project"]) == set()
    done = {(row["milestone"], row.get("item")) for row in _rows("done")}
    items = {(id_, item["en"]) for id_, row in declared["milestone"].items() for item in row.get("items", ())}
    assert done - items - {(id_, None) for id_, row in declared["milestone"].items() if "items" not in row} == set()


def test_every_name_is_in_both_languages():
    """Each indicator, target, milestone, item, project, policy and source is named in Chinese and in English."""
    names = [row.get("name") or row["title"] for kind in KINDS[:4] for row in _rows(kind)]
    names += [item for row in _rows("milestone") for item in row.get("items", ())]
    names += [page[key]["title"] for page in _pages().values() for key in ("policy", "source") if key in page]
    assert [name for name in names if set(name) != {"zh", "en"}] == []
    assert [name for name in names if not HAN.search(name["zh"]) or HAN.search(name["en"])] == []


def test_the_first_workspace_has_enough_promises():
    """Targets and milestones together are at least forty."""
    assert sum(1 for kind in ("target", "milestone") for _ in _rows(kind)) >= 40
