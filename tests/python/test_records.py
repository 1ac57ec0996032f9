"""Records: rows of facts."""

from critflow import Records

ROWS = Records("rows", {"name": ["a", "b"], "year": [2020, None]})


def test_rows_and_columns_can_both_be_asked():
    assert len(ROWS) == 2
    assert list(ROWS) == [{"name": "a", "year": 2020}, {"name": "b", "year": None}]
    assert ROWS["year"] == [2020, None]
    assert len(Records("none", {})) == 0


def test_other_libraries_get_the_same_rows():
    assert ROWS.to_arrow().to_pylist() == list(ROWS)
    assert ROWS.to_pandas()["name"].tolist() == ["a", "b"]
    assert ROWS.to_polars()["year"].to_list() == [2020, None]


def test_records_say_what_they_hold():
    assert repr(ROWS) == "rows: 2 rows of name, year"
