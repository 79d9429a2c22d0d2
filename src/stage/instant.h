/* instant: when something was published, as a number. */
#ifndef INSTANT_H
#define INSTANT_H

#include <stdint.h>

#include "slice.h"

#define NO_DAY INT32_MIN

/* Days since 1970-01-01 of an ISO 8601 date or time, as it is written; NO_DAY if it is none. */
int32_t day_of(struct slice date);

#endif
