"""The roadmap: what is to happen by which day, as text, as a picture and as a page."""

from __future__ import annotations

import re
from datetime import timedelta
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from builders import a_stage, a_target, day
from plan_samples import PROJECTS, TODAY, a_project, planned
from samples import whole

from tracker.assessment.cadence import stages_told
from tracker.assessment.milestones import DUE_SOON, ItemState
from tracker.domain.target import Project
from tracker.domain.words import Words
from tracker.render.as_plain import as_plain, width
from tracker.render.roadmap import cell_of, roadmap, scale
from tracker.render.roadmap_lanes import Lane, project_lane, roadmap_of, worst
from tracker.render.roadmap_page import roadmap_page
from tracker.render.roadmap_svg import roadmap_svg
from tracker.render.wording import wording_for

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>alert(1)</script>\x1b[2J\u202e=1+1"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_whole_roadmap(lang: str):
    """Both languages, as a pipe has it."""
    shown = as_plain(roadmap(planned(), wording_for(lang), PROJECTS))
    assert shown == whole(f"roadmap-{lang}", shown)


def test_the_roadmap_in_ascii():
    """Every mark and line has a sign of its own there."""
    shown = as_plain(roadmap(planned(), wording_for("en", ascii_only=True), PROJECTS))
    assert shown.isascii()
    assert shown == whole("roadmap-ascii", shown)


def test_a_day_lies_in_its_share_of_the_line():
    """Of 48 cells over two years, 1 January of the second begins the 25th; the last day is the last cell."""
    first, last = day("2025-01-01"), day("2026-12-31")
    assert [cell_of(day(d), first, last, 48) for d in ("2025-01-01", "2026-01-01", "2026-12-31")] == [0, 24, 47]


def test_years_stand_where_they_begin_and_only_as_many_as_there_is_room_for():
    """Ten years in 24 cells lie 2.4 apart, and a year takes four and a blank."""
    assert scale(day("2025-01-01"), day("2026-12-31"), 48) == "2025" + " " * 20 + "2026" + " " * 20
    years = scale(day("2021-01-01"), day("2030-12-31"), 24).split()
    assert years == ["2021", "2024", "2026", "2029"]


def test_every_line_is_as_wide_as_the_scale():
    """Nothing stands beyond the last year."""
    (sheet, *_) = roadmap(planned(), wording_for("zh"), PROJECTS, cells=40)
    assert {width(row.cells[3]) for row in sheet.rows} == {40}


def lane_of(project: Project) -> Lane:
    """A project on the road map of the samples."""
    return project_lane(project, stages_told(planned()), planned().as_of)


def test_steps_of_a_project_are_done_due_or_open():
    """Started as reported; to be finished in 15 days; production is still open."""
    lane = lane_of(PROJECTS[0])
    assert [point.state for point in lane.points] == [ItemState.DONE, ItemState.DUE, ItemState.OPEN]
    assert lane.state is ItemState.DUE


def test_a_step_that_is_not_reported_is_late():
    """Its day has passed."""
    assert lane_of(a_project(finish="2025-03-31")).state is ItemState.LATE


@pytest.mark.parametrize(
    ("ahead", "state"),
    [(-1, ItemState.LATE), (0, ItemState.DUE), (DUE_SOON.days, ItemState.DUE), (DUE_SOON.days + 1, ItemState.OPEN)],
)
def test_a_step_is_due_from_a_month_before_its_day_until_that_day(ahead: int, state: ItemState):
    """On its own day it is not late yet, and a day longer than a month away it is not due yet."""
    finish = (TODAY + timedelta(days=ahead)).isoformat()
    assert lane_of(a_project(finish=finish)).state is state


def test_the_whole_is_as_its_worst_step():
    """Late before due before open; done only when all are."""
    done, late, open_ = ItemState.DONE, ItemState.LATE, ItemState.OPEN
    assert [worst([done, open_, late]), worst([done, open_]), worst([done]), worst([])] == [late, open_, done, open_]


def test_what_has_no_day_is_counted_not_drawn():
    """The power and the mechanism have none."""
    plan = roadmap_of(planned(), PROJECTS)
    assert (plan.undated, len(plan.lanes)) == (2, 5)


def test_nothing_with_a_day_is_said():
    """One sentence about what is there, no empty picture."""
    nothing = planned()._replace(targets=(), milestones=())
    assert as_plain(roadmap(nothing, wording_for("en"))).endswith("nothing was selected\n")
    assert "<svg" not in roadmap_page(nothing, wording_for("en"))


def test_the_picture_is_text_with_a_title_and_a_description():
    """Names are words in it, and each lane has its mark and its word."""
    root = ET.fromstring(roadmap_svg(planned(), wording_for("zh"), PROJECTS))  # noqa: S314 -- our own
    words = [e.text for e in root.iter(f"{SVG}text")]
    assert root.findtext(f"{SVG}title") == "路线图（截至2025年4月15日）"
    assert "总产值：存在风险" in (root.findtext(f"{SVG}desc") or "")
    assert {"铝液就地转化率", "▲ 存在风险", "≥30%", "开工"} <= set(words)
    assert "Noto Sans CJK SC" in root.attrib["font-family"]


def test_everything_lies_inside_the_picture():
    """No text begins beyond its edges."""
    root = ET.fromstring(roadmap_svg(planned(), wording_for("en"), PROJECTS))  # noqa: S314 -- our own
    _, _, wide, high = map(float, root.attrib["viewBox"].split())
    places = [(float(e.attrib["x"]), float(e.attrib["y"])) for e in root.iter(f"{SVG}text")]
    assert [p for p in places if not (0 <= p[0] <= wide and 0 <= p[1] <= high)] == []


class Page(HTMLParser):
    """Tags and words of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag, and that nothing is fetched."""
        self.tags.append(tag)
        assert not {"src", "href", "onload", "onclick"} & {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        """Note what is said."""
        self.words.append(data)


def test_the_page_is_one_file_without_script_or_request():
    """A picture, and the same as a table with words."""
    page = Page()
    page.feed(roadmap_page(planned(), wording_for("zh"), PROJECTS))
    assert {"svg", "table", "h1"} <= set(page.tags)
    assert not {"script", "link", "img", "iframe"} & set(page.tags)
    assert any("2023年 40%以上 (未完成)" in words for words in page.words)


def test_hostile_names_stay_words():
    """Markup is written out; what steers a terminal is gone."""
    review = planned(a_target(a_stage("2025", 60), id="h", indicator="share", title=Words(HOSTILE, HOSTILE)))
    for text in (roadmap_svg(review, wording_for("en")), roadmap_page(review, wording_for("en"))):
        assert "<script" not in text
        assert re.search(r"[\x00-\x08\x1b\u202e]", text) is None
