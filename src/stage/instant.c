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
