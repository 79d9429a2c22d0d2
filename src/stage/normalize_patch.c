/* normalize_patch: patches of a pass, and edits composed of passes. */
#include "normalize_patch.h"

#include "utf8.h"

const char *
edit_reason_name(enum edit_reason reason)
{
	static const char *const name[EDIT_REASONS] = {
		[EDIT_BYTES] = "bytes", [EDIT_ENTITY] = "entity", [EDIT_MARKUP] = "markup",
		[EDIT_ENCODING] = "encoding", [EDIT_CONTROL] = "control", [EDIT_HIDDEN] = "hidden",
		[EDIT_FORM] = "form", [EDIT_NFC] = "nfc", [EDIT_REPEAT] = "repeat", [EDIT_WRAP] = "wrap",
		[EDIT_SPACE] = "space", [EDIT_LOST] = "lost",
	};

	return name[reason];
}

unsigned
edit_reasons(struct slice names)
{
	unsigned found = 0;

	while (names.at != NULL) {
		struct slice name = slice_cut(&names, ',');
		int reason = 0;

		while (reason < EDIT_REASONS && !slice_is(name, edit_reason_name((enum edit_reason)reason)))
			reason++;
		if (reason == EDIT_REASONS)
			return 0;
		found |= 1u << reason;
	}
	return found;
}

void
patch_add(struct patch_list *list, size_t start, size_t end, struct slice with, enum edit_reason reason)
{
	struct patch *last = list->len > 0 ? &list->at[list->len - 1] : NULL;

	if ((list->wanted >> reason & 1) == 0)
		return;
	if (last == NULL || last->end != start) {
		MEM_GROW(list->at, list->cap, list->len + 1);
		last = &list->at[list->len++];
		*last = (struct patch){ start, end, 0, 0 };
	}
	last->end = end;
	last->len += with.len;
	last->reasons |= 1u << reason;
	if (with.len > 0)
		buf_add(&list->bytes, with);
}

void
patch_add_code(struct patch_list *list, size_t start, size_t end, uint32_t code, enum edit_reason reason)
{
	char bytes[4];
	struct buf b = { bytes, 0, sizeof bytes };

	utf8_add(&b, code);
	patch_add(list, start, end, buf_slice(&b), reason);
}

void
patch_clear(struct patch_list *list)
{
	list->len = 0;
	buf_clear(&list->bytes);
}

void
patch_free(struct patch_list *list)
{
	mem_free(list->at);
	buf_free(&list->bytes);
	*list = (struct patch_list){ .wanted = list->wanted };
}

void
patch_apply(const struct patch_list *list, struct slice text, struct buf *out)
{
	size_t done = 0, at = 0;

	buf_room(out, text.len + list->bytes.len);
	for (size_t i = 0; i < list->len; i++) {
		const struct patch *p = &list->at[i];

		buf_add(out, slice_sub(text, done, p->start));
		if (p->len > 0)
			buf_add(out, slice_make(list->bytes.at + at, p->len));
		at += p->len;
		done = p->end;
	}
	buf_add(out, slice_sub(text, done, text.len));
}

/* Where the two lists have been read up to, and how far text and original are apart there. */
struct merge {
	size_t old, patch;
	size_t from_shift, to_shift; /* original, and new text, less the text between; wraps below zero */
};

/* Takes the next edit or patch that begins at or before *end into e, and moves *end behind it. */
static bool
merge_take(struct merge *m, const struct edit_list *before, const struct patch_list *list, struct edit *e, size_t *end)
{
	const struct edit *old = m->old < before->len ? &before->at[m->old] : NULL;
	const struct patch *p = m->patch < list->len ? &list->at[m->patch] : NULL;

	if (old != NULL && old->start <= *end) {
		e->reasons |= old->reasons;
		m->from_shift = old->to - old->end;
		*end = old->end > *end ? old->end : *end;
		m->old++;
		return true;
	}
	if (p != NULL && p->start <= *end) {
		e->reasons |= p->reasons;
		m->to_shift += p->len - (p->end - p->start);
		*end = p->end > *end ? p->end : *end;
		m->patch++;
		return true;
	}
	return false;
}

void
edit_compose(struct edit_list *out, const struct edit_list *before, const struct patch_list *list)
{
	struct merge m = { 0 };

	while (m.old < before->len || m.patch < list->len) {
		size_t a = m.old < before->len ? before->at[m.old].start : SIZE_MAX;
		size_t b = m.patch < list->len ? list->at[m.patch].start : SIZE_MAX;
		size_t end = a < b ? a : b;
		struct edit e = { .start = end + m.to_shift, .from = end + m.from_shift };

		while (merge_take(&m, before, list, &e, &end))
			;
		e.end = end + m.to_shift;
		e.to = end + m.from_shift;
		MEM_GROW(out->at, out->cap, out->len + 1);
		out->at[out->len++] = e;
	}
}
