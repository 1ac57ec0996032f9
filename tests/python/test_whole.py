"""Files that stand whole or not at all."""

import pytest
from critflow.whole import write_whole


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path):
    (tmp_path / "page.html").write_text("old")
    write_whole(tmp_path / "page.html", "new")
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("page.html", "new")]


def test_where_writing_fails_the_old_file_stands(tmp_path):
    (tmp_path / "page.html").write_text("old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(tmp_path / "page.html", "half \ud800")
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("page.html", "old")]
