"""What tests of the page of a comparison make by hand."""


def effect_row(effect, of, status, change=None, reason=None):
    return {
        "option": "b",
        "effect": effect,
        "of": of,
        "period": "2030",
        "unit": "EUR/a",
        "change": change,
        "low": None,
        "high": None,
        "status": status,
        "reason": reason,
        "basis": "of one kind",
    }


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")
