"""A JSON Schema of rulesets in YAML, for editors: made from the outline that the reader goes by.

It tells the blocks and their keys, and what a phrase may begin with; whether a phrase is right only
`pointrules check` can tell. It must never refuse what the reader takes. In the dialect of
draft 7, which servers for YAML know best, with three words of theirs: `defaultSnippets` are values
to be offered, `doNotSuggest` keeps the keys of the other language out of the way, and
`errorMessage` is what they say.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias
from urllib.parse import quote

from pointrules.source.language import Language
from pointrules.syntax.key_values import KeyValues, values_of
from pointrules.syntax.outline import INCENTIVES, OUTLINES, Key, Outline
from pointrules.syntax.outline_words import words_of, words_of_keys
from pointrules.syntax.spellings import spellings
from pointrules.syntax.yaml_block import BESIDE_TREATED, EXCLUSIVE, OF_SETTLEMENTS

Schema: TypeAlias = dict[str, object]

_SCALARS = ("string", "number", "boolean")
_KIND = next(iter(INCENTIVES.values())).keys[0]


def yaml_schema_text() -> str:
    """The schema as it is published."""
    return json.dumps(yaml_schema(), ensure_ascii=False, indent=1) + "\n"


def yaml_schema() -> Schema:
    """The schema of a whole file."""
    blocks: Schema = {}
    for outline in OUTLINES:
        for language in Language:
            blocks[_name(outline, language)] = _block(outline, language)
            if outline.key("处理") is not None:
                blocks[_name(outline, language, "treated")] = _treated(outline, language)
    for language in Language:
        blocks[_unknown_kind(language)] = _incentive_of_unknown_kind(language)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "pointrules 细则（YAML）",
        "description": "一段一段的列表，每段有段首词，如“- 条款: 1.1”。"
        "A list of blocks, each with its head word.",
        "type": "array",
        "minItems": 1,
        "errorMessage": "细则要写成一段一段，每段以“- ”开头 a ruleset is a list of blocks",
        "items": {"$ref": "#/definitions/block"},
        "definitions": {"block": _any_block(), **blocks},
    }


def _name(outline: Outline, language: Language, kind: str = "") -> str:
    parts = ((outline.kind or outline.head).lower(), kind, language.value)
    return ".".join(part for part in parts if part)


def _unknown_kind(language: Language) -> str:
    return f"incentive.{language.value}"


# ---- which block it is


def _any_block() -> Schema:
    """A block is what its head says; where there is none, the heads are offered."""
    cases: list[Schema] = []
    for outline in OUTLINES:
        for language in Language:
            told = [_has(_heads(outline, language))]
            hidden = _heads_among_keys(outline)
            if hidden:
                told.append({"not": _has(hidden)})
            if outline.kind:
                told.append(_says_kind(_kinds(outline)))
            if outline.key("处理") is None:
                cases.append(_case(told, _name(outline, language)))
                continue
            treated = _has(_names([_key(outline, "处理")]))
            cases.append(_case([*told, treated], _name(outline, language, "treated")))
            cases.append(_case([*told, {"not": treated}], _name(outline, language)))
    every_kind = [kind for outline in INCENTIVES.values() for kind in _kinds(outline)]
    incentive = next(iter(INCENTIVES.values()))
    for language in Language:
        told = [_has(_heads(incentive, language)), {"not": _says_kind(every_kind)}]
        cases.append(_case(told, _unknown_kind(language)))
    heads: Schema = {}
    for outline in OUTLINES:
        for language in Language:
            for head in _heads(outline, language):
                heads.setdefault(head, _about_head(outline, head, language))
    offered: Schema = {
        "properties": heads,
        "additionalProperties": False,
        "errorMessage": "这一段没有段首词（条款、账户……） no key of this block is a head word",
    }
    without = {"type": "object", "not": _has(list(heads))}
    cases.append({"if": without, "then": offered})
    return {
        "type": "object",
        "minProperties": 1,
        "errorMessage": "每一段写段首词和各项，如“条款: 1.1” a block has a head word and its keys",
        "allOf": cases,
    }


def _case(told: Sequence[Schema], name: str) -> Schema:
    """What holds of no block where none is begun: an editor would offer the keys of all."""
    return {
        "if": {"type": "object", "allOf": list(told)},
        "then": {"$ref": f"#/definitions/{name}"},
    }


def _says_kind(kinds: Sequence[str]) -> Schema:
    return {
        "anyOf": [
            {"required": [name], "properties": {name: {"enum": list(kinds)}}}
            for name in _names([_KIND])
        ]
    }


def _kinds(outline: Outline) -> list[str]:
    return [spelling.text for spelling in spellings().by_terminal[outline.kind]]


# ---- one block


def _block(outline: Outline, language: Language) -> Schema:
    """One kind of block whose head is in that language; keys may be in the other one too."""
    return _of_keys(outline, language, outline.keys, _rules(outline))


def _treated(outline: Outline, language: Language) -> Schema:
    """A clause that says how it is treated, and so has neither guard nor points."""
    keys = [key for key in outline.keys if key.zh in BESIDE_TREATED]
    return _of_keys(outline, language, keys, [])


def _of_keys(
    outline: Outline, language: Language, keys: Sequence[Key], rules: Iterable[Schema]
) -> Schema:
    properties: Schema = {}
    for head in _heads(outline, language):
        about = _about_head(outline, head, language)
        properties[head] = {**about, **_title_of(outline, language)}
    whole = _name(outline, language)
    for key in keys:
        if keys is outline.keys:
            properties[key.text(language)] = _property(key, outline, language)
        else:
            properties[key.text(language)] = _reference(whole, key, language)
    (other,) = (one for one in Language if one is not language)
    for key in keys:
        hidden = _reference(_name(outline, other), key, other)
        properties[key.text(other)] = {"allOf": [hidden], "doNotSuggest": True}
    needed = list(rules)
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "errorMessage": "这一段没有这一项，或者不能和别的项同写 "
        "no key of this block, or not beside its other keys",
        **({"allOf": needed} if needed else {}),
    }


def _reference(block: str, key: Key, language: Language) -> Schema:
    return {"$ref": f"#/definitions/{block}/properties/{quote(key.text(language))}"}


def _rules(outline: Outline) -> Iterator[Schema]:
    """What a block cannot be without, and what a clause cannot have beside another key."""
    for group in outline.needs:
        yield _lacking([_key(outline, name) for name in group])
    if outline.key("处理") is None:
        return
    scored = [name for name in dict.fromkeys((*OF_SETTLEMENTS, *EXCLUSIVE)) if name != "处理"]
    there = _has(_names(_key(outline, name) for name in scored))
    yield {"if": there, "then": _lacking([_key(outline, "计分")])}
    for index, name in enumerate(scored):
        for other in scored[index + 1 :]:
            if {name, other} == set(OF_SETTLEMENTS):
                continue
            one, two = _key(outline, name), _key(outline, other)
            yield {
                "if": _has(_names([one])),
                "then": {
                    "properties": dict.fromkeys(_names([two]), False),
                    "errorMessage": f"“{two.zh}”不能和“{one.zh}”写在同一段里 "
                    f"“{two.en}” cannot stand in one block with “{one.en}”",
                },
            }


def _lacking(keys: Sequence[Key]) -> Schema:
    zh = "、".join(key.zh for key in keys)
    message = f"这一段缺少：{zh} this lacks: {', '.join(key.en for key in keys)}"
    return {
        "anyOf": [{"required": [name], "errorMessage": message} for name in _names(keys)],
        "errorMessage": message,
    }


def _incentive_of_unknown_kind(language: Language) -> Schema:
    """Its kind is asked for; its other keys are nobody's yet."""
    outline = next(iter(INCENTIVES.values()))
    properties: Schema = {
        head: _about_head(outline, head, language) for head in _heads(outline, language)
    }
    kinds = [spellings().written(kind, "", language) for kind in INCENTIVES]
    properties[_KIND.text(language)] = {
        **_about_key(_KIND, outline, language),
        "enum": kinds,
        "errorMessage": f"类型要写：{'、'.join(kinds)} a kind of incentive is expected",
    }
    return {"type": "object", "properties": properties, **_lacking([_KIND])}


# ---- keys and their values


def _property(key: Key, outline: Outline, language: Language) -> Schema:
    example = words_of_keys(outline)[key.zh].example
    values = values_of(key, outline)
    about = _about_key(key, outline, language)
    is_list = key.join is not None or (bool(key.phrase) and (key.is_loose or key.is_text))
    return {**about, **_value(values, example, language, is_list=is_list)}


def _about_key(key: Key, outline: Outline, language: Language) -> Schema:
    words = words_of_keys(outline)[key.zh]
    return {"title": key.text(language), "description": words.text(language)}


def _value(values: KeyValues, example: str, language: Language, *, is_list: bool) -> Schema:
    """One value or a list: words that it can be are offered, and others taken."""
    offered = values.written(language)
    in_chinese = values.written(Language.ZH)
    if example in in_chinese:
        example = offered[in_chinese.index(example)]
    types = _SCALARS if values.is_any_scalar else _SCALARS[:1]
    one: Schema = {
        "type": types[0] if len(types) == 1 else list(types),
        "errorMessage": f"要写一句话，如“{example}” a phrase is expected, such as “{example}”",
    }
    if offered:
        one["defaultSnippets"] = [{"label": word, "body": word} for word in offered]
    if not is_list:
        return {**one, "examples": [example]}
    items = {**one} if offered else {**one, "examples": [example]}
    return {**one, "examples": [example], "type": [*types, "array"], "minItems": 1, "items": items}


def _title_of(outline: Outline, language: Language) -> Schema:
    """What the value of a head is."""
    example = words_of(outline).example
    match outline.title:
        case "none":
            message = "后面不写内容，各项写在下面 no value stands here"
            return {"type": ["null", "string"], "pattern": "^$", "errorMessage": message}
        case "text":
            return _value(KeyValues((), is_any_scalar=True), example, language, is_list=False)
        case "phrase" | "parts":
            key = Key("", "", outline.phrase, (), outline.lead, outline.trail)
            values = values_of(key, outline)
            return _value(values, example, language, is_list=outline.title == "parts")


def _about_head(outline: Outline, head: str, language: Language) -> Schema:
    return {"title": head, "description": words_of(outline).text(language)}


# ---- names


def _heads(outline: Outline, language: Language) -> list[str]:
    return [
        spelling.text
        for spelling in spellings().by_terminal[outline.head]
        if spelling.language is language
    ]


def _heads_among_keys(outline: Outline) -> list[str]:
    """Heads of other blocks that have a key named as this head: theirs is the block."""
    mine = {head for language in Language for head in _heads(outline, language)}
    return [
        head
        for other in OUTLINES
        if other.head != outline.head and mine & set(_names(other.keys))
        for language in Language
        for head in _heads(other, language)
    ]


def _key(outline: Outline, name: str) -> Key:
    key = outline.key(name)
    assert key is not None, f"{outline.head} has a key {name}"
    return key


def _names(keys: Iterable[Key]) -> list[str]:
    return [key.text(language) for key in keys for language in Language]


def _has(names: Sequence[str]) -> Schema:
    return {"anyOf": [{"required": [name]} for name in names]}
