"""What `check` writes for other programs: JSON, SARIF, GitHub annotations; always UTF-8."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from pointrules.api.clause_counts import accounted_for
from pointrules.api.rulesets import CheckedRulesets
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.source.language import Language
from pointrules.source.source_file import SourceFile

FORMS = ("text", "json", "sarif", "github")
"""The first is for people."""

_WORKSPACE = "GITHUB_WORKSPACE"


def write_machine_form(
    form: str,
    villages: Sequence[CheckedRulesets],
    language: Language,
    *,
    was_read: bool = True,
) -> None:
    """Write the document to standard output, in bytes: no console's encoding spoils it."""
    for piece in _pieces(form, villages, language, was_read=was_read):
        click.echo(piece.encode("utf-8", errors="replace"), nl=False)


def _pieces(
    form: str, villages: Sequence[CheckedRulesets], language: Language, *, was_read: bool
) -> Iterator[str]:
    # Each form is loaded only where it is asked for.
    diagnostics = [item for checked in villages for item in checked.diagnostics]
    sources = {name: text for checked in villages for name, text in checked.sources.items()}
    match form:
        case "json":
            from pointrules.diagnostics.render_json import render_json  # noqa: PLC0415

            rulesets = [item for checked in villages for item in accounted_for(checked)]
            yield from render_json(diagnostics, sources, language, rulesets)
            yield "\n"
        case "sarif":
            yield from _sarif(diagnostics, sources, language, was_read=was_read)
            yield "\n"
        case _:
            yield from _lines(_github(diagnostics, sources, language))


def _sarif(
    diagnostics: Sequence[Diagnostic],
    sources: dict[str, SourceFile],
    language: Language,
    *,
    was_read: bool,
) -> Iterator[str]:
    from pointrules.api.program_version import program_version  # noqa: PLC0415
    from pointrules.diagnostics.file_uri import Folders  # noqa: PLC0415
    from pointrules.diagnostics.render_sarif import SarifRun, render_sarif  # noqa: PLC0415

    run = SarifRun(Folders(Path.cwd(), _root()), program_version(), was_read)
    return render_sarif(diagnostics, sources, language, run)


def _github(
    diagnostics: Sequence[Diagnostic], sources: dict[str, SourceFile], language: Language
) -> Iterator[str]:
    from pointrules.diagnostics.file_uri import Folders  # noqa: PLC0415
    from pointrules.diagnostics.render_github import render_github  # noqa: PLC0415

    return render_github(diagnostics, sources, language, Folders(Path.cwd(), _root()))


def _lines(lines: Iterable[str]) -> Iterator[str]:
    return (f"{line}\n" for line in lines)


def _root() -> Path:
    """Where GitHub has the repository, or else the folder in which we are."""
    workspace = os.environ.get(_WORKSPACE)
    return Path(workspace) if workspace else Path.cwd()
