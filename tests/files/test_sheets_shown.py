"""A number of a spreadsheet as its format shows it."""

from __future__ import annotations

import pytest

from tracker.files.sheets_shown import shown


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (60.5649, "0.00", ("60.56", False)),
        (0.605649, "0.00%", ("60.56", True)),
        (2.0, "0.00", ("2.00", False)),
        (1e30, "0.00", ("1" + "0" * 30 + ".00", False)),
        (1e300, "0%", ("1" + "0" * 302, True)),
    ],
)
def test_a_number_is_read_as_it_is_shown(value: float, form: str, text: tuple[str, bool]):
    """With the decimals of its format, however large it is."""
    assert shown(value, form) == text
