"""Flows laid out: loops run back, nothing overlaps, what is small is left to the table."""

import random
from itertools import pairwise

import pytest
from critflow.numbers import Numbers
from critflow.report.sankey import LINE, name_and_amount, sankey, wrapped
from critflow.report.sankey_layout import (
    Link,
    forward_and_back,
    lay_out,
    leads,
    least_back_order,
)
from critflow.report.sankey_links import Drawing, readable
from critflow.report.svg import INK, PAPER

LOOP = [
    Link("mine", "market", 80.0),
    Link("market", "use", 100.0),
    Link("use", "waste", 60.0),
    Link("waste", "recycling", 30.0),
    Link("waste", "landfill", 30.0),
    Link("recycling", "market", 20.0),
    Link("recycling", "slag", 10.0),
]


def titles(links):
    return {name: name.capitalize() for link in links for name in (link.tail, link.head)}


def room(links, height):
    """The same above each box."""
    return dict.fromkeys(titles(links), height)


def drawn(links, in_use=()):
    return readable(links, titles(links), in_use, "Other")


def test_what_comes_back_runs_back_and_all_else_forward():
    layout = lay_out(LOOP, 0.0, 500.0, room(LOOP, 20.0))
    assert layout.back == [Link("recycling", "market", 20.0)]
    for link in LOOP:
        if link not in layout.back:
            assert layout.boxes[link.tail].column < layout.boxes[link.head].column


def test_a_chain_without_loop_has_nothing_running_back():
    names = "abcdef"
    links = [Link(a, b, 1.0) for a, b in pairwise(names)]
    assert least_back_order(links, links[::-1]) == list(names)


def test_a_stock_that_gives_more_than_it_gets_stands_where_it_is_filled():
    links = [
        Link("market", "factory", 60.0),
        Link("factory", "cars", 50.0),
        Link("factory", "bikes", 10.0),
        Link("cars", "waste", 90.0),
        Link("bikes", "waste", 9.0),
        Link("waste", "recycling", 80.0),
        Link("recycling", "market", 55.0),
    ]
    assert forward_and_back(links)[1] == [Link("recycling", "market", 55.0)]


@pytest.mark.parametrize("seed", range(20))
def test_nothing_runs_back_that_could_run_forward(seed):
    chance = random.Random(seed)
    names = [f"p{i}" for i in range(chance.randint(3, 12))]
    pairs = {tuple(chance.sample(names, 2)) for _ in range(2 * len(names))}
    links = [Link(a, b, chance.uniform(0.1, 9.0)) for a, b in sorted(pairs)]
    forward, back = forward_and_back(links)
    assert not any(leads(link.head, link.tail, forward) for link in forward)
    assert all(leads(link.head, link.tail, forward) for link in back)


def test_what_runs_back_into_the_first_column_stays_on_the_picture():
    links = [Link("use", "recycling", 9.0), Link("recycling", "use", 8.0)]
    shown = Drawing(links, titles(links), dict.fromkeys(titles(links), 9.0))
    picture = sankey("flows", "Flows", "Where it goes", shown, Numbers("en"))
    boxes = [part for part in picture if part.tag == "rect" and part.get("fill") == INK]
    thickest = max(float(part.get("stroke-width", 0)) for part in picture)
    assert min(float(box.get("x")) for box in boxes) > thickest


def test_a_name_lies_on_paper_of_its_own():
    rest = list(name_and_amount(0.0, 50.0, ["Waste", "of cars"], "1 t", 90.0))
    assert rest[0].tag == "rect" and rest[0].get("fill") == PAPER
    heights = [float(part.get("y")) for part in rest[1:]]
    top, high = float(rest[0].get("y")), float(rest[0].get("height"))
    assert all(top < height <= top + high for height in heights)


def test_thickness_is_amount_on_both_sides_of_a_box():
    layout = lay_out(LOOP, 0.0, 500.0, room(LOOP, 20.0))
    market = layout.boxes["market"]
    assert market.height == pytest.approx(100.0 * layout.per_amount)
    assert layout.leaves[LOOP[1]] == pytest.approx(market.middle)
    entering = sorted(layout.enters[link] for link in (LOOP[0], LOOP[5]))
    assert entering[1] - entering[0] == pytest.approx(50.0 * layout.per_amount)


@pytest.mark.parametrize("seed", range(50))
def test_boxes_of_a_column_never_overlap_and_stay_in_their_room(seed):
    chance = random.Random(seed)
    names = [f"p{i}" for i in range(chance.randint(2, 14))]
    pairs = {tuple(chance.sample(names, 2)) for _ in range(2 * len(names))}
    links = [Link(a, b, chance.uniform(0.1, 9.0)) for a, b in sorted(pairs)]
    layout = lay_out(links, 10.0, 900.0, room(links, 15.0))
    for column in range(layout.columns):
        boxes = sorted(
            (box for box in layout.boxes.values() if box.column == column), key=lambda box: box.y
        )
        assert all(box.y >= 10.0 - 1e-9 and box.y + box.height <= 900.0 + 1e-9 for box in boxes)
        for upper, lower in pairwise(boxes):
            assert lower.y - (upper.y + upper.height) >= 15.0 - 1e-9


def test_small_stocks_are_taken_together():
    links = [
        Link("factory", name, amount) for name, amount in (("car", 90), ("bike", 2), ("toy", 1))
    ]
    names = {link.head for link in drawn(links, ["car", "bike", "toy"]).links}
    assert names == {"car", "Other"}


def test_small_flows_are_left_out():
    links = [*LOOP, Link("use", "abroad", 0.5)]
    assert all(link.head != "abroad" for link in drawn(links).links)


def test_what_is_only_passed_on_is_not_drawn_twice():
    links = [
        Link("ore", "mine", 10.0),
        Link("mine", "market", 8.0),
        Link("mine", "tailings", 2.0),
        Link("market", "export", 8.0),
        Link("export", "abroad", 8.0),
    ]
    names = {name for link in drawn(links).links for name in (link.tail, link.head)}
    assert names == {"mine", "tailings", "export"}


def test_a_stock_in_use_is_drawn_even_where_it_only_passes_on():
    links = [Link("market", "use", 10.0), Link("use", "waste", 9.0), Link("waste", "dump", 9.0)]
    names = {name for link in drawn(links, ["use"]).links for name in (link.tail, link.head)}
    assert "use" in names


def test_an_end_is_drawn_beside_each_process_that_feeds_it():
    links = [*LOOP, Link("mine", "slag", 9.0)]
    picture = drawn(links)
    slags = [name for name, title in picture.titles.items() if title == "Slag" and name != "slag"]
    assert len(slags) == 2


def test_a_name_breaks_between_words_and_parts_of_a_compound_and_nowhere_else():
    assert wrapped("Lithiumraffinaderijen", 14) == ["Lithium-", "raffinaderijen"]
    assert wrapped("Elektrische bestelauto's", 11) == ["Elektrische", "bestel-", "auto's"]
    assert wrapped("Fabrieksafval", 12) == ["Fabrieks-", "afval"]
    assert wrapped("Metaalmarkt", 9) == ["Metaal-", "markt"]
    assert wrapped("Battery-electric cars", 9) == ["Battery-", "electric", "cars"]
    assert wrapped("Mijnen van partners", 10) == ["Mijnen van", "partners"]
    assert wrapped("Batterijfabrieken", 7) == ["Batterij-", "fabrieken"]
    assert wrapped("xxxxxxxxxxxx ab", 5) == ["xxxxxxxxxxxx", "ab"]


def test_a_word_wider_than_its_room_is_drawn_smaller():
    whole, small = (
        list(name_and_amount(0.0, 0.0, ["xxxxxxxxxxxx"], "1 t", room))[1] for room in (200.0, 50)
    )
    assert float(small.get("font-size")) < float(whole.get("font-size"))


def picture_of(links, names=None):
    shown = readable(links, names or titles(links), (), "Other")
    return sankey("flows", "Flows", "Where it goes", shown, Numbers("en"))


def texts_by_column(picture):
    """Heights of texts, by where they begin."""
    columns = {}
    for part in picture:
        if part.tag == "text":
            columns.setdefault(part.get("x"), []).append(float(part.get("y")))
    return columns.values()


@pytest.mark.parametrize("words", [3, 12])
def test_names_of_a_column_do_not_lie_on_one_another(words):
    names = [f"{'name ' * words}of end {i}" for i in range(9)]
    for heights in texts_by_column(picture_of([Link("mine", name, 1.0) for name in names])):
        assert all(b - a >= LINE - 0.1 for a, b in pairwise(sorted(heights)))


def test_a_long_name_stands_between_its_bar_and_the_one_above():
    names = titles(LOOP) | {"slag": "a name of so many words that it takes many rows " * 2}
    picture = picture_of(LOOP, names)
    bars = [part for part in picture if part.tag == "rect" and part.get("fill") == INK]
    for bar in bars:
        top, bottom = float(bar.get("y")), float(bar.get("y")) + float(bar.get("height"))
        beside = [part for part in picture if part.tag == "text" and part.get("x") == bar.get("x")]
        assert beside
        for text in beside:
            assert not top < float(text.get("y")) < bottom + LINE - 4.0
    _, _, _, height = map(float, picture.get("viewBox").split())
    assert all(float(bar.get("y")) + float(bar.get("height")) <= height for bar in bars)
