"""A name in Chinese, in English, or in both."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """What people call a thing; at least one of the two languages is given."""

    zh: str | None = None
    en: str | None = None

    def in_language(self, lang: str) -> str:
        """The name in the language asked for, or in the other one where it has none."""
        wanted, other = (self.zh, self.en) if lang == "zh" else (self.en, self.zh)
        return wanted or other or ""
