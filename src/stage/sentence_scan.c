#include "sentence_scan.h"

#include "lanes.h"

/* Stops, quotation marks, brackets, colons, marks that part units, and the bytes that begin those beyond ASCII: E2 begins
 * … “ ” •, C2 « » and ·, F0 an emoji. */
static inline uint32_t
marks_of(lanes bytes)
{
	lanes plain = lanes_or(lanes_in(bytes, '!', '"'), lanes_in(bytes, '(', '*'));
	lanes stops = lanes_or(lanes_is(bytes, '.'), lanes_in(bytes, ':', '?'));
	lanes wide = lanes_or(lanes_is(bytes, '\xE2'), lanes_is(bytes, '\xC2'));
	lanes units = lanes_or(lanes_is(bytes, '_'), lanes_is(bytes, '\xF0'));

	return lanes_bits(lanes_or(lanes_or(plain, stops), lanes_or(wide, units)));
}

void
scan_see(struct scan *s, struct slice text, size_t i)
{
	uint64_t capitals = 0;
	const char *at = text.at + i;
	char few[SCAN_BYTES];

	if (text.len - i < SCAN_BYTES)
		at = memcpy(memset(few, 'a', sizeof few), at, text.len - i);
	s->base = i;
	s->places = s->spaces = 0;
	for (size_t k = 0; k < SCAN_BYTES; k += LANES) {
		lanes bytes = lanes_load(at + k);

		s->places |= (uint64_t)marks_of(bytes) << k;
		capitals |= (uint64_t)lanes_between(bytes, 'A', 'Z') << k;
		s->spaces |= (uint64_t)lanes_are(bytes, ' ') << k;
	}
	s->places |= capitals & (s->spaces << 1 | (i > 0 && text.at[i - 1] == ' '));
}
