"""Legal targets of collection, from the law that the system of a run names."""

from critflow.report.reading import Target
from critflow.run import Run
from critflow.targets import law


def collection_targets(run: Run) -> list[Target]:
    """Those for the categories of waste that the system has; none where it names no law."""
    if run.system.law is None:
        return []
    categories = run.system.dimensions.get("category", [])
    return [
        Target(
            step["category"],
            int(step["from"][:4]),
            step["threshold"],
            step["source"],
            step["article"],
        )
        for step in law(run.system.law)
        if step["indicator"] == "legal_collection_rate"
        and step["legal_status"] in ("in force", "adopted")
        and step["category"] in categories
    ]
