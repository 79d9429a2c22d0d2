#include "date.h"

struct date {
	int year, month, day;
	int hour, minute, second; /* -1: not told */
	bool zone;
	int offset;               /* minutes east of Greenwich, if zone */
};

/* Takes up to most digits off *s; -1 if there are not at least that many as least. */
static int
take_number(struct slice *s, size_t least, size_t most)
{
	size_t n = 0;
	int value = 0;

	for (; n < s->len && n < most && s->at[n] >= '0' && s->at[n] <= '9'; n++)
		value = value * 10 + (s->at[n] - '0');
	if (n < least)
		return -1;
	*s = slice_sub(*s, n, s->len);
	return value;
}

static bool
take(struct slice *s, char c)
{
	if (s->len == 0 || s->at[0] != c)
		return false;
	*s = slice_sub(*s, 1, s->len);
	return true;
}

static void
skip(struct slice *s)
{
	while (s->len > 0 && (s->at[0] == ' ' || s->at[0] == ',' || s->at[0] == '.'))
		*s = slice_sub(*s, 1, s->len);
}

/* The letters that s begins with. */
static struct slice
take_word(struct slice *s)
{
	size_t n = 0;
	struct slice word;

	while (n < s->len && ((s->at[n] | 32) >= 'a' && (s->at[n] | 32) <= 'z'))
		n++;
	word = slice_sub(*s, 0, n);
	*s = slice_sub(*s, n, s->len);
	return word;
}

/* Z, GMT, UTC, EST ..., +01:00, -0500 */
static void
take_zone(struct slice *s, struct date *d)
{
	static const struct {
		const char *name;
		int offset;
	} zones[] = {
		{ "Z", 0 }, { "UTC", 0 }, { "GMT", 0 }, { "UT", 0 }, { "EST", -300 }, { "EDT", -240 },
		{ "CST", -360 }, { "CDT", -300 }, { "MST", -420 }, { "MDT", -360 }, { "PST", -480 }, { "PDT", -420 },
		{ "BST", 60 }, { "CET", 60 }, { "CEST", 120 }
	};
	int sign;
	int hours;
	int minutes;
	struct slice word;

	skip(s);
	sign = take(s, '+') ? 1 : take(s, '-') ? -1 : 0;
	if (sign != 0) {
		hours = take_number(s, 2, 2);
		take(s, ':');
		minutes = take_number(s, 2, 2);
		d->zone = hours >= 0 && hours < 24 && minutes < 60;
		d->offset = sign * (hours * 60 + (minutes > 0 ? minutes : 0));
		return;
	}
	word = take_word(s);
	for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
		if (slice_is(word, zones[i].name)) {
			d->zone = true;
			d->offset = zones[i].offset;
		}
	}
}

/* 'a' or 'p' where s goes on with am, PM, a.m. or P.M., which it takes; 0 if not. */
static char
take_half(struct slice *s)
{
	struct slice at = *s;
	char half;

	skip(&at);
	half = at.len > 0 ? at.at[0] | 32 : 0;
	if (half != 'a' && half != 'p')
		return 0;
	at = slice_sub(at, 1, at.len);
	take(&at, '.');
	if (!take(&at, 'm') && !take(&at, 'M'))
		return 0;
	*s = at;
	return half;
}

/* 08:41, 08.41, 08:41:00.123, 8:41 pm, 084100, with a zone behind. */
static void
take_time(struct slice *s, struct date *d)
{
	struct slice at = *s;
	int hour = take_number(&at, 1, 2);
	char sep = at.len > 0 && at.at[0] == '.' ? '.' : ':';
	bool solid = at.len > 0 && at.at[0] != sep;
	char half;

	if (hour < 0 || (!solid && !take(&at, sep)) || (d->minute = take_number(&at, 2, 2)) < 0)
		return;
	d->hour = hour;
	d->second = solid || take(&at, sep) ? take_number(&at, 2, 2) : -1;
	if (d->second >= 0 && take(&at, '.'))
		while (at.len > 0 && at.at[0] >= '0' && at.at[0] <= '9')
			at = slice_sub(at, 1, at.len);
	half = take_half(&at);
	if (half != 0)
		d->hour = d->hour % 12 + (half == 'p' ? 12 : 0);
	take_zone(&at, d);
	*s = at;
}

/* 2019-11-19, 2019/11/19, 20191119, each with a time behind T or a blank. */
static bool
read_iso(struct slice s, struct date *d)
{
	char sep = s.len > 4 ? s.at[4] : 0;
	bool solid = sep >= '0' && sep <= '9';

	d->year = take_number(&s, 4, 4);
	if (d->year < 0 || (!solid && (sep != '-' && sep != '/')))
		return false;
	if (!solid)
		take(&s, sep);
	d->month = take_number(&s, 2, 2);
	if (!solid && !take(&s, sep))
		return false;
	d->day = take_number(&s, 2, 2);
	if (d->month < 0 || d->day < 0 || (s.len > 0 && s.at[0] != 'T' && s.at[0] != 't' && s.at[0] != ' '))
		return false;
	if (s.len > 0) {
		s = slice_sub(s, 1, s.len);
		take_time(&s, d);
	}
	return true;
}

/* 19.11.2019, 9. 11. 2019 08:41 */
static bool
read_dots(struct slice s, struct date *d)
{
	d->day = take_number(&s, 1, 2);
	if (d->day < 0 || !take(&s, '.'))
		return false;
	skip(&s);
	d->month = take_number(&s, 1, 2);
	if (d->month < 0 || !take(&s, '.'))
		return false;
	skip(&s);
	d->year = take_number(&s, 4, 4);
	skip(&s);
	take_time(&s, d);
	return true;
}

/* 2019; 19 as RFC 822 has it, where it is no hour. */
static int
take_year(struct slice *s, bool short_too)
{
	int year = take_number(s, 4, 4);

	if (year >= 0 || !short_too)
		return year;
	year = take_number(s, 2, 2);
	if (year < 0 || (s->len > 0 && s->at[0] != ' '))
		return -1;
	return year + (year < 50 ? 2000 : 1900);
}

/* s without "Last updated:" or "Published on" before it. */
static struct slice
without_label(struct slice s)
{
	enum { WORDS = 3 };
	struct slice rest = s;

	for (size_t n = 0; n < WORDS; n++) {
		struct slice word = take_word(&rest);

		if (word.len == 0 || date_month(word) > 0 || date_is_weekday(word))
			return s;
		take(&rest, ':');
		skip(&rest);
		s = rest;
	}
	return s;
}

/* Tue, 19 Nov 2019 08:41:00 GMT; November 19th, 2019 at 8:41 pm; 19 November 2019; Updated: 08:41, 19 November 2019 */
static bool
read_words(struct slice s, struct date *d)
{
	struct slice word;
	bool day_first;

	s = without_label(s);
	if (s.len > 2 && (s.at[1] == ':' || s.at[2] == ':'))
		take_time(&s, d);
	skip(&s);
	word = take_word(&s);

	if (date_is_weekday(word)) {
		skip(&s);
		word = take_word(&s);
	}
	d->month = date_month(word);
	day_first = d->month == 0;
	skip(&s);
	d->day = take_number(&s, 1, 2);
	word = take_word(&s); /* "th" of "19th" */
	skip(&s);
	take(&s, '-');
	if (day_first)
		d->month = date_month(word.len > 2 ? word : take_word(&s));
	skip(&s);
	take(&s, '-');
	d->year = take_year(&s, day_first);
	if (d->month == 0 || d->day < 0 || d->year < 0)
		return false;
	skip(&s);
	if (slice_starts(s, "at "))
		s = slice_sub(s, 3, s.len);
	if (d->hour < 0)
		take_time(&s, d);
	return true;
}

static int
days_of(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

/* Days beyond the end of the month are those of the next. */
static void
carry_days(struct date *d)
{
	while (d->day > days_of(d->year, d->month)) {
		d->day -= days_of(d->year, d->month);
		if (++d->month > 12) {
			d->month = 1;
			d->year++;
		}
	}
}

/* Seconds or milliseconds since 1970, of this century or the end of the last. */
static bool
read_epoch(struct slice s, struct date *d)
{
	enum { DIGITS_LEAST = 9, SECONDS_MOST = 11, DAYS_MOST = 376199 /* the year 3000 */ };
	struct slice digits = slice_cut(&s, '.');
	size_t seconds;
	size_t fraction;

	if (digits.len < DIGITS_LEAST || (s.at != NULL && !slice_number(s, &fraction)))
		return false;
	if (digits.len > SECONDS_MOST)
		digits.len -= 3;
	if (!slice_number(digits, &seconds) || seconds / 86400 > DAYS_MOST)
		return false;
	d->year = 1970;
	d->month = 1;
	d->day = 1 + (int)(seconds / 86400);
	carry_days(d);
	d->hour = (int)(seconds / 3600 % 24);
	d->minute = (int)(seconds / 60 % 60);
	d->second = (int)(seconds % 60);
	d->zone = true;
	return true;
}

static bool
believable(const struct date *d)
{
	return d->year >= 1400 && d->year <= 2999 && d->month >= 1 && d->month <= 12 && d->day >= 1 &&
	    d->day <= days_of(d->year, d->month) && d->minute < 60 && d->second < 61 &&
	    (d->hour < 24 || (d->hour == 24 && d->minute == 0 && d->second <= 0));
}

/* The end of a day, 24:00, is the beginning of the next. */
static void
begin_next(struct date *d)
{
	d->hour = 0;
	d->day++;
	carry_days(d);
}

static char *
put(char *p, int value, int digits)
{
	for (int i = digits; i-- > 0; value /= 10)
		p[i] = (char)('0' + value % 10);
	return p + digits;
}

static struct slice
print(const struct date *d, struct arena *a)
{
	char *start = arena_alloc(a, 32);
	char *p = put(start, d->year, 4);

	*p++ = '-';
	p = put(p, d->month, 2);
	*p++ = '-';
	p = put(p, d->day, 2);
	if (d->hour >= 0) {
		*p++ = 'T';
		p = put(p, d->hour, 2);
		*p++ = ':';
		p = put(p, d->minute, 2);
		if (d->second >= 0) {
			*p++ = ':';
			p = put(p, d->second, 2);
		}
		if (d->zone && d->offset == 0) {
			*p++ = 'Z';
		} else if (d->zone) {
			int east = d->offset < 0 ? -d->offset : d->offset;

			*p++ = d->offset < 0 ? '-' : '+';
			p = put(p, east / 60, 2);
			*p++ = ':';
			p = put(p, east % 60, 2);
		}
	}
	return slice_make(start, (size_t)(p - start));
}

struct slice
date_iso(struct slice s, struct arena *a)
{
	static bool (*const readers[])(struct slice, struct date *) = { read_iso, read_words, read_dots, read_epoch };

	s = slice_trim(s);
	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
		struct date d = { .hour = -1, .minute = -1, .second = -1 };

		if (!readers[i](s, &d) || !believable(&d))
			continue;
		if (d.hour == 24)
			begin_next(&d);
		return print(&d, a);
	}
	return slice_make("", 0);
}
