"""A file's text replaced at once, in the encoding it has."""

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar

from pointrules.source.decode import MAX_RULESET_BYTES, Decoded, UndecodableError, decode
from pointrules.source.encode import encode
from pointrules.source.errors import PointRulesError, Wording
from pointrules.source.language import Language


class NotReplacedError(PointRulesError):
    """A file that is left as it is."""

    wordings: ClassVar[Mapping[str, Mapping[Language, Wording]]] = MappingProxyType(
        {
            "changed-meanwhile": {
                Language.ZH: Wording(
                    "“{file}”刚才被别的程序改过，没有改写", "关掉正在编辑它的程序，再运行一遍"
                ),
                Language.EN: Wording(
                    "“{file}” was changed by another program meanwhile and is left as it is",
                    "close the program that edits it, and run this again",
                ),
            },
        }
    )


def replace_text(path: Path, before: str, after: str) -> None:
    """Put `after` in the place of `before`; encoding, byte order mark and line ends stay.

    Raises:
        NotReplacedError: the file no longer holds `before`.
        OSError: the system does not let it be written.
    """
    data = _read(path)
    decoded = _decoded(data)
    if decoded is None or decoded.text != before:
        raise NotReplacedError("changed-meanwhile", file=str(path))
    assert encode(before, data, decoded) == data, "what was read is written back byte for byte"
    replace_bytes(path, encode(after, data, decoded), expected=data)


def replace_bytes(path: Path, new: bytes, *, expected: bytes | None = None) -> None:
    """Write the file anew: whatever goes wrong, the old or the new content is there.

    With `expected`, only if that is what the file still holds. A file that is not there is made.
    """
    # Only where something is written: these modules take a while to load.
    from shutil import copymode  # noqa: PLC0415
    from tempfile import NamedTemporaryFile  # noqa: PLC0415

    target = path.resolve()
    is_there = target.exists()
    if is_there and not os.access(target, os.W_OK):
        raise PermissionError(13, "read-only", str(path))
    if not is_there and not target.parent.is_dir():
        raise FileNotFoundError(2, "no such folder", str(path))
    with NamedTemporaryFile(
        "wb", dir=target.parent, prefix=f".{target.name[:40]}.", delete=False
    ) as beside:
        try:
            beside.write(new)
            beside.flush()
            os.fsync(beside.fileno())
            beside.close()
            if is_there:
                copymode(target, beside.name)
            else:
                Path(beside.name).chmod(0o666 & ~_umask())
            _refuse_change(path, expected)
            Path(beside.name).replace(target)
        except BaseException:
            Path(beside.name).unlink(missing_ok=True)
            raise


def _umask() -> int:
    """What the process keeps from new files; it can only be read by setting it."""
    found = os.umask(0o077)
    os.umask(found)
    return found


def _refuse_change(path: Path, expected: bytes | None) -> None:
    if expected is not None and _read(path) != expected:
        raise NotReplacedError("changed-meanwhile", file=str(path))


def _read(path: Path) -> bytes:
    """The file's bytes; of one that has grown beyond all bounds, no more than tells that."""
    with path.open("rb") as stream:
        return stream.read(MAX_RULESET_BYTES + 1)


def _decoded(data: bytes) -> Decoded | None:
    try:
        return decode(data)
    except UndecodableError:
        return None
