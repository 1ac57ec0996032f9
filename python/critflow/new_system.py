"""A small folder that runs, to start from."""

import shutil
from pathlib import Path

from critflow.faults import Fault, InvalidValue

FIRST_SYSTEM = Path(__file__).parent / "first_system"


def copy_to(folder: Path) -> None:
    """Makes the folder.

    Raises
    ------
    InvalidValue
        Where there is something already.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        fault = Fault(where="new", what="exists", value=str(folder), rule="be new or empty")
        raise InvalidValue([fault])
    shutil.copytree(FIRST_SYSTEM, folder, dirs_exist_ok=True)
