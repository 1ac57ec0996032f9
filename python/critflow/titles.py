"""What a reader calls a scenario or a policy."""

from collections.abc import Mapping
from string import ascii_uppercase
from typing import TYPE_CHECKING

from critflow.messages import word

if TYPE_CHECKING:
    from critflow.system import System

OVER = "+"  # between policies, the later laid over the earlier
SHOCK = "shock-"  # how the names of policies begin that are disruptions and no measures


def titled(kind: str, titles: Mapping[str, Mapping[str, str]], name: str, language: str, /) -> str:
    """Its title, of policies laid over one another that of each; its name in words without one."""
    parts = [name] if name in titles else name.split(OVER)
    return f" {OVER} ".join(_one(kind, titles.get(part, {}), part, language) for part in parts)


def titled_option(system: "System", language: str, /, *, scenario: bool) -> str:
    """The policy of a system; also its scenario, by what stands before the colon of its title."""
    policy = titled("policy", system.policies, system.policy, language)
    if not scenario:
        return policy
    of = titled("scenario", system.scenarios, system.scenario, language)
    return f"{policy} \N{MIDDLE DOT} {of.partition(':')[0]}"


def _one(kind: str, title: Mapping[str, str], name: str, language: str) -> str:
    said = word(kind, name, language)
    return title.get(language) or (in_words(name) if said == name else said)


def letter(at: int, /) -> str:
    """What an option goes by where its title is too long: by its place among the options."""
    return ascii_uppercase[at] if at < len(ascii_uppercase) else str(at)


def lettered(at: int, title: str, /) -> str:
    return f"{letter(at)} \N{MIDDLE DOT} {title}"


def in_words(name: str) -> str:
    """``replace-and-reuse`` as a reader has it: Replace and reuse."""
    words = name.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]
