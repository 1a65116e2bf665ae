"""Money: every currency is a kind of its own, on every scale, before and behind."""

from decimal import Decimal

import pytest

from tracker.domain.currencies import Currency, currencies, currency
from tracker.domain.units import DEFAULT, convert


@pytest.mark.parametrize(
    ("text", "code", "size"),
    [
        ("元", "CNY", 1),
        ("¥", "CNY", 1),
        ("人民币亿元", "CNY", 10**8),
        ("亿元(人民币)", "CNY", 10**8),
        ("k CNY", "CNY", 10**3),
        ("亿美元", "USD", 10**8),
        ("万美元", "USD", 10**4),
        ("千万美元", "USD", 10**7),
        ("千亿美元", "USD", 10**11),
        ("万亿美元", "USD", 10**12),
        ("bn USD", "USD", 10**9),
        ("USD bn", "USD", 10**9),
        ("usd bn", "USD", 10**9),
        ("US$ million", "USD", 10**6),
        ("US$m", "USD", 10**6),
        ("million (US dollars)", "USD", 10**6),
        ("USD, thousands", "USD", 10**3),
        ("bn 美元", "USD", 10**9),
        ("亿欧元", "EUR", 10**8),
        ("€bn", "EUR", 10**9),
        ("EURm", "EUR", 10**6),
        ("m GBP", "GBP", 10**6),
        ("百亿日元", "JPY", 10**10),
        ("亿卢布", "RUB", 10**8),
        ("亿港元", "HKD", 10**8),
        ("million RWF", "RWF", 10**6),
        ("Frw bn", "RWF", 10**9),
        ("bn Rwandan francs", "RWF", 10**9),
        ("亿卢旺达法郎", "RWF", 10**8),
        ("million Swiss francs", "CHF", 10**6),
        ("bn XOF", "XOF", 10**9),
        ("₹ lakh", "INR", 10**5),
        ("INR crore", "INR", 10**7),
        ("lakh crore INR", "INR", 10**12),
        ("crore (NPR)", "NPR", 10**7),
        ("KSh million", "KES", 10**6),
        ("tn VND", "VND", 10**12),
        ("R$ bn", "BRL", 10**9),
    ],
)
def test_money_is_read_on_every_scale(text: str, code: str, size: int):
    """The scale may stand before or behind, in words or in letters."""
    unit = DEFAULT.find(text)
    assert (unit.kind, unit.factor) == (f"money-{code}", size)


@pytest.mark.parametrize("one", currencies(), ids=lambda one: one.code)
def test_every_currency_is_a_kind_of_its_own(one: Currency):
    """By its code, by both its names, and never another's."""
    kinds = {DEFAULT.find(name).kind for name in (one.code, one.zh, one.en, f"bn {one.code}", f"亿{one.zh}")}
    assert kinds == {f"money-{one.code}"}


def test_the_list_is_the_standards():
    """160 codes in use or lately in use, with three capitals each but for rupees of no country."""
    codes = [one.code for one in currencies()]
    assert len(codes) == len(set(codes))
    assert {"CNY", "USD", "EUR", "RWF", "CHF", "XOF", "XAF", "INR", "ZWG", "XCG", "SLE", "VED"} <= set(codes)
    assert [code for code in codes if len(code) != 3 or not code.isupper()] == ["Rs"]


@pytest.mark.parametrize("code", ["RWF", "CHF", "XOF", "USD", "JPY", "Rs"])
def test_no_money_converts_to_another(code: str):
    """A franc is never a yuan, nor a franc of another country; rates of exchange are not known here."""
    for other in {"CNY", "CHF", "INR", "USD"} - {code}:
        with pytest.raises(ValueError, match="cannot be given in"):
            convert(Decimal(1), DEFAULT.find(f"m {code}"), DEFAULT.find(f"m {other}"))


@pytest.mark.parametrize(
    "word", ["all", "top", "cup", "try", "pen", "mad", "gold", "mark", "sum", "km", "KM", "m", "h"]
)
def test_words_that_look_like_codes_are_not_money(word: str):
    """A code alone is written in capitals."""
    assert currency(word) is None


def test_rupees_of_no_country_are_nobodys():
    """Rs is written in Nepal, Pakistan and Sri Lanka too: it converts on its own scale, and is not India's."""
    lakh, crore = DEFAULT.find("Rs lakh"), DEFAULT.find("Rs. crore")
    assert convert(Decimal(3), crore, lakh) == 3 * 100
    with pytest.raises(ValueError, match="cannot be given in"):
        convert(Decimal(1), crore, DEFAULT.find("INR crore"))
