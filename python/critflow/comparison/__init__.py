"""Options beside each other: what each policy changes, and how it stands to the law."""

from critflow.comparison.compare import Comparison, compare
from critflow.comparison.option import Option

__all__ = ["Comparison", "Option", "compare"]
