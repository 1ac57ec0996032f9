#include <doctest/doctest.h>

#include <vector>

#include "critflow/stock/waiting_queue.hpp"

using critflow::lane;
using critflow::Lanes;
using critflow::WaitingQueue;

namespace {

using Amounts = std::vector<double>;

/// Two lots of mass and cobalt: 10 t with 1 t from 2000, 20 t with 4 t from 2003.
WaitingQueue<double> two_lots() {
  WaitingQueue<double> queue;
  queue.join(2000, {10.0, 1.0});
  queue.join(2003, {20.0, 4.0});
  return queue;
}

}  // namespace

TEST_CASE("what came first is served first, with all that it holds") {
  WaitingQueue<double> queue = two_lots();
  Amounts served{0.0, 0.0};
  CHECK(queue.serve(15.0, 0, served) == 0.0);
  CHECK(served == Amounts{15.0, 2.0});
  CHECK(queue.holds(0) == 15.0);
  CHECK(queue.holds(1) == 3.0);
}

TEST_CASE("the room that a short queue leaves is told") {
  WaitingQueue<double> queue = two_lots();
  Amounts served{0.0, 0.0};
  CHECK(queue.serve(50.0, 0, served) == 20.0);
  CHECK(served == Amounts{30.0, 5.0});
  CHECK(queue.holds(0) == 0.0);
  CHECK(queue.holds(1) == 0.0);
}

TEST_CASE("a lot leaves when it has waited as long as it may") {
  WaitingQueue<double> queue = two_lots();
  Amounts left{0.0, 0.0};
  queue.expire(2004, 5.0, left);
  CHECK(left == Amounts{0.0, 0.0});
  queue.expire(2005, 5.0, left);
  CHECK(left == Amounts{10.0, 1.0});
  queue.expire(2020, 5.0, left);
  CHECK(left == Amounts{30.0, 5.0});
  CHECK(queue.holds(0) == 0.0);
}

TEST_CASE("every lane waits as long as it says") {
  WaitingQueue<Lanes> queue;
  queue.join(2000, {Lanes(10.0)});
  Lanes longest(8.0);
  critflow::set_lane(longest, 3, 2.0);
  std::vector<Lanes> left{Lanes(0.0)};
  queue.expire(2005, longest, left);
  CHECK(lane(left[0], 3) == 10.0);
  CHECK(lane(left[0], 0) == 0.0);
  CHECK(lane(queue.holds(0), 3) == 0.0);
  CHECK(lane(queue.holds(0), 0) == 10.0);
}
