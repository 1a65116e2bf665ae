"""A name in Chinese, in English, or in both."""

import pytest

from tracker.domain.words import Words


@pytest.mark.parametrize(
    ("words", "zh", "en"),
    [
        (Words("指标", "indicator"), "指标", "indicator"),
        (Words(zh="指标"), "指标", "指标"),
        (Words(en="indicator"), "indicator", "indicator"),
        (Words(), "", ""),
    ],
)
def test_a_name_falls_back_to_the_other_language(words: Words, zh: str, en: str):
    """A reader gets the name there is, rather than none."""
    assert (words.in_language("zh"), words.in_language("en")) == (zh, en)


def test_an_unknown_language_gets_english_first():
    """Chinese is shown to those who ask for it."""
    assert Words("指标", "indicator").in_language("fr") == "indicator"
