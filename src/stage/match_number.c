#include "match_number.h"

enum { MILLIONTHS = 1000000, PLACES = 6, HUNDRED = 100, THOUSAND = 1000, TENS = 20 };

/* Reads "400", "1.5"; false if it is no such thing, or too great. */
static bool
read_value(struct slice digits, uint64_t *millionths)
{
	size_t places = 0;
	bool point = false;

	*millionths = 0;
	for (size_t i = 0; i < digits.len && places < PLACES; i++) {
		char c = digits.at[i];

		if (c == '.' && !point && i > 0) {
			point = true;
			continue;
		}
		if (c < '0' || c > '9' || *millionths > UINT64_MAX / 100)
			return false;
		*millionths = *millionths * 10 + (uint64_t)(c - '0');
		places += point;
	}
	for (; places < PLACES; places++) {
		if (*millionths > UINT64_MAX / 100)
			return false;
		*millionths *= 10;
	}
	return digits.len > 0;
}

/* "hundred", "thousand" … */
static bool
is_scale(uint64_t value)
{
	return value == HUNDRED || value >= THOUSAND;
}

/* "twenty" before "five", "thousand" before "two". */
static bool
may_add(uint64_t last, uint64_t value)
{
	return (last >= TENS && last < HUNDRED && last % 10 == 0 && value < 10) || (is_scale(last) && value < last);
}

/* The scale multiplies what is open; false if that is too much. */
static bool
multiply(struct number *n, uint64_t scale)
{
	if (n->open > (UINT64_MAX - n->done) / scale)
		return false;
	n->open *= scale;
	if (scale > HUNDRED) {
		n->done += n->open;
		n->open = 0;
	}
	return true;
}

bool
number_goes_on(struct number *n, const struct cut_word *w, enum word_class is, struct slice stem)
{
	bool near = n->end > 0 && w->start <= n->end + 1;
	bool spelt = w->folded.at[0] < '0' || w->folded.at[0] > '9';
	bool goes_on = false;
	uint64_t value;

	if (is != WORD_NUMBER || !read_value(slice_sub(stem, 1, stem.len), &value)) {
		n->end = 0;
		return false;
	}
	if (near && spelt && value % MILLIONTHS == 0) {
		uint64_t plain = value / MILLIONTHS;

		if (is_scale(plain) && plain > n->last) {
			goes_on = multiply(n, plain);
		} else if (may_add(n->last, plain)) {
			n->open += value;
			goes_on = true;
		}
	}
	if (!goes_on)
		*n = (struct number){ .open = value };
	n->last = value / MILLIONTHS;
	n->end = w->end;
	return goes_on;
}

void
number_write(const struct number *n, struct buf *b)
{
	char digits[24];
	size_t at = sizeof digits, places = 0;

	for (uint64_t value = n->done + n->open; value > 0 || places <= PLACES; value /= 10, places++) {
		if (places == PLACES && at < sizeof digits)
			digits[--at] = '.';
		if (value % 10 > 0 || places >= PLACES || at < sizeof digits)
			digits[--at] = (char)('0' + value % 10);
	}
	buf_add(b, slice_make(digits + at, sizeof digits - at));
}

void
number_spell_out(struct buf *b)
{
	static const struct {
		const char *tail;
		uint64_t scale;
	} scales[] = { { "k", 1000 }, { "bn", 1000000000 }, { "tn", 1000000000000 }, { "mn", 1000000 }, { "m", 1000000 } };
	struct slice s = buf_slice(b);

	for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
		size_t tail = strlen(scales[i].tail);
		struct number n = { 0 };

		if (!slice_ends(s, scales[i].tail) || !read_value(slice_sub(s, 0, s.len - tail), &n.open) || !multiply(&n, scales[i].scale))
			continue;
		buf_clear(b);
		number_write(&n, b);
		return;
	}
}
