"""JSON-stat 2.0: one sparse cube, read back by the public reader where it is installed."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from builders import a_stage, a_target
from plan_samples import planned

from tracker.domain.words import Words
from tracker.render.as_jsonstat import DIMENSIONS, as_jsonstat
from tracker.render.wording import wording_for

MADE = datetime(2025, 4, 15, 8, tzinfo=UTC)


def cube(lang: str = "en") -> dict[str, Any]:
    """The dataset."""
    read: dict[str, Any] = json.loads(as_jsonstat(planned(), wording_for(lang), MADE))
    return read


def value(data: dict[str, Any], *place: str) -> Any:  # noqa: ANN401 -- whatever JSON holds
    """One value by its categories."""
    spots = [data["dimension"][d]["category"]["index"].index(c) for d, c in zip(data["id"], place, strict=True)]
    _, concepts, times = data["size"]
    return data["value"].get(str((spots[0] * concepts + spots[1]) * times + spots[2]))


def test_the_heading_is_that_of_the_standard():
    """Version, class, dimensions with their sizes and roles."""
    data = cube()
    assert (data["version"], data["class"], data["id"]) == ("2.0", "dataset", list(DIMENSIONS))
    assert data["size"] == [len(data["dimension"][d]["category"]["index"]) for d in DIMENSIONS]
    assert data["role"] == {"metric": ["target"], "time": ["time"]}
    assert data["updated"] == "2025-04-15T08:00:00+00:00"


def test_values_stand_where_their_categories_cross():
    """280 reached, 1200 promised, 300 asked for by the end of the quarter."""
    data = cube()
    assert value(data, "output", "actual", "2025-Q1") == 280
    assert value(data, "output", "target", "2025") == 1200
    assert value(data, "output", "expected", "2025-Q1") == 300
    assert value(data, "output", "actual", "2025") is None


def test_units_and_decimals_belong_to_their_target():
    """In the unit the numbers are in."""
    units = cube()["dimension"]["target"]["category"]["unit"]
    assert units["share"] == {"label": "%", "decimals": 1}


def test_what_is_not_final_says_so():
    """The preliminary 38 of 2023, and no other."""
    data = cube()
    assert list(data["status"].values()) == ["P", "P"][: len(data["status"])]
    (place,) = [n for n, v in data["value"].items() if v == 38]
    assert place in data["status"]


def test_the_language_changes_labels_only():
    """Codes and values stay."""
    en, zh = cube(), cube("zh")
    assert en["value"] == zh["value"]
    assert en["dimension"]["target"]["category"]["index"] == zh["dimension"]["target"]["category"]["index"]
    assert zh["dimension"]["target"]["category"]["label"]["share"] == "铝液就地转化率"


def test_nothing_selected_is_an_empty_cube():
    """Still a dataset."""
    data = json.loads(as_jsonstat(planned()._replace(targets=()), wording_for("en"), MADE))
    assert (data["size"], data["value"]) == ([0, 3, 0], {})


def test_hostile_names_stay_text():
    """What steers a terminal is gone."""
    review = planned(a_target(a_stage("2025", 1), id="h", indicator="share", title=Words(en="\x1b[2J\u202e</script>")))
    assert "\\u001b" not in as_jsonstat(review, wording_for("en"), MADE)


@pytest.mark.filterwarnings("ignore")
def test_pyjstat_reads_it_back():
    """The public reader finds the same values at the same places."""
    pytest.importorskip("pyjstat", reason="pyjstat, a public reader of JSON-stat, is not installed")
    from pyjstat import pyjstat

    data = cube()
    frame = pyjstat.Dataset.read(json.dumps(data)).write("dataframe", naming="id")
    read = {(r.target, r.concept, r.time): r.value for r in frame.itertuples() if r.value == r.value}
    assert len(read) == len(data["value"]) > 5
    assert all(value(data, *place) == found for place, found in read.items())
