import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pointrules.source.decode import Decoded, Encoding, Undecodable, UndecodableError, decode

RULE = "条款 3.1\r\n  乱倒垃圾 的，每次 扣 5 分\n"


def refusal(data: bytes) -> UndecodableError:
    with pytest.raises(UndecodableError) as caught:
        decode(data)
    return caught.value


def test_utf_8_is_read_with_its_line_ends() -> None:
    assert decode(RULE.encode()) == Decoded(RULE, Encoding.UTF_8)


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode(codecs.BOM_UTF8 + RULE.encode()) == Decoded(RULE, Encoding.UTF_8)
    for marked in (
        codecs.BOM_UTF16_LE + RULE.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + RULE.encode("utf-16-be"),
    ):
        assert decode(marked) == Decoded(RULE, Encoding.UTF_16)


def test_gb18030_is_read_and_named() -> None:
    assert decode(RULE.encode("gb18030")) == Decoded(RULE, Encoding.GB18030)
    assert decode("𠮷家".encode("gb18030")) == Decoded("𠮷家", Encoding.GB18030)


def test_nothing_is_an_empty_text() -> None:
    assert decode(b"") == Decoded("", Encoding.UTF_8)


def test_office_files_are_refused_as_such() -> None:
    assert refusal(b"PK\x03\x04rest").reason is Undecodable.OFFICE
    assert refusal(b"%PDF-1.7").reason is Undecodable.OFFICE


def test_null_characters_are_refused() -> None:
    assert refusal(b"abc\0def").reason is Undecodable.BINARY
    assert refusal(b"\xff\xd8\xff\xe0\0\x10JFIF\0").reason is Undecodable.BINARY


def test_damaged_utf_8_is_refused_with_its_line_and_never_read_as_gb18030() -> None:
    damaged = "友谊村积分\n卫生检".encode() + b"\xe6\x9f" + "优秀加五分".encode()

    caught = refusal(damaged)

    assert caught.reason is Undecodable.DAMAGED
    assert caught.line == 2


def test_bytes_of_no_encoding_are_refused() -> None:
    assert refusal(b"\xff\xff\xff").reason is Undecodable.UNKNOWN
    assert refusal(codecs.BOM_UTF16_LE + b"\x00\xd8").reason is Undecodable.UNKNOWN


@given(st.binary(max_size=40))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except UndecodableError:
        return
    assert "\0" not in decoded.text
