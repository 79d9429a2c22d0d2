/* fuzz_text: what must hold of the stretches that a text is cut into. */
#ifndef FUZZ_TEXT_H
#define FUZZ_TEXT_H

#include "fuzz.h"
#include "utf8.h"

/* Is text[start, end) nothing but white space? */
static inline bool
fuzz_blank(struct slice text, size_t start, size_t end)
{
	size_t len;

	for (; start < end; start += len)
		if (!utf8_is_space(utf8_at(text, start, &len)))
			return false;
	return true;
}

/* text[start, end) follows what ended at last, lies in the text, and is trimmed; what is left out is white space. */
static inline void
fuzz_stretch(struct slice text, size_t last, size_t start, size_t end)
{
	size_t len;

	MUST(start >= last && end > start && end <= text.len);
	MUST(fuzz_blank(text, last, start));
	MUST(!utf8_is_space(utf8_at(text, start, &len)));
	MUST(!utf8_is_space(utf8_before(text, end, &len)));
}

#endif
