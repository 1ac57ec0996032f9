"""Sources as BibTeX."""

from collections.abc import Iterable

from critflow import _core

SPECIAL = str.maketrans({letter: rf"\{letter}" for letter in "{}%&_#$"})


def bibtex(citations: Iterable[_core.Citation]) -> str:
    """An entry for each source, under the key that rows name it by."""
    return "\n".join(map(_entry, citations))


def _entry(citation: _core.Citation) -> str:
    fields = {"title": f"{{{citation.text.translate(SPECIAL)}}}"}
    if citation.link:
        fields["url"] = citation.link
    if citation.licence:
        fields["note"] = citation.licence.translate(SPECIAL)
    lines = [f"  {name} = {{{text}}}," for name, text in fields.items()]
    return "\n".join([f"@misc{{{citation.key},", *lines, "}", ""])
