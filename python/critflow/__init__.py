"""Critical raw materials followed from mine to product and back."""

from critflow._core import version

__version__ = version()

__all__ = ["__version__", "version"]
