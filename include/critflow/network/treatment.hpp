#pragma once

namespace critflow {

class Builder;

/// Passes on what it gets: collection, sorting, pre-treatment, recycling. What leaves is given by
/// the shares of its flows; together with `rest` they sum to one, losses included.
struct Treatment {
  void describe(Builder& builder) const;
};

}  // namespace critflow
