#include "normalize_bytes.h"

#include <stdbool.h>

#include "utf8.h"

static const char lost[] = "\xEF\xBF\xBD";

static unsigned
byte_at(struct slice s, size_t i)
{
	return i < s.len ? (unsigned char)s.at[i] : 0;
}

/* What the document's bytes beyond ASCII are. */
struct census {
	size_t sequences;       /* well-formed */
	size_t bad;             /* bytes that are part of none */
	size_t beside;          /* of those, beside another */
	size_t letters[0x100];  /* bad bytes by value */
};

static void
take_census(struct census *n, struct slice s)
{
	size_t len, last = s.len;

	for (size_t i = 0; i < s.len; i += len) {
		if (utf8_at(s, i, &len) == UTF8_BAD) {
			n->bad++;
			n->letters[byte_at(s, i)]++;
			n->beside += last + 1 == i;
			last = i;
		} else {
			n->sequences += len > 1;
		}
	}
}

/* The codec of a document that is all in one: cp1252, unless most of its bytes beyond ASCII stand side by side,
 * as only those of other alphabets do, and nearly all are small letters of a Cyrillic codec. */
static size_t
guess_codec(const struct codecs *c, const struct census *n)
{
	size_t best = CODEC_CP1252, most = 0;

	if (n->sequences * 10 > n->bad || n->beside * 2 < n->bad)
		return CODEC_CP1252;
	for (size_t codec = 0; codec < c->len; codec++) {
		size_t small = 0;

		for (size_t i = 0; i < 128; i++)
			if (c->code[codec][i] >= 0x430 && c->code[codec][i] < 0x460)
				small += n->letters[0x80 + i];
		if (small > most && small * 10 > n->bad * 6) {
			best = codec;
			most = small;
		}
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

/* Repairs the bad byte at i; returns how many bytes that took. */
static size_t
repair(struct patch_list *out, const struct codecs *c, struct slice s, size_t i, size_t codec, bool mixed)
{
	uint32_t code = surrogate_pair(s, i);
	size_t n = mixed ? remains(s, i) : 0;

	if (code != 0) {
		patch_add_code(out, i, i + 6, code, EDIT_BYTES);
		return 6;
	}
	code = c->code[codec][byte_at(s, i) - 0x80];
	if (n == 0 && code != 0) {
		patch_add_code(out, i, i + 1, code, EDIT_BYTES);
		return 1;
	}
	n = n > 0 ? n : 1;
	patch_add(out, i, i + n, slice_from(lost), EDIT_BYTES);
	return n;
}

void
normalize_bytes(struct patch_list *out, const struct codecs *c, struct slice text)
{
	struct census n = { 0 };
	size_t codec, i = utf8_valid(text);

	take_census(&n, text);
	codec = guess_codec(c, &n);
	while (i < text.len) {
		i += repair(out, c, text, i, codec, n.sequences > 0);
		i += utf8_valid(slice_sub(text, i, text.len));
	}
}
