"""Rows of a table by what their cells hold."""


def rows(records, **wanted):
    return [row for row in records if all(row[key] == one for key, one in wanted.items())]


def only(records, **wanted):
    (row,) = rows(records, **wanted)
    return row


def figure(compared, option, indicator, material, period):
    """A cell of a comparison's matrix."""
    return only(
        compared.matrix(), option=option, indicator=indicator, material=material, period=period
    )
