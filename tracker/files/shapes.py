"""What a table written by people may hold, as data: one loop fills it or gathers every slip."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

from tracker.files.slips import SLIPS_AT_MOST, Slip, Unreadable, quoted, refuse, suggestion, wrong_type


class Reader(NamedTuple):
    """How one value is read: `read` gives it or raises Unreadable; the rest says the same to people and to editors."""

    kind: str
    doc: str
    wanted: str
    read: Callable[[Any], Any]
    choices: tuple[str, ...] = ()
    pattern: str = ""
    least: Decimal | int | None = None
    most: Decimal | int | None = None
    inner: tuple[Reader, ...] = ()
    shape: Shape | None = None


class Check(NamedTuple):
    """What must hold between several keys of one table; asked only when none of these keys has a slip of its own."""

    keys: tuple[str, ...]
    slips: Callable[[Mapping[str, Any]], Iterable[Slip]]


class Shape:
    """The keys a table must and may have, each with its reader, and what must hold between them."""

    def __init__(
        self,
        name: str,
        doc: str,
        must: Mapping[str, Reader] = MappingProxyType({}),
        may: Mapping[str, Reader] = MappingProxyType({}),
        checks: tuple[Check, ...] = (),
    ) -> None:
        self.name, self.doc, self.must, self.may, self.checks = name, doc, must, may, checks
        self._reads = {key: reader.read for key, reader in self.readers.items()}

    @property
    def readers(self) -> dict[str, Reader]:
        """The readers of all keys, those that must be there first."""
        return {**self.must, **self.may}

    def read(self, raw: object) -> dict[str, Any]:
        """The values by key; Unreadable with every slip, and with the values that could be read."""
        if not isinstance(raw, dict):
            raise wrong_type("a table", raw, "write its name in one bracket, once" if isinstance(raw, list) else "")
        slips: list[Slip] = []
        values = self._fill(raw, slips)
        missing = [key for key in self.must if key not in raw]
        if self.checks:
            slips += self._disagreements(values, {slip.way[0] for slip in slips}.union(missing))
        slips += [self._missing(key) for key in missing]
        if slips:
            raise Unreadable(slips, values)
        return values

    def _fill(self, raw: dict[str, Any], slips: list[Slip]) -> dict[str, Any]:
        """The values that can be read, key by key; slips are added to the list."""
        values: dict[str, Any] = {}
        for key, value in raw.items():
            read = self._reads.get(key)
            if read is None:
                slips.append(self._unknown(key))
            else:
                try:
                    values[key] = read(value)
                except Unreadable as unreadable:
                    slips += unreadable.under(key)
                    if unreadable.rest is not None:
                        values[key] = unreadable.rest
            if len(slips) > SLIPS_AT_MOST:
                break
        return values

    def _unknown(self, key: str) -> Slip:
        complaint = f"unknown key {quoted(key)} in {self.name}"
        return Slip((key,), "unknown-key", complaint, suggestion(key, self.readers), at_key=True)

    def _missing(self, key: str) -> Slip:
        complaint = f"{self.name} needs the key {quoted(key)}"
        return Slip((), "missing-key", complaint, f"add {key} = …  # {self.must[key].doc}", at_key=True)

    def _disagreements(self, values: Mapping[str, Any], slipped: set[str | int]) -> list[Slip]:
        """What the checks say about keys that are there, or may be absent, and have no slip."""
        asked = (check for check in self.checks if slipped.isdisjoint(check.keys))
        return [slip for check in asked for slip in check.slips(values)]


def table(shape: Shape, doc: str = "") -> Reader:
    """One table, as [name] or { … }."""
    return Reader("table", doc or shape.doc, "a table", shape.read, shape=shape)


def rows_of(shape: Shape, doc: str = "") -> Reader:
    """Many tables of one shape, as [[name]] or [{ … }, { … }]; a tuple of values by key."""
    return list_of(table(shape), doc or shape.doc)


def list_of(item: Reader, doc: str, least: int = 0) -> Reader:
    """A list of values of one kind, as a tuple; with at least so many of them."""
    read = item.read

    def read_list(raw: object) -> tuple[Any, ...]:
        if not isinstance(raw, list):
            raise wrong_type("a list", raw, _list_advice(raw))
        if len(raw) < least:
            raise refuse("too-few", f"at least {least} wanted, not {len(raw)}")
        try:
            return tuple([read(value) for value in raw])  # the quick way, for a list without a slip
        except Unreadable:
            raise _slips_of(read, enumerate(raw)) from None

    return Reader("list", doc, "a list", read_list, least=least, inner=(item,))


def _list_advice(raw: object) -> str:
    """What to write instead of a single value where a list is wanted."""
    if isinstance(raw, dict):
        return "write its name in two brackets, [[…]], and once for each entry"
    return f"put it in brackets: [{quoted(raw)}]" if isinstance(raw, str) else "put it in brackets: […]"


def _slips_of(read: Callable[[Any], Any], items: Iterable[tuple[int, Any]]) -> Unreadable:
    """Every slip in a list, and its items as far as they could be read; None where one could not."""
    rest, slips = [], []
    for place, value in items:
        try:
            rest.append(read(value))
        except Unreadable as unreadable:
            rest.append(unreadable.rest)
            slips += unreadable.under(place)
        if len(slips) > SLIPS_AT_MOST:
            break
    return Unreadable(slips, rest)


def mapping(key: Reader, value: Reader, doc: str) -> Reader:
    """A table whose keys are free, such as years or names: a dict from keys read to values read."""

    def read_mapping(raw: object) -> dict[Any, Any]:
        if not isinstance(raw, dict):
            raise wrong_type("a table", raw)
        values: dict[Any, Any] = {}
        slips: list[Slip] = []
        for name, content in raw.items():
            try:
                read_key = key.read(name)
            except Unreadable as unreadable:
                slips += [slip._replace(way=(name,), at_key=True) for slip in unreadable.slips]
                continue
            try:
                values[read_key] = value.read(content)
            except Unreadable as unreadable:
                slips += unreadable.under(name)
            if len(slips) > SLIPS_AT_MOST:
                break
        if slips:
            raise Unreadable(slips, values)
        return values

    return Reader("mapping", doc, "a table", read_mapping, inner=(key, value))


def one_of(*readers: Reader, doc: str) -> Reader:
    """A value that may be written in several ways; the first reader that takes it gives it."""
    wanted = " or ".join(reader.wanted for reader in readers)

    def read_one(raw: object) -> Any:  # noqa: ANN401 (whatever the readers give)
        failures = []
        for reader in readers:
            try:
                return reader.read(raw)
            except Unreadable as unreadable:
                failures.append(unreadable)
        # A reader that took the type and refused the content knows more than one that refused the type.
        telling = [one for one in failures if any(slip.code != "wrong-type" or slip.way for slip in one.slips)]
        raise telling[0] if telling else wrong_type(wanted, raw, failures[0].slips[0].help)

    return Reader("one-of", doc, wanted, read_one, inner=readers)
