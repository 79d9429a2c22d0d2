#include "escape.h"

#include "eight.h"
#include "lanes.h"
#include "utf8.h"

enum { BLOCK = 4096 }; /* bytes for which room is made at a time */

static const char special[256] = { ['\\'] = '\\', ['\t'] = 't', ['\n'] = 'n', ['\r'] = 'r' };

/* Not 0 if one of these eight bytes needs an escape, or is another control character below CR. */
static uint64_t
special_bytes(uint64_t bytes)
{
	uint64_t slashes = bytes ^ EIGHT('\\');

	return (((bytes - EIGHT('\r' + 1)) & ~bytes) | ((slashes - EIGHT(1)) & ~slashes)) & EIGHT_TOPS;
}

/* The same of a load of bytes, marked. */
static inline lanes
special_lanes(const char *at)
{
	lanes bytes = lanes_load(at);

	return lanes_or(lanes_in(bytes, '\t', '\r'), lanes_is(bytes, '\\'));
}

bool
escape_short(char *to, struct slice s)
{
	if (s.len >= 8) {
		if ((special_bytes(eight_load(s.at)) | special_bytes(eight_load(s.at + s.len - 8))) != 0)
			return false;
		memcpy(to, s.at, 8);
		memcpy(to + s.len - 8, s.at + s.len - 8, 8);
	} else {
		uint64_t bytes = EIGHT(' ') << s.len * 8 | eight_few(s.at, s.len);

		if (special_bytes(bytes) != 0)
			return false;
		eight_store(to, bytes);
	}
	return true;
}

static inline char *
put(char *to, char c)
{
	if (special[(unsigned char)c] != 0) {
		*to++ = '\\';
		c = special[(unsigned char)c];
	}
	*to++ = c;
	return to;
}

/* Copies s from i on, whole loads of it, up to its next byte that is not clean; returns the place at which it ends. */
static inline size_t
copy_clean(char *to, struct slice s, size_t i)
{
	for (; s.len - i >= LANES; i += LANES, to += LANES) {
		uint32_t found = lanes_bits(special_lanes(s.at + i));

		memcpy(to, s.at + i, LANES);
		if (found != 0)
			return i + lanes_first(found);
	}
	return i;
}

/* Writes s to *to, which has room for twice as many bytes and a load; returns the end. */
static char *
put_all(char *to, struct slice s)
{
	size_t i = 0;

	for (;;) {
		size_t at = copy_clean(to, s, i);

		to += at - i;
		i = at;
		if (s.len - i < LANES)
			break;
		to = put(to, s.at[i++]);
	}
	if (s.len >= LANES && lanes_bits(special_lanes(s.at + s.len - LANES)) == 0) {
		to += s.len - i;
		memcpy(to - LANES, s.at + s.len - LANES, LANES);
		return to;
	}
	while (i < s.len)
		to = put(to, s.at[i++]);
	return to;
}

static void
add_long(struct buf *b, struct slice s)
{
	for (size_t from = 0; from < s.len; from += BLOCK) {
		size_t n = s.len - from < BLOCK ? s.len - from : BLOCK;

		if (b->cap - b->len < 2 * n + LANES)
			buf_room(b, 2 * n + LANES);
		b->len = (size_t)(put_all(b->at + b->len, slice_sub(s, from, from + n)) - b->at);
	}
}

/* The same as escape_short for more than a load, and two at most. */
static inline bool
put_two(char *to, struct slice s)
{
	const char *last = s.at + s.len - LANES;

	if (lanes_bits(lanes_or(special_lanes(s.at), special_lanes(last))) != 0)
		return false;
	memcpy(to, s.at, LANES);
	memcpy(to + s.len - LANES, last, LANES);
	return true;
}

void
escape_add(struct buf *b, struct slice s)
{
	bool fits = s.len <= b->cap - b->len && b->cap - b->len >= ESCAPE_SHORT;

	if (fits && s.len <= ESCAPE_SHORT ? escape_short(b->at + b->len, s) : fits && s.len <= 2 * LANES && put_two(b->at + b->len, s))
		b->len += s.len;
	else
		add_long(b, s);
}

/* Is there nothing in s that needs an escape, and no other control character below CR? */
static bool
is_clean(struct slice s)
{
	size_t i = 0;

	if (s.len >= LANES) {
		lanes found = special_lanes(s.at + s.len - LANES);

		for (; s.len - i >= LANES; i += LANES)
			found = lanes_or(found, special_lanes(s.at + i));
		return lanes_bits(found) == 0;
	}
	while (i < s.len && special[(unsigned char)s.at[i]] == 0)
		i++;
	return i == s.len;
}

struct slice
escape_slice(struct slice s, struct arena *a)
{
	size_t room = 2 * s.len + LANES;
	struct buf out;

	if (is_clean(s))
		return s;
	out = (struct buf){ arena_alloc(a, room), 0, room };
	add_long(&out, s);
	return buf_slice(&out);
}

/* The byte that the escape letter c stands for, or 0. */
static char
meant_by(char c)
{
	switch (c) {
	case '\\': return '\\';
	case 't': return '\t';
	case 'n': return '\n';
	case 'r': return '\r';
	default: return 0;
	}
}

/* Copies s from i on up to its next backslash, whose place it returns, or s.len.  Loads are stored whole. */
static inline size_t
copy_plain(char *to, struct slice s, size_t i)
{
	for (; s.len - i >= LANES; i += LANES, to += LANES) {
		uint32_t found = lanes_are(lanes_load(s.at + i), '\\');

		memcpy(to, s.at + i, LANES);
		if (found != 0)
			return i + lanes_first(found);
	}
	for (; i < s.len && s.at[i] != '\\'; i++)
		*to++ = s.at[i];
	return i;
}

/* Undoes s up to a backslash that begins no escape, and returns its place; s.len if there is none.  No more is written than was read, so
 * that a load fits where one was. */
static size_t
undo(struct buf *b, struct slice s)
{
	size_t i = 0;

	buf_room(b, s.len);
	for (;;) {
		size_t at = s.len > 0 ? copy_plain(b->at + b->len, s, i) : 0;
		char c = at + 1 < s.len ? meant_by(s.at[at + 1]) : 0;

		b->len += at - i;
		if (c == 0)
			return at;
		b->at[b->len++] = c;
		i = at + 2;
	}
}

bool
escape_undo(struct buf *b, struct slice s)
{
	return undo(b, s) == s.len;
}

struct slice
escape_undo_slice(struct slice s, struct arena *a)
{
	struct buf out;
	size_t n;

	if (slice_find(s, '\\') == s.len)
		return s;
	out = (struct buf){ arena_alloc(a, s.len), 0, s.len };
	while ((n = undo(&out, s)) < s.len) {
		buf_byte(&out, '\\');
		s = slice_sub(s, n + 1, s.len);
	}
	return buf_slice(&out);
}

void
escape_bytes(struct buf *b, struct slice s)
{
	static const char hex[] = "0123456789ABCDEF";
	size_t len;

	for (size_t i = 0; i < s.len; i += len) {
		unsigned char byte = (unsigned char)s.at[i];

		if (utf8_at(s, i, &len) != UTF8_BAD && byte != 0) {
			escape_add(b, slice_sub(s, i, i + len));
			continue;
		}
		buf_string(b, "\\x");
		buf_byte(b, hex[byte >> 4]);
		buf_byte(b, hex[byte & 15]);
	}
}
