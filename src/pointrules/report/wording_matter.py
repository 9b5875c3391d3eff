"""What a counter keeps apart: 同一 项目, 按人."""

from pointrules.model.scan import Per, Scan
from pointrules.source.language import Language


def matter_words(scan: Scan, language: Language) -> str:
    """`按人 同一 项目 `, with a space behind; empty where subject and period are all."""
    names = [attribute.name for attribute in scan.key]
    if language is Language.EN:
        person = "for each person " if scan.per is Per.PERSON else ""
        return person + (f"for the same {', '.join(names)} " if names else "")
    person = "按人 " if scan.per is Per.PERSON else ""
    return person + (f"同一 {'、'.join(names)} " if names else "")
