"""A text back to bytes, in the way in which a file was stored."""

import codecs

from pointrules.source.decode import Decoded, Encoding


def encode(text: str, like: bytes, decoded: Decoded) -> bytes:
    """The bytes of `text` in the encoding of the file `like`, with a mark where it has one.

    `decoded` is what was read from it.
    """
    match decoded.encoding:
        case Encoding.UTF_16 if like.startswith(codecs.BOM_UTF16_BE):
            return codecs.BOM_UTF16_BE + text.encode("utf-16-be")
        case Encoding.UTF_16:
            return codecs.BOM_UTF16_LE + text.encode("utf-16-le")
        case Encoding.UTF_8 if like.startswith(codecs.BOM_UTF8):
            return codecs.BOM_UTF8 + text.encode("utf-8")
        case Encoding.UTF_8:
            return text.encode("utf-8")
        case Encoding.GB18030:
            return text.encode("gb18030")
