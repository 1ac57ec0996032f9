#pragma once

#include <concepts>
#include <memory>
#include <utility>

#include "critflow/base/lanes.hpp"
#include "critflow/network/view.hpp"

namespace critflow {

class Builder;

/// A process says once what its vertices, flows and rules are.
template <class P>
concept Process = requires(const P& process, Builder& builder) {
  process.describe(builder);
};

/// A process with memory also says what it knows before a year is balanced (`route`: releases,
/// requests, capacities; it cannot read the year's flows) and what it keeps afterwards (`settle`).
/// `start` makes its memory before the first year. All three are templates over the number, so that
/// one text serves a single run and the lanes of a study. Where it has `start_again(view, memory)`,
/// the next samples find their room where those before them had it.
template <class P>
concept RemembersYears = Process<P> && requires(const P& process, const View<double>& view) {
  process.route(view, *std::make_shared<decltype(process.start(view))>());
  process.settle(view, *std::make_shared<decltype(process.start(view))>());
};

/// The memory of one process in one run.
template <Real R>
class Memory {
 public:
  virtual ~Memory() = default;
  virtual void start(const View<R>& view) = 0;
  virtual void route(const View<R>& view) = 0;
  virtual void settle(const View<R>& view) = 0;
};

/// Any process as a value: built-in kinds and those of a researcher alike. Immutable, cheap to
/// copy.
class AnyProcess {
 public:
  template <Process P>
  AnyProcess(P process)  // NOLINT: a process is meant to become any process
      : process_(std::make_shared<const Held<P>>(std::move(process))) {}

  void describe(Builder& builder) const { process_->describe(builder); }

  /// Memory for one run, or null where the process remembers nothing.
  template <Real R>
  [[nodiscard]] std::unique_ptr<Memory<R>> memory() const {
    if constexpr (std::same_as<R, double>)
      return process_->single();
    else
      return process_->lanes();
  }

  /// The process itself where it is a `P`, else null.
  template <Process P>
  [[nodiscard]] const P* as() const {
    const auto* held = dynamic_cast<const Held<P>*>(process_.get());
    return held == nullptr ? nullptr : &held->process;
  }

 private:
  struct Interface {
    virtual ~Interface() = default;
    virtual void describe(Builder& builder) const = 0;
    [[nodiscard]] virtual std::unique_ptr<Memory<double>> single() const = 0;
    [[nodiscard]] virtual std::unique_ptr<Memory<Lanes>> lanes() const = 0;
  };

  template <class P, Real R>
  class MemoryOf final : public Memory<R> {
   public:
    explicit MemoryOf(const P& process) : process_(process) {}
    void start(const View<R>& view) override {
      if constexpr (requires { process_.start_again(view, state_); })
        if (std::exchange(started_, true)) return process_.start_again(view, state_);
      state_ = process_.start(view);
    }
    void route(const View<R>& view) override { process_.route(view, state_); }
    void settle(const View<R>& view) override { process_.settle(view, state_); }

   private:
    const P& process_;
    decltype(std::declval<const P&>().start(std::declval<const View<R>&>())) state_{};
    bool started_ = false;
  };

  template <class P>
  struct Held final : Interface {
    explicit Held(P given) : process(std::move(given)) {}
    void describe(Builder& builder) const override { process.describe(builder); }
    [[nodiscard]] std::unique_ptr<Memory<double>> single() const override {
      return memory_of<double>();
    }
    [[nodiscard]] std::unique_ptr<Memory<Lanes>> lanes() const override {
      return memory_of<Lanes>();
    }
    template <Real R>
    [[nodiscard]] std::unique_ptr<Memory<R>> memory_of() const {
      if constexpr (RemembersYears<P>)
        return std::make_unique<MemoryOf<P, R>>(process);
      else
        return nullptr;
    }
    P process;
  };

  std::shared_ptr<const Interface> process_;
};

}  // namespace critflow
