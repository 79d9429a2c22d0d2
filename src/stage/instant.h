/* instant: when something was published, as a number. */
#ifndef INSTANT_H
#define INSTANT_H

#include <stdint.h>

#include "slice.h"

#define NO_DAY INT32_MIN
#define NO_INSTANT INT64_MAX

/* Days since 1970-01-01 of an ISO 8601 date or time, as it is written; NO_DAY if it is none. */
int32_t day_of(struct slice date);

/* Seconds since 1970-01-01T00:00Z: a time without a zone is taken for UTC, a date without a time for its noon.  NO_INSTANT if it is no
 * date. */
int64_t instant_of(struct slice date);

#endif
