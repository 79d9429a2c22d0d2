/* normalize_scan: what a text holds that a pass of normalize may have to repair.  Clean text is told from the
 * rest eight bytes at a time, so that the passes themselves may take their time. */
#ifndef NORMALIZE_SCAN_H
#define NORMALIZE_SCAN_H

#include <stdint.h>

#include "normalize_codec.h"
#include "slice.h"

enum {
	SCAN_BYTES = 1,     /* not well-formed UTF-8 */
	SCAN_ENTITY = 2,    /* & */
	SCAN_MARKUP = 4,    /* < or > */
	SCAN_ENCODING = 8,  /* characters that in some codec would be a sequence of UTF-8 */
	SCAN_CHAR = 16,     /* a character that normalize_chars looks at */
	SCAN_NFC = 32,      /* one that may not be in composed form */
	SCAN_SPACE = 64,    /* blanks side by side, or at the start or end */
	SCAN_ALPHABET = 128, /* letters of Latin-1 beyond ASCII beside each other */
	SCAN_LATIN = 256    /* a sign of Latin-1 inside a word */
};

/* Flags of characters. */
enum {
	CHAR_FIX = 1,       /* normalize_chars looks at it */
	CHAR_NFC = 2,       /* Unicode's NFC_Quick_Check is not "yes", or it is no starter */
	/* May it begin a misread sequence, and continue one that begins so?  Cyrillic letters, which follow each other in clean
	 * text, count apart from others: only what is no such letter (or the 80 of E2 80) may follow them. */
	CHAR_BEGINS = 4,
	CHAR_CONTINUES = CHAR_BEGINS << 1,
	CHAR_BEGINS_CYRILLIC = 16,
	CHAR_CONTINUES_CYRILLIC = CHAR_BEGINS_CYRILLIC << 1,
	CHAR_WESTERN = 64   /* letters of Latin-1, and what stands between them */
};

struct char_table {
	uint8_t flags[0x10000];
	struct codecs *codecs;
};

struct char_table *char_table_new(void);
void char_table_free(struct char_table *t);

/* Flags of any character. */
unsigned char_flags(const struct char_table *t, uint32_t code);

/* SCAN_ bits of the text.  Behind bytes that are no UTF-8 it stops: the others then tell only of what is before. */
unsigned normalize_scan(const struct char_table *t, struct slice text);

/* The next character at or after i, in well-formed text, that has one of these flags or is an ASCII control character other
 * than blanks; text.len if none. */
size_t scan_flags(const struct char_table *t, struct slice text, size_t i, unsigned flags);

/* The next blank or control character at or after i that is no single space inside a line.  text.len if none. */
size_t scan_gap(struct slice text, size_t i);

#endif
