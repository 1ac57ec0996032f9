"""Writes the page: one file that asks nothing of the network and runs no script."""

import base64
import hashlib
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from critflow.report import collection, difference, figures, sentences, tables
from critflow.report.story import Story
from critflow.report.svg import written


def page(story: Story) -> str:
    """The whole page as text. Everything but our own drawings and style is escaped."""
    style = text_of("report", "page.css")
    template = environment().get_template("page.html")
    return template.render(
        story=story,
        reading=story.reading,
        facts=story.reading.facts,
        say=story.say,
        style=Markup(style),
        style_hash=digest(style),
        headlines=sentences.headlines(story),
        key_answer=sentences.key_answer(story),
        key_figures=tables.key_figures(story),
        collection=collection.collection(story),
        targets=collection.targets(story),
        verdict=collection.verdict(story),
        difference=difference.difference(story),
        evidence=tables.evidence(story),
        rows_used=tables.rows_used(story),
        balance=sentences.conventions(story),
        pictures=figures.pictures(story),
    )


def environment() -> Environment:
    """Templates in which everything is escaped, and a name that is not given is a fault."""
    made = Environment(
        loader=PackageLoader("critflow.report", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["drawn"] = lambda picture: Markup(written(picture))
    return made


def text_of(room: str, name: str) -> str:
    """A file of the package, such as a style."""
    return resources.files(f"critflow.{room}").joinpath(name).read_text(encoding="utf-8")


def digest(style: str) -> str:
    """What a content security policy calls this style."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
