"""What was probably meant where a text stops being TOML: the mistakes people make, known by how the line looks."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

Groups = dict[str, str]
_WIDE_MARKS = {"、": ",", "。": ".", "【": "[", "】": "]"}
_NARROW = str.maketrans({**{chr(sign): chr(sign - 0xFEE0) for sign in range(0xFF01, 0xFF5F)}, **_WIDE_MARKS})
_AIMS = {">": "at-least", "≥": "at-least", "<": "at-most", "≤": "at-most", "约": "about", "~": "about", "≈": "about"}


class Hint(NamedTuple):
    """A mistake: how the line looks around `@`, the place where reading stopped, what is wrong, what to write."""

    looks: str
    complaint: str
    help: str
    message: str = ""  # what tomllib's own message must begin with
    back_to: str = ""  # the sign before it that is the mistake
    more: Callable[[Groups], Groups] = dict  # words for the help that are computed from the ones found


def _narrow(found: Groups) -> Groups:
    return {**found, "narrow": found["wide"].translate(_NARROW)}


def _aim(found: Groups) -> Groups:
    return {**found, "aim": _AIMS[found["sign"]]}


def _name(found: Groups) -> Groups:
    return {**found, "code": f"U+{ord(found['sign']):04X}"}


def _joined(found: Groups) -> Groups:
    return {**found, "digits": re.sub("[,，]", "", found["head"] + found["tail"])}


_NUMBER = r"[=\[,] ?(?P<number>[+-]?[0-9][0-9_.]{0,40})"
HINTS: tuple[Hint, ...] = (
    Hint(r"@(?P<sign>[“”‘’「」『』„«»＂＇])", "{sign} does not quote text", 'type straight quotes: "…"'),
    Hint(
        r"@(?P<sign>[\x00-\x08\x0b-\x1f\x7f\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff])",
        "there is an invisible character, {code}",
        "delete it, or save the file as UTF-8 when there are many",
        more=_name,
    ),
    Hint(
        _NUMBER + " ?@ ?(?P<wide>[%％‰])",
        "a number has no {wide} in it",
        'write {number} and unit = "{narrow}"',
        more=_narrow,
    ),
    Hint(
        "@(?P<wide>[\uff01-\uff5e、。【】]{1,40})", "{wide} is full-width", "type it half-width: {narrow}", more=_narrow
    ),
    Hint("@(?P<sign>\u3000)", "there is a full-width blank", "type a plain one"),
    Hint(
        r"= ?[0-9]{4}@?[-./][0-9]{1,2}@?[-./][0-9]{1,2} *(?:[,}\]#]|$)",
        "this is not a day as TOML writes it",
        "write four digits, two and two: 2022-10-09",
    ),
    Hint(
        r"= ?(?P<words>[0-9]{4})@(?P<rest>[-/.年QHMSqhms][^,\]}#\n]{0,40})",
        "this is not a number",
        'put a period in quotes: "{words}{rest}"',
    ),
    Hint(
        r"= ?(?P<words>[0-9]{4}-[0-9]{2}-[0-9]{2})@(?P<rest>[/.][^,\]}#\n]{0,40})",
        "this is not a day",
        'put a period in quotes: "{words}{rest}"',
    ),
    Hint(
        "= ?(?P<head>[0-9]{1,3})@?(?P<tail>(?:[,，][0-9]{3}){1,9}) ?@?[,}]?",
        "a number has no commas in it",
        "write {digits}",
        more=_joined,
    ),
    Hint("= ?[+-]?0@0{0,40}(?P<rest>[0-9]{1,40})", "a number does not begin with 0", "write {rest}"),
    Hint(r"@(?P<rest>\.[0-9]{1,40})", "a number does not begin with a point", "write 0{rest}"),
    Hint("(?P<rest>[0-9]{1,40})@[.](?![0-9])", "a number does not end with a point", "write {rest}"),
    Hint(
        r"@(?P<sign>[≥≤<>~≈约])[=＝]? ?(?P<number>[0-9.]{1,40})",
        "a number has no {sign} before it",
        'write value = {number} and aim = "{aim}"',
        more=_aim,
    ),
    Hint(
        _NUMBER + r" ?@ ?(?P<unit>[^\W\d_][^,\]}#=\n]{0,40}+)(?!=)",
        "a number has no unit behind it",
        'write {number} and unit = "{unit}"',
    ),
    Hint(r"= ?@ ?(?:#.*|[,}\]]|$)", "there is no value behind the =", "write one, or leave the key out"),
    Hint("@(?P<word>True|TRUE|yes|Yes|YES)(?![a-zA-Z])", "{word} is not a value", "write true"),
    Hint("@(?P<word>False|FALSE|no|No|NO)(?![a-zA-Z])", "{word} is not a value", "write false"),
    Hint(
        "= ?@(?P<word>None|none|null|nil|NULL|N/A|n/a|-|—|…)",
        "{word} is not a value",
        "leave the key out: what is not known is not written",
    ),
    Hint(
        r"(?:^|[,{]) ?(?P<head>[A-Za-z0-9_-]{0,40})@(?P<rest>(?![\x00-\x7f])[^=\]}\"'\n]{1,40}?) ?=",
        "a key that is not plain letters, digits, - and _ needs quotes",
        'put the key in quotes: "{head}{rest}"',
    ),
    Hint(
        r"^\[{1,2} ?(?P<head>[\w.-]{0,40})@(?P<rest>(?![\x00-\x7f])[^\]\n]{1,40}?) ?\]",
        "a name outside a-z needs quotes",
        'put the name in quotes: "{head}{rest}"',
    ),
    Hint(r"[=\[,] ?@(?P<words>[^\W\d_][^,\]}#\"'“”\n]{0,60})", "text needs quotes", 'put it in quotes: "{words}"'),
    Hint("^ ?@(?://|--|;|%|/[*])", "a comment begins with #", "write # before it"),
    Hint("@ ?:", "a key and its value are joined by =", "write = instead of :"),
    Hint(
        r"^ ?(?P<key>[A-Za-z0-9_-]{1,40}) @(?P<rest>[^=\n]{1,40}?) ?=",
        "a key with a blank in it needs quotes",
        'put the key in quotes: "{key} {rest}"',
    ),
    Hint("@", "there is no = behind the key", "write key = value", message="Expected '=' after a key"),
    Hint(
        "@",
        "a backslash begins a special character",
        r"write \\, or put the text in single quotes: 'C:\folder'",
        message=r"Unescaped '\' in a string",
        back_to="\\",
    ),
    Hint(
        "@",
        "a backslash begins a special character",
        r"write \\, or put the text in single quotes: 'C:\folder'",
        message="Invalid hex value",
        back_to="\\",
    ),
    Hint(
        "[“”‘’].{0,200}@$",
        "the text has no closing quote",
        'the curly quotes “ ” do not close it: type "',
        message="Illegal character '\\n'",
    ),
    Hint("@$", "the text has no closing quote", 'end it with ", on the same line', message="Illegal character '\\n'"),
    Hint(
        "@$",
        "the text has no closing quote",
        "end it with ', on the same line",
        message="Found invalid character '\\n'",
    ),
    Hint("@", "the header has no closing bracket", "write [name], or [[name]] for one of many", message="Expected ']"),
    Hint(", ?@ ?}", "a comma stands before the closing }", "take it out"),
    Hint("[{,] ?@$", "a table in { } must stand on one line", "join the lines, or write it as a table of its own"),
    Hint(
        "@ ?$",
        "a table in { } must stand on one line",
        "join the lines, or close it with }",
        message="Unclosed inline table",
    ),
    Hint("@", "the day or time does not exist", "write a day as 2022-10-09", message="Invalid date or datetime"),
    Hint("@", "something stands behind the value", "begin a new line for each key", message="Expected newline"),
    Hint(
        "@",
        "the list goes on without a comma, or is not closed",
        "write , between its items and ] behind the last",
        message="Unclosed array",
    ),
    Hint("@ ?=", "there is no key before the =", "write key = value", message="Invalid statement"),
    Hint("@", "a name is missing", "write letters, digits, - and _, or any text in quotes", message="Invalid initial"),
)
