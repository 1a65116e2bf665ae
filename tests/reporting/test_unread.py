"""Columns nobody reads: a row of women or of one county is never the whole; serial numbers and remarks are harmless."""

from __future__ import annotations

import pytest
from bureau import Bureau

PEOPLE = """
[[indicator]]
id = "poverty"
name = { zh = "贫困率", en = "Below poverty line" }
measure = "ratio"
unit = "%"
better = "lower"

[[indicator]]
id = "enrol"
name = { zh = "在校生", en = "Enrolment" }
measure = "stock"
unit = "people"
better = "higher"
"""
OSDG = """Year,Series,Sex,Units,Value
2020,Below poverty line,,Percentage (%),12.1
2021,Below poverty line,,Percentage (%),11.8
2022,Below poverty line,Female,Percentage (%),14.9
"""
MAP = '[import.osdg]\ncolumns = { indicator = "Series", period = "Year", value = "Value" }\n'
WHERE = MAP + 'where = { Sex = "" }\n'


@pytest.fixture
def people(bureau: Bureau) -> Bureau:
    """An office that counts people."""
    bureau.declare(PEOPLE, MAP)
    return bureau


def test_a_row_of_women_is_asked_about(people: Bureau):
    """With a map; the column, the cell and the way out are named, and what is not read is told."""
    said = people.reads(OSDG, "--map", "osdg")
    assert (said.rows, said.codes) == ([], ["unread-column"])
    assert 'line 4, column 3: objection[unread-column]: the column "Sex" tells rows apart' in said.told
    assert "columns not read: Sex, Units" in said.told


def test_a_unit_that_tells_rows_apart_is_asked_about(people: Bureau):
    """A number of people is not their share."""
    said = people.reads(OSDG.replace(",Female,Percentage (%),14.9", ",,Number,14.9"), "--map", "osdg")
    assert (said.rows, said.codes) == ([], ["unread-column"])


def test_a_map_chooses_the_rows_of_the_whole(bureau: Bureau):
    """Two years of both sexes; the row of women is passed over and told."""
    bureau.declare(PEOPLE, WHERE)
    said = bureau.reads(OSDG, "--map", "osdg")
    assert said.figures() == [("poverty", "2020", "12.1"), ("poverty", "2021", "11.8")]
    assert "1 rows that the column map does not choose, passed over" in said.told


def test_a_map_that_chooses_by_a_column_that_is_not_there_reads_nothing(bureau: Bureau):
    """Rather than every row."""
    bureau.declare(PEOPLE, WHERE.replace("Sex", "Gender"))
    said = bureau.reads(OSDG, "--map", "osdg")
    assert (said.rows, "the columns of the map were not found" in said.told) == ([], True)


@pytest.mark.parametrize(
    "sheet",
    [
        "indicator,county,sex,period,value\nenrol,Kisumu,Female,2025-Q4,2100\n",
        "indicator,county,period,value\nenrol,Kisumu,2025-Q4,2100\n",
        "indicator,Org unit,period,value\nenrol,KE_01,2025-Q4,2100\n",
        "indicator,x,period,value\nenrol,Female,2025-Q4,2100\n",
        "indicator,Wilaya,period,value\nenrol,Alger,2025-Q4,2100\n",
        "indicator,Age,period,value\nenrol,15-24,2025-Q4,2100\n",
        "指标,性别,期间,数值\n在校生,女,2025,2100\n",
        "指标,区县,期间,数值\n在校生,川汇区,2025,2100\n",
        "指标,填报单位,期间,数值\n在校生,扶沟县,2025,2100\n",
        "指标,,期间,数值\n在校生,农村,2025,2100\n",
        "指标,口径,期间,数值\n在校生,全口径,2024,2100\n在校生,公办,2025,2200\n",
        "指标,情形,期间,数值\n在校生,甲,2024,2100\n在校生,乙,2025,2200\n",
        '{"indicator": "enrol", "region": "North", "period": "2025", "value": 2100}\n',
    ],
)
def test_even_one_row_of_a_part_is_asked_about(sheet: str, people: Bureau):
    """By the heading, by what the cell says, or since nobody knows what else it could be."""
    said = people.reads(sheet)
    assert (said.rows, set(said.codes)) == ([], {"unread-column"})


@pytest.mark.parametrize(
    "sheet",
    [
        "序号,指标,期间,数值,责任单位\n1,在校生,2025,2100,扶沟县教育局\n",
        "指标,期间,数值,情况说明\n在校生,2025,2100,比上年多招一个班\n",
        "指标,期间,数值,完成进度\n在校生,2025,2100,83.1%\n",
        "指标,目标属性,期间,数值\n在校生,预期性,2025,2100\n",
        "指标,栏目,期间,数值\n在校生,民生,2025,2100\n贫困率,经济,2025,3.1\n",
        "indicator,county,period,value\nenrol,Total,2025,2100\n",
        "indicator,sex,period,value\nenrol,,2025,2100\n",
        "指标,地区,期间,数值\n在校生,全市,2025,2100\n",
        "No.,indicator,period,value,Comments,Responsible\n1,enrol,2025,2100,as of May,Nairobi County\n",
        "indicator,period,value,Remaining\nenrol,2025,2100,900\n",
        "Programme,indicator,period,value\nVocational,enrol,2025,2100\n",
        "指标,口径,期间,数值\n在校生,全口径,2024,2100\n在校生,全口径,2025,2200\n",
        ",指标,期间,数值\n一,在校生,2025,2100\n",
    ],
)
def test_a_column_that_numbers_or_comments_is_passed_over(sheet: str, people: Bureau):
    """Serial numbers, remarks, who answers, other figures, kinds of indicators, and rows of the whole."""
    said = people.reads(sheet)
    assert (said.codes, said.rows[0]["value"]) == ([], "2100"), said.told


@pytest.mark.parametrize(
    "name", ["在校生（女）", "在校生(城镇)", "在校生（川汇区）", "Enrolment (girls)", "在校生（公办）"]
)
def test_a_name_of_a_part_is_not_that_of_the_whole(name: str, people: Bureau):
    """What stands in brackets behind it is no unit; the whole is offered, and not taken."""
    said = people.reads(f"指标,期间,数值\n{name},2025,2100\n")
    assert (said.rows, said.codes, "did you mean enrol?" in said.told) == ([], ["unknown-indicator"], True)


@pytest.mark.parametrize(
    "name", ["在校生（人）", "在校生（万人）", "在校生（累计）", "在校生（全市）", "在校生（1）", "在校生①"]
)
def test_a_name_with_its_unit_is_that_of_the_whole(name: str, people: Bureau):
    """Or with words that say nothing of a part."""
    said = people.reads(f"指标,期间,数值\n{name},2025,2100\n")
    assert [row["indicator"] for row in said.rows] == ["enrol"], said.told


@pytest.mark.parametrize("part", ["数值（女）", "数值（川汇区）", "Value (female)"])
def test_a_heading_of_a_part_is_not_that_of_the_whole(part: str, people: Bureau):
    """Its column is told and not read, beside that of the whole."""
    said = people.reads(f"指标,期间,{part},数值\n在校生,2025,900,2100\n")
    assert (said.figures(), f"columns not read: {part}" in said.told) == ([("enrol", "2025", "2100")], True)


def test_metres_are_no_men(bureau: Bureau):
    """A length in m, by its heading or its name, and villages counted in 个村."""
    length = '[[indicator]]\nid = "road"\nname = "Road"\nmeasure = "stock"\nunit = "m"\nbetter = "higher"\n'
    bureau.declare(length + length.replace("road", "village").replace("Road", "通车村").replace('"m"', '"个"'))
    assert [r["value"] for r in bureau.reads("指标,期间,Value (m)\nRoad,2025,900\n").rows] == ["900"]
    assert [r["value"] for r in bureau.reads("指标,期间,数值\nRoad (m),2025,900\n").rows] == ["900"]
    assert [r["value"] for r in bureau.reads("指标,期间,数值（个）\n通车村,2025,900\n").rows] == ["900"]


def test_each_column_is_told_once(people: Bureau):
    """Four rows of two counties and two sexes make two questions."""
    rows = "".join(
        f"enrol,{county},{sex},2025-Q{quarter},2{quarter}00\n"
        for quarter, (county, sex) in enumerate([("Kisumu", "Female"), ("Kisumu", "Male"), ("Siaya", "Male")], 1)
    )
    assert people.reads(f"indicator,county,sex,period,value\n{rows}").codes == ["unread-column"] * 2


def test_a_part_beside_its_whole_is_told_with_its_column(people: Bureau):
    """Two values for one period, and why there are two."""
    said = people.reads("indicator,county,period,value\nenrol,Total,2025,4700\nenrol,Kisumu,2025,2100\n")
    assert said.codes == ["unread-column", "twice"]


def test_an_accepted_column_is_kept_with_the_figure(people: Bureau):
    """That it was overruled stands in the row."""
    said = people.reads("indicator,county,period,value\nenrol,Kisumu,2025,2100\n", "--accept", "unread-column")
    assert said.rows[0]["accepted"] == ["unread-column"]
