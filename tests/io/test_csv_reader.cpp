#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "critflow/io/csv_reader.hpp"

using critflow::CsvReader;
using critflow::Fault;

namespace {

/// All cells of a text, row by row, and the faults on the way.
struct Table {
  explicit Table(const std::string& text) {
    CsvReader rows(text, "a.csv", faults);
    header = rows.header();
    while (rows.next()) {
      cells.emplace_back();
      for (std::size_t i = 0; i < header.size(); ++i)
        cells.back().emplace_back(rows.cell(static_cast<int>(i)));
      lines.push_back(rows.row());
    }
  }

  std::vector<Fault> faults;
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> cells;
  std::vector<int> lines;
};

using Rows = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("cells are parted by commas, rows by line ends of either kind") {
  const Table table("a,b\r\n1,2\r\n3,\n");
  CHECK(table.header == std::vector<std::string>{"a", "b"});
  CHECK(table.cells == Rows{{"1", "2"}, {"3", ""}});
  CHECK(table.faults.empty());
}

TEST_CASE("the last line needs no end, empty lines do not count") {
  const Table table("a,b\n\n1,2\n\r\n\n3,4");
  CHECK(table.cells == Rows{{"1", "2"}, {"3", "4"}});
  CHECK(table.lines == std::vector<int>{3, 6});
}

TEST_CASE("a quoted cell may hold separators, quotes and line ends") {
  const Table table("a,b\n\"1,5\",\"say \"\"no\"\"\"\n\"two\nlines\",x\n4,5\n");
  CHECK(table.cells == Rows{{"1,5", "say \"no\""}, {"two\nlines", "x"}, {"4", "5"}});
  CHECK(table.lines == std::vector<int>{2, 3, 5});
}

TEST_CASE("the text of a cell stays when the rows after it are read") {
  std::vector<Fault> faults;
  CsvReader rows("a\n\"say \"\"no\"\"\"\n\"say \"\"yes\"\"\"\n", "a.csv", faults);
  REQUIRE(rows.next());
  const std::string_view before = rows.cell(0);
  REQUIRE(rows.next());
  CHECK(before == "say \"no\"");
  CHECK(rows.cell(0) == "say \"yes\"");
}

TEST_CASE("separator and decimal sign are those that the first line declares") {
  std::vector<Fault> faults;
  CsvReader rows("# separator=; decimal=,\na;b\n1,5;x\n", "a.csv", faults);
  REQUIRE(rows.next());
  CHECK(rows.row() == 3);
  CHECK(rows.number(0) == 1.5);
  CsvReader tabs("# separator=tab\na\tb\n1.5\tx\n", "a.csv", faults);
  REQUIRE(tabs.next());
  CHECK(tabs.number(0) == 1.5);
  CHECK(faults.empty());
}

TEST_CASE("a declaration survives a spreadsheet that fills it up with separators") {
  std::vector<Fault> faults;
  CsvReader rows("# separator=; decimal=,;;\na;b;c\n1,5;;\n", "a.csv", faults);
  REQUIRE(rows.next());
  CHECK(rows.number(0) == 1.5);
  CHECK(faults.empty());
}

TEST_CASE("numbers are read whole or not at all") {
  for (const char* bad : {"", " 1", "1 ", "1x", "+1", "0x10", "1,5", "1.5.2", "inf", "1e999"}) {
    std::vector<Fault> faults;
    const std::string text = std::string("a\n\"") + bad + "\"\n";
    CsvReader rows(text, "a.csv", faults);
    REQUIRE(rows.next());
    INFO(bad);
    CHECK_FALSE(rows.number(0).has_value());
    CHECK(faults.size() == 1);
  }
}

TEST_CASE("a cell may hold several numbers") {
  std::vector<Fault> faults;
  CsvReader rows("# separator=; decimal=,\na;b\n1,5 2 -3;\n1  2;1 x\n", "a.csv", faults);
  REQUIRE(rows.next());
  CHECK(rows.numbers(0) == std::vector<double>{1.5, 2, -3});
  CHECK(rows.numbers(1) == std::vector<double>{});
  CHECK(rows.numbers(-1) == std::vector<double>{});
  CHECK(faults.empty());
  REQUIRE(rows.next());
  CHECK_FALSE(rows.numbers(0));
  CHECK_FALSE(rows.numbers(1));
  CHECK(faults.size() == 2);
}

TEST_CASE("a fault names row and column in characters") {
  std::vector<Fault> faults;
  CsvReader rows("a,b\nCoöperatie,x\n", "a.csv", faults);
  REQUIRE(rows.next());
  CHECK_FALSE(rows.number(1).has_value());
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].text() == "a.csv:2:12: not a number: x, must be a number such as 0.85");
}

TEST_CASE("a row with too few cells is passed over and named") {
  const Table table("a,b\n1\n3,4\n");
  CHECK(table.cells == Rows{{"3", "4"}});
  REQUIRE(table.faults.size() == 1);
  CHECK(table.faults[0].row == 2);
}
