#pragma once

#include <concepts>
#include <memory>
#include <utility>

#include "critflow/lifetime/lifetime_model.hpp"

namespace critflow {

/// Any lifetime as one type: immutable, cheap to copy, made from every `LifetimeModel`, the ones
/// of the library and your own.
///
///     const Lifetime pack = Weibull(3.5, 14.0);
class Lifetime {
 public:
  template <class Model>
  requires(!std::same_as<Model, Lifetime> && LifetimeModel<Model>)
      Lifetime(Model model)  // NOLINT: a lifetime model is a lifetime
      : held_(std::make_shared<const Holder<Model>>(std::move(model))) {}

  /// Share still in use at `age` [a].
  [[nodiscard]] double survival(double age) const { return held_->survival(age); }
  /// Share that leaves between two ages [a]: the model's own `leaving` where it has one.
  [[nodiscard]] double leaving(double from, double to) const { return held_->leaving(from, to); }
  /// The model itself where it is a `Model`, else null: it lives as long as the lifetime does.
  template <class Model>
  [[nodiscard]] const Model* as() const {
    const auto* holder = dynamic_cast<const Holder<Model>*>(held_.get());
    return holder == nullptr ? nullptr : &holder->model;
  }

 private:
  struct Held {
    virtual ~Held() = default;
    virtual double survival(double age) const = 0;
    virtual double leaving(double from, double to) const = 0;
  };
  template <class Model>
  struct Holder final : Held {
    explicit Holder(Model m) : model(std::move(m)) {}
    double survival(double age) const override { return model.survival(age); }
    double leaving(double from, double to) const override {
      return leaving_between(model, from, to);
    }
    Model model;
  };

  std::shared_ptr<const Held> held_;
};

}  // namespace critflow
