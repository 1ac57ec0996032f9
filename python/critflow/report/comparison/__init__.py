"""The page of a comparison: what an official opens to choose between options."""

from critflow.report.comparison.writing import write_comparison

__all__ = ["write_comparison"]
