"""Whether a name means the same indicator under another row: 制造业 under 固定资产投资 is not that of industry."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tracker.domain.indicator import Indicator
from tracker.reporting.names import Names, key
from tracker.reporting.outline import Entry

_WHOLE_NAME = re.compile(
    "(?:值|额|量|率|比|比重|收入|支出|投资|消费|余额|存款|贷款|数|指数|增速|增长|面积|能耗|强度|税收|价格|利润|出口|进口|规模|密度|"
    "寿命|天数|销售|工资|成本|浓度)(?:[(].{0,20}[)])?$|"
    "output|value|rate|share|index|income|revenue|investment|number|total|area|production|consumption|export|import|"
    "price|sales|emission|growth|added|loans|deposits|expenditure|spending|population|enrolment|employment"
)
_HAN = re.compile("[㐀-鿿]+")
_LATIN = re.compile("[a-z]{4,}")


class Meant(NamedTuple):
    """What a row speaks of: a name or an id, and the row above where it is doubtful whether that is meant."""

    name: str
    under: Entry | None = None


@dataclass(frozen=True, slots=True)
class Kinship:
    """The names of the indicators, and the ids that say which one is a part of which."""

    names: Names
    known: Mapping[str, Indicator]

    def meant(self, name: str, entry: Entry, parents: Sequence[Entry]) -> Meant:
        """What a name means under the rows above it; a name that means the same everywhere is left as it is."""
        bare = self.names.bare(name)
        if not parents or key(name) in self.known:
            return Meant(name)
        if joined := self.by_both(bare, parents):
            return Meant(joined)
        ids, _ = self.names.find(name)
        upper = self.names.find(parents[-1].text)[0]
        if len(ids) > 1 and len(own := [one for one in ids if one.rpartition(".")[0] in upper]) == 1:
            return Meant(own[0])
        if len(ids) != 1 or any(self.names.bare(one.text) in bare for one in parents):
            return Meant(name)
        section = not parents[-1].figured and not upper
        owned = self.owned(ids[0], parents, section=section)
        if owned is not None:
            return Meant(name, None if owned else parents[-1])
        loose = not entry.part and (section or entry.indent <= parents[-1].indent)
        alike = words(bare) & words(self.names.bare(parents[-1].text))
        return Meant(name, None if loose or alike or _WHOLE_NAME.search(bare) else parents[-1])

    def by_both(self, bare: str, parents: Sequence[Entry]) -> str | None:
        """The indicator that is called by the name of a row and that of a row above: 固定资产投资/制造业."""
        for upper in (self.names.bare(one.text) for one in reversed(parents)):
            for name in (
                f"{upper}/{bare}",
                f"{upper}:{bare}",
                f"{upper}其中:{bare}",
                f"{upper}其中{bare}",
                upper + bare,
            ):
                if len(found := self.names.by_name.get(name, ())) == 1:
                    return found[0]
        return None

    def owned(self, meant_id: str, parents: Sequence[Entry], *, section: bool) -> bool | None:
        """Whether the indicator that an id is a part of stands above a row; None where the id is a part of none.

        The heading of a section need only share a word with the name of that indicator.
        """
        words_of_id = meant_id.split(".")
        prefixes = (".".join(words_of_id[:end]) for end in range(1, len(words_of_id)))
        owners = [one for one in prefixes if one in self.known]
        if not owners:
            return None
        above = {one for entry in parents for one in self.names.find(entry.text)[0]}
        called = (name for one in owners for name in (self.known[one].name.zh, self.known[one].name.en))
        named = {word for name in called for word in words(name)}
        return not above.isdisjoint(owners) or (section and bool(words(parents[-1].text) & named))


def words(name: str | None) -> set[str]:
    """What a name may share with another: two Chinese letters side by side, and longer English words."""
    text = key(name or "")
    pairs = {run[at : at + 2] for run in _HAN.findall(text) for at in range(len(run) - 1)}
    return pairs | set(_LATIN.findall((name or "").casefold()))
