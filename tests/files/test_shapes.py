"""Tables, lists and free keys are read whole, or every slip in them is told with its way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from tracker.files.shapes import Check, Reader, Shape, list_of, mapping, one_of, rows_of, table
from tracker.files.slips import SLIPS_AT_MOST, Slip, Unreadable
from tracker.files.text_readers import flag, identifier, text
from tracker.files.value_readers import number, period, whole


def _rising(values: Mapping[str, Any]) -> Iterable[Slip]:
    """Each stage asks for more than the one before."""
    found = [stage["value"] for stage in values["stages"]]
    for place, (before, after) in enumerate(pairwise(found), 1):
        if after < before:
            yield Slip(
                ("stages", place, "value"), "stage-order", f"{after} is below {before}", "put the stages in order"
            )


STAGE = Shape("a stage", "One step.", must={"by": period("Its end."), "value": number("How much.")})
TARGET = Shape(
    "a target",
    "A promise.",
    must={"id": identifier("Its id."), "stages": list_of(table(STAGE), "Its steps.", least=1)},
    may={"tags": list_of(text("One tag."), "Labels."), "first": table(STAGE), "firm": flag("Whether it is firm.")},
    checks=(Check(("stages",), _rising),),
)


def _slips(reader: Reader | Shape, raw: object) -> list[tuple[Any, ...]]:
    """Every slip: its way, code, complaint and help."""
    with pytest.raises(Unreadable) as caught:
        reader.read(raw)
    return [(slip.way, slip.code, slip.complaint, slip.help) for slip in caught.value.slips]


def _stage(value: int, by: str = "2025") -> dict[str, object]:
    return {"by": by, "value": value}


def test_a_sound_table_gives_its_values_by_key():
    """Only the keys that are there; nothing is filled in."""
    read = TARGET.read({"id": "a", "stages": [_stage(1)], "firm": True})
    assert {**read, "stages": [stage["value"] for stage in read["stages"]]} == {
        "id": "a",
        "stages": [Decimal(1)],
        "firm": True,
    }


def test_every_slip_of_a_table_is_told():
    """An unknown key, a missing one, a wrong type, and two slips deeper down."""
    raw = {"idd": "a", "stages": [_stage(1), {"by": "soon", "val": 2}], "tags": "x"}
    assert [(slip[0], slip[1]) for slip in _slips(TARGET, raw)] == [
        (("idd",), "unknown-key"),
        (("stages", 1, "by"), "bad-period"),
        (("stages", 1, "val"), "unknown-key"),
        (("stages", 1), "missing-key"),
        (("tags",), "wrong-type"),
        ((), "missing-key"),
    ]


def test_an_unknown_key_close_to_a_known_one_is_put_right():
    """The word that was probably meant."""
    slip = (("stage",), "unknown-key", 'unknown key "stage" in a target', 'did you mean "stages"?')
    assert _slips(TARGET, {"id": "a", "stages": [_stage(1)], "stage": 1}) == [slip]


def test_an_unknown_key_close_to_nothing_lists_all():
    """What may stand there at all."""
    slip = (("zzz",), "unknown-key", 'unknown key "zzz" in a stage', "write one of: by, value")
    assert _slips(STAGE, {**_stage(1), "zzz": 1}) == [slip]


def test_a_missing_key_is_told_with_its_meaning():
    """The help is the line of documentation of the key."""
    slip = ((), "missing-key", 'a stage needs the key "value"', "add value = …  # How much.")
    assert _slips(STAGE, {"by": "2025"}) == [slip]


def test_the_nearest_key_is_named_in_the_complaint():
    """In a list too; a slip further down is named by its own key only."""
    assert [slip[2] for slip in _slips(TARGET, {"id": "a", "stages": [_stage(1)], "tags": ["x", 3], "firm": 1})] == [
        "tags: text is wanted, not a number",
        "firm: true or false is wanted, not a number",
    ]


def test_a_check_points_into_the_table():
    """What does not hold between values has a way of its own."""
    raw = {"id": "a", "stages": [_stage(2, "2024"), _stage(1)]}
    assert _slips(TARGET, raw) == [(("stages", 1, "value"), "stage-order", "1 is below 2", "put the stages in order")]


@pytest.mark.parametrize("stages", [{}, {"stages": [{"by": "2025"}]}, {"stages": 3}])
def test_a_check_is_not_asked_about_keys_with_slips(stages: dict[str, object]):
    """A missing or misread key has one fault, not a second one that follows from it."""
    assert "stage-order" not in {slip[1] for slip in _slips(TARGET, {"id": "a", **stages})}


def test_a_check_is_asked_although_another_key_has_a_slip():
    """One mistake does not hide another."""
    raw = {"id": "A", "stages": [_stage(2), _stage(1)]}
    assert [slip[1] for slip in _slips(TARGET, raw)] == ["bad-id", "stage-order"]


def test_what_could_be_read_is_kept_with_the_slips():
    """So that the id of a faulty indicator is still known."""
    with pytest.raises(Unreadable) as caught:
        rows_of(TARGET).read([{"id": "a"}, {"id": "b", "tags": ["x", 1]}])
    assert caught.value.rest == [{"id": "a"}, {"id": "b", "tags": ["x", None]}]


@pytest.mark.parametrize(
    ("reader", "raw", "slip"),
    [
        (table(STAGE), 3, ("wrong-type", "a table is wanted, not a number", "")),
        (table(STAGE), [{}], ("wrong-type", "a table is wanted, not a list", "write its name in one bracket, once")),
        (
            rows_of(STAGE),
            {},
            (
                "wrong-type",
                "a list is wanted, not a table",
                "write its name in two brackets, [[…]], and once for each entry",
            ),
        ),
        (TARGET.may["tags"], "x", ("wrong-type", 'a list is wanted, not the text "x"', 'put it in brackets: ["x"]')),
        (TARGET.may["tags"], 3, ("wrong-type", "a list is wanted, not a number", "put it in brackets: […]")),
        (TARGET.must["stages"], [], ("too-few", "at least 1 wanted, not 0", "")),
        (mapping(whole(""), number(""), ""), [], ("wrong-type", "a table is wanted, not a list", "")),
    ],
)
def test_the_wrong_kind_of_bracket_is_told(reader: Reader, raw: object, slip: tuple[str, str, str]):
    """Tables, lists and lists of tables are easily mistaken for each other."""
    assert _slips(reader, raw) == [((), *slip)]


def test_free_keys_are_read_like_values():
    """Years become periods; the order stays."""
    plan = mapping(period(""), number(""), "By year.").read({"2024": 1, "2025": 2})
    assert {str(year): value for year, value in plan.items()} == {"2024": Decimal(1), "2025": Decimal(2)}


def test_slips_in_free_keys_and_in_their_values_are_told():
    """The key itself is pointed at where it is wrong."""
    with pytest.raises(Unreadable) as caught:
        mapping(identifier(""), number(""), "").read({"ok": "x", "No": 1, "fine": 2})
    assert [(slip.way, slip.code, slip.at_key) for slip in caught.value.slips] == [
        (("ok",), "wrong-type", False),
        (("No",), "bad-id", True),
    ]
    assert caught.value.rest == {"fine": Decimal(2)}


EITHER = one_of(number(""), list_of(number(""), ""), doc="One or several.")


def test_the_first_reader_that_takes_a_value_gives_it():
    """A number or a list of numbers."""
    assert (EITHER.read(1), EITHER.read([1, 2])) == (Decimal(1), (Decimal(1), Decimal(2)))


def test_the_reader_that_came_furthest_complains():
    """A list with one bad item is told at the item, not as no number."""
    assert _slips(EITHER, [1, "x"])[0][:3] == ((1,), "wrong-type", 'a number is wanted, not the text "x"')


def test_a_value_no_reader_knows_is_told_what_all_want():
    """Both ways of writing it are named."""
    assert _slips(EITHER, True)[0][2] == "a number or a list is wanted, not true or false"  # noqa: FBT003


def test_slips_without_end_are_cut_off():
    """A file of another program is not told line by line."""
    with pytest.raises(Unreadable) as caught:
        STAGE.read({f"key{place}": 1 for place in range(10_000)})
    assert SLIPS_AT_MOST < len(caught.value.slips) < SLIPS_AT_MOST + 5


def test_a_key_too_long_to_show_is_cut():
    """The complaint stays a line."""
    assert _slips(STAGE, {**_stage(1), "k" * 1000: 1})[0][2] == f'unknown key "{"k" * 60}…" in a stage'
