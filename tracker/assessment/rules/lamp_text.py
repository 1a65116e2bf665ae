"""The text form of lamp rules: `yellow = "-30 <= x < 0"`, read by a grammar of two shapes."""

import re
from collections.abc import Mapping
from decimal import Decimal

from tracker.assessment.rules.lamp_measures import MEASURES
from tracker.assessment.rules.lamp_memory import MEMORIES
from tracker.assessment.rules.lamps import COLOUR_VERDICTS, COLOURS, VERDICTS, Band, Lamp

LONGEST = 80  # characters of a band
FORMS = "write `>= 0`, `x < -30` or `-30 <= x < 0`"
NUMBER = r"([+-]?[0-9]{1,12}(?:\.[0-9]{1,12})?)\s*(%|pp)?"
SIDE = r"(<=|>=|<|>|=)"
ONE = re.compile(rf"(?:x\s*)?{SIDE}\s*{NUMBER}", re.ASCII)
TWO = re.compile(rf"{NUMBER}\s*{SIDE}\s*x\s*{SIDE}\s*{NUMBER}", re.ASCII)
TYPED = str.maketrans({"≤": "<=", "≥": ">=", "＜": "<", "＞": ">", "−": "-", "–": "-", "％": "%", "X": "x"})
MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "="}
SETTINGS = ("measure", "unjudgeable", "memory", "verdicts", "note")


def parse_lamp(name: str, table: Mapping[str, object]) -> Lamp:
    """One `[lamp.NAME]` table as a lamp; ValueError says what is wrong, holes and overlaps all at once."""
    measure = one_of("measure", table.get("measure"), MEASURES)
    unjudgeable = one_of("unjudgeable", table.get("unjudgeable", "grey"), COLOURS)
    verdicts = colour_verdicts(table.get("verdicts", {}))
    unknown = [key for key in table if key not in COLOURS and key not in SETTINGS]
    if unknown:
        raise ValueError(f"`{unknown[0]}` is neither a colour ({', '.join(COLOURS)}) nor one of {', '.join(SETTINGS)}")
    bands = tuple(
        parse_band(colour, text, verdict_of(colour, verdicts), measure)
        for colour in COLOURS
        for text in texts(colour, table.get(colour, []))
    )
    memory = tuple(one_of("memory", word, MEMORIES) for word in texts("memory", table.get("memory", [])))
    shown_unknown = verdict_of(unjudgeable, verdicts)
    lamp = Lamp(name, measure, bands, unjudgeable, shown_unknown, memory, str(table.get("note", "")))
    if complaints := lamp.check():
        raise ValueError(f"lamp {name}: {'; '.join(complaints)}")
    return lamp


def parse_band(colour: str, text: str, verdict: str, measure: str) -> Band:
    """One band text as a band of that colour; a percentage is a share for `ratio`, `pp` is allowed for `gap-pp`."""
    plain = text.translate(TYPED).strip()
    if len(plain) > LONGEST:
        raise ValueError(f"{colour}: a band has at most {LONGEST} characters; {FORMS}")
    if single := ONE.fullmatch(plain):
        side, number, mark = single.groups()
        return bounded(colour, verdict, [(side, figure(number, mark, measure))])
    if double := TWO.fullmatch(plain):
        left, left_mark, left_side, right_side, right, right_mark = double.groups()
        if left_side[0] != right_side[0] or left_side == "=":
            raise ValueError(f"{colour}: both signs of `{text}` must point the same way; {FORMS}")
        marks = [
            (MIRRORED[left_side], figure(left, left_mark, measure)),
            (right_side, figure(right, right_mark, measure)),
        ]
        return bounded(colour, verdict, marks)
    raise ValueError(f"{colour}: `{text}` is not a band; {FORMS}")


def bounded(colour: str, verdict: str, marks: list[tuple[str, Decimal]]) -> Band:
    """The band of all x for which every `x side number` holds."""
    low = next(((number, "=" in side) for side, number in marks if side in {">", ">=", "="}), (None, False))
    high = next(((number, "=" in side) for side, number in marks if side in {"<", "<=", "="}), (None, False))
    return Band(colour, verdict, *low, *high)


def figure(number: str, mark: str | None, measure: str) -> Decimal:
    """A printed number in the unit of the measure: `80%` of a ratio is 0.80."""
    if mark == "%" and measure == "ratio":
        return Decimal(number) / 100
    if mark == "%" or (mark == "pp" and measure != "gap-pp"):
        raise ValueError(f"`{number}{mark}`: write a plain number for the measure {measure}")
    return Decimal(number)


def texts(key: str, value: object) -> list[str]:
    """A text or a list of texts as a list."""
    listed = [value] if isinstance(value, str) else value
    if isinstance(listed, list) and all(isinstance(item, str) for item in listed):
        return [item for item in listed if isinstance(item, str)]
    raise ValueError(f"`{key}` must be a text or a list of texts")


def one_of(key: str, value: object, allowed: tuple[str, ...]) -> str:
    """The value, when it is one of the allowed words."""
    if isinstance(value, str) and value in allowed:
        return value
    raise ValueError(f"`{key}` must be one of {', '.join(allowed)}")


def colour_verdicts(value: object) -> dict[str, str]:
    """The lamp's own meaning of its colours: `verdicts = { blue = "at_risk" }`."""
    if isinstance(value, Mapping):
        return {
            one_of("verdicts", colour, COLOURS): one_of(f"verdicts.{colour}", verdict, VERDICTS)
            for colour, verdict in value.items()
        }
    raise ValueError('`verdicts` must be a table such as { blue = "at_risk" }')


def verdict_of(colour: str, verdicts: Mapping[str, str]) -> str:
    """What a colour means: the lamp's own word, or the common one."""
    if verdict := verdicts.get(colour, COLOUR_VERDICTS.get(colour)):
        return verdict
    # blue is "ahead" in one office and "cold" in another
    raise ValueError(f'{colour} has no common meaning; say it: verdicts = {{ {colour} = "on_track" }}')
