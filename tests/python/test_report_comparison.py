"""The page of a comparison: whole, traceable, readable by everybody, the same every time."""

import re
from pathlib import Path
from urllib.parse import unquote

import critflow as cf
import pytest
from critflow.command_line import main
from critflow.messages import LANGUAGES, word
from critflow.report.comparison import write_comparison
from critflow.report.comparison.page import options
from critflow.report.comparison.reader import compared
from critflow.report.comparison.telling import Telling
from critflow.report.page import digest
from pages import Page, promises

SCENARIOS = Path(__file__).parents[2] / "scenarios"
CHARTS = (
    *("gaps", "levers", "cascade", "through", "capacity", "countries", "shock", "effects"),
    "flows",
)


@pytest.fixture(scope="module", params=LANGUAGES)
def written(request, comparison, tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "compare.html"
    write_comparison(comparison, path, language=request.param)
    return request.param, path.read_text(encoding="utf-8")


@pytest.fixture
def telling(comparison):
    chosen = len(comparison.options) - 1
    return Telling("en", compared(comparison, "en", 2040, chosen), 2040, chosen)


def test_the_page_is_whole_and_says_its_language(written):
    language, text = written
    assert Page(text).all("html") == [{"lang": language}]


def test_the_page_is_small_enough_to_send(written):
    assert len(written[1].encode()) < 3_000_000


def test_the_page_asks_nothing_of_the_network(written):
    page = Page(written[1])
    for tag in ("script", "link", "img", "iframe", "object"):
        assert all(not {"src", "href", "data"} & set(one) for one in page.all(tag))
    links = [one["href"] for one in page.all("a")]
    assert all(link.startswith(("https://", "#", "data:text/csv")) for link in links)


def test_only_our_own_style_and_script_are_let_in(written):
    text = written[1]
    policy = next(
        one["content"]
        for one in Page(text).all("meta")
        if "content" in one and "src" in one["content"]
    )
    style = re.search(r"<style>(.*?)</style>", text, re.S).group(1)
    script = re.search(r"<script>(.*?)</script>", text, re.S).group(1)
    assert "default-src 'none'" in policy
    assert f"style-src '{digest(style)}'" in policy
    assert f"script-src '{digest(script)}'" in policy
    assert 'style="' not in text
    assert " onclick" not in text


def test_every_chart_is_there_or_says_why_not(written):
    sections = {one.get("id") for one in Page(written[1]).all("section")}
    assert {"matrix", "lights", *CHARTS} <= sections


def test_what_is_wider_than_a_small_screen_moves_inside_its_own_box(written):
    language, text = written
    boxes = re.findall(r'<div class="([^"]*)"[^>]*>\s*<(?:table|div class="panel")', text)
    wide = [box for box in boxes if "scroll" in box or "one" in box]
    assert len(wide) > 10 and all("scroll" in box for box in wide)
    assert {"en": "moved sideways", "nl": "opzij te schuiven"}[language] in text


def test_a_scenario_that_all_options_have_is_told_once(telling):
    told = options(telling)
    assert [len(row) for row in told.rows] == [3, 3]
    assert telling.option.reading.scenario in told.caption


def test_every_id_is_there_once_and_every_drawing_has_a_name(written):
    page = Page(written[1])
    ids = [one["id"] for _, one, _ in page.elements if "id" in one]
    assert len(ids) == len(set(ids))
    for drawing in page.all("svg"):
        if drawing.get("aria-hidden") != "true":
            assert drawing["aria-labelledby"] in ids
            assert drawing["aria-describedby"] in ids


def test_what_is_drawn_can_be_loaded_as_numbers(written):
    for link in Page(written[1]).all("a"):
        if "download" in link:
            lines = unquote(link["href"].partition(",")[2]).splitlines()
            assert len(lines) > 1
            assert "year" in lines[0] or "period" in lines[0]


def test_the_future_is_expected_and_never_certain(written):
    language, text = written
    words = " ".join(Page(text).words)
    assert promises(words, language) == []


def test_a_light_has_a_word_beside_its_colour(written):
    text = written[1]
    for cell in re.findall(r'<td class="light [^"]*">(.*?)</td>', text, re.S):
        assert re.search(r'<span class="sign" aria-hidden="true">[^<\s]+</span>', cell)
        assert re.search(r'<span class="unseen">[^<]+</span>', cell)


def test_there_is_a_sheet_for_each_option_but_the_reference(written, comparison):
    sheets = [one for one in Page(written[1]).all("section") if one.get("class") == "sheet"]
    assert len(sheets) == len(comparison.options) - 1


def test_the_reference_and_the_state_of_the_law_stand_above(written):
    language, text = written
    assert cf.load(SCENARIOS / "nl-batteries").law == "eu-2026-08"
    assert ("August 2026" if language == "en" else "augustus 2026") in text.partition("<main>")[0]


def test_the_same_comparison_gives_the_same_page(comparison, tmp_path):
    for name in ("one.html", "other.html"):
        write_comparison(comparison, tmp_path / name, language="nl")
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "other.html").read_bytes()


def test_the_command_writes_the_page_where_it_is_asked_to(tmp_path, capsys):
    asked = ["--policies", "law-met", "--years", "2030", "--language", "nl"]
    where = ["--report", str(tmp_path / "page.html"), "--out", str(tmp_path / "tables")]
    assert main(["compare", str(SCENARIOS / "nl-batteries"), *asked, *where]) == 0
    assert Page((tmp_path / "page.html").read_text(encoding="utf-8")).all("html") == [
        {"lang": "nl"}
    ]
    assert "page.html" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--option", "none"], "stand with --report"),
        (["--report", "page.html", "--option", "nun"], "did you mean 'none'"),
        (["--report", "page.html", "--study", "nowhere"], "be a folder that critflow study left"),
    ],
)
def test_a_page_that_cannot_be_written_is_refused_before_any_table(
    folder, tmp_path, capsys, more, said
):
    out = tmp_path / "tables"
    assert main(["compare", str(folder), "--policies", "none", "--out", str(out), *more]) == 2
    assert said in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(
    ("asked", "named"),
    [({"language": "fr"}, "language"), ({"year": 2041}, "year"), ({"option": "x"}, "option")],
)
def test_what_a_comparison_does_not_have_is_refused_by_name(comparison, tmp_path, asked, named):
    with pytest.raises(cf.InvalidValue, match=named):
        write_comparison(comparison, tmp_path / "page.html", **asked)
    assert not (tmp_path / "page.html").exists()


def test_metal_that_left_use_is_told_of_whole(telling):
    from critflow.report.comparison.cascade import of_option

    for option in telling.options:
        left = sum(
            link.amount
            for link in option.flows["lithium", 2040]
            if link.tail in option.reading.in_use
        )
        assert of_option(option, "lithium", 2040).total >= left * (1 - 1e-9)


def test_a_cell_of_the_matrix_is_the_figure_of_its_run(telling, comparison):
    from critflow.report.comparison.matrix import matrices

    lithium = next(one for one in matrices(telling) if one.main and "lithium" in one.key)
    for option, (_, cells) in zip(comparison.options, lithium.rows, strict=True):
        run = option.run.indicator("secondary_supply", layer="lithium", year=2040)
        assert cells[1].sorted_by == pytest.approx(float(run))


def test_a_system_without_primary_metal_tells_what_levers_add_to_secondary_metal(tmp_path):
    electronics = cf.compare(SCENARIOS / "nl-electronics", policies=["law-met"], years=[2040])
    write_comparison(electronics, tmp_path / "page.html", language="nl")
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "levers_secondary" in {one.get("id") for one in Page(text).all("section")}
    assert "meer secundair metaal" in text
    found = electronics.contributions()
    assert set(found["indicator"]) == {"secondary_supply"}


def test_a_system_without_law_and_metal_says_why_there_is_nothing(tmp_path, bikes):
    write_comparison(cf.compare(bikes, policies=[], years=[2030]), tmp_path / "page.html")
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert {"lights", *CHARTS} <= {one.get("id") for one in Page(text).all("section")}
    assert "names no law" in text


LEVER = """
schema = 1

[title]
en = "Better yields"
nl = "Betere opbrengsten"

[lever.yield]
title = { en = "Better yield of lithium", nl = "Betere opbrengst van lithium" }
changes = "recycling.yield[material=lithium]"
rule = "blend"
unit = "%"
value = 80
shape = { linear = [2027, 2031] }
applies_to = "flows"
knob = "processing"
legal_status = "in force"
actor = "EU"
instrument = "Regulation (EU) 2023/1542, Annex XII"
pillar = "4"
source = "assumption"
note = "as the law asks from 2031 on"
"""


def test_the_sheet_of_an_option_names_its_levers_with_who_when_and_on_what_ground(folder, tmp_path):
    (folder / "policies" / "levers.toml").write_text(LEVER, encoding="utf-8")
    write_comparison(cf.compare(folder, policies=["levers"]), tmp_path / "page.html", language="nl")
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    row = re.search(r"<tr>\s*<th[^>]*>Betere opbrengst van lithium</th>(.*?)</tr>", text, re.S)
    cells = re.findall(r"<td[^>]*>(.*?)</td>", row.group(1))
    law = "Verordening (EU) 2023/1542, bijlage XII"
    assert cells == ["4", "hoogwaardig verwerken", "EU", law, "van kracht", "2028"]
    assert "Op aanname berust: Betere opbrengst van lithium." in text


def test_a_sheet_has_no_column_that_is_empty_for_all_its_levers(folder, tmp_path):
    text = LEVER.replace('pillar = "4"\n', "")
    (folder / "policies" / "levers.toml").write_text(text, encoding="utf-8")
    write_comparison(cf.compare(folder, policies=["levers"]), tmp_path / "page.html", language="nl")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert '<th scope="col">Knop</th>' in page and '<th scope="col">Pijler</th>' not in page


def test_a_shock_that_raises_primary_metal_has_a_page_too(tmp_path):
    shocked = cf.compare(SCENARIOS / "nl-batteries", policies=["shock-export-stop"])
    write_comparison(shocked, tmp_path / "page.html", language="nl")
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "er wordt geen primair metaal vermeden" in text


def test_a_target_reached_by_assumption_is_marked_wherever_it_is_told(written):
    language, text = written
    marked = "by assumption" if language == "en" else "op aanname"
    short = re.search(r'<ul class="short">(.*?)</ul>', text, re.S).group(1)
    assert marked in short
    lights = re.findall(r'<table class="lights">\s*<caption>(.*?)</caption>', text, re.S)
    assert any(marked in one for one in lights)
    full = "of the full effort (85 %)" if language == "en" else "van de volle inzet (85 %)"
    assert full in text


def test_no_dutch_page_holds_what_the_catalogue_says_in_english(comparison, tmp_path):
    write_comparison(comparison, tmp_path / "page.html", language="nl")
    text = " ".join(Page((tmp_path / "page.html").read_text(encoding="utf-8")).words)
    for english in ("cannot exceed the waste", "producers", "Regulation (EU) 2023/1542, Art"):
        assert english not in text


def test_the_catalogue_warns_in_both_languages():
    for entry in cf.levers_catalogue():
        if entry["interactions"]:
            assert word("interactions", entry["id"], "en") == entry["interactions"]
            assert word("interactions", entry["id"], "nl") != entry["interactions"]
