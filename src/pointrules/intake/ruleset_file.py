"""The text of a ruleset's file, or a clear word why it cannot be read."""

from pathlib import Path

from msgspec import Struct

from pointrules.diagnostics.catalogue import diagnose, help_text, message
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.source.decode import (
    MAX_RULESET_BYTES,
    Encoding,
    Undecodable,
    UndecodableError,
    decode,
)
from pointrules.source.errors import PointRulesError
from pointrules.source.language import Language
from pointrules.source.source_file import SourceFile, Span, source_file

_MEBIBYTE = 1024 * 1024
_NOT_TEXT = {Undecodable.OFFICE: "office-file"}


class RulesetFileError(PointRulesError):
    """A file that cannot be read as a ruleset at all; `diagnostic` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code, file=diagnostic.span.file)
        self.diagnostic = diagnostic

    def describe(self, language: Language = Language.ZH) -> str:
        """What happened, in one line, with the file's name."""
        colon = "：" if language is Language.ZH else ": "
        return f"{self.arguments['file']}{colon}{message(self.diagnostic, language)}"

    def advice(self, language: Language = Language.ZH) -> str:
        """What to do about it, in one line."""
        return help_text(self.diagnostic, language) or ""


class RulesetText(Struct, frozen=True):
    """The text, and a warning where its encoding had to be guessed."""

    source: SourceFile
    warnings: tuple[Diagnostic, ...]


def read_ruleset_file(path: Path) -> RulesetText:
    """Read the file, as far as it may be one.

    Raises:
        RulesetFileError: it is missing, no regular file, too large, or no text.
    """
    name = str(path)
    place = Span(name, 0, 0)
    try:
        if not path.is_file():
            code = "not-a-file" if path.exists() else "file-not-read"
            raise RulesetFileError(diagnose(code, place))
        if path.stat().st_size > MAX_RULESET_BYTES:
            limit = str(MAX_RULESET_BYTES // _MEBIBYTE)
            raise RulesetFileError(diagnose("too-large", place, limit=limit))
        decoded = decode(path.read_bytes())
    except (OSError, ValueError) as error:
        raise RulesetFileError(diagnose("file-not-read", place)) from error
    except UndecodableError as error:
        if error.line is not None:
            damaged = diagnose("damaged-text", place, line=str(error.line))
            raise RulesetFileError(damaged) from error
        code = _NOT_TEXT.get(error.reason, "not-text")
        raise RulesetFileError(diagnose(code, place)) from error
    warnings: tuple[Diagnostic, ...] = ()
    if decoded.encoding is Encoding.GB18030:
        warnings = (diagnose("encoding-gb18030", place),)
    return RulesetText(source_file(name, decoded.text), warnings)
