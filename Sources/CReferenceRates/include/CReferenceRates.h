#ifndef C_REFERENCE_RATES_H
#define C_REFERENCE_RATES_H

#include <stddef.h>
#include <stdint.h>

/// The packed reference rates; the README of this folder describes the format. They live as long as the program.
const uint8_t *_Nonnull reference_rates_bytes(void);

/// How many bytes there are.
size_t reference_rates_size(void);

#endif
