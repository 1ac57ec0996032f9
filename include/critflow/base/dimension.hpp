#pragma once

#include <string>
#include <vector>

namespace critflow {

/// A named list of items: region, product, chemistry, year.
struct Dimension {
  std::string name;
  std::vector<std::string> items;

  [[nodiscard]] bool operator==(const Dimension&) const = default;
};

/// The dimensions that something has, in order; the last one runs fastest.
using Dimensions = std::vector<Dimension>;

/// One item of each dimension that is fixed: dimension name and item name, in any order.
struct Place {
  struct At {
    std::string dimension;
    std::string item;
    [[nodiscard]] bool operator==(const At&) const = default;
  };
  std::vector<At> at;

  /// The item that stands for `dimension`, or an empty text.
  [[nodiscard]] std::string item(const std::string& dimension) const;
  /// `[NL,bev-car]`, or nothing where no dimension is fixed.
  [[nodiscard]] std::string text() const;
  [[nodiscard]] bool operator==(const Place&) const = default;
};

/// Number of cells: the product of the items, one without dimensions.
[[nodiscard]] int cell_count(const Dimensions& dimensions);

/// Position of `item` in `dimension`, or -1.
[[nodiscard]] int position(const Dimension& dimension, const std::string& item);

/// The dimension of that name, or null.
[[nodiscard]] const Dimension* find_dimension(const Dimensions& dimensions,
                                              const std::string& name);

/// The cell at `place` in row-major order; -1 where an item is missing or unknown.
[[nodiscard]] int cell_at(const Dimensions& dimensions, const Place& place);

/// Every place of `dimensions`, in row-major order.
[[nodiscard]] std::vector<Place> every_place(const Dimensions& dimensions);

}  // namespace critflow
