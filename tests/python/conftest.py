"""Systems that several tests look at."""

from pathlib import Path

import critflow as cf
import pytest
from critflow.new_system import FIRST_SYSTEM, copy_to

SCENARIOS = Path(__file__).parents[2] / "scenarios"


@pytest.fixture(scope="session")
def bikes() -> cf.System:
    return cf.load(FIRST_SYSTEM)


@pytest.fixture(scope="session")
def run(bikes: cf.System) -> cf.Run:
    return cf.simulate(bikes)


@pytest.fixture(scope="session")
def batteries() -> cf.Run:
    return cf.simulate(cf.load(SCENARIOS / "nl-batteries"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy_to(tmp_path / "bikes")
    return tmp_path / "bikes"


@pytest.fixture(scope="session")
def comparison():
    return cf.compare(SCENARIOS / "nl-batteries", policies=["law-met"])
