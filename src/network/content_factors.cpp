#include "content_factors.hpp"

#include "base/index.hpp"
#include "critflow/network/builder.hpp"

namespace critflow {

std::vector<std::vector<std::string>> content_factors(const Builder& builder,
                                                      const Content& content,
                                                      const std::string& lead) {
  std::vector<std::vector<std::string>> factors(at(builder.layers()));
  const auto material = content.find("material");
  for (int l = 0; l < builder.layers(); ++l) {
    const std::string& name = builder.layer_name(l);
    if (const auto named = content.find(name); named != content.end())
      factors[at(l)] = named->second;
    else if (name == lead)
      factors[at(l)] = {"1"};
    else if (builder.is_material(l) && material != content.end())
      factors[at(l)] = material->second;
  }
  return factors;
}

std::vector<std::vector<std::string>> full_content_factors(Builder& builder, const Content& content,
                                                           const std::string& lead,
                                                           const std::string& key) {
  std::vector<std::vector<std::string>> factors = content_factors(builder, content, lead);
  for (int l = 0; l < builder.layers(); ++l)
    if (factors[at(l)].empty())
      builder.fault(key, "no content for layer", builder.layer_name(l),
                    "be given for every layer of the process");
  return factors;
}

}  // namespace critflow
