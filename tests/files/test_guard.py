"""Bytes become text and text becomes values, or a refusal names the character; nothing is slow and nothing leaks."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.files.guard import LARGEST_FILE, Illegible, Refused, decode, exact_number, parse


def _refusal(data: bytes) -> Refused:
    """What the guard says about bytes that must be refused."""
    with pytest.raises(Refused) as caught:
        parse(decode(data))
    return caught.value


def test_plain_utf8_is_read_with_its_digits():
    """Floats keep the digits that were printed."""
    assert parse(decode("名 = 1".replace("名", '"名"').encode())) == {"名": 1}
    assert str(parse("value = 10.20")["value"]) == "10.20"


def test_a_byte_order_mark_is_dropped():
    """Windows editors put three bytes before the first key."""
    assert parse(decode(b"\xef\xbb\xbfa = 1")) == {"a": 1}


def test_lines_may_end_as_on_windows():
    """CRLF is one line end, inside long strings too."""
    assert parse(decode(b'a = """x\r\ny"""\r\nb = 2\r\n')) == {"a": "x\ny", "b": 2}


def test_an_empty_file_has_no_values():
    """Nothing written is nothing said, not a fault."""
    assert parse(decode(b"")) == {}


def test_gb18030_is_named_with_the_way_to_convert_it():
    """The first byte that is not UTF-8 is named, and the text is shown as it was meant."""
    refused = _refusal('a = 1\ntitle = "铝液"\n'.encode("gb18030"))
    assert refused.complaint == "the file is not UTF-8: byte 15 (line 2) is 0xc2; it reads as GB18030"
    assert refused.help == "save the file as UTF-8, or convert it: iconv -f GB18030 -t UTF-8 OLD > NEW"
    assert refused.text[refused.offset] == "铝"


def test_utf16_is_named_too():
    """What Windows calls Unicode begins with two telling bytes."""
    assert (
        _refusal("a = 1".encode("utf-16")).complaint
        == "the file is not UTF-8: byte 0 (line 1) is 0xff; it reads as UTF-16"
    )


def test_bytes_in_no_known_encoding_are_placed():
    """A stray byte in a text that is UTF-8 otherwise."""
    refused = _refusal("a = '铝'\nb = '".encode() + b"\xff'\n")
    assert refused.complaint == "the file is not UTF-8: byte 15 (line 2) is 0xff"
    assert (refused.code, refused.text[refused.offset]) == ("not-utf8", "\ufffd")


def test_a_file_over_five_megabytes_is_not_parsed():
    """One byte more than the limit is refused, the limit itself is not."""
    assert decode(b"#" * LARGEST_FILE)
    assert _refusal(b"#" * (LARGEST_FILE + 1)).code == "too-large"


def test_a_file_of_more_values_than_any_office_declares_is_not_parsed():
    """A list of two million numbers is small in bytes and long to read."""
    assert len(parse("a = [" + "1," * 1000 + "]")["a"]) == 1000
    assert _refusal(b"a = [" + b"1," * 2_000_000 + b"]").complaint == "the file holds more than 600,000 values"


def test_sixty_four_levels_are_read_and_sixty_five_are_not():
    """The 65th bracket is the one pointed at."""
    assert parse("a = " + "[" * 64 + "]" * 64)
    refused = _refusal(b"a = " + b"[" * 65 + b"]" * 65)
    assert (refused.code, refused.offset, refused.complaint) == (
        "too-deep",
        4 + 64,
        "brackets are nested more than 64 deep",
    )


def test_brackets_in_strings_and_comments_do_not_nest():
    """Only brackets that TOML sees are counted."""
    quoted = "[" * 100
    assert (
        parse(f"a = '{quoted}'\nb = \"{quoted}\"\nc = '''{quoted}'''\nd = \"\"\"{quoted}\"\"\" # {quoted}")["a"]
        == quoted
    )


def test_a_key_of_thirty_two_parts_is_read_and_of_thirty_three_is_not():
    """Quoted parts count like bare ones; dots in strings do not."""
    assert parse("a" + '."b"' * 31 + " = '" + "a." * 100 + "'")
    assert _refusal(b"a" + b' . "b"' * 32 + b" = 1").complaint == "a dotted key has more than 32 parts"


def test_a_number_of_five_thousand_digits_is_refused_at_its_place():
    """Python itself stops at 4,300 digits with an error of another kind."""
    refused = _refusal(b"a = 1\nb = " + b"7" * 5000)
    assert (refused.code, refused.offset, refused.complaint) == (
        "bad-number",
        10,
        "the number has more than 1,000 digits",
    )


@pytest.mark.parametrize(
    "text", ["nan", "-inf", "inf", "1e31", "1e-31", "1e99999999999", "1e" + "9" * 30, "1." + "0" * 39]
)
def test_a_number_no_target_needs_is_kept_as_illegible(text: str):
    """The file is still read, so that the number becomes one fault among the others."""
    assert isinstance(exact_number(text), Illegible)


def test_the_largest_and_smallest_numbers_are_exact():
    """Ten to the power of thirty, either way; forty characters, whatever the precision of the moment."""
    longest = "1." + "0" * 37 + "1"
    printed = [str(exact_number(text)) for text in ("1e30", "-1e-30", "0.0", longest)]
    assert printed == ["1E+30", "-1E-30", "0.0", longest]


@pytest.mark.parametrize(
    ("text", "offset"),
    [("a = 1\nb = = 2", 10), ("a = [1", 6), ("\n\n  ?", 4), ("a = 2022-02-30", 4), ("a = 'x", 6)],
)
def test_what_tomllib_refuses_is_placed_at_its_character(text: str, offset: int):
    """Line and column of tomllib's message become an offset; the end of the document is the length of the text."""
    assert _refusal(text.encode()).offset == offset


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "a" + ".a" * 16_000 + " = 1",
        '"\\' * 1_000_000,
        'a = """' + '""a' * 1_000_000,
        "[" * LARGEST_FILE,
        "[]" * (LARGEST_FILE // 2),
        ("a." * 31 + "= ") * 60_000,
        "a ." + " " * 4_000_000,
        "a = [" + "1," * 1_000 + "9" * 5_000,
        "[[a]]\n" * 800_000,
        "\n" * 4_900_000 + "?",
        "a = [" + "1," * 590_000 + "?",
    ],
    ids=[
        "deep",
        "dotted",
        "escapes",
        "quotes",
        "open",
        "pairs",
        "nearly-dotted",
        "blanks",
        "digits",
        "tables",
        "lines",
        "list",
    ],
)
def test_a_bomb_is_refused_in_seconds(text: str):
    """Each of these is slow, or worse, in a reader without a guard; on a quiet machine none takes two seconds."""
    began = time.process_time()
    _refusal(text.encode())
    assert time.process_time() - began < 5


@given(st.text(alphabet="ab=.[]{}\",'\\#\n 019e-+:Tn%铝\x00\ufeff", max_size=60))
def test_any_text_is_values_or_a_refusal_inside_it(text: str):
    """No other kind of error comes out, and the place is a place of the text."""
    offset = 0
    try:
        parse(text)
    except Refused as refused:
        offset = refused.offset
    assert 0 <= offset <= len(text)


@given(st.binary(max_size=60))
def test_any_bytes_are_text_or_a_refusal(data: bytes):
    """Decoding fails in one way only."""
    try:
        said = decode(data)
    except Refused as refused:
        said = refused.code
    assert "\r\n" not in said
