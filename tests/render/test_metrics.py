"""The gauges for Prometheus."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime

import pytest
from prometheus_client.parser import text_string_to_metric_families
from samples import the_review

from tracker.assessment.verdict import Verdict
from tracker.render.metrics import as_metrics

NOW = datetime(2025, 4, 15, 8, tzinfo=UTC)


@pytest.fixture(scope="module")
def text() -> str:
    """The gauges of the small workspace."""
    return as_metrics(the_review(), NOW)


@pytest.fixture(scope="module")
def samples(text: str) -> dict[tuple[str, str, str], float]:
    """What a reader makes of them: the value by name, id and verdict."""
    return {
        (sample.name, sample.labels.get("id", ""), sample.labels.get("verdict", "")): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_one_target_whole(text: str):
    """280 of 300 asked for: the gap is 280 - 300, completion 280 / 1200, schedule 3 / 12, 15 days since March."""
    who = 'id="a.output",lead="",policy=""'
    told = [line for line in text.splitlines() if 'id="a.output"' in line and "verdict" not in line]
    assert told == [
        f'tracker_target_value{{{who},unit="亿元"}} 280.0',
        f'tracker_target_asked{{{who},unit="亿元"}} 300.0',
        f'tracker_target_gap{{{who},unit="亿元"}} -20.0',
        f"tracker_target_completion_ratio{{{who}}} {280 / 1200}",
        f"tracker_target_schedule_ratio{{{who}}} {3 / 12}",
        f"tracker_target_figure_age_seconds{{{who}}} {15 * 86400 / 1e6}e+06",
    ]


def test_one_verdict_holds_and_the_others_do_not(samples: dict[tuple[str, str, str], float]):
    """Every target has a sample for every verdict, so that an alert can name one."""
    held = {verdict: samples["tracker_target_verdict", "a.output", verdict.value] for verdict in Verdict}
    assert held == {verdict: float(verdict is Verdict.AT_RISK) for verdict in Verdict}


def test_what_is_not_known_has_no_sample(samples: dict[tuple[str, str, str], float]):
    """A target without a figure has a verdict and nothing else: no zero, no NaN."""
    assert {name for name, id_, _ in samples if id_ == "a.share"} == {"tracker_target_verdict"}


def test_milestones_tell_deeds(samples: dict[tuple[str, str, str], float]):
    """One of two deeds is done."""
    done, promised = (samples[f"tracker_milestone_{name}", "c.start", ""] for name in ("items_done", "items"))
    assert (done, promised) == (1, 2)


def test_when_it_ran_is_told(samples: dict[tuple[str, str, str], float]):
    """An alert on this age tells that the tracker has stopped running."""
    assert samples["tracker_last_run_timestamp_seconds", "", ""] == NOW.timestamp()


def test_the_rules_of_the_text_file_collector(text: str):
    """It refuses time stamps beside samples; every family is described once, and the file ends with a line end."""
    lines = text.splitlines()
    assert text.endswith("\n")
    assert all(
        len(line.rsplit("} ", 1)[-1].split()) == 1 for line in lines if line.startswith("tracker") and "}" in line
    )
    described = [line.split()[2] for line in lines if line.startswith("# HELP")]
    assert len(described) == len(set(described)) == 3 + 4 + 1 + 3 + 1


def test_promtool_accepts_it(text: str):
    """Prometheus' own reader finds nothing to say, about the form or about the names."""
    promtool = shutil.which("promtool")
    if promtool is None:
        pytest.skip("promtool is not installed (Debian: prometheus)")
    checked = subprocess.run([promtool, "check", "metrics"], input=text.encode(), capture_output=True, check=False)
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, b"", b"")
