#include "CReferenceRates.h"

// Part of C23, and of the compiler that comes with Swift in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t bytes[] = {
#embed "reference-rates.bin"
};

const uint8_t *reference_rates_bytes(void) { return bytes; }

size_t reference_rates_size(void) { return sizeof bytes; }
