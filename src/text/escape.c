#include "escape.h"

#include "eight.h"
#include "lanes.h"
#include "utf8.h"

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

/* The first byte of s at or after i that needs an escape, or s.len. */
static size_t
next_special(struct slice s, size_t i)
{
	while (i < s.len) {
		if (i + LANES <= s.len && lanes_bits(special_lanes(s.at + i)) == 0)
			i += LANES;
		else if (special[(unsigned char)s.at[i]] != 0)
			break;
		else
			i++;
	}
	return i;
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

/* The same of ESCAPE_SHORT bytes or more, appended.  Nearly all are clean, hence there is no branch for each load. */
static inline bool
add_clean(struct buf *b, struct slice s)
{
	const char *last = s.at + s.len - LANES;
	lanes found = special_lanes(last);
	char *to;

	if (b->cap - b->len < s.len)
		buf_room(b, s.len);
	to = b->at + b->len;
	for (size_t i = 0; i + LANES < s.len; i += LANES) {
		found = lanes_or(found, special_lanes(s.at + i));
		memcpy(to + i, s.at + i, LANES);
	}
	memcpy(to + s.len - LANES, last, LANES);
	if (lanes_bits(found) != 0)
		return false;
	b->len += s.len;
	return true;
}

/* Appends s, whose first bytes, clean of them, need no escape. */
static void
add_rest(struct buf *b, struct slice s, size_t clean)
{
	size_t from = 0, i = clean;

	while ((i = next_special(s, i)) < s.len) {
		buf_add(b, slice_sub(s, from, i));
		buf_byte(b, '\\');
		buf_byte(b, special[(unsigned char)s.at[i]]);
		from = ++i;
	}
	buf_add(b, slice_sub(s, from, s.len));
}

void
escape_add(struct buf *b, struct slice s)
{
	if (s.len > ESCAPE_SHORT && add_clean(b, s))
		return;
	if (b->cap - b->len < ESCAPE_SHORT)
		buf_room(b, ESCAPE_SHORT);
	if (s.len <= ESCAPE_SHORT && escape_short(b->at + b->len, s))
		b->len += s.len;
	else
		add_rest(b, s, 0);
}

struct slice
escape_slice(struct slice s, struct arena *a)
{
	size_t clean = next_special(s, 0), room = clean + 2 * (s.len - clean);
	struct buf out;

	if (clean == s.len)
		return s;
	out = (struct buf){ arena_alloc(a, room), 0, room };
	add_rest(&out, s, clean);
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

/* Undoes s up to a backslash that begins no escape, and returns its place; s.len if there is none. */
static size_t
undo(struct buf *b, struct slice s)
{
	size_t from = 0;

	buf_room(b, s.len);
	for (;;) {
		size_t at = from + slice_find(slice_sub(s, from, s.len), '\\');
		char c = at + 1 < s.len ? meant_by(s.at[at + 1]) : 0;

		buf_add(b, slice_sub(s, from, at));
		if (c == 0)
			return at;
		buf_byte(b, c);
		from = at + 2;
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
