#include "normalize_bytes.h"

#include <stdbool.h>

#include "ascii.h"
#include "utf8.h"

static const char lost[] = "\xEF\xBF\xBD";

static unsigned
byte_at(struct slice s, size_t i)
{
	return i < s.len ? (unsigned char)s.at[i] : 0;
}

/* What the document's bytes beyond ASCII are. */
struct census {
	size_t sequences;      /* well-formed */
	size_t bad;            /* bytes that are part of none */
	size_t high;           /* all bytes beyond ASCII */
	size_t amid;           /* of those, between two others */
	size_t value[0x100];   /* by value */
	size_t inside[0x100];  /* bad ones between two small letters of ASCII */
};

/* Is the byte one that no character begins with? */
static bool
begins_none(unsigned c)
{
	return c >= 0x80 && c < 0xC2;
}

static void
take_census(struct census *n, struct slice s)
{
	size_t len;

	for (size_t i = 0; i < s.len; i += len) {
		bool bad = begins_none(byte_at(s, i));

		len = 1;
		bad = bad || utf8_at(s, i, &len) == UTF8_BAD;

		n->bad += bad;
		n->sequences += len > 1;
		if (bad && i > 0)
			n->inside[byte_at(s, i)] += ascii_small(s.at[i - 1]) && i + 1 < s.len && ascii_small(s.at[i + 1]);
	}
	for (size_t i = 0; i < s.len; i++) {
		if (byte_at(s, i) < 0x80)
			continue;
		n->high++;
		n->value[byte_at(s, i)]++;
		n->amid += i > 0 && byte_at(s, i - 1) >= 0x80 && byte_at(s, i + 1) >= 0x80;
	}
}

/* A document in another alphabet: bytes beyond ASCII stand between each other, few of them are well-formed UTF-8 by chance,
 * and most are small letters of a Cyrillic codec.  CODEC_CP1252 if it is none. */
static size_t
guess_cyrillic(const struct codecs *c, const struct census *n)
{
	size_t best = CODEC_CP1252, most = n->high / 2;

	if (n->amid * 3 < n->high || n->sequences * 3 > n->bad)
		return CODEC_CP1252;
	for (size_t codec = 0; codec < c->len; codec++) {
		size_t small = 0;

		for (size_t i = 0; i < 128; i++)
			if (c->code[codec][i] >= 0x430 && c->code[codec][i] < 0x460)
				small += n->value[0x80 + i];
		if (small > most) {
			best = codec;
			most = small;
		}
	}
	return best;
}

/* The codec of a document that is all in one of the Latin alphabet: cp1252, unless another makes letters where that
 * makes none. */
static size_t
guess_latin(const struct codecs *c, const struct census *n)
{
	size_t best = CODEC_CP1252;
	long most = codec_fitness(c, CODEC_CP1252, n->inside) + 1;

	if (n->sequences * 10 > n->bad)
		return CODEC_CP1252;
	for (size_t codec = 0; codec < c->len; codec++)
		if (codec_fitness(c, codec, n->inside) > most) {
			best = codec;
			most = codec_fitness(c, codec, n->inside);
		}
	return best;
}

/* CESU-8: a surrogate pair, each half in three bytes.  Its length is 6. */
static uint32_t
surrogate_pair(struct slice s, size_t i)
{
	if (byte_at(s, i) != 0xED || (byte_at(s, i + 1) & 0xF0) != 0xA0 || (byte_at(s, i + 2) & 0xC0) != 0x80 ||
	    byte_at(s, i + 3) != 0xED || (byte_at(s, i + 4) & 0xF0) != 0xB0 || (byte_at(s, i + 5) & 0xC0) != 0x80)
		return 0;
	return 0x10000 + ((byte_at(s, i + 1) & 0x0F) << 16 | (byte_at(s, i + 2) & 0x3F) << 10 |
	    (byte_at(s, i + 4) & 0x0F) << 6 | (byte_at(s, i + 5) & 0x3F));
}

/* Length of what looks like the remains of one UTF-8 sequence: a lead byte cut short after a continuation
 * byte or more, or continuation bytes that lost theirs.  0 for a byte that stands alone. */
static size_t
remains(struct slice s, size_t i)
{
	unsigned lead = byte_at(s, i);
	size_t want = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
	size_t n = 1;

	if (lead < 0xC0)
		want = SIZE_MAX;
	while (n < want && (byte_at(s, i + n) & 0xC0) == 0x80)
		n++;
	return n > 1 ? n : 0;
}

/* Appends what the bad byte at i is to be; returns how many bytes that takes. */
static size_t
repair(struct buf *with, const struct codecs *c, struct slice s, size_t i, size_t codec, bool mixed)
{
	uint32_t code = surrogate_pair(s, i);
	size_t n = mixed ? remains(s, i) : 0;

	if (code != 0) {
		utf8_add(with, code);
		return 6;
	}
	code = c->code[codec][byte_at(s, i) - 0x80];
	if (n == 0 && code != 0) {
		utf8_add(with, code);
		return 1;
	}
	buf_string(with, lost);
	return n > 0 ? n : 1;
}

/* The next byte from i on that is to be repaired: a bad one, or any beyond ASCII. */
static size_t
next_bad(struct slice s, size_t i, bool any)
{
	if (i < s.len && begins_none(byte_at(s, i)))
		return i;
	if (!any)
		return i + utf8_valid(slice_sub(s, i, s.len));
	while (i < s.len && byte_at(s, i) < 0x80)
		i++;
	return i;
}

void
normalize_bytes(struct patch_list *out, const struct codecs *c, struct slice text)
{
	struct census n = { 0 };
	struct buf with = { 0 }; /* what takes the place of a run of bad bytes */
	size_t codec;
	bool whole, mixed;

	take_census(&n, text);
	codec = guess_cyrillic(c, &n);
	whole = codec != CODEC_CP1252;
	if (!whole)
		codec = guess_latin(c, &n);
	mixed = !whole && (n.sequences > 0 || n.amid * 3 >= n.high);
	for (size_t i = next_bad(text, 0, whole); i < text.len;) {
		size_t start = i;
		size_t end;

		buf_clear(&with);
		do {
			end = i + repair(&with, c, text, i, codec, mixed);
			i = next_bad(text, end, whole);
		} while (i == end && i < text.len);
		patch_add(out, start, end, buf_slice(&with), EDIT_BYTES);
	}
	buf_free(&with);
}
