/* digits: numbers in decimal. */
#ifndef DIGITS_H
#define DIGITS_H

#include "slice.h"

enum { DIGITS_MAX = 20 };

/* Writes n into the DIGITS_MAX bytes before end, flush with it; returns what was written. */
struct slice digits_before(char *end, size_t n);

/* Writes n to *to, which has room for DIGITS_MAX; returns the end of what was written. */
char *digits_put(char *to, size_t n);

#endif
