from pointrules.cli.difference import difference


def test_lines_end_at_a_line_feed_and_at_nothing_else() -> None:
    # A form feed and U+2028 end no line here, as they end none for patch.
    shown = difference("a", "甲\x0c\u2028乙\n丙\n", "甲\x0c\u2028丁\n丙\n")
    assert shown == "--- a\n+++ a\n@@ -1,2 +1,2 @@\n-甲\x0c\u2028乙\n+甲\x0c\u2028丁\n 丙\n"


def test_a_missing_line_end_is_told_as_patch_wants_it() -> None:
    mark = "\\ No newline at end of file\n"
    assert difference("a", "甲", "乙\n") == f"--- a\n+++ a\n@@ -1 +1 @@\n-甲\n{mark}+乙\n"


def test_line_ends_of_windows_stay() -> None:
    assert difference("a", "甲\r\n", "乙\r\n").endswith("-甲\r\n+乙\r\n")


def test_a_name_cannot_begin_a_line_of_its_own() -> None:
    assert difference("a\n+b", "甲\n", "乙\n").startswith("--- a␊+b\n+++ a␊+b\n@@")


def test_without_a_change_there_is_nothing() -> None:
    assert difference("a", "甲\n", "甲\n") == ""
