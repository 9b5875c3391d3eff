import codecs

import pytest

from pointrules.source.decode import decode
from pointrules.source.encode import encode


@pytest.mark.parametrize(
    "data",
    [
        "条款\r\n𠮷\n".encode(),
        codecs.BOM_UTF8 + "条款\r\n".encode(),
        "条款\r\n𠮷".encode("gb18030"),
        codecs.BOM_UTF16_LE + "条款\r\n𠮷".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "条款\r\n𠮷".encode("utf-16-be"),
        b"",
    ],
)
def test_what_was_read_is_written_back_byte_for_byte(data: bytes) -> None:
    decoded = decode(data)

    assert encode(decoded.text, data, decoded) == data
