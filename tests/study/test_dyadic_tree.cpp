#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "critflow/study/dyadic_tree.hpp"

namespace {

/// Shows what was put together with what.
struct Word {
  std::string text;
};

Word merged(const Word& before, const Word& after) {
  return {"(" + before.text + " " + after.text + ")"};
}

using Tree = critflow::DyadicTree<Word>;

Tree tree_of(const std::vector<int>& numbers) {
  Tree tree;
  for (const int number : numbers) tree.add(number, Word{std::to_string(number)});
  return tree;
}

std::vector<int> up_to(int count) {
  std::vector<int> numbers(static_cast<std::size_t>(count));
  std::iota(numbers.begin(), numbers.end(), 0);
  return numbers;
}

}  // namespace

TEST_CASE("numbers are put together as a binary counter carries") {
  CHECK(tree_of(up_to(4)).total()->text == "((0 1) (2 3))");
  CHECK(tree_of(up_to(7)).total()->text == "(((0 1) (2 3)) ((4 5) 6))");
  CHECK_FALSE(Tree().total().has_value());
}

TEST_CASE("neither the order in which they come nor the trees they come in change what is merged") {
  const std::string expected = tree_of(up_to(45)).total()->text;
  std::mt19937 chance(7);
  for (int trial = 0; trial < 20; ++trial) {
    std::vector<int> numbers = up_to(45);
    std::shuffle(numbers.begin(), numbers.end(), chance);
    const auto half = numbers.begin() + 1 + trial;
    Tree both = tree_of({half, numbers.end()});
    both.add(tree_of({numbers.begin(), half}));
    CHECK(both.total()->text == expected);
  }
}

TEST_CASE("numbers in a row leave few parts, wherever they begin") {
  std::vector<int> numbers = up_to(1000);
  CHECK(tree_of(numbers).nodes().size() == 6);  // 1000 = 512 + 256 + 128 + 64 + 32 + 8
  CHECK(tree_of({numbers.begin() + 1, numbers.end() - 1}).nodes().size() <= 20);
}

TEST_CASE("a number that is there already is refused") {
  Tree tree = tree_of(up_to(6));
  CHECK_THROWS(tree.add(3, Word{}));
  CHECK_THROWS(tree.add(5, Word{}));
  CHECK_THROWS(tree.add(critflow::DyadicRange{1, 2}, Word{}));
  CHECK(tree.total()->text == tree_of(up_to(6)).total()->text);
}
