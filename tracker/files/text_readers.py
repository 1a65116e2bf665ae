"""How words are read: text, names in two languages, ids, choices, true and false; each says what to write instead."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from tracker.domain.words import Words
from tracker.files.shapes import Reader, Shape, table
from tracker.files.slips import quoted, refuse, suggestion, wrong_type

Choice = TypeVar("Choice", bound=StrEnum)
_ID = "[a-z0-9][a-z0-9._-]{0,63}"
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
_HAN = re.compile("[㐀-鿿]")
_SHOWN = 60
LONGEST_QUOTED = 10**20


def text(doc: str, *, lines: bool = False) -> Reader:
    """Text without control characters; of one line, or with `lines` of several (then it may be blank)."""

    def read(raw: object) -> str:
        clean = plain_text(raw, also="\n\t" if lines else "")
        if not clean and not lines:
            raise refuse("empty-text", "the text is empty", "write it, or leave the key out when it is not known")
        return clean

    return Reader("text", doc, "text", read)


def plain_text(raw: object, also: str = "") -> str:
    """A text without blanks around it; control characters are refused but for those named in `also`."""
    if not isinstance(raw, str):
        raise wrong_type("text", raw, _put_quotes(raw))
    if not raw.isprintable():  # false for wide blanks too, which are harmless
        _refuse_control_characters(raw, also)
    return raw.strip()


def _put_quotes(raw: object) -> str:
    """The advice to quote a value that TOML took for something else; huge integers cannot even be printed."""
    short = type(raw) in {Decimal, date} or (type(raw) is int and abs(raw) < LONGEST_QUOTED)
    return f'put it in quotes: "{raw}"' if short else ""


def _refuse_control_characters(raw: str, also: str) -> None:
    from unicodedata import category, name

    for place, sign in enumerate(raw, 1):
        if category(sign) in {"Cc", "Cf", "Zl", "Zp"} and sign not in also:
            what = f"U+{ord(sign):04X} {name(sign, '').lower()}".rstrip()
            complaint = f"the text holds a control character ({what}) at its character {place}"
            advice = (
                "write it in one line"
                if sign == "\n"
                else "delete it: it is invisible and often comes with copied text"
            )
            raise refuse("control-character", complaint, advice)


def words(doc: str) -> Reader:
    """A name: plain text, or a table with `zh`, `en` or both."""
    one = text("")
    both = Shape("a name", doc, may={"zh": text("The name in Chinese."), "en": text("The name in English.")})

    def read(raw: object) -> Words:
        if isinstance(raw, dict):
            names = both.read(raw)
            if not names:
                raise refuse("missing-key", "no name is given", 'write { zh = "…", en = "…" }, or plain text')
            return Words(**names)
        if not isinstance(raw, str):
            raise wrong_type("text or { zh, en }", raw, _put_quotes(raw))
        name = one.read(raw)
        return Words(zh=name) if _HAN.search(name) else Words(en=name)

    return Reader("words", doc, "text or { zh, en }", read, inner=(one, table(both)))


def choice(options: type[Choice], doc: str) -> Reader:
    """One of the words of an enumeration, as its member."""
    members = {member.value: member for member in options}

    def read(raw: object) -> Choice:
        if isinstance(raw, str) and raw in members:
            return members[raw]
        if not isinstance(raw, str):
            raise wrong_type("one word", raw, f"write one of: {', '.join(members)}")
        raise refuse("bad-choice", f"{quoted(raw)} is not one of: {', '.join(members)}", suggestion(raw, members))

    return Reader("choice", doc, "one word", read, choices=tuple(members))


def identifier(doc: str) -> Reader:
    """An id: small letters, digits, dots, hyphens and underscores; it may become the name of a file on any system."""
    pattern = re.compile(_ID)

    def read(raw: object) -> str:
        name = plain_text(raw)
        if not pattern.fullmatch(name):
            raise refuse("bad-id", f"{quoted(name)} is not an id", _id_advice(name))
        if name.partition(".")[0] in _DEVICES:
            raise refuse("bad-id", f"{quoted(name)} is the name of a device on Windows", "choose another word")
        return name

    return Reader("id", doc, "an id", read, pattern=f"^{_ID}$")


def _id_advice(name: str) -> str:
    """An id made of the same letters where that is possible."""
    made = re.sub("[^a-z0-9._-]+", "-", name.lower()[:_SHOWN]).strip("-._")
    rule = "an id has up to 64 small letters, digits, dots, hyphens and underscores, and begins with a letter or digit"
    return f"{rule}: {quoted(made)}" if made and name.isascii() else rule


def flag(doc: str) -> Reader:
    """True or false."""

    def read(raw: object) -> bool:
        if not isinstance(raw, bool):
            raise wrong_type("true or false", raw, "write true or false, without quotes")
        return raw

    return Reader("flag", doc, "true or false", read)
