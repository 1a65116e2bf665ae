"""Lamp rules in force somewhere, in the very form of `[lamp.NAME]` tables."""

from collections.abc import Mapping

PRESETS: Mapping[str, Mapping[str, object]] = {
    "wuhan": {
        "measure": "ratio",
        "green": ">= 80%",
        "yellow": "60% <= x < 80%",
        "red": "< 60%",
        "note": "Wuhan, rules for major projects: done over scheduled; below 80 % a yellow, below 60 % a red card.",
    },
    "sanya": {
        "measure": "ratio",
        "green": ">= 100%",
        "yellow": "50% <= x < 100%",
        "red": "< 50%",
        "note": "Sanya 2022: short of schedule by up to 50 % yellow, by more red. The text does not say whether the "
        "50 % are of the schedule or percentage points; of the schedule is our reading.",
    },
    "tianjin": {
        "measure": "growth-vs-plan-and-peer",
        "green": ">= 2",
        "yellow": "1 <= x < 2",
        "red": "< 1",
        "note": "Tianjin districts 2022: growth at or above both plan and city average green, growing but behind "
        "either yellow, negative red.",
    },
    "belfast": {
        "measure": "ratio",
        "green": ">= 99%",
        "yellow": "95% < x < 99%",
        "red": "<= 95%",
        "note": "Belfast City Council, performance self-assessment 2023-24: within 1 % of the target or better green, "
        "1 to 5 % short amber, 5 % or more short red.",
    },
    "council-5": {
        "measure": "ratio",
        "green": ">= 100%",
        "amber": "95% <= x < 100%",
        "red": "< 95%",
        "note": "English and Welsh councils that tolerate 5 %: on target green, missed within 5 % of it amber.",
    },
    "council-10": {
        "measure": "ratio",
        "green": ">= 100%",
        "amber": "90% <= x < 100%",
        "red": "< 90%",
        "note": "English councils that tolerate 10 %: on target green, missed within 10 % of it amber.",
    },
    "bfn": {
        "measure": "ratio",
        "green": ">= 90%",
        "yellow": "80% <= x < 90%",
        "orange": "50% <= x < 80%",
        "red": "< 50%",
        "note": "German Federal Agency for Nature Conservation: the share of the target reached, in four classes.",
    },
}
