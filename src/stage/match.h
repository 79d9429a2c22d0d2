/* match: groups the quotations of a stream that carry the same statement.  The whole stream is seen twice: match_add takes
 * its documents, match_run groups, and match_fill takes the same documents again, in the same order. */
#ifndef MATCH_H
#define MATCH_H

#include "doc.h"
#include "lexicon.h"

struct match;

/* Adds to l a list of words and their classes (words.tsv).  Returns 0, or the number of the first line that is no such entry. */
size_t match_list(struct lexicon *l, struct slice tsv);

/* words: how words are weighed (words.tsv); it must outlive the match.  lang: the language whose endings they have.  edits:
 * match_fill adds change rows too. */
struct match *match_new(const struct lexicon *words, const char *lang, bool edits);
void match_free(struct match *m);
void match_add(struct match *m, struct doc *d);

/* memory: bytes that sorting may take, 0 for as many as there are. */
void match_run(struct match *m, size_t memory);

/* Fills statement, relation and similarity of the document's quotations. */
void match_fill(struct match *m, struct doc *d);

#endif
