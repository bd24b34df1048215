#include "CLuaPrelude.h"

// Part of C23, and of the compiler that comes with Swift in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char prelude[] = {
#embed "prelude.lua"
};

const size_t florin_prelude_length = sizeof prelude;

const unsigned char *florin_prelude_bytes(void) { return prelude; }
