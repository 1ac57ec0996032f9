#include "critflow/base/processor.hpp"

#include <atomic>
#include <string>

#include "critflow/base/fault.hpp"

namespace critflow {

namespace {

std::atomic<Instructions>& in_use() {
  static std::atomic<Instructions> instructions = fastest_instructions();
  return instructions;
}

}  // namespace

std::string_view name_of(Instructions instructions) {
  return instructions == Instructions::avx512 ? "AVX-512"
         : instructions == Instructions::avx2 ? "AVX2"
                                              : "plain";
}

Instructions fastest_instructions() {
#ifdef __x86_64__
  if (__builtin_cpu_supports("avx512f")) return Instructions::avx512;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return Instructions::avx2;
#endif
  return Instructions::plain;
}

Instructions instructions_in_use() { return in_use().load(std::memory_order_relaxed); }

void use_instructions(Instructions instructions) {
  if (instructions > fastest_instructions())
    throw InvalidValue({.where = "instructions",
                        .what = "not of this processor",
                        .value = std::string(name_of(instructions)),
                        .rule = "be at most " + std::string(name_of(fastest_instructions()))});
  in_use().store(instructions, std::memory_order_relaxed);
}

}  // namespace critflow
