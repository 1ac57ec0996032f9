"""Every message in both languages, with the same placeholders."""

import csv
import string
from importlib import resources

import pytest
from critflow import _core, messages


def placeholders(text):
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)


@pytest.mark.parametrize("key", sorted(messages.table()))
def test_a_message_says_the_same_in_both_languages(key):
    row = messages.table()[key]
    assert set(row) == set(messages.LANGUAGES)
    assert all(row.values())
    assert placeholders(row["en"]) == placeholders(row["nl"])


def test_no_message_is_there_twice():
    text = resources.files("critflow").joinpath("messages.csv").read_text(encoding="utf-8")
    keys = [row["key"] for row in csv.DictReader(text.splitlines())]
    assert len(keys) == len(set(keys))


def test_placeholders_are_filled():
    assert messages.text("number.less_than", "nl", value=1, unit="t") == "minder dan 1 t"


def test_a_language_that_we_do_not_write_is_refused_by_name():
    with pytest.raises(ValueError, match="language: unknown: 'fr', must be one of en, nl"):
        messages.text("page.policy", "fr")


def test_a_word_without_a_message_is_its_own_name():
    assert messages.word("layer", "cobalt", "nl") == "kobalt"
    assert messages.word("layer", "tellurium", "nl") == "tellurium"


@pytest.mark.parametrize("one", _core.definitions(), ids=lambda one: one.name)
def test_an_indicator_is_called_the_same_in_reports_and_in_the_library(one):
    called = messages.table().get(f"indicator.{one.name}", one.title)
    assert {language: called[language].lower() for language in messages.LANGUAGES} == {
        language: one.title[language].lower() for language in messages.LANGUAGES
    }
