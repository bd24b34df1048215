/* The face of the C target that owns the Lua interpreter. It never shows lua.h, so that no Swift
   frame can lie under a longjmp. */
#ifndef CLUAHOST_H
#define CLUAHOST_H

#include "florin_value.h"
#include "florin_reply.h"
#include "florin_interpreter.h"
#include "florin_benchmark.h"

#endif
