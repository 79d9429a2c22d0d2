/* date: points in time as the world writes them, in ISO 8601. */
#ifndef DATE_H
#define DATE_H

#include "mem.h"
#include "slice.h"

/* What s tells, as YYYY-MM-DD, YYYY-MM-DDTHH:MM[:SS] and with Z or +HH:MM where it tells the zone; in the arena.
 * Understood are ISO 8601 ("20191119T084100Z" too), RFC 822 ("Tue, 19 Nov 2019 08:41:00 GMT"), "19 November 2019",
 * "Updated: Nov. 19, 2019, 8:41 p.m. EDT", "08:41, 19 Nov 2019", "19.11.2019", seconds and milliseconds since 1970.
 * Empty if s is none of these: 3/4/2019 may be March or April. */
struct slice date_iso(struct slice s, struct arena *a);

/* The month, 1 to 12, that a word names or abbreviates in English ("Nov", "November"); 0 if none; and whether one does so with a day
 * of the week. */
int date_month(struct slice word);
bool date_is_weekday(struct slice word);

#endif
