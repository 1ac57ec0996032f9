"""The words and numbers of one language."""

from dataclasses import dataclass
from functools import cached_property

from critflow.messages import text, word
from critflow.numbers import Numbers

KINDS = {"material": "layer", "use": "category"}  # of messages for items of a dimension


def capital(text: str) -> str:
    """With a capital letter first."""
    return text[:1].upper() + text[1:]


@dataclass(frozen=True)
class Words:
    """What says the same thing in the language of a page."""

    language: str

    @cached_property
    def numbers(self) -> Numbers:
        return Numbers(self.language)

    def say(self, key: str, **values: object) -> str:
        return text(key, self.language, **values)

    def layer(self, name: str) -> str:
        return word("layer", name, self.language)

    def input(self, name: str) -> str:
        """Of ``pack.mass[product=van]``: mass of a pack, vans. What has no message stays."""
        parameter, _, place = name.removesuffix("]").partition("[")
        items = [item.partition("=") for item in place.split(",") if item]
        said = [word(KINDS.get(dim, dim), item, self.language) for dim, _, item in items]
        return ", ".join([word("parameter", parameter, self.language), *said])

    def source(self, key: str) -> str:
        return word("source", key, self.language)

    def tonnes(self, value: float) -> str:
        return self.numbers.amount(value, "t")

    def listed(self, parts: list[str]) -> str:
        """`a, b and c`."""
        if len(parts) < 2:
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {self.say('list.and')} {parts[-1]}"
