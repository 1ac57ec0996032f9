# What holds for our own code and for nobody who links it: warnings, and no fused multiply-add, so
# that the same numbers come out on every machine. GCC 12 sees an overlap in every "text" + string
# (its bug 105651), hence -Wno-restrict.
function(critflow_own_code target)
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wconversion -ffp-contract=off
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
    $<$<BOOL:${CRITFLOW_DEVELOP}>:-Werror>)
endfunction()
