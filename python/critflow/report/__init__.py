"""The page and the pictures of a run: what an official opens first."""

from critflow.report.writing import write_picture, write_report

__all__ = ["write_picture", "write_report"]
