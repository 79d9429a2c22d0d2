/* normalize_misread: characters that together are one character of UTF-8, read byte by byte through another codec, and
 * how much each such sequence looks like it. */
#ifndef NORMALIZE_MISREAD_H
#define NORMALIZE_MISREAD_H

#include <stdbool.h>
#include <stddef.h>

#include "normalize_codec.h"
#include "slice.h"

enum { MISREAD_STRONG = 3, MISREAD_LIKELY = 2, MISREAD_WEAK = 1 };

struct misread {
	size_t start, end;  /* bytes of the text */
	uint32_t code;      /* what it was; U+FFFD where a byte of it was lost */
	unsigned points;    /* 0: may as well be what it looks like, or makes no sense read otherwise */
	bool from_cyrillic; /* it begins with a Cyrillic letter */
	bool partial;       /* a byte of it was lost, or became a blank */
	bool accepted;      /* for the caller */
};

struct misread_list {
	struct misread *at;
	size_t len, cap;
};

enum {
	RUN_MOST = 512, /* characters; what is longer is read in parts */
	RUN_BEHIND = 8  /* characters behind a run that its last sequence may reach into, and more */
};

/* A run of characters beyond ASCII, and what stands behind it. */
struct misread_run {
	const struct codecs *codecs;
	struct slice text;
	size_t start, end;           /* bytes of the text */
	size_t len;                  /* characters */
	unsigned suspects;           /* codecs, as bits, through which something in it may have been misread */
	uint16_t made[CODECS_MAX];   /* how many sequences it holds in each codec, whatever they may be */
	struct misread_char {
		size_t at;
		uint32_t code;       /* 0 behind the text */
		const struct codec_char *entry; /* NULL: in no codec */
	} at[RUN_MOST + RUN_BEHIND];
};

/* Takes the next run at or after *start, before end, and moves *start behind it.  False if there is none. */
bool misread_next(struct misread_run *run, const struct codecs *c, struct slice text, size_t *start, size_t end);

/* Appends what the run holds, read through a codec; returns how many of its characters are part of no sequence. */
size_t misread_read(struct misread_list *list, const struct misread_run *run, size_t codec);

/* What each codec makes of a text that is being read: sequences that are likely or strong, and such without points. */
struct misread_sense {
	unsigned out; /* codecs, as bits, that made more nonsense than sense */
	size_t sense[CODECS_MAX], none[CODECS_MAX];
};

/* Adds n sequences that have just been read through a codec. */
void misread_judge(struct misread_sense *j, size_t codec, const struct misread *at, size_t n);

/* Does anything in text[start, end), beyond ASCII, look misread, so that it is worth while to weigh the document?  What has
 * been read so far is in *j. */
bool misread_suspected(struct misread_sense *j, const struct codecs *c, struct slice text, size_t start, size_t end);

#endif
