#include <cctype>
#include <map>
#include <utility>

#include "checks.hpp"
#include "critflow/base/name.hpp"

namespace critflow {

namespace {

class NameCheck {
 public:
  explicit NameCheck(std::vector<Fault>& faults) : faults_(faults) {}

  /// Starts a list in which no name may appear twice.
  void list(std::string where) {
    where_ = std::move(where);
    seen_.clear();
  }

  void name(const std::string& name) {
    const std::string fault = fault_of_name(name);
    if (!fault.empty()) faults_.push_back({where_, "name is not legible", name, fault});
    const auto [before, is_new] = seen_.insert({lower_case(name), name});
    if (is_new) return;
    faults_.push_back({where_,
                       before->second == name
                           ? "named twice"
                           : "differs only in case from '" + before->second + "'",
                       name, "have a name of its own"});
  }

 private:
  std::vector<Fault>& faults_;
  std::string where_;
  std::map<std::string, std::string> seen_;
};

}  // namespace

void check_names(const SystemParts& parts, std::vector<Fault>& faults) {
  NameCheck check(faults);
  const SystemDescription& description = parts.description;
  check.list("layers");
  for (const Layer& layer : description.layers) check.name(layer.name);
  check.list("dimensions");
  for (const Dimension& dimension : description.dimensions) check.name(dimension.name);
  for (const Dimension& dimension : description.dimensions) {
    check.list("dimensions." + dimension.name);
    for (const std::string& item : dimension.items) check.name(item);
  }
  check.list("process");
  for (const ProcessDescription& process : description.processes) check.name(process.name);
  for (const char* ours : {"deposit", "shortage"})
    if (description.process(ours) != nullptr)
      faults.push_back(
          {"process", "name that results give to what a network adds", ours, "have another name"});
  check.list("lifetime");
  for (const LifetimeDescription& lifetime : description.lifetimes) check.name(lifetime.name);
  check.list("parameter");
  for (const Parameter& parameter : parts.parameters) check.name(parameter.name());
  for (const DerivedParameter& derived : description.derived) check.name(derived.name);
}

}  // namespace critflow
