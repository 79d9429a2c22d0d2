/* normalize_patch: what one pass of normalize changes, and what all passes together did to the original. */
#ifndef NORMALIZE_PATCH_H
#define NORMALIZE_PATCH_H

#include <stdint.h>

#include "buf.h"
#include "mem.h"
#include "slice.h"

/* Why text was changed; `edit` rows name them (edit_reason_name). */
enum edit_reason {
	EDIT_BYTES,    /* bytes that were no UTF-8 */
	EDIT_ENTITY,   /* a character reference of HTML */
	EDIT_MARKUP,   /* a tag, a comment, a script, debris of attributes */
	EDIT_ENCODING, /* UTF-8 that had been read as another encoding */
	EDIT_CONTROL,  /* a control character */
	EDIT_HIDDEN,   /* zero width, soft hyphen, byte order mark, direction marks */
	EDIT_FORM,     /* a ligature or a full-width form */
	EDIT_NFC,      /* a character not in Unicode's composed form */
	EDIT_REPEAT,   /* a headline that stood twice */
	EDIT_WRAP,     /* a line end inside a paragraph */
	EDIT_SPACE,    /* blanks and line ends */
	EDIT_LOST,     /* U+FFFD: lost before, left as it is */
	EDIT_REASONS
};

const char *edit_reason_name(enum edit_reason reason);

/* The bits of reasons that a list names ("nfc,space"); 0 if one of them is none. */
unsigned edit_reasons(struct slice names);

struct patch {
	size_t start, end; /* bytes of the text before */
	size_t len;        /* of what takes their place: it stands in the list's bytes behind that of the patches before */
	unsigned reasons;  /* bits, 1 << enum edit_reason */
};

/* Patches of one pass, in order, none overlapping.  A struct zeroed but for `wanted` is an empty list; patch_free ends
 * it. */
struct patch_list {
	unsigned wanted; /* bits of the reasons for which patches are taken; others are not made */
	struct patch *at;
	size_t len, cap;
	struct buf bytes;
};

/* Appends: text[start, end) is to become `with`.  One that adjoins the last becomes one with it. */
void patch_add(struct patch_list *list, size_t start, size_t end, struct slice with, enum edit_reason reason);

/* The same with one code point. */
void patch_add_code(struct patch_list *list, size_t start, size_t end, uint32_t code, enum edit_reason reason);
void patch_clear(struct patch_list *list);
void patch_free(struct patch_list *list);

/* Appends to out the text with the patches applied. */
void patch_apply(const struct patch_list *list, struct slice text, struct buf *out);

struct edit {
	size_t start, end; /* bytes of the text as it now is */
	size_t from, to;   /* bytes of the original */
	unsigned reasons;
};

/* Edits ordered by start, no two touching, so that the original can be rebuilt from them. */
struct edit_list {
	struct edit *at;
	size_t len, cap;
};

/* Appends to out, which is empty, what the edits of `before` and then the patches of `list` did together. */
void edit_compose(struct edit_list *out, const struct edit_list *before, const struct patch_list *list);

#endif
