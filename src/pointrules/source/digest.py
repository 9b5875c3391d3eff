"""Digests of texts, by which a ruleset is known again."""

import hashlib


def digest_of_text(text: str) -> str:
    """SHA-256 of a ruleset's text with line feeds for line ends, in hexadecimal."""
    # Half a surrogate pair can reach us from a caller, though not from a file.
    told = text.replace("\r\n", "\n").encode("utf-8", "surrogatepass")
    return hashlib.sha256(told).hexdigest()


def digest_with_template(own: str, template: str) -> str:
    """The digest of a ruleset that uses a template, from the digests of both texts."""
    return hashlib.sha256(f"{own}\n{template}".encode()).hexdigest()
