/* pattern: a PCRE2 pattern, compiled once (UTF, JIT where there is one) and matched under a limit, so that
 * no text can make it run away.  No PCRE2 type leaks. */
#ifndef PATTERN_H
#define PATTERN_H

#include <stdbool.h>

#include "buf.h"
#include "slice.h"

#define PATTERN_GROUPS 8

struct pattern;

struct match {
	size_t start[PATTERN_GROUPS], end[PATTERN_GROUPS]; /* bytes; equal where a group took no part */
	size_t groups;                                     /* group 0 is the whole match */
};

/* Compiles a pattern; NULL, with the reason appended to why, if it is none. */
struct pattern *pattern_new(const char *source, struct buf *why);
void pattern_free(struct pattern *p);

/* Finds the first match at or after from in well-formed UTF-8.  False if there is none, or the match limit ends the search. */
bool pattern_find(const struct pattern *p, struct slice text, size_t from, struct match *m);

#endif
