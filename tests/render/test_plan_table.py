"""The planning table: what was promised and reached, year by year."""

from __future__ import annotations

import pytest
from builders import a_stage, a_target, day
from plan_samples import GROWTH, OUTPUT, POWER, SHARE, planned
from samples import whole

from tracker.render.as_plain import as_plain
from tracker.render.as_table import as_table
from tracker.render.plan_table import plan_table
from tracker.render.plan_years import plan_rows, years, years_of
from tracker.render.sheet import Sheet
from tracker.render.wording import wording_for

EN, ZH = wording_for("en"), wording_for("zh")


def column(sheet: Sheet, heading: str) -> list[str]:
    """The words below one heading."""
    place = [c.heading for c in sheet.columns].index(heading)
    return [row.cells[place] for row in sheet.rows]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_whole_table(lang: str):
    """Both languages, as a pipe has it."""
    shown = as_plain(plan_table(planned(), wording_for(lang)))
    assert shown == whole(f"plan-table-{lang}", shown)


def test_the_years_are_those_of_stages_and_of_figures_on_the_way():
    """From the year after the baseline of 2021 to the last stage; the last quarter counts towards its year."""
    share, output = planned(SHARE, OUTPUT).targets
    assert (years(share), years(output)) == ({2022, 2023, 2025}, {2025})
    assert years_of(planned(SHARE, OUTPUT, POWER).targets) == (2022, 2023, 2025, None)


def test_the_year_a_path_starts_from_is_no_year_of_the_table():
    """The figure of 2022 is the baseline; the one of 2023 lies on the way."""
    from_figure = a_target(a_stage("2025", 60), id="later", indicator="share", baseline=("2022", None))
    assert years(planned(from_figure).targets[0]) == {2023, 2025}


def test_figures_since_the_promise_was_made_have_a_year_of_their_own():
    """Without a baseline the table begins where the promise does."""
    late = a_target(a_stage("2025", 60), id="late", indicator="share", issued=day("2023-02-01"))
    assert years(planned(late).targets[0]) == {2023, 2025}


def test_a_stage_stands_in_its_year_with_its_actual_below():
    """30 was promised for 2022, 31.2 was reached, which is met."""
    (sheet,) = plan_table(planned(SHARE), EN)
    assert column(sheet, "2022") == ["≥30", "31.2 √"]


def test_what_is_not_final_has_a_star():
    """A preliminary 38 misses 40, and the note below says what the star means."""
    (sheet,) = plan_table(planned(SHARE), EN)
    assert column(sheet, "2023") == ["≥40", "38.0* ×"]
    assert sheet.notes[-1] == "* not final"


def test_part_of_a_year_names_its_period():
    """280 亿元 are the first quarter's: 28 of 120 bn CNY, where 30 were asked for, 93 % of them."""
    (sheet,) = plan_table(planned(OUTPUT), EN)
    assert column(sheet, "2025") == ["≥120", "28.00 (Q1) ▲"]


def test_several_years_together_stand_in_brackets():
    """An average over the plan is no value of its last year."""
    assert column(plan_table(planned(GROWTH), ZH)[0], "2025")[0] == "〔≥8〕"
    assert column(plan_table(planned(GROWTH), wording_for("en", ascii_only=True))[0], "2025")[0] == "[>=8]"


def test_what_has_no_date_has_a_column_at_the_end():
    """It belongs to no year, and is not left out."""
    sheet = plan_table(planned(POWER, SHARE), ZH)[0]
    assert [c.heading for c in sheet.columns][-2:] == ["2025", "未定时限"]


def test_the_baseline_keeps_its_own_unit():
    """Average growth is in per cent; it starts from a level in money, 700 亿元."""
    assert column(plan_table(planned(GROWTH), ZH)[0], "基期值") == ["700亿元 (2020年)"]
    assert column(plan_table(planned(SHARE), EN)[0], "baseline")[0] == "22 (2021)"


def test_nothing_selected_is_said():
    """One sentence, no empty table."""
    nothing = planned()._replace(targets=())
    assert as_plain(plan_table(nothing, EN)).endswith("nothing was selected\n")


def test_every_row_has_every_year():
    """The table is a rectangle, whatever each target speaks of."""
    rows = plan_rows(planned())
    assert {len(row.cells) for row in rows} == {4}


def test_a_range_is_told_by_both_ends():
    """Without a sign: it is both."""
    ranged = a_target(a_stage("2025", 1, "between", high=5), id="r", indicator="share")
    assert column(plan_table(planned(ranged), EN)[0], "2025")[0] == "1-5"


def test_a_stage_inside_a_year_names_its_period():
    """The half of 2025, and the whole of it, in one column."""
    halves = a_target(a_stage("2025-H1", 500), a_stage("2025", 1200), id="h", indicator="output")
    assert column(plan_table(planned(halves), ZH)[0], "2025")[0] == "≥500 (上半年)；≥1200"


def test_a_direction_without_a_number_is_a_word():
    """Higher, or lower where that is better."""
    up, down = (a_target(a_stage("2025", None), id=i, indicator=i) for i in ("share", "power"))
    assert column(plan_table(planned(up, down), ZH)[0], "2025")[::2] == ["提高", "降低"]


def test_an_observed_baseline_has_its_period():
    """The path starts at the last figure before the promise was made."""
    later = a_target(a_stage("2025", 60), id="l", indicator="share", issued=day("2024-02-01"))
    assert column(plan_table(planned(later), EN)[0], "baseline")[0] == "38 (2023)"


def test_an_increase_has_no_level_to_start_from():
    """It starts from nought, which says nothing."""
    more = a_target(a_stage("2025", 5), id="m", indicator="share", of="increase", baseline=("2022", None))
    assert "baseline" not in [c.heading for c in plan_table(planned(more), EN)[0].columns]


def test_a_narrow_terminal_keeps_the_year_asked_about():
    """First what is not a year is hidden, then the years furthest away; what is hidden is named."""
    text = as_table(plan_table(planned(SHARE), EN), colour=False, columns=60)
    head = text.splitlines()[2]
    assert ("2025" in head, "2022" in head, "nature" in head) == (True, False, False)
    assert "Not shown on a terminal this narrow (--format plain shows\nall): nature / baseline / 2022" in text
