"""The page of a comparison with a study behind it, and the studies that it refuses."""

from pathlib import Path
from types import SimpleNamespace

import critflow as cf
import numpy as np
import pytest
from by_hand import plain
from critflow.command_line import main
from critflow.report.comparison import write_comparison
from critflow.report.comparison.drawn import drawn
from critflow.report.comparison.drivers import shares
from critflow.report.comparison.lights import note
from critflow.report.comparison.reading import Drawn, Driver, Settled
from critflow.report.comparison.settled import what_is_settled
from critflow.report.comparison.telling import Telling
from critflow.table import Table
from pages import Page, promises


def test_the_command_draws_the_option_that_is_asked_for_with_its_study(folder, tmp_path, capsys):
    study, page = str(tmp_path / "study"), str(tmp_path / "page.html")
    both = ["--policies", "none", "recovery-targets"]
    assert main(["study", str(folder), *both, "--draws", "64", "--out", study]) == 0
    how = ["--contributions", "one-at-a-time", "--study", study, "--option", "none"]
    where = ["--report", page, "--out", str(tmp_path / "tables")]
    assert main(["compare", str(folder), *both, *how, *where]) == 0
    sections = {
        one.get("id") for one in Page(Path(page).read_text(encoding="utf-8")).all("section")
    }
    assert {"drivers", "robustness"} <= sections
    assert (tmp_path / "tables" / "compare.json").is_file()


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (["--policies", "none"], "unknown option: reference/recovery-targets"),
        (["--policies", "none", "recovery-targets", "--figures", "mined"], "primary_supply"),
    ],
)
def test_a_study_that_lacks_what_the_page_tells_is_refused_before_any_table(
    folder, tmp_path, capsys, of, said
):
    study, out = str(tmp_path / "study"), tmp_path / "tables"
    assert main(["study", str(folder), *of, "--draws", "64", "--out", study]) == 0
    call = ["compare", str(folder), "--policies", "recovery-targets", "--out", str(out)]
    assert main([*call, "--report", str(tmp_path / "page.html"), "--study", study]) == 2
    assert said in capsys.readouterr().err
    assert not out.exists()


def test_a_study_of_other_tables_is_refused_and_what_differs_is_named(folder, tmp_path):
    study = cf.Study(folder, policies=["none"]).run(
        draws=64, figures=["mined"], out=tmp_path / "of" / "shards"
    )
    study.write(tmp_path / "of")
    again = cf.read_study(tmp_path / "of", folder)
    assert list(again.targets()) == list(study.targets())
    assert np.array_equal(
        again.band("mined", layer="lithium").values, study.band("mined", layer="lithium").values
    )
    table = folder / "parameters" / "metals.csv"
    table.write_text(table.read_text().replace("collection.rate,,0.5,1", "collection.rate,,0.6,1"))
    with pytest.raises(cf.InvalidValue, match="of another system: reference, none"):
        cf.read_study(tmp_path / "of", folder)


class DrawnByHand:
    """What a study says, with numbers of our own."""

    recipe = SimpleNamespace(draws=1000)

    def targets(self, option):
        return [
            {"target": "collection.portable", "year": year, "probability": share}
            for year, share in ((2030, 0.95), (2035, 0.5), (2040, 0.0))
        ]

    def band(self, key, *, layer, option, quantiles):
        values = np.array([[0.3, 0.6], [0.4, 0.9], [0.0, 0.0]])
        absent = np.array([[False, False], [False, False], [True, True]])
        coords = {"year": (2030, 2035, 2040), "quantile": ("5 %", "95 %")}
        return Table(key, ("year", "quantile"), coords, values, ("1",), absent)

    def beats(self, a, b, figure, *, year, layer, less):
        return 0.87 if b[1] == "none" else 0.13

    overruled = (
        {
            "input": "collection.rate[category=portable]",
            "scenario": "reference",
            "policy": "law-met",
            "share": 0.4,
            "year": 2027,
            "levers": "portable-collection",
        },
    )
    held = tuple(
        {"input": "fleet", "scenario": "reference", "policy": policy, "share": 0.02}
        for policy in ("none", "law-met")
    )

    def sensitivity(self, figure, *, year, layer, option, samples):
        return [
            {"input": "fleet", "first": 0.6, "total": 0.55, "total_error": 0.04},
            {"input": "life", "first": -0.01, "total": 0.3, "total_error": 0.02},
        ]


def test_a_study_is_told_by_probability_by_what_drives_it_and_by_who_is_better(
    comparison, tmp_path
):
    path = tmp_path / "page.html"
    write_comparison(comparison, path, language="nl", study=DrawnByHand())
    text = path.read_text(encoding="utf-8")
    page = Page(text)
    sections = [one.get("id") for one in page.all("section")]
    assert {"drivers", "settled", "robustness"} <= set(sections)
    states = {one.get("class") for one in page.all("td")}
    assert {"light expected", "light uncertain", "light not-expected"} <= states
    assert "95\N{NO-BREAK SPACE}% van trekkingen" in text
    assert "lithium 87\N{NO-BREAK SPACE}%" in text
    assert "lithium: wagenpark (55\N{NO-BREAK SPACE}%)" in text
    assert promises(" ".join(page.words), "nl") == []


def test_what_measures_leave_nothing_of_is_told_by_option_with_their_titles(comparison):
    told = drawn(comparison, 1, DrawnByHand(), 2040, "nl").settled
    assert [[one.at, one.name, one.first_year, one.levers] for one in told] == [
        [0, "fleet", None, []],
        [
            1,
            "collection.rate[category=portable]",
            2027,
            ["Draagbare batterijen: het doel gehaald, op aanname"],
        ],
        [1, "fleet", None, []],
    ]


def of_draws(settled, levers=()):
    option = SimpleNamespace(name="b", title="B", levers=levers)
    drawn = Drawn(1000, {}, {}, {}, settled)
    return Telling("en", SimpleNamespace(options=[option], drawn=drawn), 2040, 0)


def test_an_input_that_is_settled_stands_in_a_table_with_what_settles_it():
    one = Settled(0, "dismantling.yield", 1.0, 2027, ["No cells lost"])
    shown = what_is_settled(of_draws([one, Settled(0, "fleet", 0.02, None, [])]))
    assert "measures settle 1 of the inputs" in shown.answer
    assert [plain(cell) for cell in shown.table.rows[0]] == [
        *("A", "yield of dismantling", "100 %", "2027", "No cells lost")
    ]
    assert shown.table.rows[1][3:] == ["", "held at the most that the number can be"]
    assert what_is_settled(of_draws([])).absent


def test_beside_shares_of_draws_stands_what_they_do_not_say():
    solved = SimpleNamespace(effort={2030: 0.7})
    assert "not how likely a measure is" in note(of_draws([]))
    assert "the same in every draw" in note(of_draws([], [solved]))
    assert "the same in every draw" not in note(of_draws([], [SimpleNamespace(effort={})]))


def test_what_a_driver_does_by_itself_is_no_more_than_what_it_has_a_part_in():
    parts = shares(Driver("fleet", alone=0.6, total=0.55, error=0.04), "alone", "together")
    assert [part.amount for part in parts] == pytest.approx([55.0, 0.0])
    parts = shares(Driver("life", alone=-0.01, total=0.3, error=0.02), "alone", "together")
    assert [part.amount for part in parts] == pytest.approx([0.0, 30.0])
