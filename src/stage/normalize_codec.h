/* normalize_codec: one-byte codecs through which text may have been misread, and for every character the bytes
 * that it may stand for. */
#ifndef NORMALIZE_CODEC_H
#define NORMALIZE_CODEC_H

#include <stdint.h>

#include "normalize_patch.h"
#include "slice.h"

enum { CODECS_MAX = 16, CODEC_CP1252 = 0 };

/* Which byte, from 0x80, a character is in each codec (0: none), and bits by codec: may it begin a sequence of UTF-8
 * (C2 to F4), one of two bytes, three or four; may it continue one (80 to BF); is it E2 or 80, as in E2 80 99? */
struct codec_char {
	uint16_t begins, begins_two, begins_three, begins_four, continues;
	uint16_t is_e2, is_80;
	uint8_t byte[CODECS_MAX];
};

struct codecs {
	struct codec_char *page[0x10000 / 64]; /* NULL: no codec has a character there */
	uint16_t code[CODECS_MAX][128];        /* character of byte 0x80 + i; 0 if it has none */
	struct slice name[CODECS_MAX];
	size_t len;
};

/* The codecs of src/lexicon/any/codecs.tsv.  codecs_free ends them. */
struct codecs *codecs_new(void);
void codecs_free(struct codecs *c);

/* NULL if the character is in no codec. */
static inline const struct codec_char *
codec_char(const struct codecs *c, uint32_t code)
{
	const struct codec_char *page = code < 0x10000 ? c->page[code / 64] : NULL;

	return page != NULL && (page[code % 64].begins | page[code % 64].continues) != 0 ? &page[code % 64] : NULL;
}

/* The byte that a character is in cp1252 or latin-1; 0 if none, or if it is ASCII. */
unsigned codec_byte(const struct codecs *c, uint32_t code);

/* How many of the bytes inside words, counted by value, are small Latin letters in the codec, less those that are none; an
 * apostrophe may be there. */
long codec_fitness(const struct codecs *c, size_t codec, const size_t *inside);

/* Lets repair_line find what is to be read anew in each line [start, end) of a text that was in the codec; of cp1252 all is as
 * it should be. */
void codec_reread(struct patch_list *out, const struct codecs *c, size_t codec, struct slice text,
    void (*repair_line)(struct patch_list *out, const struct codecs *c, size_t codec, struct slice text, size_t start, size_t end));

#endif
