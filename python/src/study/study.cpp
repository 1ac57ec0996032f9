#include "critflow/study/study.hpp"

#include <pybind11/functional.h>
#include <pybind11/stl.h>

#include <array>
#include <optional>
#include <utility>

#include "bind.hpp"

namespace critflow {

namespace {

namespace py = pybind11;

using Ranges = std::vector<std::pair<std::int64_t, std::int64_t>>;

BlockSet blocks_from(const Ranges& ranges) {
  BlockSet blocks;
  for (const auto& [first, end] : ranges) blocks.add({first, end});
  return blocks;
}

Ranges ranges_of(const BlockSet& blocks) {
  Ranges ranges;
  for (const BlockRange& one : blocks.ranges()) ranges.emplace_back(one.first, one.end);
  return ranges;
}

py::list failures_of(const StudyPart& part) {
  py::list all;
  for (const FailedDraw& one : part.failures)
    all.append(py::make_tuple(one.sample, one.option, one.faults, one.inputs));
  return all;
}

using Told = std::array<double, 4>;

/// First-order and total index, each with its standard error.
std::optional<Told> index_of(const VarianceIndices& indices, int output, int group) {
  const std::optional<VarianceIndex> index = indices.index(output, group);
  if (!index) return std::nullopt;
  return Told{index->first.value, index->first.error, index->total.value, index->total.error};
}

/// Mean absolute effect with its standard error, mean, and standard deviation.
std::optional<Told> effect_of(const ElementaryEffects& effects, int output, int group) {
  const std::optional<ElementaryEffect> effect = effects.effect(output, group);
  if (!effect) return std::nullopt;
  return Told{effect->size.value, effect->size.error, effect->mean, effect->sd};
}

}  // namespace

void bind_study(py::module_& module) {
  module.attr("block_size") = block_size;
  module.def(
      "share_of_blocks",
      [](int k, int n, std::int64_t all) {
        const BlockRange share = share_of_blocks(k, n, all);
        return std::pair(share.first, share.end);
      },
      py::arg("k"), py::arg("n"), py::arg("all"));
  py::class_<StudyPart>(module, "StudyPart")
      .def_property_readonly("blocks", [](const StudyPart& part) { return ranges_of(part.blocks); })
      .def("missing",
           [](const StudyPart& part, std::int64_t first, std::int64_t end) {
             return ranges_of(part.blocks.missing({first, end}));
           })
      .def_readonly("failed", &StudyPart::failed)
      .def_property_readonly("failures", &failures_of)
      .def(
          "take", [](StudyPart& part, StudyPart& other) { part.add(std::move(other)); },
          py::arg("other"));
  py::class_<VarianceIndices>(module, "VarianceIndices")
      .def("count", &VarianceIndices::count, py::arg("output"))
      .def("index", &index_of, py::arg("output"), py::arg("group"));
  py::class_<ElementaryEffects>(module, "ElementaryEffects")
      .def("count", &ElementaryEffects::count, py::arg("output"))
      .def("effect", &effect_of, py::arg("output"), py::arg("group"));
  py::class_<Study>(module, "Study")
      .def(py::init([](const std::vector<System>& options, std::int64_t samples, std::uint64_t seed,
                       const std::string& sampling, std::vector<std::string> figures,
                       std::vector<std::string> layers, std::vector<int> years, std::int64_t paths,
                       bool all_rows, const std::optional<Law>& law) {
             return Study(options,
                          {.samples = samples,
                           .seed = seed,
                           .sampling = sampling_named(sampling),
                           .reported = {std::move(figures), std::move(layers), std::move(years)},
                           .paths = paths,
                           .all_rows = all_rows},
                          law ? &*law : nullptr);
           }),
           py::kw_only(), py::arg("options"), py::arg("samples"), py::arg("seed"),
           py::arg("sampling"), py::arg("figures"), py::arg("layers"), py::arg("years"),
           py::arg("paths"), py::arg("all_rows"), py::arg("law"))
      .def_property_readonly(
          "cells",
          [](const Study& study) {
            py::list cells;
            for (const StudyCell& one : study.cells())
              cells.append(py::make_tuple(one.figure, one.layer, one.year, one.unit));
            return cells;
          })
      .def_property_readonly("tests",
                             [](const Study& study) {
                               py::list tests;
                               for (const StudyTest& one : study.shape().tests)
                                 tests.append(py::make_tuple(one.cell, name_of(one.comparison),
                                                             one.threshold, one.alternatives));
                               return tests;
                             })
      .def_property_readonly("inputs", &Study::inputs)
      .def_property_readonly("input_rows", &Study::input_rows)
      .def_property_readonly("keeps_rows",
                             [](const Study& study) { return study.shape().keeps_rows(); })
      .def_property_readonly("blocks",
                             [](const Study& study) { return blocks_of(study.shape().samples); })
      .def("nothing", [](const Study& study) { return StudyPart(study.shape()); })
      .def(
          "run",
          [](const Study& study, const Ranges& blocks, int threads,
             const std::function<bool(std::int64_t)>& watch) {
            const BlockSet wanted = blocks_from(blocks);
            const py::gil_scoped_release release;
            return study.run(wanted, threads, watch);
          },
          py::arg("blocks"), py::arg("threads"), py::arg("watch"))
      .def("variance_indices", &Study::variance_indices, py::arg("option"), py::arg("samples"),
           py::arg("threads"), py::arg("watch"), py::call_guard<py::gil_scoped_release>())
      .def("elementary_effects", &Study::elementary_effects, py::arg("option"), py::arg("samples"),
           py::arg("threads"), py::arg("watch"), py::call_guard<py::gil_scoped_release>())
      .def("drawn", &Study::drawn, py::arg("sample"))
      .def("held", &Study::held, py::arg("option"))
      .def(
          "overruled",
          [](const Study& study, int option) {
            py::list rows;
            for (const Overruled& one : study.overruled(option))
              rows.append(py::make_tuple(one.input, one.share, one.year, one.levers));
            return rows;
          },
          py::arg("option"));
}

}  // namespace critflow
