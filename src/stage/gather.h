/* gather: the formats in which articles come, as functions of bytes.  Each fills an article that was zeroed;
 * slices point into the bytes given or into the arena.  Those that can fail return NULL, or why
 * (half a sentence, static). */
#ifndef GATHER_H
#define GATHER_H

#include <stdbool.h>

#include "article.h"

/* How the bytes of a format fall into articles. */
enum gather_unit {
	GATHER_FILE, /* a file is an article */
	GATHER_LINE  /* a line is one */
};

/* What formats need beside the bytes. */
struct gather {
	struct arena *arena; /* for what an article cannot point to in the bytes */
};

struct format {
	const char *name;
	const char *endings; /* of its files, with a blank between */
	enum gather_unit unit;
	const char *(*parse)(struct gather *g, struct slice bytes, struct article *out);
};

/* The format of that name, or NULL. */
const struct format *gather_format(const char *name);

/* The format that the ending of a file's name tells; plain text if none does. */
const struct format *gather_format_of(struct slice path);

/* What a field means in which \t \n \r \\ are escapes and other backslashes themselves. */
struct slice gather_unescape(struct slice s, struct arena *a);

const char *gather_text(struct gather *g, struct slice bytes, struct article *out);
const char *gather_tsv(struct gather *g, struct slice line, struct article *out);

#endif
