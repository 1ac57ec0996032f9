#pragma once

#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>

namespace critflow {

/// The numbers a kernel is written over: one `double`, or a `Pack` of them side by side (samples of
/// a study, series of one run). Kernels branch on values only by `clip`, `smaller`, `larger`,
/// `ratio` and `select`; an `if` on a pack does not compile, and that is the guard.
///
/// A lane of a pack holds the same bits as a run over `double` would: no operation mixes lanes.
template <int Count>
struct alignas(sizeof(double) * Count) Pack {
  static_assert(Count % 2 == 0);
  std::array<double, Count> lane{};

  Pack() = default;
  Pack(double same) { lane.fill(same); }  // NOLINT: a number is a pack of equal lanes

  Pack& operator+=(const Pack& b) {
    return by_parts(b, [](Part& x, const Part& y) { x += y; });
  }
  Pack& operator-=(const Pack& b) {
    return by_parts(b, [](Part& x, const Part& y) { x -= y; });
  }
  Pack& operator*=(const Pack& b) {
    return by_parts(b, [](Part& x, const Part& y) { x *= y; });
  }
  Pack& operator/=(const Pack& b) {
    return by_parts(b, [](Part& x, const Part& y) { x /= y; });
  }

  friend Pack operator+(const Pack& a, const Pack& b) { return Pack(a) += b; }
  friend Pack operator-(const Pack& a, const Pack& b) { return Pack(a) -= b; }
  friend Pack operator*(const Pack& a, const Pack& b) { return Pack(a) *= b; }
  friend Pack operator/(const Pack& a, const Pack& b) { return Pack(a) /= b; }
  friend Pack operator-(const Pack& a) { return Pack(0.0) - a; }

 private:
  // Register by register, in words both compilers know: over single lanes they take the loop around
  // the packs for the one to vectorise. Sixteen bytes: what every x86-64 has, whatever the flags of
  // who includes this.
  static constexpr std::size_t part_bytes = 16;
  static constexpr std::size_t parts = sizeof(double) * Count / part_bytes;
  using Part [[gnu::vector_size(part_bytes), gnu::may_alias]] = double;

  [[nodiscard]] Part& part(std::size_t i) { return reinterpret_cast<Part*>(lane.data())[i]; }
  [[nodiscard]] const Part& part(std::size_t i) const {
    return reinterpret_cast<const Part*>(lane.data())[i];
  }
  template <class Apply>
  Pack& by_parts(const Pack& b, Apply apply) {
    for (std::size_t i = 0; i < parts; ++i) apply(part(i), b.part(i));
    return *this;
  }
};

template <class T>
inline constexpr int lane_count = 1;
template <int Count>
inline constexpr int lane_count<Pack<Count>> = Count;

/// A `double` or a pack of them.
template <class T>
concept Real = std::same_as<T, double> ||(lane_count<T> > 1);

[[nodiscard]] inline double lane(double value, int) { return value; }
inline void set_lane(double& value, int, double to) { value = to; }
template <int Count>
[[nodiscard]] double lane(const Pack<Count>& value, int i) {
  return value.lane[static_cast<std::size_t>(i)];
}
template <int Count>
void set_lane(Pack<Count>& value, int i, double to) {
  value.lane[static_cast<std::size_t>(i)] = to;
}

/// `apply` to every lane on its own: for functions that have no form in packs.
template <Real R, class Apply>
[[nodiscard]] R each_lane(Apply apply) {
  R out{};
  for (int i = 0; i < lane_count<R>; ++i) set_lane(out, i, apply(i));
  return out;
}

/// `value` held between `low` and `high`. Not a number stays not a number, so that it is seen.
template <Real R>
[[nodiscard]] R clip(const R& value, const R& low, const R& high) {
  return each_lane<R>([&](int i) {
    const double v = lane(value, i) < lane(low, i) ? lane(low, i) : lane(value, i);
    return v > lane(high, i) ? lane(high, i) : v;
  });
}

template <Real R>
[[nodiscard]] R smaller(const R& a, const R& b) {
  return each_lane<R>([&](int i) { return lane(b, i) < lane(a, i) ? lane(b, i) : lane(a, i); });
}

template <Real R>
[[nodiscard]] R larger(const R& a, const R& b) {
  return each_lane<R>([&](int i) { return lane(a, i) < lane(b, i) ? lane(b, i) : lane(a, i); });
}

template <Real R>
[[nodiscard]] R magnitude(const R& a) {
  return each_lane<R>([&](int i) { return std::abs(lane(a, i)); });
}

/// part / whole, and one where the whole is not above zero: nothing divides as if all of it passed.
template <Real R>
[[nodiscard]] R ratio(const R& part, const R& whole) {
  return each_lane<R>(
      [&](int i) { return lane(whole, i) > 0.0 ? lane(part, i) / lane(whole, i) : 1.0; });
}

/// `positive` in lanes where `sign` is above zero, else `otherwise`.
template <Real R>
[[nodiscard]] R select(const R& sign, const R& positive, const R& otherwise) {
  return each_lane<R>(
      [&](int i) { return lane(sign, i) > 0.0 ? lane(positive, i) : lane(otherwise, i); });
}

/// Whether any lane of `sign` is above zero.
template <Real R>
[[nodiscard]] bool any(const R& sign) {
  for (int i = 0; i < lane_count<R>; ++i)
    if (lane(sign, i) > 0.0) return true;
  return false;
}

/// Samples of a study that a kernel treats side by side.
using Lanes = Pack<8>;

}  // namespace critflow
