#include "instant.h"

/* Days from the civil calendar; years from March, so that the leap day comes last. */
int32_t
day_of(struct slice date)
{
	size_t year, month, day;

	if (date.len < 10 || date.at[4] != '-' || date.at[7] != '-' || !slice_number(slice_sub(date, 0, 4), &year) ||
	    !slice_number(slice_sub(date, 5, 7), &month) || !slice_number(slice_sub(date, 8, 10), &day))
		return NO_DAY;
	if (month < 1 || month > 12 || day < 1 || day > 31)
		return NO_DAY;
	year -= month < 3 && year > 0;
	month = (month + 9) % 12;
	return (int32_t)(year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day) - 719469;
}

/* The number that two digits at that place are; false if there are none. */
static bool
pair_at(struct slice s, size_t at, int *n)
{
	size_t value;

	if (at + 2 > s.len || !slice_number(slice_sub(s, at, at + 2), &value))
		return false;
	*n = (int)value;
	return true;
}

/* Seconds that "+05:30", "-0500" or "Z" at the end of a time is ahead of UTC. */
static int
zone_of(struct slice hour)
{
	int hours, minutes = 0;
	size_t i = 0;

	while (i < hour.len && hour.at[i] != '+' && hour.at[i] != '-')
		i++;
	if (!pair_at(hour, i + 1, &hours))
		return 0;
	if (!pair_at(hour, i + 3, &minutes))
		pair_at(hour, i + 4, &minutes);
	return (hour.at[i] == '-' ? -60 : 60) * (hours * 60 + minutes);
}

int64_t
instant_of(struct slice date)
{
	int32_t day = day_of(date);
	int hours, minutes, seconds = 0;
	struct slice hour;

	if (day == NO_DAY)
		return NO_INSTANT;
	hour = slice_sub(date, 10, date.len);
	if (!pair_at(hour, 1, &hours) || !pair_at(hour, 4, &minutes))
		return (int64_t)day * 86400 + 43200;
	if (hour.len > 6 && hour.at[6] == ':')
		pair_at(hour, 7, &seconds);
	return (int64_t)day * 86400 + hours * 3600 + minutes * 60 + seconds - zone_of(hour);
}
