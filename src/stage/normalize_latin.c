#include "normalize_latin.h"

#include <stdbool.h>

#include "ascii.h"
#include "utf8.h"

enum {
	KINDS_LEAST = 3, /* signs inside words that are letters in the other codec: "it¹s", "don¿t" have one, once an apostrophe */
	GAIN_LEAST = 8   /* by how much the other must make more letters than cp1252 */
};

static bool
is_low(struct slice s, size_t i)
{
	return i < s.len && ascii_small(s.at[i]);
}

/* Is the byte a small letter in the codec, and none in cp1252? */
static bool
gains(const struct codecs *c, size_t codec, unsigned byte)
{
	uint32_t code = byte >= 0x80 ? c->code[codec][byte - 0x80] : 0;

	return code > 0 && code < 0x250 && utf8_is_lower(code) && !utf8_is_letter(c->code[CODEC_CP1252][byte - 0x80]);
}

/* Counts the characters between two small letters of ASCII, by their bytes in cp1252; [0] counts those that it has not. */
static void
count_inside(size_t *inside, const struct codecs *c, struct slice s)
{
	size_t len;

	for (size_t i = 1; i < s.len; i += len) {
		uint32_t code = utf8_good_at(s, i, &len);

		if (code >= 0x80 && is_low(s, i - 1) && is_low(s, i + len))
			inside[codec_byte(c, code)]++;
	}
}

/* The codec that the document was in; CODEC_CP1252 if it is as it should be. */
static size_t
guess(const struct codecs *c, struct slice s)
{
	size_t inside[0x100] = { 0 }, best = CODEC_CP1252;
	long most;

	count_inside(inside, c, s);
	most = codec_fitness(c, CODEC_CP1252, inside) + GAIN_LEAST - 1;
	most = most > 0 ? most : 0; /* noise has more signs than letters in any codec */
	for (size_t codec = 0; codec < c->len && inside[0] == 0; codec++) {
		size_t kinds = 0;

		for (unsigned byte = 0x80; byte < 0x100; byte++)
			kinds += inside[byte] > 0 && gains(c, codec, byte);
		if (kinds >= KINDS_LEAST && codec_fitness(c, codec, inside) > most) {
			best = codec;
			most = codec_fitness(c, codec, inside);
		}
	}
	return best;
}

/* Reads the line anew, if a word of it tells. */
static void
repair_line(struct patch_list *out, const struct codecs *c, size_t codec, struct slice text, size_t start, size_t end)
{
	bool told = false;
	size_t len;

	for (size_t i = start; i < end && !told; i += len) {
		uint32_t code = utf8_good_at(text, i, &len);

		told = i > start && is_low(text, i - 1) && is_low(text, i + len) && gains(c, codec, codec_byte(c, code));
	}
	for (size_t i = start; i < end && told; i += len) {
		uint32_t code = utf8_good_at(text, i, &len);
		unsigned byte = codec_byte(c, code);
		uint32_t was = byte >= 0x80 ? c->code[codec][byte - 0x80] : 0;

		if (was != 0 && was != code)
			patch_add_code(out, i, i + len, was, EDIT_ENCODING);
	}
}

void
normalize_latin(struct patch_list *out, const struct codecs *c, struct slice text)
{
	codec_reread(out, c, guess(c, text), text, repair_line);
}
