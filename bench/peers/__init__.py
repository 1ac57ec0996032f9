"""Our speed beside that of NumPy, flodym and dpmfa, core for core: ``python -m peers``."""

import os

# Read by the libraries when they are first loaded.
for library in ("OMP", "OPENBLAS", "MKL"):
    os.environ[f"{library}_NUM_THREADS"] = "1"
