"""Fixes round after round, on a checker whose fixes overlap or never end."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from pointrules.api import fixes
from pointrules.api.rulesets import NO_TEXTS, CheckedRulesets
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Applicability, Diagnostic, Edit, Fix
from pointrules.source.source_file import Span, source_file


class Finding:
    """Checks nothing but finds `old`, wherever it stands, and would have `new` there."""

    def __init__(self, old: str, new: str) -> None:
        self.old = old
        self.new = new
        self.rounds = 0

    def __call__(
        self, paths: Sequence[Path], _: Sequence[Path], texts: Mapping[str, str] = NO_TEXTS
    ) -> tuple[CheckedRulesets, ...]:
        self.rounds += 1
        (path,) = paths
        text = texts.get(str(path), path.read_text(encoding="utf-8"))
        found: list[Diagnostic] = []
        for start in range(len(text)):
            if text.startswith(self.old, start):
                span = Span(str(path), start, start + len(self.old))
                fix = Fix(Applicability.SAFE, (Edit(span, self.new),))
                found.append(diagnose("unexpected-text", span, found=self.old, fix=fix))
        return (CheckedRulesets((), tuple(found), {str(path): source_file(str(path), text)}),)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.points"


def test_what_overlaps_is_made_in_another_round(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_text("每每每每每次", encoding="utf-8")
    checker = Finding("每每", "每")
    monkeypatch.setattr(fixes, "check_villages", checker)

    mended = fixes.mend_villages([[path]])

    # 5 of them: the first two and the next two at once, then 3, then 2.
    (change,) = mended.changes
    assert (change.before, change.after, change.fixes) == ("每每每每每次", "每次", 4)
    assert mended.villages[0].diagnostics == ()
    assert path.read_text(encoding="utf-8") == "每每每每每次"


def test_fixes_without_end_are_given_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_text("扣分", encoding="utf-8")
    checker = Finding("扣", "扣扣")
    monkeypatch.setattr(fixes, "check_villages", checker)
    monkeypatch.setattr(fixes, "MOST_ROUNDS", 3)

    mended = fixes.mend_villages([[path]])

    # 1, 2, 4, 8 times, in three rounds; a fourth check says what is left.
    assert mended.changes[0].after == "扣" * 8 + "分"
    assert checker.rounds == 4


def test_fixes_that_undo_each_other_change_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_text("甲", encoding="utf-8")
    there, back = Finding("甲", "乙"), Finding("乙", "甲")

    def either(
        paths: Sequence[Path], folders: Sequence[Path], texts: Mapping[str, str] = NO_TEXTS
    ) -> tuple[CheckedRulesets, ...]:
        return there(paths, folders, texts) + back(paths, folders, texts)

    monkeypatch.setattr(fixes, "check_villages", either)
    monkeypatch.setattr(fixes, "MOST_ROUNDS", 2)

    assert fixes.mend_villages([[path]]).changes == ()


def test_a_written_change_is_there_at_once(path: Path) -> None:
    path.write_bytes("甲\r\n".encode("gb18030"))

    fixes.write_change(fixes.Change(path, "甲\r\n", "乙\r\n", 1))

    assert path.read_bytes() == "乙\r\n".encode("gb18030")
    assert list(path.parent.iterdir()) == [path]
