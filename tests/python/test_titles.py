"""What a reader calls policies and scenarios."""

import critflow as cf
import pytest
from critflow.titles import titled

TITLES = {"booster": {"en": "Booster", "nl": "Aanjager"}, "no-title": {"en": "", "nl": ""}}


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("booster", "Aanjager"),
        ("no-title", "No title"),
        ("booster+no-title", "Aanjager + No title"),
        ("none+booster", "bestaande praktijk (geen extra beleid) + Aanjager"),
        ("replace-and_reuse", "Replace and reuse"),
    ],
)
def test_a_policy_is_called_by_its_title_else_by_its_name_in_words(name, called):
    assert titled("policy", TITLES, name, "nl") == called


def test_a_policy_without_a_title_has_its_name_in_words_in_a_comparison(folder):
    file = folder / "policies" / "recovery-targets.toml"
    text = file.read_text(encoding="utf-8")
    head, _, rest = text.partition("[title]")
    file.write_text(head + rest[rest.index("\n[") + 1 :], encoding="utf-8")
    option = cf.compare(folder, policies="recovery-targets").options[1]
    assert option.title("nl") == "Recovery targets"
