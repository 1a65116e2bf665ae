"""A text that stops being TOML, told with what was probably meant."""

from __future__ import annotations

import re

from tracker.files.guard import QUOTED, Refused
from tracker.files.hints import HINTS, Groups
from tracker.files.positions import repeated, where

REACH = 200  # how many characters of the line are looked at, on either side
_HERE = "\uffff"  # stands in the line at the place where tomllib stopped
_REPEATS = (
    "Cannot overwrite a value",
    "Cannot declare",
    "Duplicate inline table key",
    "Cannot mutate",
    "Cannot redefine",
)
_NEXT_STATEMENT = re.compile(rf"^ ?{_HERE}?\[{{0,2}}{_HERE}?[A-Za-z0-9_.\"-]{{1,80}} ?(?:=|\]{{1,2}}(?: |$))")


def advised(refused: Refused) -> Refused:
    """The same refusal, saying what was probably meant."""
    if refused.code != "toml-syntax":
        return refused
    text, offset = refused.text, min(refused.offset, len(refused.text.rstrip()))
    at_end = refused.offset >= len(text)
    return (
        _said_twice(text, refused)
        or (at_end and _unclosed_text(text))
        or _unclosed_bracket(text, offset, at_end=at_end)
        or _hinted(text, offset, refused.complaint)
        or Refused(text, offset, "toml-syntax", f"this is not TOML: {refused.complaint[:120]}")
    )


def _said_twice(text: str, refused: Refused) -> Refused | None:
    """A key or table declared a second time, with the line of the first."""
    if not refused.complaint.startswith(_REPEATS):
        return None
    again = repeated(text[: refused.offset])
    if not again:
        complaint = "this name already stands for something else"
        return Refused(text, refused.offset, "repeated-key", complaint, "write [[name]] for every one of many tables")
    complaint = f"this name is already given on line {where(text, again[1])[0]}"
    return Refused(
        text, again[0], "repeated-key", complaint, "keep one; tables that come several times are written [[name]]"
    )


def _unclosed_text(text: str) -> Refused | None:
    """The text whose closing quotes are missing at the end of the file."""
    for quoted in QUOTED.finditer(text):
        mark = re.match("\"{3}|'{3}|[\"']", quoted[0])
        if mark and not (len(quoted[0]) >= 2 * len(mark[0]) and quoted[0].endswith(mark[0])):
            return Refused(
                text, quoted.start(), "toml-syntax", "the text has no closing quote", f"end it with {mark[0]}"
            )
    return None


def _unclosed_bracket(text: str, offset: int, *, at_end: bool) -> Refused | None:
    """A list or table still open where the next statement begins, or where the file ends."""
    if not at_end and not _NEXT_STATEMENT.match(_line_around(text, offset)):
        return None
    bare = QUOTED.sub(
        lambda quoted: '"' * len(quoted[0]), text[: text.rfind("\n", 0, offset) + 1 if not at_end else offset]
    )
    still_open: list[int] = []
    for bracket in re.finditer(r"[\[\]{}]", bare):
        if bracket[0] in "[{":
            still_open.append(bracket.start())
        elif still_open:
            still_open.pop()
    if not still_open:
        return None
    sign, (line, _) = text[still_open[-1]], where(text, offset)
    complaint = "this bracket is not closed" + ("" if at_end else f" before line {line}")
    return Refused(
        text, still_open[-1], "toml-syntax", complaint, f"write {']' if sign == '[' else '}'} where it should end"
    )


def _line_around(text: str, offset: int) -> str:
    """The line of an offset, which is marked in it; blanks drawn together, and not longer than needed."""
    before = text[max(text.rfind("\n", 0, offset) + 1, offset - REACH) : offset]
    behind = text[offset : offset + REACH].partition("\n")[0]
    return re.sub("[ \t]+", " ", before) + _HERE + re.sub("[ \t]+", " ", behind)


def _hinted(text: str, offset: int, message: str) -> Refused | None:
    """The first hint that fits the line."""
    line = _line_around(text, offset)
    for hint in HINTS:
        found = message.startswith(hint.message) and re.search(hint.looks.replace("@", _HERE), line)
        if found:
            groups = hint.more({name: text.strip(" " + _HERE) for name, text in found.groupdict(default="").items()})
            # Filled in one by one: braces stand in these sentences for themselves.
            complaint, advice = (_filled(sentence, groups) for sentence in (hint.complaint, hint.help))
            place = text.rfind(hint.back_to, 0, offset) if hint.back_to else offset
            return Refused(text, place, "toml-syntax", complaint, advice)
    return None


def _filled(sentence: str, groups: Groups) -> str:
    return re.sub(r"\{([a-z]{1,9})\}", lambda slot: groups.get(slot[1], slot[0]), sentence)
