"""The page: whole, readable by everybody, asking nothing of the network, the same every time."""

import re
from pathlib import Path

import critflow as cf
import pytest
from critflow.messages import LANGUAGES
from critflow.report import write_picture, write_report
from critflow.report.page import digest
from critflow.report.reader import read
from pages import Page

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module", params=LANGUAGES)
def written(request, batteries, tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "report.html"
    write_report(batteries, path, language=request.param)
    return request.param, path.read_text(encoding="utf-8")


def test_a_page_is_whole_and_says_its_language(written):
    language, text = written
    assert Page(text).all("html") == [{"lang": language}]


def test_every_drawing_has_a_name_and_a_description(written):
    page = Page(written[1])
    ids = {attributes["id"] for _, attributes, _ in page.elements if "id" in attributes}
    drawings = [one for one in page.all("svg") if one.get("aria-hidden") != "true"]
    assert len(drawings) == 1 + 2 + 4 + 1 + 6
    for one in drawings:
        assert one["role"] == "img"
        assert {one["aria-labelledby"], one["aria-describedby"]} <= ids


def test_no_two_elements_have_the_same_id(written):
    ids = [attributes["id"] for _, attributes, _ in Page(written[1]).elements if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_every_figure_is_followed_by_its_numbers_as_a_table(written):
    page = Page(written[1])
    figures = [i for i, (tag, _, _) in enumerate(page.elements) if tag == "figure"]
    for start, end in zip(figures, [*figures[1:], len(page.elements)], strict=True):
        later = [tag for tag, _, inside in page.elements[start:end] if "details" in inside]
        assert "table" in later


def test_every_table_has_a_caption_and_heads(written):
    page = Page(written[1])
    assert len(page.all("caption")) == len(page.all("table")) == 10
    assert all("scope" in head for head in page.all("th"))


def test_a_page_asks_nothing_of_the_network_and_runs_nothing(written):
    page = Page(written[1])
    for tag, attributes, _ in page.elements:
        assert tag not in {"script", "link", "img", "iframe", "object", "embed", "form"}
        assert not any(name.startswith("on") or name in {"src", "style"} for name in attributes)
        if tag != "a":
            assert "href" not in attributes
    assert "@import" not in written[1]
    assert not re.search(r"url\((?!#)", written[1])


def test_the_policy_of_the_page_allows_its_own_style_only(written):
    text = written[1]
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL).group(1)
    policy = Page(text).all("meta")[1]["content"]
    assert policy.startswith(f"default-src 'none'; style-src '{digest(style)}'")


def test_links_lead_to_sources_over_https(written):
    links = [one["href"] for one in Page(written[1]).all("a")]
    assert links
    assert all(link.startswith("https://") for link in links)


def test_no_number_is_missing_or_infinite(written):
    text = " ".join(Page(written[1]).words)
    assert not re.search(r"\b(nan|inf|None)\b", text)


def test_the_same_run_gives_the_same_bytes(batteries, tmp_path):
    pages = []
    for name in ("first", "second"):
        write_report(batteries, tmp_path / name)
        pages.append((tmp_path / name).read_bytes())
    assert pages[0] == pages[1]


def test_dutch_numbers_have_a_comma_and_english_ones_a_point(written):
    language, text = written
    mined = text[text.index("headline") :]
    assert re.search(
        r"\d,\d\N{NO-BREAK SPACE}kt" if language == "nl" else r"\d\.\d\N{NO-BREAK SPACE}kt", mined
    )


def test_the_sentences_tell_what_the_indicators_say(batteries, tmp_path):
    write_report(batteries, tmp_path / "page.html", year=2050)
    mined = float(batteries.indicator("mined", layer="lithium", year=2050))
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert f"{mined / 1000:.1f}\N{NO-BREAK SPACE}kt lithium" in text


def test_another_material_draws_other_flows(batteries, tmp_path):
    write_report(batteries, tmp_path / "page.html", material="cobalt")
    assert "Where does the cobalt go" in (tmp_path / "page.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("asked", [{"language": "fr"}, {"year": 1999}, {"material": "litium"}])
def test_what_the_run_does_not_have_is_refused_by_name(batteries, tmp_path, asked):
    with pytest.raises(cf.InvalidValue, match=f"unknown {next(iter(asked))}"):
        write_report(batteries, tmp_path / "page.html", **asked)


def test_a_title_of_the_folder_is_text_and_never_markup(folder, tmp_path):
    system = folder / "system.toml"
    title = 'title = { en = "<script>alert(1)</script>", nl = "<b>fietsen</b>" }'
    system.write_text(
        re.sub(r"(?m)^title = .*$", title, system.read_text("utf-8"), count=1), "utf-8"
    )
    write_report(cf.simulate(cf.load(folder)), tmp_path / "page.html")
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "<script" not in text
    assert "&lt;script&gt;" in text


def test_a_small_system_has_a_page_too(run, tmp_path):
    write_report(run, tmp_path / "page.html", language="nl")
    Page((tmp_path / "page.html").read_text(encoding="utf-8"))


def test_the_bands_of_cohorts_sum_to_the_stock_in_use(batteries):
    reading = read(batteries, "en", 2040)
    bands = sum(one.stock for one in reading.cohorts)
    stock = sum(one.stock for one in reading.products)
    assert bands == pytest.approx(stock, rel=1e-12)


def test_what_a_metal_is_supplied_by_meets_its_demand(batteries):
    for metal in read(batteries, "en", 2040).metals:
        supply = metal.primary + metal.old_scrap + metal.new_scrap
        assert (supply >= metal.demand * (1 - 1e-12)).all()


def test_every_source_that_the_page_names_is_listed(batteries):
    reading = read(batteries, "en", 2040)
    told = (*reading.assumed, *reading.published, *reading.targets)
    named = {one.source for one in told} - {"assumption"}
    assert named == {one.key for one in reading.sources}


def test_the_flows_drawn_are_those_of_the_run(batteries):
    links = read(batteries, "en", 2040).links["copper"]
    link = next(one for one in links if one.tail == "refining" and one.head == "metal")
    assert link.amount == float(batteries.flow("refining", "metal", layer="copper", year=2040))


def test_what_is_missing_at_a_market_has_a_name_on_the_page():
    metals = cf.simulate(cf.load(ROOT / "scenarios" / "world-metals"))
    told = read(metals, "nl", 2040)
    assert told.processes["shortage"] == "Tekort"
    assert all(told.processes.keys() >= set(ends) for ends in metals.flows)


def test_a_picture_that_is_not_there_is_refused_by_name(batteries, tmp_path):
    with pytest.raises(cf.InvalidValue, match="origin"):
        write_picture(batteries, tmp_path / "picture.svg", "orgin")


def test_the_picture_in_the_readme_is_what_a_run_draws(batteries, tmp_path):
    """If not: write_picture(run, "docs/images/first-run.svg", "origin")."""
    write_picture(batteries, tmp_path / "picture.svg", "origin")
    drawn = (tmp_path / "picture.svg").read_text(encoding="utf-8")
    assert drawn == (ROOT / "docs/images/first-run.svg").read_text(encoding="utf-8")
