#ifndef FLORIN_BENCHMARK_H
#define FLORIN_BENCHMARK_H

#include "florin_interpreter.h"

#pragma clang assume_nonnull begin

/* Adds two globals to compare against, written in C only: `benchmark_add(a, b)` adds two integers, and
   `benchmark_amount(n)` makes a userdata of the size of an amount that can be added to another. */
florin_outcome florin_benchmark_install(florin_interpreter *interpreter);

#pragma clang assume_nonnull end

#endif
