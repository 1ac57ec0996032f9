"""What a reader calls a scenario or a policy."""

from collections.abc import Mapping

from critflow.messages import word

OVER = "+"  # between policies, the later laid over the earlier
SHOCK = "shock-"  # how the names of policies begin that are disruptions and no measures


def titled(kind: str, titles: Mapping[str, Mapping[str, str]], name: str, language: str, /) -> str:
    """Its title, of policies laid over one another that of each; its name in words without one."""
    parts = [name] if name in titles else name.split(OVER)
    return f" {OVER} ".join(_one(kind, titles.get(part, {}), part, language) for part in parts)


def _one(kind: str, title: Mapping[str, str], name: str, language: str) -> str:
    said = word(kind, name, language)
    return title.get(language) or (in_words(name) if said == name else said)


def in_words(name: str) -> str:
    """``replace-and-reuse`` as a reader has it: Replace and reuse."""
    words = name.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]
