"""The command line in this process, in Chinese whatever the machine says."""

from pathlib import Path

import pytest

from cli.willow_village import Ended, Run, ended_in_process


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run("check", path)` gives the exit code and both outputs."""
    for variable in ("POINTRULES_LANG", "POINTRULES_DEBUG"):
        monkeypatch.delenv(variable, raising=False)

    def run_here(*arguments: str | Path) -> Ended:
        code = ended_in_process(arguments)
        written = capsys.readouterr()
        return Ended(code, written.out, written.err)

    return run_here
