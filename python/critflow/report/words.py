"""The words and numbers of one language."""

from dataclasses import dataclass
from functools import cached_property

from critflow.messages import text, word
from critflow.numbers import Numbers


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

    def source(self, key: str) -> str:
        return word("source", key, self.language)

    def tonnes(self, value: float) -> str:
        return self.numbers.amount(value, "t")

    def listed(self, parts: list[str]) -> str:
        """`a, b and c`."""
        if len(parts) < 2:
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {self.say('list.and')} {parts[-1]}"
