#include "critflow/io/shard.hpp"

#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

#include "bind.hpp"
#include "critflow/study/study.hpp"

namespace critflow {

void bind_shard(pybind11::module_& module) {
  namespace py = pybind11;
  module.def(
      "shard_bytes",
      [](const StudyFacts& facts, const StudyPart& part) {
        return py::bytes(shard_bytes(facts, part));
      },
      py::arg("facts"), py::arg("part"));
  module.def(
      "shard_part",
      [](const py::bytes& bytes, const StudyFacts& facts, const Study& study,
         const std::string& file) {
        return shard_part(std::string_view(bytes), facts, study.shape(), file);
      },
      py::arg("bytes"), py::arg("facts"), py::arg("study"), py::arg("file"));
  module.def(
      "write_shard",
      [](const std::filesystem::path& folder, const py::bytes& bytes, const StudyPart& part) {
        write_shard(folder, std::string_view(bytes), part.blocks);
      },
      py::arg("folder"), py::arg("bytes"), py::arg("part"));
  module.def(
      "read_shards",
      [](const std::filesystem::path& folder, const StudyFacts& facts, const Study& study) {
        return read_shards(folder, facts, study.shape());
      },
      py::arg("folder"), py::arg("facts"), py::arg("study"));
}

}  // namespace critflow
