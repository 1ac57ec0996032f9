"""One policy under one scenario, run."""

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property

from critflow.records import Records
from critflow.run import Run
from critflow.system import System
from critflow.titles import OVER, SHOCK, titled_option

WHO = ("option", "scenario", "policy")


@dataclass(frozen=True)
class Option:
    """What is compared: a run, and the name that it goes by."""

    name: str
    """The policy; with its scenario where several are compared."""
    run: Run

    def __repr__(self) -> str:
        return f"Option {self.name}: {self.run.system!r}"

    @property
    def who(self) -> dict[str, str]:
        """The cells that each row of a table of it begins with: ``WHO``."""
        return dict(zip(WHO, (self.name, self.scenario, self.policy), strict=True))

    @property
    def scenario(self) -> str:
        return self.run.system.scenario

    @property
    def policy(self) -> str:
        return self.run.system.policy

    @property
    def shocked(self) -> bool:
        """Whether a disruption is laid over the policy, or is all there is."""
        return any(part.startswith(SHOCK) for part in self.policy.split(OVER))

    @cached_property
    def checks(self) -> Records:
        """How it stands to each rule of the law that its system names, in each year."""
        return self.run.targets()

    def title(self, language: str) -> str:
        """As a reader calls it, with its scenario where several are compared."""
        return titled_option(self.run.system, language, scenario=self.name != self.policy)


def options(system: System, policies: list[str], scenarios: list[str]) -> list[Option]:
    """Every policy under every scenario, each run once."""
    systems = {
        policy if len(scenarios) == 1 else f"{policy}, {scenario}": system.under(scenario, policy)
        for scenario in scenarios
        for policy in dict.fromkeys(policies)
    }
    return [Option(name, run) for name, run in zip(systems, ran(systems.values()), strict=True)]


def ran(systems: Iterable[System]) -> list[Run]:
    """Each of them, side by side on all cores."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(Run, systems))
