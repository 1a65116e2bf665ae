"""The sentences and their Chinese: none missing, none left over, and compiled as they stand."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from tracker.assessment.required import Step
from tracker.cli.commands import COMMANDS, with_commands
from tracker.cli.help_in_words import sentences
from tracker.domain.target import Aim, PathKind, Reading
from tracker.domain.units import DEFAULT
from tracker.render.catalogue import AIMS, CALLED_IN, CAVEATS, CODES, EFFORT
from tracker.render.shown_units import SHOWN_IN

pytest.importorskip("babel", reason="Babel, which reads the catalogues, is not installed")

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

TRACKER = Path(__file__).resolve().parents[2] / "tracker"
PO = TRACKER / "render" / "locale" / "zh" / "LC_MESSAGES" / "tracker.po"
FIELD = re.compile(r"\{(\w+)\}")


def catalogue() -> Catalog:
    """The Chinese catalogue."""
    with PO.open("rb") as file:
        return read_po(file, locale="zh")


def translated() -> dict[str, str]:
    """Every sentence with its Chinese."""
    return {str(m.id): str(m.string) for m in catalogue() if m.id}


def marked() -> list[str]:
    """Every sentence the code marks, in whatever room, in the order of the files; then the help of the commands."""
    found = extract_from_dir(TRACKER, keywords={"N_": None, "say": None}, strip_comment_tags=True)
    of_help = sentences(typer.main.get_command(with_commands(COMMANDS)))
    return list(dict.fromkeys([*(str(message) for _, _, message, _, _ in found), *of_help]))


def test_every_sentence_is_translated():
    """What is missing can be pasted at the end of the catalogue and filled in; then `make words`."""
    missing = [sentence for sentence in marked() if not translated().get(sentence)]
    assert not missing, "\n" + "\n".join(f'msgid "{sentence}"\nmsgstr ""\n' for sentence in missing)


def test_no_translation_is_left_over():
    """A sentence that is no longer said leaves the catalogue."""
    assert sorted(set(translated()) - set(marked())) == []


def test_no_translation_is_doubtful():
    """Nothing is marked fuzzy: such entries would be left out when the catalogue is compiled."""
    assert [str(m.id) for m in catalogue() if m.id and m.fuzzy] == []


def test_no_sentence_is_taken_for_a_format_of_percent_signs():
    """`pybabel compile` would refuse "80 % of": after "% " comes none of the letters d i o u x e f g c r s."""
    assert [str(m.id) for m in catalogue() if m.id and "python-format" in m.flags] == []


@pytest.mark.parametrize("sentence", sorted(translated()), ids=lambda text: text[:40])
def test_a_translation_has_the_same_facts(sentence: str):
    """Each fact once more, under its own name."""
    assert Counter(FIELD.findall(translated()[sentence])) == Counter(FIELD.findall(sentence))


def test_the_compiled_catalogue_is_up_to_date():
    """`make words` was run after the last change; its heading alone may name another version of Babel."""
    with PO.with_suffix(".mo").open("rb") as file:
        compiled = {str(m.id): str(m.string) for m in read_mo(file) if m.id}
    assert compiled == translated(), "run `make words`"


def spoken_codes() -> Iterator[str]:
    """Every code of a caveat that the code writes out."""
    for path in TRACKER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = ast.unparse(node.func)
                place = {"Caveat.of": 0, "Caveat": 0, "unknown": 1}.get(name)
                if place is not None and len(node.args) > place and isinstance(node.args[place], ast.Constant):
                    yield str(node.args[place].value)


def test_every_code_of_a_caveat_has_a_sentence():
    """Wherever it is raised."""
    assert sorted(set(spoken_codes()) - set(CAVEATS)) == []


def test_every_reason_of_a_published_rule_has_a_sentence():
    """They are written with an underscore there and told with a dash."""
    rules = "".join(path.read_text("utf-8") for path in (TRACKER / "assessment" / "rules").glob("*.py"))
    reasons = set(re.findall(r'reason="(\w+)"|return "(\w+_\w+)"', rules))
    codes = {(a or b).replace("_", "-") for a, b in reasons if "_" in (a or b)}
    assert {"few-figures", "no-band"} <= codes
    assert sorted(code for code in codes if code not in CAVEATS and code not in OTHER_WORDS) == []


OTHER_WORDS = {"target-achieved"}
"""What such a rule returns besides reasons."""


@pytest.mark.parametrize("code", [*PathKind, *Reading, *Step], ids=str)
def test_every_code_that_is_shown_has_a_word(code: str):
    """The ways of a path, the readings, the steps."""
    assert code in CODES or code == Reading.UNSETTLED


def test_every_aim_and_every_step_has_its_sentence():
    """Nothing can be promised or asked for that cannot be said."""
    assert set(AIMS) == set(Aim)
    assert set(EFFORT) == set(Step)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_units_are_shown_in_others_of_their_kind(lang: str):
    """Both names are units, one kind each, and named units exist."""
    for written, shown in SHOWN_IN[lang].items():
        assert DEFAULT.find(written).kind == DEFAULT.find(shown).kind
    for written in CALLED_IN[lang]:
        assert DEFAULT.find(written)
