"""The templates of this package; every word that they print is made visible on one line."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from pointrules.source.display_width import visible


@cache
def text_template(name: str) -> Template:
    """A plain text template; nothing is escaped for HTML, and a missing word is an error."""
    environment = Environment(
        loader=PackageLoader("pointrules.report"),
        autoescape=False,  # noqa: S701 terminals show text as it is
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(name)


def _shown(value: str) -> str:
    return visible(value)
