#include <doctest/doctest.h>

#include "critflow/network/view.hpp"
#include "network/one_process.hpp"

using namespace critflow;

TEST_CASE("a process reads and writes its own numbers by port, place and layer") {
  OneProcess process;
  process.layers = {"mass", "cobalt"};
  process.port({1.0, 2.0});
  process.port({10.0, 11.0, 20.0, 21.0}, 2);
  const View<double> view = process.view();
  CHECK(view.instances() == 2);
  CHECK(view.layers() == 2);
  CHECK(view.layer("cobalt") == 1);
  CHECK(view.layer("nickel") == -1);
  CHECK(view(0, 1) == 2.0);
  CHECK(view(1, 1, 0) == 20.0);
  view(1, 0, 1) = 5.0;
  CHECK(process.numbers[3] == 5.0);
}

TEST_CASE("a port that was not declared, or stays empty, is not there") {
  OneProcess process;
  process.port({1.0, 2.0});
  process.no_port();
  CHECK(process.view().has(0));
  CHECK_FALSE(process.view().has(1));
  CHECK_FALSE(process.view().has(7));
}

TEST_CASE("a port read ahead has the number of every step") {
  OneProcess process;
  process.port_ahead({{1.0, 10.0}, {2.0, 20.0}, {3.0, 30.0}, {4.0, 40.0}, {5.0, 50.0}});
  CHECK(process.view().ahead(0, 1, 3) == 40.0);
}

TEST_CASE("a fault of a place is named by process and place") {
  OneProcess process;
  process.view().complain(0, 1, {".driver", "stock shrinks", "3", "grow"});
  CHECK(process.faults ==
        std::vector<std::string>{"process.use[phone].driver: stock shrinks: 3, must grow"});
}
