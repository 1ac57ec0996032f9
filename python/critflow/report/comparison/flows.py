"""E: where each metal goes, in each year asked for, in the option shown."""

from critflow.report.comparison.chart import Chart, absent, chart, records
from critflow.report.comparison.telling import Telling
from critflow.report.figures import Panel
from critflow.report.sankey import sankey
from critflow.report.sankey_links import readable
from critflow.report.svg import key_of


def flows_of_metals(telling: Telling) -> Chart:
    flows = telling.option.flows
    drawn = {place: links for place, links in flows.items() if links}
    if not drawn:
        return absent(telling, "flows", telling.say("compared.flows.absent"))
    panels = [one_panel(telling, *place) for place in drawn]
    rows = [
        {
            "option": telling.option.name,
            "material": material,
            "year": year,
            "from": link.tail,
            "to": link.head,
            "value": link.amount,
            "unit": "t/a",
        }
        for (material, year), links in drawn.items()
        for link in sorted(links, key=lambda link: -link.amount)
    ]
    answer = telling.say("compared.flows.answer", option=telling.name(telling.chosen))
    data = records("flows", rows)
    return chart(telling, "flows", data, answer=answer, panels=panels, wide=True, at_once=1)


def one_panel(telling: Telling, material: str, year: int) -> Panel:
    option = telling.option
    title = telling.say("flows.title", layer=telling.layer(material), year=year)
    links, rest = option.flows[material, year], telling.say("products.other")
    shown = readable(links, option.reading.processes, option.reading.in_use, rest)
    about = telling.say("compared.flows.described", title=title)
    key = key_of("flows", material, year)
    return Panel(title, sankey(key, title, about, shown, telling.numbers))
