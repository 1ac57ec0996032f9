"""The command: one verb, one job, and exit codes that scripts can read."""

import json
import shutil
import subprocess
import sys

import critflow as cf
import pytest
from critflow.command_line import main


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def wrong(arguments: list[str], capsys) -> str:
    """What is said where the call is wrong."""
    try:
        code = main(arguments)
    except SystemExit as stopped:
        code = stopped.code
    assert code == 2
    return capsys.readouterr().err


def test_a_run_shows_a_table_and_leaves_a_folder(folder, capsys):
    assert main(["run", str(folder)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("E-bikes in the Netherlands\n")
    assert "lithium [t/a]" in told and "taken from the ground" in told
    assert "Tables: results/bikes-reference-none" in told
    assert {"report.html", "run.json", "flows.csv"} <= {
        path.name for path in (folder.parent / "results" / "bikes-reference-none").iterdir()
    }


def test_a_run_speaks_dutch(folder, capsys):
    main(["run", str(folder), "--language", "nl", "--no-report"])
    told = capsys.readouterr().out
    assert "Elektrische fietsen" in told and "uit de grond" in told and "t/jaar" in told
    assert "Beleid: bestaande praktijk" in told
    assert "23,4" in told and "23.4" not in told


def test_scenario_policy_and_folder_are_chosen(folder, tmp_path):
    main(["run", str(folder), "--policy", "recovery-targets", "--out", "other", "--no-report"])
    facts = json.loads((tmp_path / "other" / "run.json").read_text())
    assert facts["policy"] == "recovery-targets"
    assert not (tmp_path / "other" / "report.html").exists()
    main(["run", str(folder), "--scenario", "base", "--no-report"])
    assert (tmp_path / "results" / "bikes-base-none").is_dir()


def test_json_is_for_machines_alone(folder, capsys):
    main(["run", str(folder), "--json", "--no-report"])
    assert json.loads(capsys.readouterr().out)["system"] == "bikes"


@pytest.mark.parametrize("verb", ["run", "compare"])
def test_work_goes_on_where_nobody_reads_what_is_told(folder, tmp_path, verb):
    """As in `critflow run ... | head`, closed before the first line is told."""
    page = tmp_path / "out" / "report.html"
    asked = [verb, str(folder), "--out", str(page.parent)]
    asked += ["--report", str(page)] if verb == "compare" else []
    call = [sys.executable, "-m", "critflow.command_line", *asked]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.close()
        complaint = running.stderr.read()
    assert (running.returncode, complaint) == (0, b"")
    assert page.is_file()


def test_a_sound_folder_passes_the_check(folder, capsys):
    assert main(["check", str(folder)]) == 0
    assert "has no faults" in capsys.readouterr().out
    assert main(["check", str(folder), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.fixture
def broken(folder):
    table = folder / "parameters" / "metals.csv"
    table.write_text(table.read_text().replace("collection.rate,,0.5,1", "collection.rate,,1.5,1"))
    return folder


@pytest.mark.parametrize("verb", ["check", "run"])
def test_faults_are_told_one_a_line_and_counted(broken, capsys, verb):
    assert main([verb, str(broken)]) == 1
    told = capsys.readouterr()
    *faults, count = told.err.splitlines()
    assert told.out == "" and count == ("1 fault" if len(faults) == 1 else f"{len(faults)} faults")
    assert faults[0].startswith("parameters/metals.csv:2:")
    assert not (broken.parent / "results").exists()


def test_faults_come_as_json_too(broken, capsys):
    assert main(["check", str(broken), "--json"]) == 1
    fault = json.loads(capsys.readouterr().out)[0]
    assert (fault["file"], fault["row"]) == ("parameters/metals.csv", 2)
    assert fault["value"].startswith("1.5")


def test_explain_shows_the_chain(folder, capsys):
    place = "material=cobalt,year=2031"
    arguments = ["explain", str(folder), "recycling.yield", "--at", place]
    assert main([*arguments, "--policy", "recovery-targets"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("recycling.yield[cobalt] in 2031 = 0.95")
    assert "policies/recovery-targets.toml" in told and "replaces base" in told
    main(arguments)
    assert "= 0.75" in capsys.readouterr().out


def test_the_network_is_drawn(folder, tmp_path):
    assert main(["graph", str(folder), "--out", "network.dot", "--language", "nl"]) == 0
    assert "Erts in de grond" in (tmp_path / "network.dot").read_text()


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_the_network_is_laid_out_by_graphviz(folder, tmp_path):
    assert main(["graph", str(folder), "--out", "pictures/network.svg"]) == 0
    assert "Ore in the ground" in (tmp_path / "pictures" / "network.svg").read_text()


def test_without_graphviz_the_remedy_is_named(folder, monkeypatch, capsys):
    monkeypatch.setenv("PATH", "")
    assert "apt install graphviz" in wrong(["graph", str(folder), "--out", "a.svg"], capsys)


def test_a_new_system_runs(tmp_path, capsys):
    assert main(["new", "my-system"]) == 0
    assert "critflow run my-system" in capsys.readouterr().out
    assert cf.check(tmp_path / "my-system") == []


def test_calls_that_are_wrong_say_what_is(folder, capsys):
    assert "holds no system.toml" in wrong(["run", "nowhere"], capsys)
    assert "did you mean 'reference'" in wrong(
        ["run", str(folder), "--scenario", "refrence"], capsys
    )
    assert "new or empty" in wrong(["new", str(folder)], capsys)
    assert "end in .dot" in wrong(["graph", str(folder), "--out", "a.gif"], capsys)
    said = wrong(["explain", str(folder), "sales", "--at", "2031"], capsys)
    assert "is not like product=van,year=2031" in said
    said = wrong(["explain", str(folder), "sales"], capsys)
    assert "no year: sales, must have a year, such as --at year=2031" in said
    said = wrong(["explain", str(folder), "sales", "--at", "product=portable"], capsys)
    assert "a year is missing, such as year=2031" in said
    said = wrong(["explain", str(folder), "sales", "--at", "year=soon"], capsys)
    assert "'soon' is no year" in said
    assert "did you mean 'sales'" in wrong(
        ["explain", str(folder), "sale", "--at", "year=2031"], capsys
    )
    assert "not a results folder" in wrong(["run", str(folder), "--out", str(folder)], capsys)
    assert "usage" in wrong([], capsys)


def test_at_its_end_the_command_does_not_look_through_all_it_holds():
    script = (
        "import atexit, gc; from critflow.command_line import main;"
        "atexit.register(lambda: print(gc.get_freeze_count() > 10_000));"
        "main(['new', 'system']); print(gc.get_freeze_count())"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    frozen_while_it_works, frozen_at_its_end = told.stdout.splitlines()[-2:]
    assert frozen_while_it_works == "0"
    assert frozen_at_its_end == "True"


def test_the_version_is_told():
    command = [sys.executable, "-m", "critflow.command_line", "--version"]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    assert told.stdout == f"critflow {cf.__version__}\n"
