"""Words of the command line that stand for something: a folder, a share, a place, a year."""

import argparse
from pathlib import Path


def system_folder(given: str) -> Path:
    folder = Path(given)
    if not (folder / "system.toml").is_file():
        raise argparse.ArgumentTypeError(f"{given} holds no system.toml")
    return folder


def share_of(given: str) -> tuple[int, int]:
    share, stroke, of = given.partition("/")
    if not (stroke and share.isdigit() and of.isdigit() and 1 <= int(share) <= int(of)):
        raise argparse.ArgumentTypeError(f"{given!r} is not like 3/20")
    return int(share), int(of)


def place(given: str, like: str = "category=LMT,product=e-bike") -> dict[str, str]:
    found = dict(part.split("=", 1) for part in given.split(",") if "=" in part)
    if len(found) != given.count(",") + 1:
        raise argparse.ArgumentTypeError(f"{given!r} is not like {like}")
    return found


def place_and_year(given: str) -> tuple[dict[str, str], int]:
    found = place(given, like="product=van,year=2031")
    if "year" not in found:
        raise argparse.ArgumentTypeError(f"{given!r}: a year is missing, such as year=2031")
    if not found["year"].isdigit():
        raise argparse.ArgumentTypeError(f"{found['year']!r} is no year, such as 2031")
    return found, int(found.pop("year"))
