import re

import pytest

from pointrules.diagnostics.catalogue import (
    MESSAGES,
    codes,
    diagnose,
    help_text,
    label_text,
    message,
    page,
    placeholders,
    severity_of,
    template_fields,
)
from pointrules.diagnostics.diagnostic import Diagnostic, Label, Severity
from pointrules.diagnostics.message import Message
from pointrules.diagnostics.terms import TERMS
from pointrules.source.language import Language
from pointrules.source.source_file import Span

HERE = Span("友谊村.points", 0, 2)
HAN = re.compile(r"[一-鿿]")

each_message = pytest.mark.parametrize("entry", MESSAGES, ids=lambda entry: entry.code)


def filled(entry: Message) -> Diagnostic:
    arguments = {
        name: "account" if name in entry.terms else f"甲{name}" for name in placeholders(entry)
    }
    labels = tuple(Label(HERE, label.role) for label in entry.labels)
    return diagnose(entry.code, HERE, choices=(), labels=labels, fix=None, **arguments)


def test_no_code_stands_twice() -> None:
    assert len(codes()) == len(MESSAGES)


@each_message
def test_codes_are_kebab_case(entry: Message) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", entry.code)


@each_message
def test_both_languages_take_the_same_arguments(entry: Message) -> None:
    assert template_fields(entry.zh) == template_fields(entry.en)
    assert template_fields(entry.help_zh) == template_fields(entry.help_en)
    for label in entry.labels:
        assert template_fields(label.zh) == template_fields(label.en)
        assert template_fields(label.zh) <= placeholders(entry)


@each_message
def test_every_text_is_there_in_both_languages(entry: Message) -> None:
    for text in (entry.zh, entry.help_zh, entry.page_zh):
        assert HAN.search(text)
    for text in (entry.en, entry.help_en, entry.page_en, entry.wrong, entry.right):
        assert text.strip()
    assert entry.wrong != entry.right
    assert re.match(r"[a-z“{]|This|GB", entry.en)


@each_message
def test_one_word_stands_for_one_concept(entry: Message) -> None:
    """登记 a name, an 属性, a 流水, a 模板, 取整: no second word for any of them."""
    texts = (entry.zh, entry.help_zh, entry.page_zh, *(label.zh for label in entry.labels))
    second = ("声明", "字段", "分录", "明细", "范本", "舍入", "词汇")
    assert [word for text in texts for word in second if word in text] == []


@each_message
def test_sentences_are_one_line_without_a_full_stop(entry: Message) -> None:
    sentences = [entry.zh, entry.en, entry.help_zh, entry.help_en]
    sentences += [text for label in entry.labels for text in (label.zh, label.en)]
    for sentence in sentences:
        assert "\n" not in sentence
        assert not sentence.endswith(("。", "."))
        assert '"' not in sentence
        assert sentence == sentence.strip()
        assert sentence.count("“") == sentence.count("”")
    assert entry.page_zh.endswith(("。", "？"))
    assert entry.page_en.endswith((".", "?"))


@each_message
def test_terms_are_arguments(entry: Message) -> None:
    assert set(entry.terms) <= placeholders(entry)


@each_message
@pytest.mark.parametrize("language", Language)
def test_every_message_can_be_worded(entry: Message, language: Language) -> None:
    diagnostic = filled(entry)

    worded = [message(diagnostic, language), help_text(diagnostic, language) or ""]
    worded += [label_text(diagnostic, label, language) for label in diagnostic.labels]

    for sentence in worded:
        assert "{" not in sentence
        assert "}" not in sentence
    assert diagnostic.severity is severity_of(entry.code)


@each_message
@pytest.mark.parametrize("language", Language)
def test_every_code_has_a_page(entry: Message, language: Language) -> None:
    text = page(entry.code, language)
    assert text is not None
    assert text.startswith(entry.code)
    assert "{" not in text.partition(entry.wrong.strip().splitlines()[0])[0]


def test_terms_stand_in_both_languages() -> None:
    for term in TERMS.values():
        assert HAN.search(term.zh)
        assert not HAN.search(term.en)


def test_a_message_names_the_kind_in_its_own_language() -> None:
    diagnostic = diagnose("unknown-name", HERE, name="乱到垃圾", kind="behaviour")

    assert message(diagnostic, Language.ZH) == "没有叫“乱到垃圾”的行为"
    assert message(diagnostic, Language.EN) == "there is no behaviour called “乱到垃圾”"


def test_near_names_take_the_place_of_the_general_help() -> None:
    diagnostic = diagnose(
        "unknown-name", HERE, name="乱到垃圾", kind="behaviour", choices=("乱倒垃圾", "乱堆柴草")
    )

    assert help_text(diagnostic, Language.ZH) == "是不是想写：乱倒垃圾、乱堆柴草？"
    assert help_text(diagnostic, Language.EN) == "did you mean: 乱倒垃圾, 乱堆柴草?"


def test_all_that_may_stand_here_comes_before_the_general_help() -> None:
    diagnostic = diagnose(
        "value-not-of-attribute",
        HERE,
        value="良",
        attribute="等次",
        choices=("优秀", "良好"),
    )

    assert (
        help_text(diagnostic, Language.ZH)
        == "这里可以写：优秀、良好；改成词表里列出的取值，或在词表里补上"
    )


def test_long_or_broken_arguments_stay_on_one_short_line() -> None:
    diagnostic = diagnose("unexpected-text", HERE, found="长" * 70 + "\n\x1b[31m")

    assert message(diagnostic, Language.ZH) == f"“{'长' * 60}…”不能写在这里"

    broken = diagnose("unexpected-text", HERE, found="a\n\x1b[31m{name}")
    assert message(broken, Language.ZH) == "“a␊␛[31m{name}”不能写在这里"


def test_arguments_labels_and_terms_must_be_those_of_the_code() -> None:
    with pytest.raises(AssertionError, match="takes"):
        diagnose("unknown-name", HERE, name="甲")
    with pytest.raises(AssertionError, match="takes"):
        diagnose("unfinished", HERE, name="甲")
    with pytest.raises(AssertionError, match="no term"):
        diagnose("unknown-name", HERE, name="甲", kind="行为")
    with pytest.raises(AssertionError, match="no label"):
        diagnose("unfinished", HERE, labels=(Label(HERE, "first"),))


def test_warnings_are_warnings() -> None:
    assert severity_of("edition-gap") is Severity.ERROR
    assert severity_of("unknown-name") is Severity.ERROR


def test_an_unknown_code_has_no_page() -> None:
    assert page("no-such-code", Language.ZH) is None


def test_a_page_shows_the_mistake_and_both_pieces() -> None:
    assert page("limit-twice", Language.ZH) == (
        "limit-twice（错误）\n"
        "\n"
        "同样的上限写了两次\n"
        "\n"
        "同一个时段、同一个方向写了两个上限，只有小的起作用，另一个多半是写错了时段。\n"
        "\n"
        "有问题的写法：\n"
        "\n"
        "    每月最多加 12 分，每月最多加 60 分\n"
        "\n"
        "可以这样写：\n"
        "\n"
        "    每月最多加 12 分，每年最多加 60 分\n"
    )
