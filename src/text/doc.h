/* doc: one article, as the rows of hearsay(5) that speak of it.  Everything that a doc's slices
 * point to lives in its arena or in the reader, and dies with the next document. */
#ifndef DOC_H
#define DOC_H

#include <stdbool.h>

#include "mem.h"
#include "slice.h"

enum row_kind { ROW_DOC, ROW_SENTENCE, ROW_QUOTE, ROW_ENTITY, ROW_EDIT, ROW_CHANGE, ROW_OTHER };

/* Field numbers, from 0; those of hearsay(5) less one. */
enum { ROW_ID, ROW_KIND, ROW_START, ROW_END, ROW_TEXT, ROW_COMMON };
enum { DOC_SOURCE = ROW_COMMON, DOC_PUBLISHED, DOC_URL, DOC_TITLE, DOC_LANG, DOC_FIELDS };
enum { SENTENCE_NUMBER = ROW_COMMON, SENTENCE_BLOCK, SENTENCE_ROLE, SENTENCE_FIELDS };
enum {
	QUOTE_NUMBER = ROW_COMMON, QUOTE_PART, QUOTE_FORM, QUOTE_STANCE,
	QUOTE_CUE, QUOTE_CUE_START, QUOTE_CUE_END,
	QUOTE_SPEAKER, QUOTE_SPEAKER_START, QUOTE_SPEAKER_END,
	QUOTE_CONFIDENCE, QUOTE_RULE, QUOTE_SPEAKER_ID, QUOTE_SPEAKER_NAME,
	QUOTE_STATEMENT, QUOTE_RELATION, QUOTE_SIMILARITY, QUOTE_FIELDS
};
enum { ENTITY_TYPE = ROW_COMMON, ENTITY_ID, ENTITY_NAME, ENTITY_METHOD, ENTITY_CONFIDENCE, ENTITY_FIELDS };
enum { EDIT_REASON = ROW_COMMON, EDIT_ORIGINAL, EDIT_FIELDS };
enum {
	CHANGE_NUMBER = ROW_COMMON, CHANGE_STATEMENT, CHANGE_OPERATION, CHANGE_LEVEL,
	CHANGE_FROM, CHANGE_FIELDS
};
enum { ROW_FIELDS_MAX = QUOTE_FIELDS };

/* Small, as a document may have a million of them. */
struct row {
	enum row_kind kind : 8;
	bool filled;         /* a field that was empty has been filled since it was read */
	bool waits;          /* may yet be filled, in the part of the document that it is of */
	uint32_t nfield;
	struct slice *field; /* unescaped; spans of an edit row's original stay escaped.  NULL: as they stand in the line, see bare.h */
	size_t start, end;   /* bytes in the document's text; of an added row they stand here alone, their fields are empty */
	struct slice line;   /* as read, without its newline; empty if added */
};

struct doc {
	struct slice id;
	struct slice text;   /* unescaped; .at NULL when no row tells it */
	struct row *row;     /* those read, in their order, then those added */
	size_t nrow, nread, cap;
	bool headed, bare;   /* a doc row has been read; it is huge, and most rows have no fields */
	struct arena arena;
};

/* The name of a kind ("quote"), and the number of fields of its rows (0: any). */
const char *row_kind_name(enum row_kind kind);
size_t row_kind_fields(enum row_kind kind);
enum row_kind row_kind_of(struct slice name);

/* Field names as `fields` and aggregate print them; NULL when kind has no field i. */
const char *row_field_name(enum row_kind kind, size_t i);

/* Appends a row of that kind for text[start, end), its own fields empty; returns it, valid until the
 * next doc_add.  Slices put into its fields must live as long as the doc (its arena, literals). */
struct row *doc_add(struct doc *d, enum row_kind kind, size_t start, size_t end);

enum form { FORM_DIRECT, FORM_MIXED, FORM_INDIRECT, FORM_COUNT };

const char *form_name(enum form form);

/* The form of a quotation; one whose form has no name that is known is indirect. */
enum form row_form(const struct row *r);

/* The stances that cues tell, and what is said of one who takes it: "deny", "denied". */
extern const struct stance { const char *name, *past; } stances[];
extern const size_t stance_count;

/* The stance of a quotation that nobody made: "did not say that", "no one has said when". */
#define STANCE_UNSAID "unsaid"

bool row_unsaid(const struct row *r);

/* Fills an empty field of a row; one that is not empty stays as it is. */
static inline void
row_fill(struct row *r, size_t field, struct slice value)
{
	if (r->field[field].len > 0 || value.len == 0)
		return;
	r->field[field] = value;
	r->filled = true;
}

/* Orders the added rows of each kind by start, longer first, kinds in the order in which they first
 * were added.  The order of addition decides between equals. */
void doc_order(struct doc *d);

/* The first row of that kind at or after row number i; nrow if none. */
size_t doc_next(const struct doc *d, enum row_kind kind, size_t i);

/* The doc row, or NULL. */
struct row *doc_row(const struct doc *d);

/* Has it words, and no sentence rows: has nobody cut it into sentences? */
bool doc_uncut(const struct doc *d);

enum role {
	ROLE_TITLE, ROLE_HEADING, ROLE_PARAGRAPH, ROLE_ITEM,
	ROLE_CAPTION, ROLE_BYLINE, ROLE_DATELINE, ROLE_BOILERPLATE, ROLE_COUNT
};

const char *role_name(enum role role);

struct sentence {
	uint32_t start, end;
	uint32_t block; /* consecutive sentences of one block share its number */
	enum role role;
};

/* The document's sentences ordered by start, in an arena, and their number in *n; none where it has no text, whatever its rows say.
 * One that overlaps the one before it is left out. */
struct sentence *doc_sentences(const struct doc *d, struct arena *arena, size_t *n);

/* The first of n sentences that ends behind a place; n if none does. */
size_t sentence_behind(const struct sentence *sentence, size_t n, size_t place);

/* Does a quotation count as a statement: did somebody say it, and in the article, not in the boilerplate beside it? */
bool row_states(const struct row *r, const struct sentence *sentence, size_t n);

/* Empties d for the next document; keeps its memory.  doc_free gives that back. */
void doc_reset(struct doc *d);
void doc_free(struct doc *d);

#endif
