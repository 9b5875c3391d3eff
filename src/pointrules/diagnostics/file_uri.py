"""Names of files as other programs want them: relative to a root, and as a URI."""

import os.path
from pathlib import PurePath
from urllib.parse import quote

from msgspec import Struct


class Folders(Struct, frozen=True):
    """`here`, where relative names begin, and `root`, to which programs want them relative."""

    here: PurePath
    root: PurePath


def name_in_root(file: str, folders: Folders) -> str | None:
    """The name relative to the root, with slashes, None for a file that lies elsewhere."""
    path = _absolute(file, folders)
    root = PurePath(os.path.normpath(folders.root))
    if not path.is_relative_to(root):
        return None
    return path.relative_to(root).as_posix()


def file_uri(file: str, folders: Folders) -> tuple[str, bool]:
    """The percent-encoded URI, and whether it is relative to the root."""
    inside = name_in_root(file, folders)
    if inside is not None:
        return quote(_bytes(inside)), True
    path = _absolute(file, folders).as_posix()
    return f"file://{'' if path.startswith('/') else '/'}{quote(_bytes(path))}", False


def _absolute(file: str, folders: Folders) -> PurePath:
    return PurePath(os.path.normpath(folders.here / file))


def _bytes(name: str) -> bytes:
    """The name's bytes: those that are no UTF-8 come from the system as half pairs."""
    try:
        return name.encode("utf-8", errors="surrogateescape")
    except UnicodeEncodeError:
        return name.encode("utf-8", errors="replace")
