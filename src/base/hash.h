/* hash: 64 bits that stand for bytes, the same on every machine and in every run. */
#ifndef HASH_H
#define HASH_H

#include <stdint.h>

#include "slice.h"

uint64_t hash_bytes(struct slice s);

/* a and b mixed, in this order. */
uint64_t hash_pair(uint64_t a, uint64_t b);

#endif
