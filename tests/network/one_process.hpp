#pragma once

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "critflow/network/view.hpp"

/// A view of one process with its ports one after the other, as a run would give it.
struct OneProcess {
  critflow::Years years{2000, 2004};
  std::vector<std::string> places{"process.use[car]", "process.use[phone]"};
  std::vector<std::string> layers{"mass"};
  std::vector<critflow::LifetimeDescription> lifetimes{};
  std::vector<double> numbers{};
  std::vector<critflow::PortSlots> ports{};
  critflow::View<double>::Ahead ahead{};
  std::vector<std::string> faults{};
  critflow::View<double>::Complain complain = [this](int, critflow::Fault fault) {
    faults.push_back(fault.text());
  };

  /// A port with these numbers, place by place.
  void port(const std::vector<double>& values, int width = 1) {
    ports.push_back({{}, width});
    for (const double value : values) {
      ports.back().slots.push_back(static_cast<int>(numbers.size()));
      numbers.push_back(value);
    }
  }
  /// A port that is read ahead: [step][place].
  void port_ahead(const std::vector<std::vector<double>>& by_step) {
    port(by_step.front());
    ahead.place_of_slot.resize(numbers.size(), -1);
    for (std::size_t i = 0; i < by_step.front().size(); ++i)
      ahead.place_of_slot[static_cast<std::size_t>(ports.back().slots[i])] = next_ahead_++;
    ahead.values.resize(by_step.size());
    for (std::size_t step = 0; step < by_step.size(); ++step)
      ahead.values[step].insert(ahead.values[step].end(), by_step[step].begin(),
                                by_step[step].end());
  }
  void no_port() { ports.emplace_back(); }

  [[nodiscard]] critflow::View<double> view() {
    return {numbers, ports, lifetimes, years, {places, layers}, ahead, complain};
  }

 private:
  int next_ahead_ = 0;
};
